/** A death whole: what was told and done, and what each room says of it. */
import { z } from 'zod'
import { Id, actions } from '#kernel/shapes.ts'
import { BodyPart } from '../../morgue/contract/body.ts'
import { InquiryPart } from '../../inquiry/contract/inquiry.ts'
import { CertifiedPart } from '../../certification/contract/certification.ts'
import {
  AskedSeen,
  CallSeen,
  DeathLine,
  DecisionSeen,
  Duty,
  NotificationSeen,
  PlaceSeen,
} from '../../call/contract/lines.ts'

const person = z.object({ id: z.string(), name: z.string() })

export const GetDeath = z.strictObject({ death: Id })
export const DeathSeen = DeathLine.extend({
  unit: person.nullable(),
  minor: z.boolean(),
  caseNumber: z.string().nullable(),
  signs: z.string().nullable(),
  told: CallSeen,
  notifications: z.array(NotificationSeen),
  decisions: z.array(DecisionSeen),
  places: z.array(PlaceSeen),
  asked: z.array(AskedSeen),
  duties: z.array(Duty),
  ...InquiryPart.shape,
  ...CertifiedPart.shape,
  ...BodyPart.shape,
  actions,
})
export type DeathSeen = z.output<typeof DeathSeen>
