/** S-B24: the plug is pulled in the middle of hand-overs: either both parties or neither, and what is sent again counts once. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { aSubmission, anItem, arrangeWords } from './examples.ts'
import { locationNowSql, thingNowSql } from './things/store/now.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  for (const name of ['reneau', 'arnold'])
    await lab.person(name, ['evidence-officer'], { unit: lab.units.counter })
})
afterAll(() => lab?.close())

interface Held {
  readonly thing: string
  readonly holder: string
  readonly events: number
  readonly half: number
}
const standing = (things: readonly string[]): Promise<Held[]> =>
  lab.db.direct.many<Held>(sql`
    select n.thing, n.holder, (select count(*)::int from evidence.custody_event e where e.thing = n.thing and e.kind = 'accepted') as events,
           (select count(*)::int from evidence.custody_event e where e.thing = n.thing and e.kind = 'accepted' and (e.gave_by is null or e.took_by is null)) as half
      from evidence.thing_now n where n.thing = any(${things as string[]}::uuid[])`)

it('S-B24 the plug is pulled in the middle of hand-overs: either both parties or neither, and what is sent again counts once', async () => {
  const items = Array.from({ length: 24 }, (_, i) => anItem({ description: `Parcel ${i}`, seals: [] }))
  const { items: made } = await lab.as('reneau').do('evidence.receive-submission', aSubmission({ items }))
  const things: string[] = made.map((i: { id: string }) => i.id)
  const arnold = lab.as('arnold').id
  const offers = new Map<string, string>()
  for (const thing of things)
    offers.set(thing, (await lab.as('reneau').do('evidence.hand-over', { things: [thing], to: arnold })).id)
  const take = (thing: string): Promise<number> =>
    lab
      .as('arnold')
      .tell(
        'evidence.accept-hand-over',
        { handOver: offers.get(thing) },
        { key: `plug-${thing}`, stepUp: true },
      )
      .then((a) => a.status)
      .catch(() => 0)
  // Every connection to the database is cut, again and again, while they are under way.
  let cutting = true
  const cut = (async () => {
    let cuts = 0
    while (cutting) {
      const { n } = await lab.db.direct
        .one<{ n: number }>(
          sql`select count(pg_terminate_backend(pid))::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
        )
        .catch(() => ({ n: 1 }))
      cuts += n
      await new Promise((r) => setTimeout(r, 12))
    }
    return cuts
  })()
  const first = await Promise.all(things.map(take))
  cutting = false
  expect(await cut).toBeGreaterThan(0)
  for (const t of await standing(things)) {
    expect(t.half, t.thing).toBe(0)
    expect(t.events, t.thing).toBe(t.holder === arnold ? 1 : 0)
  }
  // What was answered happened; what was not is sent again under its key, until it is answered.
  const after = new Map((await standing(things)).map((t) => [t.thing, t]))
  things.forEach((thing, i) => {
    if (first[i] === 200) expect(after.get(thing)?.holder, thing).toBe(arnold)
  })
  for (const thing of things) {
    let status = 0
    for (let tries = 0; status !== 200 && tries < 20; tries += 1) {
      status = await take(thing)
      // PINs that were cut off before they were judged count as tried: after five of them their owner has to wait.
      if (status === 403) lab.clock.advance(5 * 60_000)
    }
    expect(status, thing).toBe(200)
  }
  for (const t of await standing(things)) expect([t.holder, t.events, t.half]).toEqual([arnold, 1, 0])
  const differs = async (query: string, table: string) =>
    (await lab.db.pool.query(`(${query} except table ${table}) union all (table ${table} except ${query})`))
      .rows
  expect(await differs(thingNowSql, 'evidence.thing_now')).toEqual([])
  expect(await differs(locationNowSql, 'evidence.location_now')).toEqual([])
})
