/** The work of a year by area beside what it cost: unit cost follows from both. */
import { instantAt } from '#kernel/calendar.ts'
import { exact } from '#kernel/quantity.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import { sha256Of } from './asking.ts'
import type { ForesightLine, ForesightSeen } from './contract/work.ts'
import { costsOf, workOfYear } from './store/foresight.ts'

export async function foresightOf(cx: Cx, year: string): Promise<ForesightSeen> {
  // A year that is over is told as of its end, so that whoever asks later gets the same hash.
  const end = instantAt(`${String(Number(year) + 1).padStart(4, '0')}-01-01`, '00:00')
  const asOf = end < cx.now ? end : cx.now
  const names = new Map((await codesOf(cx, 'discipline')).map((d) => [d.code, d]))
  const costs = await costsOf(cx, year)
  const items = (await workOfYear(cx, year, asOf)).map((w): ForesightLine => {
    const known = names.get(w.discipline)
    const spent = costs.filter((c) => c.discipline === w.discipline)
    const people = spent.find((c) => c.kind === 'people')?.amount ?? null
    const money = spent.filter((c) => c.kind !== 'people')
    const cost =
      money.length > 0 ? money.reduce((sum, c) => sum.plus(exact(c.amount)), exact('0')).toFixed() : null
    return {
      discipline: w.discipline,
      name: known?.[cx.language] ?? w.discipline,
      area: (known?.data as { foresight?: string } | null)?.foresight ?? w.discipline,
      cases: w.cases,
      items: w.items,
      samples: w.samples,
      tests: w.tests,
      reports: w.reports,
      backlog: w.backlog,
      returned: w.returned,
      fromRequest: w.from_request,
      fromItem: w.from_item,
      people,
      cost,
      costPerCase: per(cost, String(w.cases)),
      casesPerPerson: per(String(w.cases), people),
    }
  })
  return {
    year,
    asOf,
    sha256: sha256Of({ year, asOf, items: items.map((line) => ({ ...line, name: '' })) }),
    items,
  }
}

const per = (part: string | null, whole: string | null): string | null =>
  part === null || whole === null || exact(whole).isZero()
    ? null
    : exact(part).dividedBy(exact(whole)).toDecimalPlaces(2).toFixed()

/** The columns of its file, in the order of the sheet. */
export const columns = [
  'area',
  'cases',
  'items',
  'samples',
  'tests',
  'reports',
  'backlog',
  'returned',
  'fromRequest',
  'fromItem',
  'people',
  'cost',
  'costPerCase',
  'casesPerPerson',
] as const
