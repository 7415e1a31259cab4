/** What crosses the wire to show who one is: names, passwords, codes, PINs, passkeys; and what comes back. */
import { z } from 'zod'
import { Id, Line } from '#kernel/shapes.ts'
import { placesOfUse } from './places.ts'

const Bytes = z.string().regex(/^[A-Za-z0-9_-]{1,16384}$/, 'base64url')

/** As `navigator.credentials.get()` answers, in JSON (Web Authentication, 5.2.2 and 5.1.8); what browsers add is passed over. */
export const Assertion = z
  .object({
    id: Bytes,
    rawId: Bytes,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: Bytes,
      authenticatorData: Bytes,
      signature: Bytes,
      userHandle: Bytes.nullish(),
    }),
    authenticatorAttachment: z.string().max(40).nullish(),
    clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  })
  .meta({ id: 'PasskeyAssertion' })
export type Assertion = z.output<typeof Assertion>

/** As `navigator.credentials.create()` answers, in JSON. */
export const Registration = z
  .object({
    id: Bytes,
    rawId: Bytes,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: Bytes,
      attestationObject: z.string().regex(/^[A-Za-z0-9_-]{1,65536}$/, 'base64url'),
      transports: z.array(z.string().max(40)).max(12).optional(),
    }),
    authenticatorAttachment: z.string().max(40).nullish(),
    clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  })
  .meta({ id: 'PasskeyRegistration' })
export type Registration = z.output<typeof Registration>

const Password = z.string().max(200)
/** The word that a browser was given when somebody signed in from it before. */
const Device = z.string().max(100)

export const SignIn = z
  .strictObject({
    username: z.string().trim().toLowerCase().max(64).optional(),
    password: Password.optional(),
    code: z.string().trim().max(20).optional(),
    passkey: Assertion.optional(),
    device: Device.optional(),
    /** From where: nobody else sees the screen there. Asked of people of agencies that are held to it. */
    place: z.enum(placesOfUse).optional(),
    /** At the machine of a counter. */
    kiosk: z.boolean().optional(),
  })
  .refine((s) => s.passkey !== undefined || (s.username !== undefined && s.password !== undefined), {
    message: 'name-and-password-or-passkey',
    path: ['username'],
  })
export const SessionOpened = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  csrf: z.string(),
  /** Keep it in this browser and give it with the next sign-in. */
  device: z.string(),
  /** True while this session may do nothing but add the second factor that the person's role asks for. */
  secondFactorDue: z.boolean(),
  setSession: z.object({ token: z.string(), csrf: z.string(), until: z.string() }),
})

/** For acts on one's own account: the password, or a passkey that answers a challenge for `step-up`. */
export const shown = { password: Password.optional(), proof: Assertion.optional() }

export const SetPassword = z.strictObject({ ...shown, newPassword: Password })
export const SetPin = z.strictObject({ ...shown, pin: z.string().regex(/^\d{6,12}$/, 'new-pin') })
export const EnrolTotp = z.strictObject({ ...shown, code: z.string().trim().max(10).optional() })
export const TotpState = z.object({
  secret: z.string().nullable(),
  uri: z.string().nullable(),
  /** The same as a QR code, SVG. */
  qr: z.string().nullable(),
  recoveryCodes: z.array(z.string()),
})
export const EndTotp = z.strictObject({ ...shown })
export const AddPasskey = z.strictObject({ ...shown, name: Line.max(60), passkey: Registration })
export const PasskeyAdded = z.object({ id: z.string(), recoveryCodes: z.array(z.string()) })
export const RemovePasskey = z.strictObject({ ...shown, passkey: Id })
export const MakeRecoveryCodes = z.strictObject({ ...shown })
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

/** `for` binds the proof to one operation; without it, it holds for any for five minutes. */
export const StepUp = z
  .strictObject({
    pin: z.string().max(12).optional(),
    passkey: Assertion.optional(),
    for: z.string().max(80).optional(),
  })
  .refine((s) => (s.pin === undefined) !== (s.passkey === undefined), {
    message: 'pin-or-passkey',
    path: ['pin'],
  })
export const StepUpProof = z.object({ proof: z.string(), until: z.string() })

/** What `navigator.credentials` is to be asked, in JSON; null where this installation or person has no passkeys. */
export const ChallengeAnswer = z.object({ options: z.record(z.string(), z.unknown()).nullable() })

export const MySession = z.object({
  id: z.string(),
  device: z.string().nullable(),
  address: z.string().nullable(),
  method: z.string().nullable(),
  createdAt: z.string(),
  seenAt: z.string(),
  endedAt: z.string().nullable(),
  current: z.boolean(),
})
export type MySession = z.infer<typeof MySession>
export const MyPasskey = z.object({
  id: z.string(),
  name: z.string(),
  addedAt: z.string(),
  lastUsedAt: z.string().nullable(),
  synced: z.boolean(),
  stopped: z.boolean(),
})
export type MyPasskey = z.infer<typeof MyPasskey>
export const MyToken = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  until: z.string().nullable(),
})
export type MyToken = z.infer<typeof MyToken>
