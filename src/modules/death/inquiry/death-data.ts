/** Deaths as rows of data for those who count: coded, without names, words or numbers of people; the names of the fields are the laboratory's (list `core-data-field`). */
import { codesOf } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { dataSets } from './contract.ts'
import { type DataRow, deathRows } from './store/inquiries.ts'

const MOST = 20_000
/** What violence or poison looks like in the codes of a call and of a manner; a laboratory adds its own by `data: {violence: true}` on a circumstance. */
const VIOLENT = ['firearm', 'sharp', 'blunt', 'asphyxia', 'drug'] as const
const VIOLENT_MANNERS = ['homicide', 'suicide'] as const

type Read = (d: DataRow) => string | number | null
const joined = (all: readonly string[] | null): string => (all ?? []).join(' ')
/** In the order of the six groups of the Medicolegal Death Investigator data set: report, certifier, investigated, certificate, statistics, tracking. */
const fields: readonly (readonly [key: string, read: Read])[] = [
  ['number', (d) => d.number ?? d.call_number],
  ['case-disposition', (d) => d.state],
  ['decline-reason', (d) => d.reason],
  ['law', (d) => d.profile],
  ['called-at', (d) => d.called_at],
  ['setting', (d) => d.setting],
  ['circumstances', (d) => joined(d.circumstances)],
  ['district', (d) => d.district],
  ['transport', (d) => (d.transport ? 'Y' : 'N')],
  ['unidentified', (d) => (d.identity === 'none' ? 'Y' : 'N')],
  ['possible-identity', (d) => (d.identity === 'putative' || d.identity === 'presumed' ? 'Y' : 'N')],
  ['who-signs', (d) => d.signs],
  ['examination', (d) => d.examination],
  ['procedures', (d) => joined(d.orders)],
  ['evidence', (d) => (d.exhibits > 0 ? 'Y' : 'N')],
  ['valid', (d) => (d.reflects === null ? null : d.reflects === 'event' ? 'Y' : 'N')],
  ['wounds', (d) => d.wounds],
  ...[0, 1, 2, 3].map((i) => [`cause-${'abcd'[i]}`, (d: DataRow) => d.lines?.[i]?.text ?? null] as const),
  ['other-conditions', (d) => d.other],
  ['manner', (d) => d.manner],
  ['how-injured', (d) => d.how],
  ['pending', (d) => (d.cause === 'pending' ? (d.pending_because ?? 'Y') : null)],
  ['certificate', (d) => d.cause],
  ['died-on', (d) => d.died_on],
  ['injured-on', (d) => d.injured_on],
  ['sex', (d) => d.sex],
  ['age', (d) => d.age],
  ['age-unit', (d) => d.age_unit],
]

export interface DeathData {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** There are more than fit into one file. */
  readonly cut: boolean
}
const plain = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(plain).join(' | ')
  if (typeof value !== 'object') return String(value)
  const { value: said, absent, unit } = value as Record<string, unknown>
  if (absent !== undefined) return `(${String(absent)})`
  if (said !== undefined) return [plain(said), unit].filter(Boolean).join(' ')
  return Object.values(value).map(plain).filter(Boolean).join(', ')
}

export async function deathsAsData(
  cx: Cx,
  set: (typeof dataSets)[number],
  range: { from?: string | undefined; until?: string | undefined },
): Promise<DeathData> {
  const own = (await codesOf(cx, 'death-circumstance')).flatMap((c) =>
    (c.data as { violence?: unknown } | null)?.violence === true ? [c.code] : [],
  )
  const rows = await deathRows(
    cx,
    {
      ...range,
      child: set === 'child',
      ...(set === 'violence' ? { circumstances: [...VIOLENT, ...own], manners: VIOLENT_MANNERS } : {}),
    },
    MOST + 1,
  )
  const names = new Map(
    (await codesOf(cx, 'core-data-field')).map((c) => [
      c.code,
      String((c.data as { name?: unknown } | null)?.name ?? c.code),
    ]),
  )
  const shown = rows.slice(0, MOST)
  // What was asked by a form goes out under the key of the form and of the question, whatever the laboratory asks.
  const asked = [
    ...new Set(
      shown.flatMap((d) =>
        (d.answers ?? []).flatMap((a) => Object.keys(a.answers).map((key) => `${a.section}.${key}`)),
      ),
    ),
  ].toSorted()
  const answerOf = (d: DataRow, column: string): string => {
    const found = (d.answers ?? []).find((a) => column.startsWith(`${a.section}.`))
    return found ? plain(found.answers[column.slice(found.section.length + 1)]) : ''
  }
  return {
    columns: [...fields.map(([key]) => names.get(key) ?? key), ...asked],
    rows: shown.map((d) => [...fields.map(([, read]) => read(d)), ...asked.map((a) => answerOf(d, a))]),
    cut: rows.length > MOST,
  }
}

/** Two decimals of a degree are about a kilometre: near enough for a map, too far for a house. */
const COARSE = 2
export async function deathsAsPoints(
  cx: Cx,
  circumstance: string,
  range: { from?: string | undefined; until?: string | undefined },
): Promise<object> {
  const rows = await deathRows(cx, { ...range, circumstances: [circumstance] }, MOST)
  return {
    type: 'FeatureCollection',
    features: rows.flatMap((d) => {
      if (d.latitude === null || d.longitude === null) return []
      const coordinates = [d.longitude, d.latitude].map((n) => Number(Number(n).toFixed(COARSE)))
      return [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates },
          properties: {
            month: (d.injured_on ?? d.died_on ?? d.called_at).slice(0, 7),
            circumstances: d.circumstances,
            district: d.district,
            manner: d.manner,
          },
        },
      ]
    }),
  }
}
