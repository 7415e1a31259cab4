/** A laboratory at its bench, as every story of results begins: its library, limits of two laws, Eugenio who examines and Ingrid who reviews. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../src/app/modules.ts'
import { verifyInstallation } from '../src/ledger/verify.ts'
import * as bench from '../src/modules/results/examples.ts'
import { type Answer, type Lab, type Said, openLab } from './lab.ts'

export interface BenchHouse {
  readonly lab: Lab
  /** As the builders of the modules take it. */
  readonly L: () => never
  readonly eugenio: () => ReturnType<Lab['as']>
  readonly ingrid: () => ReturnType<Lab['as']>
  readonly seen: (worksheet: string, who?: string) => Promise<Said>
  readonly may: (worksheet: string, operation: string, who: string) => Promise<Said>
  readonly conclude: (at: bench.Sheet, kind: string, more?: Record<string, unknown>) => Promise<Answer>
  readonly review: (
    at: { worksheet: string },
    who?: string,
    more?: Record<string, unknown>,
  ) => Promise<Answer>
  /** The last word of a file: its stories left nothing that does not follow from what was recorded. */
  readonly addsUp: () => void
}

/** Called once at the top of a test file. */
export function benchHouse(): BenchHouse {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
    await bench.libraryOf(lab as never)
    await lab.arrange('catalogue.define-list', { list: 'paper-rule', en: 'Papers', es: 'Papeles' })
    await lab.arrange('catalogue.define-code', {
      list: 'paper-rule',
      code: 'pounds',
      en: 'Pounds',
      es: 'Libras',
    })
    for (const [key, value, from, until] of [
      ['cocaine-10g', '10', '2017-11-01', '2026-10-31'],
      ['cocaine-20g', '20', '2026-11-01', null],
    ] as const)
      await lab.arrange('catalogue.define-limit', {
        key,
        substance: 'cocaine',
        value,
        unit: 'g',
        comparison: 'more-than',
        law: 'Misuse of Drugs Act',
        en: `More than ${value} g`,
        es: `Más de ${value} g`,
        validFrom: from,
        ...(until ? { validUntil: until } : {}),
      })
  })
  afterAll(() => lab?.close())
  const as = (who: string): ReturnType<Lab['as']> => lab.as(who)
  const seen: BenchHouse['seen'] = async (worksheet, who = 'eugenio') =>
    (await as(who).ask('results.worksheet', { worksheet })).body
  return {
    get lab() {
      return lab
    },
    L: () => lab as never,
    eugenio: () => as('eugenio'),
    ingrid: () => as('ingrid'),
    seen,
    may: async (worksheet, operation, who) =>
      (await seen(worksheet, who)).actions.find((a: { operation: string }) => a.operation === operation),
    conclude: (at, kind, more = {}) =>
      as('eugenio').tell('results.record-conclusion', { ...at.about, kind, substance: 'cocaine', ...more }),
    review: (at, who = 'ingrid', more = {}) =>
      as(who).tell('results.review-technically', { worksheet: at.worksheet, ...more }, { stepUp: true }),
    addsUp: () =>
      test('what was recorded adds up to what stands', async () => {
        const report = await verifyInstallation(lab.ground, modules, {})
        expect(report.problems.filter((p) => p.table?.startsWith('results.'))).toEqual([])
      }),
  }
}

export const offenceOn = (on: string) => ({
  submission: { newCase: { title: 'Seizure', type: 'criminal', incident: { on } } },
})
