/** Stories of stores over HTTP: opened by count, found without a history, capacity and temperature, losses told, carried out in order. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#platform/sql.ts'
import { program } from '../../../../test/needs.ts'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aPlace, aSubmission, anItem, arrangeWords } from '../examples.ts'
import { carriedFirst } from './rules.ts'

const reader = program('pdftotext', '-v')
let lab: Lab
const place: Record<string, string> = {}
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.arrange('catalogue.define-code', {
    list: 'item-type',
    code: 'blood',
    en: 'Blood',
    es: 'Sangre',
    data: { keeps: ['refrigerated', 'frozen'] },
  })
  for (const name of ['reneau', 'arnold'])
    await lab.person(name, ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('cus', ['analyst'], { unit: lab.units.chemistry })
  await lab.person('elsewhere', ['evidence-officer'], { unit: lab.units.policeBelmopan })
  const define = async (code: string, parent: string | null, more: Record<string, unknown> = {}) => {
    const input = aPlace({ code, name: code, parent: parent ? place[parent] : null, ...more })
    place[code] = (await lab.as('reneau').do('evidence.define-location', input)).id
  }
  await define('SITE', null, { kind: 'site' })
  await define('MAIN', 'SITE', { kind: 'room', position: 2, keeps: ['ambient'] })
  await define('M-2', 'MAIN', { position: 2, keeps: ['ambient'], capacity: 2 })
  await define('M-1', 'MAIN', { position: 1, keeps: ['ambient'] })
  await define('VAULT', 'SITE', { kind: 'room', position: 1, witness: true })
  await define('COLD', 'SITE', { kind: 'freezer', position: 3, keeps: ['refrigerated'] })
})
afterAll(() => lab?.close())

const receive = async (n: number, more: Record<string, unknown> = {}) =>
  (
    await lab.as('reneau').do(
      'evidence.receive-submission',
      aSubmission({
        items: Array.from({ length: n }, (_, i) => anItem({ description: `Thing ${i}`, seals: [], ...more })),
      }),
    )
  ).items as { id: string; number: string }[]
const store = (things: readonly string[], where: string, telling = {}) =>
  lab.as('reneau').tell('evidence.store-item', { things, place: place[where] }, telling)

describe('what a place takes', () => {
  it('B13 a full shelf refuses with another place as the next step, and takes it with a reason', async () => {
    const things = (await receive(3)).map((t) => t.id)
    expect((await store(things.slice(0, 2), 'M-2')).status).toBe(200)
    const full = await store(things.slice(2), 'M-2')
    expect([full.status, full.body.code]).toEqual([409, 'evidence.place-full'])
    expect(full.body.next).toBeTruthy()
    expect((await store(things.slice(2), 'M-2', { reason: 'Raid of the night' })).status).toBe(200)
  })
  it('B13 what must be cold is refused at room temperature, with the place that keeps it', async () => {
    const [blood] = await receive(1, { type: 'blood' })
    const warm = await store([blood?.id ?? ''], 'M-1')
    expect([warm.status, warm.body.code]).toEqual([409, 'evidence.wrong-temperature'])
    expect(warm.body.detail).toContain('2 to 8 °C, frozen')
    expect(warm.body.next).toContain('COLD')
    expect((await store([blood?.id ?? ''], 'COLD')).status).toBe(200)
  })
})

describe('a store that was there before the record', () => {
  const found = (more: Record<string, unknown> = {}) => ({
    place: place['M-1'],
    newCase: { title: 'Old stock of the main store', type: 'criminal' },
    description: 'Rusted machete without a label',
    theirNumber: 'OLD-77',
    ...more,
  })
  it('is opened once, and by its own office', async () => {
    expect((await lab.as('elsewhere').tell('evidence.open-store', { place: place.MAIN })).status).toBe(404)
    await lab.as('reneau').do('evidence.open-store', { place: place.MAIN, words: 'Taken over on Friday' })
    const again = await lab.as('arnold').tell('evidence.open-store', { place: place['M-1'] })
    expect(again.body.detail).toContain('opened by count before')
    const map = (await lab.as('arnold').ask('evidence.store-map', { place: place['M-1'] })).body
    expect(map.openedAt).toBe(lab.clock.now())
  })
  it('S-B7 what is found in it says in its chain that the history before is unknown, and is born held', async () => {
    const one = await lab.as('reneau').do('evidence.register-found-item', found())
    const page = (await lab.as('reneau').ask('evidence.get-item', { id: one.id })).body
    expect(page.state).toBe('stored')
    expect(page.chain).toMatchObject([{ kind: 'registered', from: null, to: { name: 'M-1' } }])
    expect(page.findings).toMatchObject([{ kind: 'gap', from: null }])
    expect(page.findings[0].text).toContain('history before is unknown')
    const { held, under } = await lab.db.direct.one<{ held: number; under: number }>(sql`
      select (select count(*)::int from cases.hold where subject = ${`evidence.item/${one.id}`} and kind = 'born') as held,
             (select count(*)::int from evidence.found_here where thing = ${one.id} and opening is not null) as under`)
    expect([held, under]).toEqual([1, 1])
    // The old number finds it, and its time before is explained like any gap, without vanishing.
    expect((await lab.as('reneau').ask('evidence.scan', { text: 'OLD-77' })).body.items[0].id).toBe(one.id)
    await lab.as('reneau').do('evidence.explain-difference', {
      item: one.id,
      about: page.findings[0].key,
      words: 'The ledger of the old store was lost in the flood',
    })
    const after = (await lab.as('reneau').ask('evidence.get-item', { id: one.id })).body
    expect(after.findings[0]).toMatchObject({ explained: { words: expect.stringContaining('flood') } })
  })
  it('the custody form prints it', async (test) => {
    test.skip(!reader.there, reader.absent)
    const one = await lab.as('reneau').do('evidence.register-found-item', found({ theirNumber: 'OLD-78' }))
    const text = await textOf((await lab.as('reneau').file('evidence.custody-form', { item: one.id })).bytes)
    expect(text).toContain('Found here;')
    expect(text).toContain('the history before is unknown')
  })
  it('a vault asks for a second person also for what stands in it already', async () => {
    const alone = await lab.as('reneau').tell('evidence.register-found-item', found({ place: place.VAULT }))
    expect(alone.body.code).toBe('evidence.witness-needed')
    await lab
      .as('reneau')
      .do(
        'evidence.register-found-item',
        found({ place: place.VAULT, witness: { person: lab.as('arnold').id, pin: '246810' } }),
      )
  })
})

describe('a loss', () => {
  it('is told to the last hand, the office of its store and whoever it concerns; and so is that it is there again', async () => {
    const [thing, other] = await receive(2)
    await store([thing?.id ?? ''], 'M-1')
    const lost = await lab
      .as('arnold')
      .do('evidence.report-missing', { things: [thing?.id], words: 'Not on its shelf' })
    expect(lost.told).toHaveLength(1)
    const notices = async (who: string): Promise<{ path: string; kind: string }[]> =>
      lab.db.direct.many(
        sql`select path, kind from identity.notice where person = ${lab.as(who).id} and path = ${`/evidence/items/${thing?.id}`} order by id`,
      )
    expect(await notices('reneau')).toMatchObject([{ kind: 'evidence.notice-missing' }])
    expect(await notices('arnold')).toEqual([])
    const back = await lab
      .as('reneau')
      .do('evidence.report-found', { things: [thing?.id], where: 'Behind the rack' })
    expect(back.told).toContain('arnold')
    expect(await notices('arnold')).toMatchObject([{ kind: 'evidence.notice-found' }])
    const held = await lab
      .as('arnold')
      .do('evidence.report-missing', { things: [other?.id], words: 'Not in hand' })
    expect(held.told).toEqual(['reneau'])
  })
})

describe('the store as a map', () => {
  it('shows the way in and two levels beneath, how full, how cold, what is dangerous; to its own office alone', async () => {
    const [sharp] = await receive(1, { hazards: ['sharps'] })
    await store([sharp?.id ?? ''], 'M-1')
    const map = (await lab.as('reneau').ask('evidence.store-map', { place: place.MAIN })).body
    const by = (code: string) => map.places.find((p: { code: string }) => p.code === code)
    expect(map.places.map((p: { code: string }) => p.code).sort()).toEqual(['M-1', 'M-2', 'MAIN', 'SITE'])
    expect(by('MAIN')).toMatchObject({ keeps: ['room temperature'], room: 2, filled: 3, dangers: ['Sharps'] })
    expect(by('MAIN').beneath).toBe(by('M-1').here + by('M-2').here)
    expect((await lab.as('elsewhere').ask('evidence.store-map', { place: place.MAIN })).status).toBe(404)
    const top = (await lab.as('reneau').ask('evidence.store-map')).body.places
    expect(top.map((p: { code: string }) => p.code)).toContain('VAULT')
  })
})

describe('in a hurricane', () => {
  it('S-B24 the evacuation list goes room by room in the order of walking, with containers, dangers and what goes first', async () => {
    const [a, b] = await receive(2)
    const crate = await lab.as('reneau').do('evidence.pack-items', {
      things: [a?.id, b?.id],
      newContainer: { description: 'Crate' },
    })
    expect((await store([crate.id], 'M-1')).status).toBe(200)
    const list = (await lab.as('reneau').ask('evidence.evacuation-list', { place: place.SITE })).body
    expect(list.items.map((l: { code: string }) => l.code)).toEqual(['VAULT', 'M-1', 'M-2', 'COLD'])
    expect(list.items.map((l: { first: number }) => l.first)).toEqual([1, 3, 3, 2])
    const shelf = list.items[1]
    expect(shelf.things - shelf.containers).toBe(2)
    expect(shelf.dangers).toEqual(['Sharps'])
    expect(list.containers).toBe(
      list.items.reduce((n: number, l: { containers: number }) => n + l.containers, 0),
    )
    expect((await lab.as('elsewhere').ask('evidence.evacuation-list', { place: place.SITE })).status).toBe(
      404,
    )
    expect((await lab.as('elsewhere').ask('evidence.evacuation-list')).body.items).toEqual([])
  })
  it('S-B24 it stands on paper too, in both languages', async (test) => {
    test.skip(!reader.there, reader.absent)
    const paper = await lab
      .as('reneau')
      .file('evidence.evacuation-paper', { place: place.SITE, language: 'es' })
    expect(paper.bytes.subarray(0, 300).toString()).toContain('%PDF-')
    const text = await textOf(paper.bytes)
    expect(text).toContain('Lista de evacuación')
    expect(text).toContain('1 custodiado')
    expect(text.indexOf('VAULT')).toBeLessThan(text.indexOf('M-1'))
  })
  it('guarded goes before cold, cold before all else', () => {
    expect(carriedFirst({ witness: true, keeps: ['frozen'] })).toBe(1)
    expect(carriedFirst({ witness: false, keeps: ['refrigerated'] })).toBe(2)
    expect(carriedFirst({ witness: false, keeps: ['ambient'] })).toBe(3)
  })
})

async function textOf(pdf: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'custodia-paper-'))
  try {
    await writeFile(join(folder, 'paper.pdf'), pdf)
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', join(folder, 'paper.pdf'), '-'])
    return stdout.replaceAll(/\s+/g, ' ')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
