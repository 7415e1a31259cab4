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
      ['deceased', { victim: true, died: true }],
    ],
    'age-band': [
      ['0-17', { least: 0, most: 17 }],
      ['18-34', { least: 18, most: 34 }],
      ['35-59', { least: 35, most: 59 }],
      ['60+', { least: 60 }],
    ],
    'alcohol-band': [
      ['none', { least: 0, most: 9 }],
      ['10-80', { least: 10, most: 80 }],
      ['81-plus', { least: 81 }],
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
  await words(lab, lists)
}

/** Codes of lists; what is there stays as it is. */
export async function words(
  lab: Ground,
  lists: Readonly<Record<string, readonly (readonly [code: string, data?: unknown])[]>>,
): Promise<void> {
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
/** Another agency with an agreement on data in force. */
async function partner(lab: Ground): Promise<{ agency: string; agreement: string }> {
  await arrangeObservatory(lab)
  const { id: agency } = (await lab.arrange('identity.register-agency', {
    name: `Observatory ${lab.ground.newId()}`,
    shortName: 'OBS',
    kind: 'observatory',
  })) as { id: string }
  const { id: agreement } = (await lab.arrange('identity.sign-agreement', {
    agency,
    kind: 'data-sharing',
    title: 'Sharing of data',
    signedOn: '2026-01-05',
    validFrom: '2026-01-05',
    forService: 'Director',
    forAgency: 'Head',
  })) as { id: string }
  return { agency, agreement }
}
const asked = async (lab: Ground) => ({
  ...(await partner(lab)),
  since: '2020',
  purpose: 'Analysis',
  legalBasis: 'Data agreement',
})
const feedOf = async (lab: Ground): Promise<string> =>
  ((await lab.arrange('observatory.open-feed', await asked(lab))) as { id: string }).id
export const aGrant = (more: object = {}) => ({
  donor: 'UNDP',
  agreement: `G-${String(Math.floor(performance.now() * 1_000))}`,
  title: 'Evidence that holds',
  from: '2026-01-01',
  until: '2027-12-31',
  currency: 'USD',
  lines: [
    { code: 'training', name: 'Training', amount: '20000.00' },
    { code: 'equipment', name: 'Equipment', amount: '55000.00' },
  ],
  indicators: [
    { indicator: 'homicide-count', baselineYear: '2025', baseline: '40', target: '20', targetYear: '2027' },
  ],
  ...more,
})
const grantOf = async (lab: Ground): Promise<string> => {
  await arrangeObservatory(lab)
  return ((await lab.arrange('observatory.record-grant', aGrant())) as { id: string }).id
}
const reportOf = async (lab: Ground): Promise<string> =>
  (
    (await lab.arrange('observatory.report-grant', {
      grant: await grantOf(lab),
      from: '2026-01-01',
      until: '2026-02-01',
      words: 'Two courses were held.',
    })) as { id: string }
  ).id
export const examples: Record<string, Example> = {
  'observatory.record-grant': async (lab: Ground) => (await arrangeObservatory(lab), aGrant()),
  'observatory.record-spending': async (lab: Ground) => ({
    grant: await grantOf(lab),
    line: 'training',
    amount: '1200.00',
    on: '2026-02-01',
  }),
  'observatory.report-grant': async (lab: Ground) => ({
    grant: await grantOf(lab),
    from: '2026-01-01',
    until: '2026-02-01',
    words: 'Two courses were held.',
  }),
  'observatory.approve-grant-report': async (lab: Ground) => ({ report: await reportOf(lab) }),
  'observatory.return-grant-report': async (lab: Ground) => ({
    report: await reportOf(lab),
    words: 'The second course is not in it',
  }),
  'observatory.get-grant': async (lab: Ground) => ({ grant: await grantOf(lab) }),
  'observatory.grants': () => ({ limit: 20 }),
  'observatory.record-cost': async (lab: Ground) => {
    await arrangeObservatory(lab)
    await words(lab, { discipline: [['drugs']] })
    return { year: '2026', discipline: 'drugs', kind: 'consumables', amount: '1250.50' }
  },
  'observatory.foresight-file': () => ({ year: '2026' }),
  'observatory.open-feed': asked,
  'observatory.approve-feed': async (lab: Ground) => ({ feed: await feedOf(lab) }),
  'observatory.end-feed': async (lab: Ground) => ({ feed: await feedOf(lab), words: 'Over' }),
  'observatory.make-feed-batch': async (lab: Ground) => ({ feed: await feedOf(lab) }),
  'observatory.feed-batches': async (lab: Ground) => ({ feed: await feedOf(lab) }),
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
