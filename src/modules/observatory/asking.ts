/** A question put to the sums: what it may ask, how its answer is laid out and named, and with how much care it is shown. */
import { codesOf } from '#modules/catalogue/public.ts'
import { oversight } from '#identity/sight.ts'
import { unitNames } from './store/units.ts'
import { followedUpTo, hasFollowed } from '#ledger/followed.ts'
import { canonical } from '#kernel/canonical.ts'
import { instantOf } from '#kernel/shapes.ts'
import { Refusal, no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { createHash } from 'node:crypto'
import { type Heading, type Question, absents, confidences } from './contract.ts'
import { type Counted, countAll } from './store/cube.ts'
import { WAITING, stages } from './store/stages.ts'
import { type Dataset, type Dimension, FOLLOWER, datasetOf } from './store/datasets.ts'

export interface Table {
  readonly rows: readonly Heading[]
  readonly columns: readonly Heading[]
  /** Exact, with sums as last row and column (a table of one way: one column); null where nothing is counted in a weight or a span. */
  readonly cells: readonly (readonly (string | null)[])[]
  readonly people: readonly (readonly { n: number; key: number }[])[]
  readonly definition: string
}

/** As of which instant a question is answered (now, where it says none), and until when the sums have taken everything in. */
export async function knownAt(
  cx: Cx,
  asked: string | null | undefined,
): Promise<{ asOf: string; keptUpTo: string | null }> {
  return { asOf: asked && asked < cx.now ? asked : cx.now, keptUpTo: await followedUpTo(cx, FOLLOWER) }
}

/**
 * The instant of what is kept for ever: a minute ago, so that nothing that was being written then comes to be known of it later; and refused
 * while the sums have not come that far.
 */
export async function settledAt(cx: Cx, asked: string | null | undefined): Promise<string> {
  const latest = instantOf(Date.parse(cx.now) - 60_000)
  const asOf = asked && asked < latest ? asked : latest
  const { keptUpTo } = await knownAt(cx, asOf)
  refuseUnless(
    unless(
      await hasFollowed(cx, FOLLOWER, asOf),
      no('observatory.sums-are-behind', { until: keptUpTo ?? '–' }, 'observatory.next-wait-a-minute'),
    ),
  )
  return asOf
}

function dimensionOf(dataset: Dataset, key: string): Dimension {
  const found = dataset.dimensions.find((d) => d.key === key)
  if (!found)
    throw new Refusal('invalid', 'observatory.no-such-dimension', {
      values: { dimension: key },
      next: 'observatory.next-see-dictionary',
    })
  return found
}

/** The dimensions a question names; a refusal says which of them there is not. */
export function alongOf(dataset: Dataset, asked: Question) {
  const find = (key: string): Dimension => dimensionOf(dataset, key)
  if (!dataset.measures.includes(asked.measure))
    throw new Refusal('invalid', 'observatory.no-such-measure', {
      values: { measure: asked.measure },
      next: 'observatory.next-see-dictionary',
    })
  return {
    rows: find(asked.rows),
    columns: asked.columns && asked.columns !== asked.rows ? find(asked.columns) : null,
    where: Object.entries(asked.where).map(([key, values]) => [find(key), values] as const),
  }
}

export async function tableOf(cx: Cx, asked: Question, asOf: string): Promise<Table> {
  const dataset = datasetOf[asked.dataset]
  const along = alongOf(dataset, asked)
  const counted = await countAll(cx, dataset, asked, along, asOf)
  const rows = await headingsOf(
    cx,
    along.rows,
    counted.filter((c) => c.sums === 'row').map((c) => c.r),
  )
  const columns = along.columns
    ? await headingsOf(
        cx,
        along.columns,
        counted.filter((c) => c.sums === 'column').map((c) => c.c),
      )
    : []
  const at = new Map(counted.map((c) => [placeOf(c, columns.length === 0), c]))
  const width = columns.length === 0 ? [''] : [...columns.map((c) => c.code), SUM]
  const grid = [...rows.map((r) => r.code), SUM].map((r) => width.map((c) => at.get(`${r} ${c}`)))
  return {
    rows,
    columns,
    cells: grid.map((line) => line.map((c) => c?.value ?? (asked.measure === 'count' ? '0' : null))),
    people: grid.map((line) => line.map((c) => ({ n: c?.n ?? 0, key: c?.key ?? 0 }))),
    definition: cx.say(`observatory.definition-${asked.dataset}-${asked.measure}`),
  }
}

/** The headings of a table in the language of `cx`, in the order they have: named again, not counted again. */
export async function headingsAgain(
  cx: Cx,
  asked: Question,
  { rows, columns }: Pick<Table, 'rows' | 'columns'>,
): Promise<Pick<Table, 'rows' | 'columns'>> {
  const along = alongOf(datasetOf[asked.dataset], asked)
  const named = async (dimension: Dimension, headings: readonly Heading[]): Promise<Heading[]> => {
    const names = new Map(
      (
        await headingsOf(
          cx,
          dimension,
          headings.map((h) => h.code),
        )
      ).map((h) => [h.code, h.label]),
    )
    return headings.map((h) => ({ code: h.code, label: names.get(h.code) ?? h.label }))
  }
  return {
    rows: await named(along.rows, rows),
    columns: along.columns ? await named(along.columns, columns) : [],
  }
}
const SUM = '\u0001'
/** Of a table of one way the sums of rows are its cells, and the total its sum. */
function placeOf(c: Counted, oneWay: boolean): string {
  if (oneWay) return c.sums === 'row' ? `${c.r} ` : c.sums === 'total' ? `${SUM} ` : `- ${c.sums}${c.r}`
  const row = c.sums === 'cell' || c.sums === 'row' ? c.r : SUM
  return `${row} ${c.sums === 'cell' || c.sums === 'column' ? c.c : SUM}`
}

export const oversees = (cx: Cx): boolean =>
  cx.actor.kind !== 'person' || cx.actor.principals.includes(oversight)

export const sha256Of = (value: unknown): string =>
  createHash('sha256')
    .update(canonical(value as never))
    .digest('hex')

/** In the order of their list, then of themselves; the three absences last. A value that no list has is shown as it is. */
async function headingsOf(cx: Cx, dimension: Dimension, values: readonly string[]): Promise<Heading[]> {
  const names = await namesOf(cx, dimension)
  const place = new Map([...names.keys()].map((code, i) => [code, i]))
  const rank = (code: string): number => {
    const absent = (absents as readonly string[]).indexOf(code)
    return absent >= 0 ? 1_000_000 + absent : (place.get(code) ?? 500_000)
  }
  return values
    .toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en', { numeric: true }))
    .map((code) => ({
      code,
      label: (absents as readonly string[]).includes(code)
        ? cx.say(`observatory.absent-${code}`)
        : (names.get(code) ?? code),
    }))
}

export async function namesOf(cx: Cx, dimension: Dimension): Promise<Map<string, string>> {
  if (dimension.units) return unitNames(cx)
  if (dimension.own)
    return new Map(ownValues(dimension.own).map((v) => [v, cx.say(`observatory.${dimension.own}-${v}`)]))
  if (!dimension.list) return new Map()
  return new Map((await codesOf(cx, dimension.list)).map((c) => [c.code, c[cx.language]]))
}
const ownValues = (own: string): string[] =>
  ({
    weekday: ['1', '2', '3', '4', '5', '6', '7'],
    'yes-no': ['yes', 'no'],
    'request-state': ['open', 'waits', 'answered', 'declined', 'withdrawn'],
    'finding-kind': ['identity', 'negative', 'inconclusive'],
    autopsy: ['full', 'second', 'exhumation', 'limited', 'external', 'imaging', 'records', 'none'],
    'cause-state': ['pending', 'final', 'amended'],
    origin: ['recorded', 'imported'],
    confidence: [...confidences],
    deadline: ['kept', 'late', 'running', 'overdue'],
    'item-state': ['in', 'out'],
    stage: [...stages.map(([stage]) => stage), WAITING[0]],
    owner: ['client', 'section', 'analyst', 'reviewer', 'service', 'others'],
    'item-class': [
      'drugs',
      'firearm',
      'ammunition',
      'biological',
      'cash',
      'device',
      'document',
      'vehicle',
      'other',
    ],
    'drug-class': [
      'opioid',
      'stimulant',
      'cannabinoid',
      'synthetic-cannabinoid',
      'sedative',
      'hallucinogen',
      'dissociative',
      'alcohol',
      'precursor',
      'adulterant',
      'none',
    ],
    iccs: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'],
  })[own] ?? []
