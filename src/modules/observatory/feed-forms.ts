/** The forms in which a batch is given: as it is kept (JSON), as a table, as points on a map, as counts for SDMX, its code book, or all of them in one archive. */
import { type Packed, zipOf } from '#formats/zip.ts'
import { fileOf } from '#modules/exchange/public.ts'
import type { FeedForm } from './contract/feed.ts'
import type { BookField } from './code-book.ts'
import type { Told } from './feeding.ts'
import { NOT_RELEASED } from './rules/records.ts'

export interface Form {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}
/** Where each district's blurred point lies: the middle of its outline. */
export type Middles = ReadonlyMap<string, readonly [lng: number, lat: number]>

export function formOf(as: FeedForm, told: Told, kept: Buffer, middles: Middles): Form {
  const name = `${told.feed}-${String(told.batch).padStart(3, '0')}-${told.month}`
  const text = (body: string): Buffer => Buffer.from(body, 'utf8')
  switch (as) {
    case 'json':
      return { name: `${name}.json`, mediaType: 'application/json', bytes: kept }
    case 'csv':
      return { name: `${name}.csv`, mediaType: 'text/csv', bytes: text(tableOf(told)) }
    case 'geojson':
      return {
        name: `${name}.geojson`,
        mediaType: 'application/geo+json',
        bytes: text(pointsOf(told, middles)),
      }
    case 'sdmx-csv':
      return { name: `${name}.sdmx.csv`, mediaType: 'text/csv', bytes: text(sdmxOf(told)) }
    case 'code-book':
      return { name: `${name}-code-book.csv`, mediaType: 'text/csv', bytes: text(bookOf(told)) }
    case 'package': {
      const files: Packed[] = (['json', 'csv', 'geojson', 'sdmx-csv', 'code-book'] as const).map((form) => {
        const { name: own, bytes } = formOf(form, told, kept, middles)
        return { name: own, bytes }
      })
      return {
        name: `${name}.zip`,
        mediaType: 'application/zip',
        bytes: Buffer.from(zipOf(files, told.asOf)),
      }
    }
  }
}

const fieldsOf = (told: Told): readonly BookField[] => told.codeBook as readonly BookField[]
const text = (value: string | readonly string[] | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : value.join('|')

function tableOf(told: Told): string {
  const columns = fieldsOf(told)
    .map((f) => f.field)
    .filter((f) => !['key', 'revision', 'change'].includes(f))
  const rows = told.records.map((r) => [
    r.key,
    String(r.revision),
    r.change,
    told.asOf,
    told.sourceAgency,
    told.boundaries,
    ...columns.map((c) => text(r.body[c])),
  ])
  return fileOf(
    [['key', 'revision', 'change', 'asOf', 'sourceAgency', 'boundaries', ...columns], ...rows],
    ',',
  )
}

/** RFC 7946; a record whose place is not told has no point, none has a point of its own. */
function pointsOf(told: Told, middles: Middles): string {
  const features = told.records
    .filter((r) => r.change !== 'withdrawn')
    .map((r) => {
      const at = middles.get(text(r.body.district))
      return {
        type: 'Feature',
        id: r.key,
        geometry: at ? { type: 'Point', coordinates: at } : null,
        properties: { revision: r.revision, change: r.change, blurred: 'middle of the district', ...r.body },
      }
    })
  return JSON.stringify({ type: 'FeatureCollection', boundaries: told.boundaries, asOf: told.asOf, features })
}

const absentCodes: Readonly<Record<string, string>> = {
  unknown: '_U',
  'not-applicable': '_Z',
  'not-yet-determined': '_X',
  '': '_X',
  [NOT_RELEASED]: 'NR',
}

export const sdmxCode = (value: string): string => absentCodes[value] ?? value

/**
 * SDMX-CSV 2.0 (SDMX 3.0, section 7): observations of counts by place, class, sex, age and year. Each is a count of records that already look like enough
 * others, so none is small. The absences stay apart, by the cross-domain codes of SDMX: _U unknown, _Z not applicable, _X not yet determined; what is known and not
 * told is NR, and an attribute says why a value is missing.
 */
function sdmxOf(told: Told): string {
  const counts = new Map<string, number>()
  const keyed = told.dataset === 'victims' ? 'iccs' : 'manner'
  for (const { body, change } of told.records) {
    if (change === 'withdrawn') continue
    const key = [body.district, body[keyed], body.sex, body.ageBand, body.year]
      .map((value) => sdmxCode(text(value)))
      .join('\u0001')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const rows = [...counts]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([key, n]) => {
      const [area = '', group = '', sex = '', age = '', year = ''] = key.split('\u0001')
      const few = n < told.policy.k
      return [
        'dataflow',
        `CUSTODIA:${told.dataset.toUpperCase()}(1.0.0)`,
        'I',
        'A',
        area,
        group,
        sex,
        age,
        year,
        few ? '' : String(n),
        few ? 'Q' : 'A',
        few ? 'C' : 'F',
        'PERSONS',
      ]
    })
  const head = [
    'STRUCTURE',
    'STRUCTURE_ID',
    'ACTION',
    'FREQ',
    'REF_AREA',
    keyed === 'iccs' ? 'ICCS' : 'MANNER',
    'SEX',
    'AGE',
    'TIME_PERIOD',
    'OBS_VALUE',
    'OBS_STATUS',
    'CONF_STATUS',
    'UNIT_MEASURE',
  ]
  return fileOf([head, ...rows], ',')
}

function bookOf(told: Told): string {
  const rows = fieldsOf(told).flatMap((f) => [
    [f.field, '', f.en, f.es, f.list ?? '', f.tells ? 'yes' : 'no'],
    ...f.values.map((v) => [f.field, v.code, v.en, v.es, f.list ?? '', '']),
  ])
  return fileOf([['field', 'code', 'en', 'es', 'list', 'tells'], ...rows], ',')
}
