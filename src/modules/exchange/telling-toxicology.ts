/** What our own sections found in the specimens of a death, in the words of the toxicology message (HL7 FHIR MDI 2.0.0): pure; nothing is said that no reviewer passed. */
import type { ResultValue, ToxicologyFacts, ToxicologyResult } from '#formats/fhir/mdi/facts.ts'
import type { DeathRow, ToxicologyToTell } from '#modules/death/public.ts'
import { decedentOf, numberOfDeath } from './telling-death.ts'

type Told = ToxicologyToTell
type Result = Told['results'][number]
export interface Said {
  /** The service, by the name on its papers. */
  readonly sender: string
  readonly base: string
  /** Stands before the id of each part. */
  readonly prefix: string
  /** What is said of a specimen of the order in which nothing was looked for. */
  readonly notAnalysed: string
  readonly presumptive: (substance: string) => string
}

export function toxicologyFactsOf(death: DeathRow, told: Told, said: Said): ToxicologyFacts {
  const specimenId = (thing: string): string => `${said.prefix}-${thing}`.slice(0, 64)
  const answered = new Set(told.results.map((r) => r.item))
  return {
    // A section's certificate issued is final; passed at the bench and not issued is a draft.
    state: told.order.state === 'completed' ? 'final' : 'draft',
    source: { endpoint: said.base, name: said.sender, software: 'Custodia' },
    caseNumber: { system: `${said.base}/numbers/requests`, value: told.order.number },
    trackingNumbers: [{ kind: 'mdi-case-number', ...numberOfDeath(death, said.base) }],
    decedent: decedentOf(death, said.base),
    panel: { text: told.question },
    ...(told.results.at(-1)?.reviewed_at ? { issuedAt: told.results.at(-1)?.reviewed_at as string } : {}),
    performers: [],
    specimens: told.specimens.map((s) => ({
      id: specimenId(s.thing),
      accession: { system: `${said.base}/numbers/exhibits`, value: s.number },
      type: { text: s.kindName },
      ...(s.site ? { bodySite: { text: s.site } } : {}),
      containers: s.container
        ? [{ description: s.container, ...(s.additive ? { additive: s.additive } : {}) }]
        : [],
      ...(s.condition ? { condition: s.condition } : {}),
      notes: answered.has(s.thing) ? [] : [said.notAnalysed],
    })),
    results: told.results.map((r) => ({
      ...resultOf(r, told, said),
      id: `${said.prefix}-${r.id}`.slice(0, 64),
      ...(told.specimens.some((s) => s.thing === r.item) ? { specimen: specimenId(r.item) } : {}),
    })),
    conclusion: told.results.map((r) => r.says).join('\n'),
  }
}

function resultOf(
  r: Result,
  told: Told,
  said: Said,
): Pick<ToxicologyResult, 'analyte' | 'value' | 'limit' | 'notes'> {
  const substance = r.substanceName ?? told.question
  const limit = limitOf(r)
  return {
    analyte: { text: substance },
    value: valueOf(r, substance, said),
    ...(limit ? { limit } : {}),
    notes: notesOf(r),
  }
}
/** Only in the unit of the amount: a limit of weight beside a concentration would say nothing. */
function limitOf(r: Result): ToxicologyResult['limit'] {
  const { limit, limitUnit } = r.statement_values
  if (r.value === null || limit === undefined || limitUnit !== r.unit) return undefined
  const decision = r.decision === 'above' || r.decision === 'below' ? r.decision : null
  return { value: String(limit), decision }
}
/** The same unit as a partner's machine reads it (UCUM): equal, never converted. */
const UCUM: Readonly<Record<string, string>> = {
  'mg/100 ml': 'mg/dL',
  'g/100 ml': 'g/dL',
  'mg/l': 'mg/L',
  'µg/l': 'ug/L',
  'ng/ml': 'ng/mL',
  'µg/ml': 'ug/mL',
}
const ucum = (unit: string): string => UCUM[unit] ?? unit
function valueOf(r: Result, substance: string, said: Said): ResultValue {
  if (r.kind === 'quantity' && r.value !== null && r.unit !== null)
    return { kind: 'amount', value: r.value, unit: ucum(r.unit) }
  const { least, unit } = r.statement_values
  if (r.kind === 'quantity' && least !== undefined && unit !== undefined)
    return { kind: 'amount', comparator: '<', value: String(least), unit: ucum(String(unit)) }
  if (r.kind === 'identity') return { kind: 'word', word: 'detected' }
  if (r.kind === 'negative') return { kind: 'word', word: 'not-detected' }
  // A presumptive outcome never goes out as a detection.
  if (r.kind === 'presumptive') return { kind: 'text', text: said.presumptive(substance) }
  return { kind: 'text', text: r.says }
}
const notesOf = (r: Result): string[] =>
  r.uncertainty ? [`± ${r.uncertainty} ${r.unit ?? ''}${r.k ? ` (k = ${r.k})` : ''}`] : []
