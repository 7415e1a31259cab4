/** Requests that moved to another laboratory, with exhibits that did not always move with them; and words that were changed on many exhibits at once. */
import { chanceOf } from './chance.ts'
import { type Opened, takeOut } from './counter.ts'
import { later } from './days.ts'
import type { Desk } from './desk.ts'
import * as x from './exhibits.ts'
import { one } from './people.ts'
import { dangriga, kindOf, planAt, tell } from './telling.ts'
import type { Year } from './year.ts'

export function planMoved(year: Year): void {
  const told = [
    { n: 54, where: 'Tenth Street', way: 'stays' },
    { n: 55, where: 'Riverside', way: 'on the road' },
    { n: 56, where: 'Valley Road', way: 'otherwise' },
  ] as const
  for (const { n, where, way } of told)
    tell(year, n, {
      back: 9,
      kind: kindOf('Burglary', 'property'),
      where: dangriga(where),
      more: { exhibits: [x.print(chanceOf(n))] },
      after: (_desk, opened) => prints(year, opened, { n, way }),
    })
  changes(year)
}

/** Headquarters has no examiner free: the request goes to the office in Dangriga, and the lift should follow it. */
function prints(
  year: Year,
  opened: Opened,
  { n, way }: { n: number; way: 'stays' | 'on the road' | 'otherwise' },
): void {
  const { world } = year
  const head = one(world.cast, 'soc-head')
  const counter = one(world.cast, 'counter')
  const to = world.units.get('SOC-DG')
  const things = opened.things.map((thing) => thing.id)
  planAt(year, 7, 600 + n, async (desk) => {
    const { id: request } = await desk.act(opened.officer, 'work.request-examination', {
      case: opened.id,
      items: things,
      unit: world.units.get('SOC'),
      discipline: 'fingerprints',
      question: 'whose-print',
      dueOn: later(opened.receivedOn, 30),
    })
    desk.pass(45)
    await desk.act(
      head,
      'work.transfer-request',
      { request, toUnit: to },
      'The examiner of headquarters is in court for two weeks',
    )
  })
  if (way === 'stays') return
  planAt(year, way === 'otherwise' ? 5 : 1, 560 + n, async (desk) => {
    await takeOut(desk, world, year.keeping, opened.things, 'To the office in Dangriga')
    const sent = await desk.act(counter, 'evidence.dispatch-consignment', {
      things,
      carrier: 'Own vehicle, driver R. Pott',
      reference: `DG-${n}`,
      toUnit: to,
      hours: way === 'otherwise' ? 48 : 72,
    })
    if (way === 'otherwise') planAt(year, 4, 700, (next) => torn(next, year, { sent: sent.id, things }))
  })
}

/** It arrives with its seal damaged: that stands where the request is looked for. */
async function torn(
  desk: Desk,
  year: Year,
  { sent, things }: { sent: string; things: readonly string[] },
): Promise<void> {
  const scenes = one(year.world.cast, 'scenes')
  const sealsSeen = []
  for (const thing of things) {
    const { seals } = await desk.act<{ seals: { number: string }[] }>(scenes, 'evidence.get-item', {
      id: thing,
    })
    for (const seal of seals.slice(0, 1)) sealsSeen.push({ thing, number: seal.number, state: 'damaged' })
  }
  await desk.act(scenes, 'evidence.receive-consignment', {
    consignment: sent,
    sealsSeen,
    words: 'The tape had come loose at one corner',
  })
}

/** What shall become of exhibits is said of many at once; one such act was a mistake and was put back. */
function changes(year: Year): void {
  const counter = one(year.world.cast, 'counter')
  const some = (from: number, n: number): string[] =>
    year.kept
      .flatMap((opened) => opened.things)
      .toReversed()
      .slice(from, from + n)
      .map((thing) => thing.id)
  const change = (desk: Desk, code: string, things: readonly string[], why: string) =>
    desk.act(counter, 'evidence.change-together', { what: 'intended', code, things, partly: true }, why)
  planAt(year, 6, 745, async (desk) => {
    await change(desk, 'back-to-agency', some(4, 6), 'Agreed with the National Exhibit Room for this month')
    desk.pass(20)
    const { id } = await change(desk, 'to-destroy', some(0, 4), 'List of the destruction in December')
    desk.pass(9)
    await desk.act(
      counter,
      'evidence.put-back',
      { batch: id, partly: true },
      'The list was that of another year',
    )
  })
}
