/** Well-formed inputs for the operations of the observatory, and its lists. */
import { aCase, arrangeWords, type Ground } from '#modules/cases/examples.ts'

type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any
const question = { dataset: 'victims', rows: 'year' }

/** The lists that the observatory counts by; a list that is there stays as it is. */
export async function arrangeObservatory(lab: Ground): Promise<void> {
  await arrangeWords(lab)
  const lists: Record<string, [code: string, data?: unknown][]> = {
    'party-role': [
      ['victim', { victim: true }],
      ['deceased', { victim: true }],
    ],
    'age-band': [
      ['0-17', { least: 0, most: 17 }],
      ['18-34', { least: 18, most: 34 }],
      ['35-59', { least: 35, most: 59 }],
      ['60+', { least: 60 }],
    ],
    means: [['firearm'], ['sharp'], ['blunt'], ['other-means']],
    relationship: [['stranger'], ['partner'], ['relative']],
    context: [['gang'], ['interpersonal']],
    indicator: [
      [
        'homicide-count',
        {
          dataset: 'victims',
          where: ['iccs:0101'],
          year: 'year',
          series: 'month',
          owner: 'Observatory',
          meaning: 'Victims',
          meaningEs: 'Víctimas',
        },
      ],
      [
        'homicide-rate',
        {
          dataset: 'victims',
          where: ['iccs:0101'],
          year: 'year',
          per: 100_000,
          unit: 'per-100000',
          owner: 'Observatory',
          meaning: 'Victims',
          meaningEs: 'Víctimas',
        },
      ],
    ],
    population: [['2019', { year: 2019, persons: 408_487 }]],
    'difference-reason': [['other-day'], ['counted-twice']],
    'disclosure-rule': [['people', { threshold: 5 }]],
  }
  for (const [list, codes] of Object.entries(lists)) {
    await lab.arrange('catalogue.define-list', { list, en: list, es: list }).catch(() => null)
    for (const [code, data] of codes)
      await lab
        .arrange('catalogue.define-code', { list, code, en: code, es: code, ...(data ? { data } : {}) })
        .catch(() => null)
  }
}

async function victim(lab: Ground): Promise<{ case: string; victim: string }> {
  await arrangeObservatory(lab)
  const party = lab.ground.newId()
  const { id } = (await lab.arrange('cases.open-case', {
    ...aCase(),
    parties: [{ id: party, role: 'victim', sex: 'male', age: 30 }],
  })) as { id: string }
  return { case: id, victim: party }
}
async function counted(lab: Ground): Promise<string> {
  await arrangeObservatory(lab)
  return (
    (await lab.arrange('observatory.record-external-count', {
      indicator: 'homicide-count',
      source: 'Police',
      year: '2026',
      value: 7,
    })) as { id: string }
  ).id
}
export const examples: Record<string, Example> = {
  'observatory.cube': () => ({ dataset: 'victims', rows: 'year', where: 'sex:male' }),
  'observatory.cube-file': () => ({ dataset: 'victims', rows: 'year' }),
  'observatory.code-victim': victim,
  'observatory.prepare-release': () => ({ title: 'Victims by year', titleEs: 'Víctimas por año', question }),
  'observatory.freeze-figure': async (lab: Ground) => {
    await arrangeObservatory(lab)
    return { indicator: 'homicide-count', year: '2026' }
  },
  'observatory.record-external-count': async (lab: Ground) => {
    await arrangeObservatory(lab)
    return { indicator: 'homicide-count', source: 'Police', year: '2026', value: 7 }
  },
  'observatory.explain-difference': async (lab: Ground) => ({
    count: await counted(lab),
    reason: 'other-day',
    n: 1,
  }),
}
