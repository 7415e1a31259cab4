/**
 * The sums over a million victims: a table along two dimensions, exact and as of a day of the past, as the operation answers it; beside it the least SQL that gives
 * the same numbers, by the bare driver on the same rows; and how long a case takes from its record to the sums. The rows are made in the kept table itself,
 * spread as victims are (a few districts, many months), and taken away again.
 */
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import type { Installation } from '../src/app/installation.ts'
import { keepAllUp } from '../src/app/reactions.ts'
import { systemActor } from '../src/identity/authority.ts'
import { growTree } from '../src/ledger/sequencer.ts'
import { observatory } from '../src/modules/observatory/module.ts'
import { perform } from '../src/platform/operation.ts'
import { quantile, round } from './measure.ts'

const ROUNDS = 9
/** Half of them twice: what was known before a correction stays for questions of the past. */
const fill = (victims: number): string => `
  insert into observatory.victim (victim, root, revision, from_at, until_at, counted, noise, year, quarter, month, weekday, hour, district, settlement, precinct, road, offence, iccs, section, sex, age_band, minor,
    identified, means, firearm, relationship, context, motive, domestic, ethnicity, road_role, nationality, manner, autopsy, cause, alcohol, drugs, court, origin)
  select md5('v' || (n / 2 * 2 + case when n % 4 = 1 then 0 else n % 2 end))::uuid, md5('r' || n / 2)::uuid, 1 + (n % 4 = 1)::int, timestamptz '2010-01-01' + (n % 4 = 1)::int * interval '1 day', case when n % 4 = 0 then timestamptz '2010-01-02' end,
    true, n, y::text, y || '-Q' || (1 + n % 4), y || '-' || lpad((1 + n % 12)::text, 2, '0'), (1 + n % 7)::text, lpad((n % 24)::text, 2, '0'), 'D' || (n * 7 % 6), 'S' || n % 81, 'not-applicable', 'not-applicable',
    'O' || n % 40, lpad((1 + n % 9)::text, 2, '0') || '01', lpad((1 + n % 9)::text, 2, '0'), case when n % 3 = 0 then 'female' else 'male' end, 'A' || n % 7, case when n % 9 = 0 then 'yes' else 'no' end,
    'yes', 'M' || n % 11, 'not-applicable', 'R' || n % 9, 'C' || n % 5, 'not-yet-determined', 'no', '{not-yet-determined}', 'not-yet-determined', 'not-yet-determined', 'not-applicable', 'not-applicable', 'not-applicable', 'not-applicable', '{not-applicable}', 'not-yet-determined', 'recorded'
  from (select n, 2005 + n % 21 as y from generate_series(0, ${victims} - 1) n) g`

interface CubeFigures {
  readonly victims: number
  readonly rows: number
  readonly fillSeconds: number
  readonly questions: readonly {
    ask: string
    p50: number
    p95: number
    againP50: number
    floorP50: number
    ratio: number
  }[]
  readonly refresh: { readonly cases: number; readonly perCaseMs: number; readonly lagMs: number }
}

export async function cubeOf(installation: Installation, rows: number): Promise<CubeFigures> {
  const owner = new pg.Client({ connectionString: installation.ownerUrl })
  await owner.connect()
  const since = performance.now()
  await owner.query(fill(rows))
  await owner.query('analyze observatory.victim')
  const fillSeconds = round((performance.now() - since) / 1000)
  const { ground } = installation
  const cube = ground.operations.get('observatory.cube')
  if (!cube) throw new Error('there is no cube')
  const ask = (input: Record<string, string>): Promise<unknown> =>
    perform(ground, cube, { actor: systemActor, input })
  const sums = (r: string, c: string, where: string): string =>
    `select ${r}, ${c}, count(*) from observatory.victim where counted and from_at <= now() and (until_at is null or until_at > now()) and ${where} group by grouping sets ((${r}, ${c}), (${r}), (${c}), ())`
  const questions = [
    ['district × month', { rows: 'district', columns: 'month' }, sums('district', 'month', 'true')],
    [
      'age × sex of one class',
      { rows: 'ageBand', columns: 'sex', where: 'iccs:0101' },
      sums('age_band', 'sex', `iccs = '0101'`),
    ],
    ['weekday × hour', { rows: 'weekday', columns: 'hour' }, sums('weekday', 'hour', 'true')],
  ] as const
  const told = []
  for (const [name, input, floor] of questions) {
    const first = await times(async (n) =>
      ask({
        ...input,
        where: 'where' in input ? `${input.where};sex:male,female,x${n}` : `sex:male,female,x${n}`,
      }),
    )
    const again = await times(async () => ask(input))
    const least = await times(async () => owner.query(floor))
    const p50 = round(quantile(first, 0.5))
    told.push({
      ask: name,
      p50,
      p95: round(quantile(first, 0.95)),
      againP50: round(quantile(again, 0.5)),
      floorP50: round(quantile(least, 0.5)),
      ratio: round(p50 / quantile(least, 0.5)),
    })
    process.stderr.write(`${JSON.stringify(told.at(-1))}\n`)
  }
  const refresh = await lag(installation)
  const { rows: counted } = await owner.query<{ n: number }>(
    'select count(distinct victim)::int as n from observatory.victim',
  )
  await owner.query(`delete from observatory.victim where district ~ '^D[0-5]$'`)
  await owner.end()
  return { victims: counted[0]?.n ?? 0, rows, fillSeconds, questions: told, refresh }
}

async function times(act: (n: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let n = 0; n < ROUNDS; n++) {
    const since = performance.now()
    await act(n)
    took.push(performance.now() - since)
  }
  return took.toSorted((a, b) => a - b)
}

/** Cases with two people each, recorded one by one, then taken into the sums together. */
async function lag(installation: Installation): Promise<CubeFigures['refresh']> {
  const { ground } = installation
  const open = ground.operations.get('cases.open-case')
  if (!open) throw new Error('there is no register of cases')
  const define = ground.operations.get('catalogue.define-code')
  if (!define) throw new Error('there are no code lists')
  await perform(ground, define, {
    actor: systemActor,
    input: { list: 'party-role', code: 'victim', en: 'Victim', es: 'Víctima', data: { victim: true } },
    steppedUp: true,
    reason: 'bench',
  })
  const keepUp = async (): Promise<void> => {
    while ((await growTree(ground)) > 0);
    await keepAllUp(ground, observatory.followers ?? [])
  }
  await keepUp()
  const cases = 200
  const one = (n: number): Promise<unknown> =>
    perform(ground, open, {
      actor: systemActor,
      input: {
        title: `Bench ${n}`,
        type: 'drugs',
        offences: [{ code: 'possession' }],
        place: { district: 'BZ-BZ' },
        parties: [{ role: 'victim', age: 30 }],
      },
      steppedUp: true,
    })
  for (let n = 0; n < cases; n++) await one(n)
  const since = performance.now()
  await keepUp()
  const all = performance.now() - since
  const lags: number[] = []
  for (let n = 0; n < ROUNDS; n++) {
    await one(1_000 + n)
    const from = performance.now()
    await keepUp()
    lags.push(performance.now() - from)
  }
  lags.sort((x, y) => x - y)
  return { cases, perCaseMs: round(all / cases), lagMs: round(quantile(lags, 0.5)) }
}
