/** A death as this house knows it in the words of the registrar's document (HL7 FHIR MDI 2.0.0): pure; what is not known is said so, and nothing is guessed. */
import { instantAt } from '#kernel/calendar.ts'
import {
  type DeathFacts,
  type Decedent,
  type Identifier,
  manners,
  type Place,
  type When,
} from '#formats/fhir/mdi/facts.ts'
import type { DeathRow, DeathToTell } from '#modules/death/public.ts'

type Told = DeathToTell
const PREGNANCIES: Readonly<Record<string, NonNullable<DeathFacts['pregnancy']>>> = {
  not: 'not-within-year',
  'at-death': 'at-death',
  'within-42-days': 'within-42-days',
  'within-year': 'within-year',
  unknown: 'unknown',
  'not-applicable': 'not-applicable',
}
const STATES = { pending: 'draft', final: 'final', amended: 'amended' } as const

/** `base`: as below. */
export const numberOfDeath = (death: DeathRow, base: string): Identifier & { system: string } => ({
  system: `${base}/numbers/deaths`,
  value: death.number ?? death.call_number,
})
export const decedentOf = (death: DeathRow, base: string): Decedent => ({
  identifiers: [numberOfDeath(death, base)],
  // Who somebody is said to be is no name for a register: only a confirmed one goes out.
  ...(death.identity === 'confirmed' && death.name ? { name: { text: death.name } } : {}),
  sex: death.sex === 'male' || death.sex === 'female' ? death.sex : 'unknown',
})
/** `base`: the address under which this installation gives its numbers. */
export function deathFactsOf(told: Told, base: string, at: string): DeathFacts {
  const { death, cause, manner } = told
  const number = numberOfDeath(death, base)
  return {
    state: cause ? STATES[cause.status] : 'draft',
    writtenAt: at,
    trackingNumbers: [{ kind: 'mdi-case-number', ...number }],
    decedent: decedentOf(death, base),
    death: deathOf(told),
    ...(cause?.by && cause.by_id
      ? {
          certifier: {
            identifier: { system: `${base}/people`, value: cause.by_id },
            name: professional(cause.by),
            kind: 'medical-examiner' as const,
            certifiedAt: cause.at,
          },
        }
      : {}),
    causes: (cause?.lines ?? []).map(({ text, interval }) => ({
      text,
      interval: 'value' in interval ? interval.value : 'unknown',
    })),
    ...(cause?.other ? { otherConditions: cause.other } : {}),
    ...mannerOf(manner),
    ...injuryOf(told),
    ...(cause?.pregnancy && PREGNANCIES[cause.pregnancy] ? { pregnancy: PREGNANCIES[cause.pregnancy] } : {}),
    ...tobaccoOf(cause?.tobacco),
    ...(cause?.autopsy
      ? { autopsy: { performed: cause.autopsy === 'performed' ? ('yes' as const) : ('no' as const) } }
      : {}),
  }
}

/** The profile wants a family name of whoever certifies; the last word of a name is taken for it, and the whole stands beside. */
function professional(written: string): { text: string; family: string } {
  return { text: written, family: written.trim().split(/\s+/).at(-1) ?? written }
}
function mannerOf(manner: Told['manner']): { manner?: NonNullable<DeathFacts['manner']> } {
  const known = manners.find((m) => m === manner?.manner)
  return known ? { manner: known } : {}
}
function tobaccoOf(written: string | null | undefined): { tobacco?: NonNullable<DeathFacts['tobacco']> } {
  return written === 'yes' || written === 'no' || written === 'probably' || written === 'unknown'
    ? { tobacco: written }
    : {}
}

function deathOf({ places }: Told): DeathFacts['death'] {
  const died = places.find((p) => p.kind === 'death')
  const found = places.find((p) => p.kind === 'found')
  const when = whenOf(died)
  const place = placeOf(died) ?? placeOf(found)
  return {
    when,
    ...(when.kind === 'at'
      ? { dating: died?.approximate ? ('approximate' as const) : ('exact' as const) }
      : {}),
    ...(place ? { place } : {}),
  }
}
type Stood = Told['places'][number]
/** A day alone stays a day; with a time of day it is an instant of the laboratory's own zone. */
function whenOf(stood: Stood | undefined): When {
  if (!stood?.on_text) return { kind: 'unknown' }
  const whole = stood.on_text.length === 10 && stood.time_text
  return { kind: 'at', at: whole ? instantAt(stood.on_text, whole) : stood.on_text }
}
function placeOf(stood: Stood | undefined): Place | undefined {
  const name = [stood?.text, stood?.settlement].filter(Boolean).join(', ')
  if (!stood || (name === '' && !stood.district)) return undefined
  return {
    name: name || (stood.district ?? ''),
    ...(stood.district
      ? { address: { ...(stood.settlement ? { city: stood.settlement } : {}), district: stood.district } }
      : {}),
    ...(stood.latitude && stood.longitude ? { latitude: stood.latitude, longitude: stood.longitude } : {}),
  }
}

const ROLES = ['driver', 'passenger', 'pedestrian', 'other', 'unknown', 'not-applicable'] as const
function injuryOf({ manner, places }: Told): { injury?: NonNullable<DeathFacts['injury']> } {
  const hurt = places.find((p) => p.kind === 'injury')
  const when = whenOf(hurt)
  const place = placeOf(hurt)
  const role = manner?.transport_role
  const injury = {
    ...(manner?.how ? { how: manner.how } : {}),
    ...(when.kind === 'at' ? { when: when.at } : {}),
    ...(place ? { place } : {}),
    ...(manner && manner.injury_at_work !== null
      ? { atWork: manner.injury_at_work ? ('yes' as const) : ('no' as const) }
      : {}),
    // The guide knows no cyclist.
    ...(role ? { transportRole: ROLES.find((r) => r === role) ?? ('other' as const) } : {}),
  }
  return Object.keys(injury).length > 0 ? { injury } : {}
}
