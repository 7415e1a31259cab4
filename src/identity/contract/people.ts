/** What crosses the wire about one person. */
import { z } from 'zod'
import { Absence, Held } from './duties.ts'

export const PersonPage = z.object({
  id: z.string(),
  name: z.string(),
  rank: z.string().nullable(),
  /** The number on the badge. */
  badge: z.string().nullable(),
  title: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  agency: z.object({ id: z.string(), name: z.string() }).nullable(),
  username: z.string().nullable(),
  suspended: z.boolean(),
  leftAt: z.string().nullable(),
  /** How they sign in; which secrets there are, never what they are. */
  ways: z
    .object({
      password: z.boolean(),
      pin: z.boolean(),
      totp: z.boolean(),
      passkeys: z.number(),
      recoveryCodes: z.number(),
      sessions: z.number(),
      tokens: z.number(),
      lastSeenAt: z.string().nullable(),
      used: z.boolean(),
      /** As the provider of sign-on calls the account that is linked. */
      signOn: z.string().nullable(),
    })
    .nullable(),
  held: z.array(Held),
  absences: z.array(Absence.extend({ mayEnd: z.boolean() })),
  conflicts: z.array(
    z.object({ id: z.string(), about: z.string(), at: z.string(), of: z.string().nullable() }),
  ),
})
export type PersonPage = z.infer<typeof PersonPage>
