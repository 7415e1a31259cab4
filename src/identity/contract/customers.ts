/** What crosses the wire about customers who run their own people: invitations, agreements offered and signed, and what an agency is held to. */
import { z } from 'zod'
import { DateText, Id, Line, Prose } from '#kernel/shapes.ts'
import { RoleName, Username } from '../contract.ts'
import { agreementKinds } from './duties.ts'

export const InvitePerson = z.strictObject({
  id: Id.optional(),
  name: Line,
  rank: Line.nullish(),
  /** The number on the badge, or what stands for it there. */
  badge: z.string().trim().min(1).max(40).nullish(),
  title: Line.nullish(),
  unit: Id,
  role: RoleName,
  username: Username,
  email: z.email().nullish(),
  phone: z.string().max(40).nullish(),
  language: z.enum(['en', 'es']).optional(),
})
export const PersonInvited = z.object({
  id: z.string(),
  /** Shown once, to who invites: given to the person by hand or in a call, never by mail. */
  code: z.string(),
  link: z.string(),
  until: z.string(),
})
export type PersonInvited = z.output<typeof PersonInvited>

export const OfferAgreement = z.strictObject({
  id: Id.optional(),
  agency: Id,
  /** Who signs for the agency: one of its own people. */
  signatory: Id,
  kind: z.enum(agreementKinds),
  title: Line,
  words: Prose,
  validFrom: DateText,
  validUntil: DateText.nullish(),
  forService: Line,
})
export const CountersignAgreement = z.strictObject({ offer: Id })
export const MyAgreements = z.object({
  /** Waits for the signature of the person who asks. */
  offered: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      words: z.string(),
      validFrom: z.string(),
      validUntil: z.string().nullable(),
      forService: z.string(),
      at: z.string(),
    }),
  ),
  /** What the agency of the person who asks has signed: it holds for its people. */
  signed: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      words: z.string().nullable(),
      forAgency: z.string(),
      signedOn: z.string(),
      validUntil: z.string().nullable(),
      state: z.string(),
    }),
  ),
})
export type MyAgreements = z.output<typeof MyAgreements>

export const agencyRules = [
  'agreement-required',
  'prelog-required',
  'place-stated',
  'own-cases',
  'pays-fees',
] as const
export const HoldAgency = z.strictObject({ agency: Id, rule: z.enum(agencyRules), holds: z.boolean() })
