/** What crosses the wire about people, agencies, units, roles and sign-in. */
import { z } from 'zod'
import { agencyKinds } from './contract/agency-kinds.ts'
import { Id, Instant, Line } from '#kernel/shapes.ts'

/** The vocabulary of roles: what people are here for. Which operations a role holds stands at each operation (`who`). */
export const roles = [
  'administrator', // accounts, units, the laboratory's definition; sees no case by that
  'director',
  'quality-manager',
  'evidence-officer', // counter and stores
  'analyst',
  'section-head',
  'dna-custodian', // the indexes of the DNA law: sees the profiles that were given to them, and no case by that
  'dna-overseer', // reads the sums of those indexes, and no profile
  'outside-reviewer', // a limited account of another laboratory's authorised person
  'scene-technician',
  'pathologist',
  'death-investigator', // takes calls, attends, follows a death to its end
  'morgue-attendant', // bodies, their places and effects
  'archivist', // the registry of the service: boxes, paper files, scanning, keying
  'officer', // police investigator, exhibit keeper
  'prosecutor', // Prosecution Branch and DPP
  'registrar', // registry of a court
  'observer', // the observatory
] as const
export type Role = (typeof roles)[number]

export const RoleName = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'role')
/** Taken from a secondary source: `catalogue.confirm-value` says who compared it, and a certificate that names it waits until then. */
const inDoubt = { unverified: z.boolean().optional(), source: Line.nullish() }
export const RegisterAgency = z.strictObject({
  id: Id.optional(),
  name: Line,
  shortName: Line,
  /** The official code by which the agency is known to other systems. */
  code: z.string().trim().min(1).max(40).nullish(),
  kind: z.enum(agencyKinds),
  ...inDoubt,
})
export const AddUnit = z.strictObject({
  id: Id.optional(),
  agency: Id,
  parent: Id.nullish(),
  name: Line,
  code: z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,23}$/, 'unit-code'),
  kind: z.enum(['service', 'office', 'section', 'formation', 'branch', 'registry']),
  validFrom: z.iso.date().nullish(),
  validUntil: z.iso.date().nullish(),
  ...inDoubt,
})
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/, 'username')
export const AddPerson = z.strictObject({
  id: Id.optional(),
  name: Line,
  rank: Line.nullish(),
  title: Line.nullish(),
  agency: Id.nullish(),
  unit: Id.nullish(),
  email: z.email().nullish(),
  phone: z.string().max(40).nullish(),
  /** With an account: the name to sign in with, and optionally a first password. */
  username: Username.optional(),
  badge: z.string().trim().min(1).max(40).nullish(),
  password: z.string().max(200).optional(),
  language: z.enum(['en', 'es']).optional(),
})
export const GrantRole = z.strictObject({
  id: Id.optional(),
  person: Id,
  role: RoleName,
  unit: Id.nullish(),
  from: Instant.optional(),
  until: Instant.nullish(),
})
export const Created = z.object({ id: z.string(), number: z.string().optional() })
export const WhoAmI = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  roles: z.array(z.string()),
  operations: z.array(z.string()),
  language: z.enum(['en', 'es']),
  service: z.object({ name: z.string(), demo: z.boolean() }),
  csrf: z.string().nullable(),
  secondFactor: z.boolean(),
  /** The account has a second factor to add before anything else. */
  secondFactorDue: z.boolean(),
  hasPin: z.boolean(),
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  passkeys: z.number(),
  recoveryCodes: z.number(),
  /** Offices in which a role is held: one works from one of them. */
  offices: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Minutes without anybody there after which the session ends. */
  idleMinutes: z.number(),
  kiosk: z.boolean(),
})
export type WhoAmI = z.infer<typeof WhoAmI>
