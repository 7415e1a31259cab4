/** What is public, for anybody: each table with its definition and hash; of what was withdrawn, that it was and why. */
import { letterhead } from '#modules/catalogue/public.ts'
import { query } from '#platform/define.ts'
import { OpenData, OpenDataSeen } from '../contract.ts'
import { everPublished } from '../store/releases.ts'

export const openData = query({
  name: 'observatory.open-data',
  summary: 'The published tables, for anybody.',
  who: 'anyone',
  input: OpenData,
  output: OpenDataSeen,
  async run(cx) {
    cx.allow(null)
    const es = cx.language === 'es'
    const { serviceName } = await letterhead(cx, cx.language)
    return {
      service: serviceName,
      items: (await everPublished(cx)).map((r) => {
        const withdrawn = r.state === 'withdrawn' ? (r.state_words ?? '') : null
        return {
          id: r.id,
          number: r.number,
          title: es ? r.title_es : r.title_en,
          publishedAt: r.published_at ?? r.state_at,
          asOf: r.as_of,
          rows: withdrawn === null ? [...(es ? r.shown.rowsEs : r.shown.rows)] : [],
          columns: withdrawn === null ? [...(es ? r.shown.columnsEs : r.shown.columns)] : [],
          cells: withdrawn === null ? r.shown.cells.map((line) => [...line]) : [],
          definition: cx.say(`observatory.definition-${r.asked.dataset}-count`),
          withdrawn,
          mapped: r.asked.rows === 'district',
          sha256: r.sha256,
        }
      }),
    }
  },
})
