/** MDI bundles for a thousand deaths: made of plain facts, as JSON, and read back; no database and no validator in it. */
import { performance } from 'node:perf_hooks'
import { parseResource } from '../src/formats/fhir/json.ts'
import type { DeathFacts } from '../src/formats/fhir/mdi/facts.ts'
import { readDeathDocument } from '../src/formats/fhir/mdi/read-death-document.ts'
import { writeDeathDocument } from '../src/formats/fhir/mdi/write-death-document.ts'
import { round } from './measure.ts'

const manners = ['natural', 'accident', 'suicide', 'homicide', 'undetermined'] as const
const deathOf = (n: number): DeathFacts => ({
  state: 'final',
  writtenAt: '2026-11-24T15:00:00Z',
  trackingNumbers: [{ kind: 'mdi-case-number', system: 'https://example.org/deaths', value: `D-2026-${n}` }],
  decedent: {
    identifiers: [{ system: 'https://example.org/deaths', value: `D-2026-${n}` }],
    name: { family: 'Novelo', given: ['Rodolfo'] },
    sex: 'male',
    birthDate: '1980',
  },
  death: { when: { kind: 'at', at: '2026-11-22' }, dating: 'approximate', place: { name: `Mile ${n % 90}` } },
  certifier: {
    identifier: { system: 'https://example.org/people', value: '1' },
    name: { family: 'Escalante' },
    kind: 'medical-examiner',
    certifiedAt: '2026-11-24T15:00:00Z',
  },
  causes: [
    { text: 'Transection of the thoracic aorta', interval: 'minutes' },
    { text: 'Blunt injuries of the chest', interval: 'unknown' },
  ],
  otherConditions: 'Acute ethanol intoxication',
  manner: manners[n % manners.length] as (typeof manners)[number],
  injury: {
    how: 'Driver of a car that left the road',
    when: '2026-11-22',
    atWork: 'no',
    transportRole: 'driver',
  },
  autopsy: { performed: 'yes' },
})

export function mdiBundles(deaths: number): {
  op: string
  deaths: number
  writtenMs: number
  readMs: number
  perSecond: number
  meanBytes: number
} {
  const since = performance.now()
  const files = Array.from({ length: deaths }, (_, n) => {
    const made = writeDeathDocument(deathOf(n), {
      base: 'https://example.org/fhir',
      prefix: `d-2026-${n}`,
      bundle: `0190f3c2-7a51-7c33-9b1d-${String(n).padStart(12, '0')}`,
      at: '2026-11-24T15:00:00Z',
    })
    if (!made.ok) throw new Error('a death of the bench cannot be written')
    return Buffer.from(JSON.stringify(made.bundle))
  })
  const writtenMs = performance.now() - since
  const before = performance.now()
  for (const file of files) readDeathDocument(parseResource(file))
  const bytes = files.reduce((sum, file) => sum + file.length, 0)
  return {
    op: 'MDI bundles for 1,000 deaths',
    deaths,
    writtenMs: round(writtenMs),
    readMs: round(performance.now() - before),
    perSecond: Math.round((deaths * 1_000) / writtenMs),
    meanBytes: Math.round(bytes / deaths),
  }
}
