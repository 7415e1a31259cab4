/** What people look at all day, one request each: measured at two sizes of the record, it shows what would grow with the years. */
import type { Installation } from '../src/app/installation.ts'
import { sql } from '../src/platform/sql.ts'
import { type Loaded, names } from './load.ts'
import { http, timed } from './measure.ts'

/** Of the copies, whose ids are hashes, only some read like an id (RFC 9562). */
const WELL = '^.{14}[1-8].{4}[89ab]'

/** The median of each, in ms, by name. */
export async function reads(
  installation: Installation,
  url: string,
  loaded: Loaded,
  seconds: number,
): Promise<Record<string, number>> {
  const { direct } = installation.db
  const some = await direct.many<{ id: string; root: string; number: string; barcode: string; file: string }>(
    sql`select t.thing as id, t.root, t.number, t.barcode, c.number as file from evidence.thing_now t join cases.standing c on c.root = t.root where t.thing::text ~ ${WELL} and t.root::text ~ ${WELL} order by md5(t.number) limit 500`,
  )
  const of = (n: number): (typeof some)[number] => some[n % some.length] as (typeof some)[number]
  const last = (n: number): string => names.last[n % names.last.length] as string
  const paths: Record<string, (n: number) => string> = {
    'worklist, newest': () => 'cases/find-cases?limit=50',
    'worklist, by number': () => 'cases/find-cases?limit=50&sort=number&state=all',
    'worklist, by day of the offence': () => 'cases/find-cases?limit=50&sort=offence-day&state=all',
    'worklist, by urgency': () => 'cases/find-cases?limit=50&sort=priority',
    'worklist, of a district': () => 'cases/find-cases?limit=50&district=BZ-CZL',
    'worklist, of an offence': () => 'cases/find-cases?limit=50&offence=burglary',
    'worklist, by words': (n) => `cases/find-cases?limit=50&q=${of(n).file.replace(/\D/g, '').slice(-6)}`,
    case: (n) => `cases/get-case?case=${of(n).root}`,
    'case: its timeline': (n) => `cases/case-timeline?case=${of(n).root}`,
    'a whole number': (n) => `cases/find-anything?limit=25&q=${encodeURIComponent(of(n).number)}`,
    'part of a number': (n) => `cases/find-anything?limit=25&q=${of(n).file.replace(/\D/g, '').slice(-6)}`,
    'a family name': (n) => `cases/find-anything?limit=25&q=${last(n)}`,
    'a family name, misspelt': (n) => `cases/find-anything?limit=25&q=${last(n)}z`,
    'two names': (n) =>
      `cases/find-anything?limit=25&q=${names.first[n % names.first.length]}+${last(n * 7)}`,
    'sums by month': () => 'cases/counts',
    item: (n) => `evidence/get-item?id=${of(n).id}`,
    'scan of a barcode': (n) => `evidence/scan?text=${of(n).barcode}`,
    'exhibits, newest': () => 'evidence/find-items?limit=50',
    'exhibits, waiting to be stored': () => 'evidence/find-items?limit=50&state=received',
    'exhibits, by words': (n) => `evidence/find-items?limit=50&q=${of(n).number.slice(-8)}`,
    'what I hold': () => 'evidence/held-by?limit=50',
    overdue: () => 'evidence/overdue?limit=50',
    'on the way': () => 'evidence/in-transit?limit=50',
    'submissions, newest': () => 'evidence/find-submissions?limit=50',
    'the queue': () => 'work/queue?limit=50',
    'my bench': () => 'work/my-bench',
    'certificates, newest': () => 'reports/find-reports?limit=50',
  }
  const out: Record<string, number> = {}
  for (const [name, path] of Object.entries(paths)) {
    const ask = (n: number): Promise<unknown> =>
      http(`${url}/api/${path(n)}`, { headers: { cookie: loaded.cookie } })
    out[name] = (await timed(1, seconds, ask)).p50
  }
  return out
}
