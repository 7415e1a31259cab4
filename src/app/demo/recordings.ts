/** What the police keep in a platform of their own: cameras of one case, a copy that is what the platform states and one that is not, and one that its system sent. */
import { createHash } from 'node:crypto'
import type { Ground } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { dayOf, later } from './days.ts'
import type { World } from './desk.ts'
import { one } from './people.ts'

const clip = (name: string): string => `${name}: made-up recording of the demonstration\n`.repeat(40)
const digest = (bytes: string): string => createHash('sha256').update(bytes).digest('hex')

export async function keepRecordings(
  ground: Ground,
  world: World,
  at: { agency: string | undefined; agreement: string },
): Promise<void> {
  const desk = world.desks[0] as World['desks'][number]
  const platform = await approved(world, at)
  const known = await ground.db.direct.maybe<{ id: string; number: string }>(
    sql`select id, number from cases.public_case where title like 'Shooting%Dangriga' order by number desc limit 1`,
  )
  if (!known) return
  const officer = one(world.cast, 'officer')
  const today = dayOf(world.until)
  const send = (recording: object): Promise<unknown> =>
    desk.act(one(world.cast, 'cib-dg'), 'exchange.receive-recording', { recording })
  const takenAt = new Date(world.until - 9 * 24 * 3_600_000).toISOString()
  const told = { case: known.id, platform: platform.id, takenAt, saidBy: 'Sgt Melva Requena' }
  const front = clip('Shop front')
  const body = clip('Body camera')
  const [cctv, worn] = [
    await desk.act(officer, 'exchange.link-recording', {
      ...told,
      number: 'VS-2026-40817',
      title: 'Shop front, both shots heard',
      kind: 'cctv',
      device: 'Camera 2 over the door',
      seconds: 1_324,
      size: front.length,
      sha256: digest(front),
    }),
    await desk.act(officer, 'exchange.link-recording', {
      ...told,
      number: 'VS-2026-40822',
      title: 'First officer at the scene',
      kind: 'body-worn',
      device: 'Camera 0117',
      by: 'PC Tyrone Gentle',
      seconds: 2_710,
      sha256: digest(body),
    }),
  ]
  desk.pass(12)
  await desk.act(officer, 'exchange.bring-copy', {
    recording: cctv.id,
    file: await desk.send(officer, 'VS-2026-40817.mp4', front),
  })
  // Cut somewhere on the way: the page says that it is not what the platform states.
  await desk.act(officer, 'exchange.bring-copy', {
    recording: worn.id,
    file: await desk.send(officer, 'camera-0117-short.mp4', body.slice(0, 900)),
  })
  await send({
    number: 'VS-2026-40903',
    case: known.number,
    title: 'Emergency call of 21:14',
    kind: 'call',
    seconds: 96,
    takenAt,
    keptUntil: later(today, 364),
  })
  // Its system sends one of a case that nobody here knows: it waits for a person.
  await send({
    number: 'VS-2026-40911',
    case: `BMP-${today.slice(2, 4)}-0999`,
    kind: 'body-worn',
    takenOn: later(today, -1),
  })
}

async function approved(
  world: World,
  at: { agency: string | undefined; agreement: string },
): Promise<{ id: string }> {
  const desk = world.desks[0] as World['desks'][number]
  const platform = await desk.act(one(world.cast, 'admin'), 'exchange.register-platform', {
    ...at,
    code: 'police-video',
    name: 'Video store of the police',
    // Nobody answers at an address of this kind (RFC 2606).
    form: 'https://video.police.example/items/{number}',
  })
  await desk.act(one(world.cast, 'director'), 'exchange.approve-platform', { platform: platform.id })
  return platform
}
