/** Searches in systems that stand alone, for stories and for the coverage tests. */
import { type Ground as WorkGround, requested, sectionOf } from '#modules/work/examples.ts'

type Story = any // oxlint-disable-line typescript/no-explicit-any
type Example = (lab: Story) => unknown

export async function systemsOf(lab: WorkGround): Promise<void> {
  await lab
    .arrange('catalogue.define-list', { list: 'search-system', en: 'System', es: 'Sistema' })
    .catch(() => undefined)
  await lab.arrange('catalogue.define-code', {
    list: 'search-system',
    code: 'ibis',
    en: 'Ballistic imaging',
    es: 'Imágenes balísticas',
    data: { databases: ['National', 'Regional'] },
    validFrom: '2020-01-01',
  })
}
export const aSearch = (item: string, more: Record<string, unknown> = {}) => ({
  item,
  system: 'ibis',
  databases: ['National'],
  searched: 'Breech face mark',
  reference: 'I-4711',
  searchedAt: '2026-11-20T15:00:00.000Z',
  candidates: [
    { rank: 1, label: 'CC-2019-044', score: '387' },
    { rank: 2, label: 'CC-2021-310', score: '112,5' },
  ],
  ...more,
})
async function searched(lab: Story): Promise<{ item: string; search: string; candidate: string }> {
  await sectionOf(lab)
  await systemsOf(lab)
  const item = (await requested(lab, 'started')).items[0]?.id as string
  const made = await lab.as('eugenio').do('results.record-system-search', aSearch(item))
  return { item, search: made.id, candidate: made.candidates[0] }
}
const followed = async (lab: Story): Promise<string> =>
  (
    await lab.as('eugenio').do('results.follow-up-candidate', {
      candidate: (await searched(lab)).candidate,
      outcome: 'no-hit',
      words: 'Other class of firing pin',
    })
  ).id

export const searchExamples: Record<string, Example> = {
  'results.record-system-search': async (lab) => {
    await systemsOf(lab)
    return aSearch((await requested(lab, 'started')).items[0]?.id as string)
  },
  'results.follow-up-candidate': async (lab) => ({
    candidate: (await searched(lab)).candidate,
    outcome: 'inconclusive',
    words: 'Too few marks',
  }),
  'results.verify-follow-up': async (lab) => ({ followUp: await followed(lab), agrees: true }),
  'results.system-searches': async (lab) => ({ item: (await searched(lab)).item }),
  'results.system-search-file': async (lab) => ({ search: (await searched(lab)).search }),
}
