/**
 * The forms of a published table: CSV with its headings, a spreadsheet with a second sheet about it, JSON with definition, question, instant, policy and hash
 * (and what was hashed, so that whoever has the file can make the hash again), GeoJSON where its rows are districts.
 */
import { xlsxOf } from '#formats/xlsx.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { placesOf } from './outlines.ts'
import type { ReleaseRow } from './store/releases.ts'
import { csvOf, linesOf } from './table-file.ts'

interface Form {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}

export async function formOfRelease(
  cx: Cx,
  row: ReleaseRow,
  as: 'csv' | 'json' | 'xlsx' | 'geojson',
): Promise<Form> {
  const { shown } = row
  const es = cx.language === 'es'
  const [rows, columns] = [es ? shown.rowsEs : shown.rows, es ? shown.columnsEs : shown.columns]
  const file = (mediaType: string, bytes: Buffer): Form => ({ name: `${row.number}.${as}`, mediaType, bytes })
  switch (as) {
    case 'json':
      return file('application/json', Buffer.from(JSON.stringify(wholeOf(cx, row), null, 1)))
    case 'geojson':
      return file('application/geo+json', Buffer.from(JSON.stringify(await mapOf(cx, row))))
    case 'xlsx':
      return file(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        xlsxOf(
          [
            { name: row.number, rows: linesOf(cx, rows, columns, shown.cells) },
            { name: cx.say('observatory.about'), rows: aboutOf(cx, row) },
          ],
          row.as_of,
        ),
      )
    case 'csv':
      return file('text/csv', Buffer.from(csvOf(cx, rows, columns, shown.cells)))
  }
}
const titleOf = (cx: Cx, row: ReleaseRow): string => (cx.language === 'es' ? row.title_es : row.title_en)
const definitionOf = (cx: Cx, row: ReleaseRow): string =>
  cx.say(`observatory.definition-${row.asked.dataset}-count`)

const wholeOf = (cx: Cx, row: ReleaseRow) => ({
  format: 'custodia-table/1',
  number: row.number,
  title: titleOf(cx, row),
  titles: { en: row.title_en, es: row.title_es },
  definition: definitionOf(cx, row),
  asOf: row.as_of,
  question: row.asked,
  policy: row.policy,
  rows: row.shown.rows,
  columns: row.shown.columns,
  cells: row.shown.cells,
  // The hash is SHA-256 over RFC 8785 of { title (English), question, asOf, shown }.
  shown: row.shown,
  sha256: row.sha256,
})

const aboutOf = (cx: Cx, row: ReleaseRow): string[][] => [
  [cx.say('observatory.number'), row.number],
  [cx.say('observatory.title'), titleOf(cx, row)],
  [cx.say('observatory.definition'), definitionOf(cx, row)],
  [cx.say('observatory.question'), JSON.stringify(row.asked)],
  [cx.say('observatory.as-of'), row.as_of],
  ['SHA-256', row.sha256],
]

async function mapOf(cx: Cx, row: ReleaseRow) {
  if (row.asked.rows !== 'district')
    throw new Refusal('conflict', 'observatory.no-map-of-this', { next: 'observatory.next-by-district' })
  const { rows, rowsEs, columns, cells } = row.shown
  const places = new Map((await placesOf(cx, 'district')).map((p) => [p.code, p]))
  const features = rows.map((r, i) => {
    const outline = places.get(r.code)?.outline ?? []
    const counts = Object.fromEntries(
      [...columns, { code: 'all' }].map((c, j) => [c.code, cells[i]?.[j] ?? null]),
    )
    const name = cx.language === 'es' ? (rowsEs[i]?.label ?? r.label) : r.label
    return {
      type: 'Feature',
      id: r.code,
      // RFC 7946: a ring ends where it began.
      geometry:
        outline.length > 0
          ? { type: 'MultiPolygon', coordinates: outline.map((ring) => [[...ring, ring[0]]]) }
          : null,
      properties: { code: r.code, name, ...counts },
    }
  })
  return {
    type: 'FeatureCollection',
    number: row.number,
    asOf: row.as_of,
    boundaries: [...new Set([...places.values()].flatMap((p) => p.boundary ?? []))].join('; '),
    sha256: row.sha256,
    features,
  }
}
