/**
 * A store of 200,000 things on 5,000 shelves, and a room of 50,000 of them counted: the map as one walks through it, scans as
 * devices send them (1,000 in batches of 100), the whole room scanned, and the close with its reconciliation.
 */
import { systemActor } from '../src/identity/authority.ts'
import type { Installation } from '../src/app/installation.ts'
import { perform } from '../src/platform/operation.ts'
import { sql } from '../src/platform/sql.ts'
import { placesAround } from '../src/modules/evidence/stores/store/stores.ts'
import { caught, type floorOf } from './floors.ts'
import { type Loaded, asOwner } from './load.ts'
import { http, round, timed } from './measure.ts'

const ROOMS = 4
const SHELVES = 1_250
const ON_SHELF = 40

export interface Counted {
  readonly things: number
  readonly shelves: number
  /** Median of the map at each depth, in ms. */
  readonly storeMap: {
    readonly top: number
    readonly room: number
    readonly shelf: number
    /** Of the room, by the bare driver. */
    readonly floor: number
    readonly ratio: number
  }
  /** One batch of 100 scans, the least SQL that leaves the same rows, and 1,000 of them. */
  readonly scan: {
    readonly batchP50: number
    readonly floor: number
    readonly ratio: number
    readonly thousandMs: number
  }
  readonly count: {
    readonly things: number
    readonly startMs: number
    readonly scanAllSeconds: number
    readonly differencesMs: number
    readonly closeMs: number
  }
}

async function furnish(
  installation: Installation,
  loaded: Loaded,
): Promise<{ rooms: string[]; site: string }> {
  const { ground, db } = installation
  const define = async (input: Record<string, unknown>): Promise<string> =>
    (
      (await perform(ground, ground.operations.get('evidence.define-location') as never, {
        actor: systemActor,
        input: { unit: loaded.units.counter, ...input },
        steppedUp: true,
        reason: 'bench',
      })) as { id: string }
    ).id
  const site = await define({ code: 'BENCH', name: 'Site', kind: 'site' })
  const rooms: string[] = []
  for (let r = 0; r < ROOMS; r += 1) {
    const room = await define({
      code: `BENCH-${r}`,
      name: `Room ${r}`,
      kind: 'room',
      parent: site,
      position: r,
    })
    rooms.push(room)
    for (let rack = 0; rack < SHELVES / 50; rack += 1) {
      const code = `BENCH-${r}-${rack}`
      await define({ code, name: code, kind: 'rack', parent: room, position: rack })
    }
  }
  // Shelves are copies of their rack, as the load's cases are of each other.
  await db.direct.run(sql`
    insert into evidence.location (id, entry, parent, unit, code, name, kind, witness, capacity, keeps, position, recorded_at, recorded_by)
    select overlay(overlay(md5(l.id::text || g) placing '7' from 13) placing 'a' from 17)::uuid, l.entry, l.id, l.unit, l.code || '-' || g, l.name || ', shelf ' || g, 'shelf', false, ${ON_SHELF}::int, l.keeps, g, l.recorded_at, l.recorded_by
      from evidence.location l cross join generate_series(1, 50) g where l.kind = 'rack' and l.code like 'BENCH-%'`)
  // The copies of the load have no entries in the ledger either: they are put on the shelves where they stand derived.
  await db.direct.run(sql`
    with shelf as (select id, row_number() over (order by code) - 1 as k from evidence.location where kind = 'shelf' and code like 'BENCH-%'),
    item as (select thing, row_number() over (order by number) - 1 as k from evidence.thing_now where packed_in is null)
    update evidence.thing_now n set state = 'stored', holder_kind = 'place', holder = s.id, holder_name = 'Shelf'
      from item i join shelf s on s.k = i.k / ${ON_SHELF}::int where n.thing = i.thing`)
  // As autovacuum does within the minute: a store is not furnished and counted in the same breath.
  await asOwner(installation, 'vacuum analyze evidence.location, evidence.location_now, evidence.thing_now')
  return { rooms, site }
}

const ms = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now()
  await work()
  return round(performance.now() - since)
}

export async function countStore(
  installation: Installation,
  url: string,
  loaded: Loaded,
  floor: ReturnType<typeof floorOf>,
  principals: readonly string[],
): Promise<Counted> {
  const { rooms, site } = await furnish(installation, loaded)
  const session = { cookie: loaded.cookie, 'x-custodia-csrf': loaded.csrf }
  const ask = (path: string): Promise<unknown> => http(`${url}/api/evidence/${path}`, { headers: session })
  const act = <T>(operation: string, body: unknown): Promise<T> =>
    http<T>(`${url}/api/evidence/${operation}`, {
      body,
      headers: { ...session, 'custodia-step-up': `bench-proof-${loaded.analyst}` },
    })
  const room = rooms[0] ?? ''
  const mine = [{ role: 'analyst', units: [loaded.units.counter] }]
  const standing = await installation.db.direct.many<{ barcode: string; place: string }>(sql`
    select n.barcode, n.holder as place from evidence.thing_now n join evidence.location l on l.id = n.holder where l.code like 'BENCH-0-%' order by l.code, n.number`)
  const places = (
    await installation.db.direct.many<{ id: string }>(
      sql`select id from evidence.location where kind = 'shelf' and code like 'BENCH-0-%' order by code`,
    )
  ).map((p) => p.id)
  const map = async (path: string): Promise<number> => (await timed(1, 2, () => ask(path))).p50
  const storeMap = {
    top: await map('store-map'),
    room: await map(`store-map?place=${room}`),
    shelf: await map(`store-map?place=${places[0] ?? site}`),
  }
  // The product's own statement of the map by the bare driver.
  const bare = await caught(
    (cx) => placesAround({ ...cx, actor: { ...cx.actor, grants: mine } }, room, undefined),
    principals,
    room,
  )
  const mapFloor = (await timed(1, 2, () => floor.run('map', bare(room)))).p50
  let take = ''
  const startMs = await ms(async () => {
    take = (await act<{ id: string }>('start-stock-take', { place: room })).id
  })
  const { ground } = installation
  const at = ground.now()
  const scansOf = (things: readonly { barcode: string; place: string }[]) =>
    things.map((t) => ({ id: ground.newId(), place: t.place, text: t.barcode, at }))
  const send = (scans: readonly object[]): Promise<unknown> => act('scan-stock', { stockTake: take, scans })
  const times: number[] = []
  for (let n = 0; n < 1_000; n += 100) times.push(await ms(() => send(scansOf(standing.slice(n, n + 100)))))
  times.sort((a, b) => a - b)
  const floors: number[] = []
  for (let n = 0; n < 1_000; n += 100) {
    const batch = standing.slice(n, n + 100)
    floors.push(
      await ms(() => floor.ask('count', [batch.map((t) => t.barcode), batch.map((t) => t.place), take])),
    )
  }
  floors.sort((a, b) => a - b)
  const doors = places.map((place) => ({ id: ground.newId(), place, at }))
  const scanAll = await ms(async () => {
    for (let n = 0; n < doors.length; n += 500) await send(doors.slice(n, n + 500))
    for (let n = 1_000; n < standing.length; n += 500) await send(scansOf(standing.slice(n, n + 500)))
  })
  const differencesMs = await ms(() => ask(`stock-differences?stockTake=${take}`))
  let right = 0
  const closeMs = await ms(async () => {
    const done = await act<{ sums: { right: number } }>('close-stock-take', {
      stockTake: take,
      words: 'Bench',
    })
    right = done.sums.right
  })
  if (right !== standing.length) throw new Error(`${right} of ${standing.length} were found where they stand`)
  const { n } = await installation.db.direct.one<{ n: number }>(
    sql`select count(*)::int as n from evidence.thing_now where holder_kind = 'place'`,
  )
  return {
    things: n,
    shelves: ROOMS * SHELVES,
    storeMap: { ...storeMap, floor: mapFloor, ratio: round(storeMap.room / mapFloor) },
    scan: {
      batchP50: times[5] ?? 0,
      floor: floors[5] ?? 0,
      ratio: round((times[5] ?? 0) / (floors[5] ?? 1)),
      thousandMs: round(times.reduce((a, b) => a + b, 0)),
    },
    count: {
      things: standing.length,
      startMs,
      scanAllSeconds: round(scanAll / 1_000),
      differencesMs,
      closeMs,
    },
  }
}
