/** A published table as a file for anybody: CSV or spreadsheet with its headings, JSON with question, instant, policy and hash, GeoJSON where its rows are districts. */
import { Refusal, notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { ReleaseFile } from '../contract.ts'
import { releaseById } from '../store/releases.ts'
import { csvOf, linesOf } from '../table-file.ts'
import { placesOf } from '../outlines.ts'
import { xlsxOf } from '#formats/xlsx.ts'

export const releaseData = stream({
  name: 'observatory.release-data',
  summary: 'Gives a published table as CSV, spreadsheet, JSON or GeoJSON to anybody.',
  who: 'anyone',
  input: ReleaseFile,
  async run(cx, input) {
    cx.allow(null)
    const row = await releaseById(cx, input.release)
    if (row.state !== 'published') throw notFound()
    const { rows, rowsEs, columns, columnsEs, cells } = row.shown
    const es = cx.language === 'es'
    const definition = cx.say(`observatory.definition-${row.asked.dataset}-count`)
    if (input.as === 'json') {
      const body = {
        format: 'custodia-table/1',
        number: row.number,
        title: es ? row.title_es : row.title_en,
        titles: { en: row.title_en, es: row.title_es },
        definition,
        asOf: row.as_of,
        question: row.asked,
        policy: row.policy,
        rows,
        columns,
        cells,
        // As it was hashed, with the English title, question and instant: RFC 8785, SHA-256.
        shown: row.shown,
        sha256: row.sha256,
      }
      return {
        name: `${row.number}.json`,
        mediaType: 'application/json',
        bytes: Buffer.from(JSON.stringify(body, null, 1)),
      }
    }
    const about = [
      [cx.say('observatory.number'), row.number],
      [cx.say('observatory.title'), es ? row.title_es : row.title_en],
      [cx.say('observatory.definition'), definition],
      [cx.say('observatory.question'), JSON.stringify(row.asked)],
      [cx.say('observatory.as-of'), row.as_of],
      ['SHA-256', row.sha256],
    ]
    const lines = linesOf(cx, es ? rowsEs : rows, es ? columnsEs : columns, cells)
    if (input.as === 'xlsx')
      return {
        name: `${row.number}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: xlsxOf([{ name: row.number, rows: lines }, { name: cx.say('observatory.about'), rows: about }], row.as_of),
      }
    if (input.as === 'geojson') {
      if (row.asked.rows !== 'district')
        throw new Refusal('conflict', 'observatory.no-map-of-this', { next: 'observatory.next-by-district' })
      const places = new Map((await placesOf(cx, 'district')).map((p) => [p.code, p]))
      const features = rows.map((r, i) => {
        const outline = places.get(r.code)?.outline ?? []
        const counts = Object.fromEntries(
          [...columns, { code: 'all' }].map((c, j) => [c.code, cells[i]?.[j] ?? null]),
        )
        return {
          type: 'Feature',
          id: r.code,
          // RFC 7946: a ring ends where it began.
          geometry:
            outline.length > 0
              ? { type: 'MultiPolygon', coordinates: outline.map((ring) => [[...ring, ring[0]]]) }
              : null,
          properties: { code: r.code, name: es ? (rowsEs[i]?.label ?? r.label) : r.label, ...counts },
        }
      })
      const boundaries = [...new Set([...places.values()].flatMap((p) => p.boundary ?? []))].join('; ')
      const body = {
        type: 'FeatureCollection',
        number: row.number,
        asOf: row.as_of,
        boundaries,
        sha256: row.sha256,
        features,
      }
      return {
        name: `${row.number}.geojson`,
        mediaType: 'application/geo+json',
        bytes: Buffer.from(JSON.stringify(body)),
      }
    }
    const text = csvOf(cx, es ? rowsEs : rows, es ? columnsEs : columns, cells)
    return { name: `${row.number}.csv`, mediaType: 'text/csv', bytes: Buffer.from(text) }
  },
})
