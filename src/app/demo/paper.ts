/** The paper of the demonstration: three boxes as a registry finds them, some files out, one missing, one asked for, a batch ready for the scanner. */
import type { Ground } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { chanceOf } from './chance.ts'
import { dayOf, later } from './days.ts'
import type { World } from './desk.ts'
import { one } from './people.ts'
import { type Cover, scanPaper } from './scanned.ts'

const boxes = [
  { title: 'Drugs, northern districts', years: '1996-1999', kind: 'drugs', from: 1996, letters: 'DG' },
  { title: 'Homicides, Belize City', years: '2001-2004', kind: 'homicide', from: 2001, letters: 'HM' },
  { title: 'Firearms and ammunition', years: '2007-2010', kind: 'firearm', from: 2007, letters: 'FA' },
] as const
const matters = {
  drugs: ['Possession, Corozal Road', 'Trafficking, Orange Walk Town', 'Parcels at the bus terminal'],
  homicide: ['Shooting, Mayflower Street', 'Body found at mile 8', 'Stabbing, Cemetery Road'],
  firearm: ['Pistol without a licence', 'Shots at a parked car', 'Shotgun, farm at Crooked Tree'],
} as const
const first = ['Orlin', 'Emelda', 'Virgilio', 'Dorotea', 'Wilmot', 'Santos', 'Lavern', 'Eulalio'] as const
const last = ['Bevans', 'Chi', 'Garbutt', 'Tzib', 'Leslie', 'Pott', 'Requeña', 'Swift'] as const
const FILES_A_BOX = 8

export async function keepPaper(ground: Ground, world: World): Promise<void> {
  const desk = world.desks[0] as World['desks'][number]
  const chance = chanceOf(world.seed + 41)
  const keeper = one(world.cast, 'archivist')
  const director = one(world.cast, 'director')
  const files: string[] = []
  const covers: Cover[] = []
  for (const { title, years, kind, from, letters } of boxes) {
    const box = await desk.act(keeper, 'archive.register-box', { title, years })
    for (let n = 0; n < FILES_A_BOX; n += 1) {
      const year = from + Math.floor(n / 2)
      const name = `${chance.pick(first)} ${chance.pick(last)} ${chance.pick(last)}`
      const number = `${letters} ${chance.between(100, 4_800)}/${String(year).slice(2)}`
      const title = chance.pick(matters[kind])
      const file = await desk.act(keeper, 'archive.register-file', {
        box: box.id,
        numbers: [number],
        // What cannot be read on a cover is not guessed.
        on: n % 3 === 0 ? String(year) : `${year}-${String(chance.between(1, 12)).padStart(2, '0')}`,
        type: kind,
        names: n % 4 === 3 ? [] : [name],
        title,
      })
      files.push(file.id)
      covers.push({ id: file.id, number, name, year, title })
    }
    if (kind === 'firearm') await linkOne(ground, world, box.id)
  }
  const [out, missing, asked, ...ready] = files.toReversed() as [string, string, string, ...string[]]
  await desk.act(keeper, 'archive.check-out-file', {
    file: out,
    person: director.id,
    due: later(dayOf(desk.now()), 5),
    words: 'Read before an appeal',
  })
  await desk.act(keeper, 'archive.report-file-missing', {
    file: missing,
    words: 'Not in its box, not on the shelf above or below; the register of loans says nothing',
  })
  await desk.act(director, 'archive.request-scan', { file: asked, purpose: 'appeal' })
  await desk.act(keeper, 'archive.prepare-batch', {
    scanner: 'Bench scanner 1',
    files: ready.slice(0, 3).map((file) => ({ file, pages: chance.between(6, 40) })),
  })
  // Homicides are scanned first; some old matters go to the Archives.
  await scanPaper(ground, world, covers.slice(FILES_A_BOX, FILES_A_BOX + 4))
  await leaving(
    world,
    covers.slice(FILES_A_BOX - 2, FILES_A_BOX).map((cover) => cover.id),
  )
}

/** Two old files shall go to the Archives; a second person has not said yes. */
async function leaving(world: World, files: readonly string[]): Promise<void> {
  const desk = world.desks[0] as World['desks'][number]
  const director = one(world.cast, 'director')
  const document = await desk.send(director, 'authority.pdf', Buffer.from('%PDF-1.4 made up'))
  await desk.act(director, 'archive.authorise-destruction', {
    files,
    action: 'transfer',
    receiver: 'The Archivist, Belmopan',
    authority: 'Belize Archives and Records Service',
    number: 'BARS 12/2026',
    on: later(dayOf(desk.now()), -20),
    document,
  })
}

/** A file whose case goes on today: the cover bears its number, the machine proposes, a person decides. */
async function linkOne(ground: Ground, world: World, box: string): Promise<void> {
  const desk = world.desks[0] as World['desks'][number]
  const keeper = one(world.cast, 'archivist')
  const known = await ground.db.direct.maybe<{ number: string; title: string }>(
    sql`select number, title from cases.public_case order by number limit 1`,
  )
  if (!known) return
  const file = await desk.act(keeper, 'archive.register-file', {
    box,
    numbers: [known.number],
    title: known.title,
    words: 'Handwritten notes, taken out of the case folder at the move',
  })
  const { items } = await desk.act<{ items: { case: string }[] }>(keeper, 'archive.propose-cases', {
    file: file.id,
  })
  const [likely] = items
  if (likely) await desk.act(keeper, 'archive.link-to-case', { file: file.id, case: likely.case })
}
