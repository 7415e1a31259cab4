/** Stories of what is announced before it comes: written on a telephone, resent, changed, taken up at the counter with every difference, and seen by nobody else. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { sql } from '#platform/sql.ts'
import { anAnnouncedItem, anAnnouncement, arrangeAnnouncing } from '../examples.ts'
import { checkCode, readCode } from './rules.ts'

let lab: Lab
const id = (): string => lab.ground.newId()
beforeAll(async () => {
  lab = await openLab()
  await arrangeAnnouncing(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('bol', ['analyst'], { unit: lab.units.chemistry })
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga, name: 'M. Choc' })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
})
afterAll(() => lab?.close())

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const say = (more: Record<string, unknown> = {}) => anAnnouncement(lab as never, more)
const announce = (more: Record<string, unknown> = {}, who = 'choc') =>
  lab.as(who).do('evidence.submit-prelog', say(more))
const look = async (submission: string, who = 'choc') =>
  (await lab.as(who).ask('evidence.get-prelog', { submission })).body
const receive = (submission: string, items: unknown[], more: Record<string, unknown> = {}) =>
  lab.as('reneau').do('evidence.receive-submission', {
    newCase: { title: 'Drugs, Pen Road', type: 'criminal' },
    submittedBy: { person: lab.as('choc').id },
    announced: { submission, seq: 1 },
    items,
    ...more,
  })
const count = async (table: 'announcement' | 'thing'): Promise<number> =>
  (
    await lab.db.direct.one<{ n: number }>(
      table === 'thing'
        ? sql`select count(*)::int as n from evidence.thing`
        : sql`select count(*)::int as n from evidence.announcement`,
    )
  ).n

describe('an officer announces what is coming', () => {
  it('A1 case numbers, people, items with packaging and seals, seizure facts and a photograph arrive with one act', async () => {
    const { body: file } = await lab.as('choc').upload(png, 'bag.png')
    const [suspect, item] = [id(), id()]
    const done = await announce({
      people: [{ id: suspect, role: 'accused', name: 'Rudy Castillo' }],
      seizure: {
        at: '2026-11-02T13:20:00.000Z',
        place: 'Pen Road, Dangriga',
        byPerson: lab.as('choc').id,
        from: { value: suspect },
        fromWords: 'Right trouser pocket',
        presence: ['WPC Arana'],
        sealedBy: 'PC Choc',
        initialledBy: 'WPC Arana',
        power: { value: 'on-arrest' },
      },
      items: [
        anAnnouncedItem(item, {
          takenFrom: suspect,
          quantity: { value: '14.80', unit: 'g' },
          photographs: [{ file: file.sha256, shows: 'packaging' }],
        }),
      ],
      words: 'Field test not made',
    })
    expect(done.number).toMatch(/^A-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const page = await look(done.id)
    expect(page).toMatchObject({
      state: 'announced',
      numbers: ['DG-CR-2026-0417'],
      unit: 'Dangriga Formation',
      to: { name: 'Evidence Management' },
      seizure: {
        by: 'M. Choc',
        from: 'Rudy Castillo',
        presence: ['WPC Arana'],
        power: { name: 'On arrest' },
        initialledBy: 'WPC Arana',
      },
      words: 'Field test not made',
    })
    expect(page.things[0]).toMatchObject({
      packaging: { type: { name: 'Clear plastic bag' }, colour: { name: 'White' } },
      seals: [{ number: 'A104417' }],
      quantity: { value: '14.80', unit: 'g' },
      takenFrom: 'Rudy Castillo',
    })
    expect(page.things[0].barcode).toMatch(/^CX/)
    const picture = await lab
      .as('reneau')
      .file('evidence.prelog-photograph', { photograph: page.things[0].photographs[0].id })
    expect(picture.bytes.equals(png)).toBe(true)
    const leaves = await lab.db.direct.many<{ leaf: string }>(
      sql`select convert_from(leaf, 'utf8') as leaf from ledger.entry where root = ${done.id}`,
    )
    expect(leaves.map((l) => l.leaf).join()).not.toContain('Castillo')
    const row = await lab.db.direct.one<{ r: string }>(
      sql`select a::text as r from evidence.announcement a where submission = ${done.id}`,
    )
    expect(row.r).not.toMatch(/Castillo|trouser|Field test/)
  })

  it('S-B18 a resent announcement counts once: by its key, by its id, and from ten tries at once', async () => {
    const before = await count('announcement')
    const body = say({ id: id() })
    const key = randomUUID()
    const first = await lab.as('choc').tell('evidence.submit-prelog', body, { key })
    const again = await lab.as('choc').tell('evidence.submit-prelog', body, { key })
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body).toEqual(first.body)
    const lostKey = await lab.as('choc').tell('evidence.submit-prelog', body, { key: randomUUID() })
    expect([lostKey.status, lostKey.body.code]).toEqual([409, 'evidence.prelog-there-already'])
    const other = say({ id: id() })
    const same = randomUUID()
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        lab.as('choc').tell('evidence.submit-prelog', other, { key: i % 2 ? same : randomUUID() }),
      ),
    )
    expect(tries.filter((t) => t.status === 200).length).toBeGreaterThan(0)
    const told = tries.map((t) => (t.status === 200 ? 'done' : t.body.code))
    expect([...new Set(told)].sort()).toEqual(['done', 'evidence.prelog-there-already'])
    expect(await count('announcement')).toBe(before + 2)
    const theirs = await lab.as('stranger').tell('evidence.submit-prelog', body)
    expect(theirs.body.code).toBe('evidence.id-in-use')
  })

  it('a change is a new version: what somebody else read does not stand, what was said stays on the record', async () => {
    const done = await announce({ id: id() })
    const told = (await look(done.id)).told
    const changed = await lab.as('choc').do('evidence.change-prelog', {
      submission: done.id,
      seq: 1,
      ...told,
      items: [...told.items, anAnnouncedItem(id(), { description: 'Scales', theirNumber: 'DG-8' })],
    })
    expect(changed.seq).toBe(2)
    expect((await look(done.id)).things).toHaveLength(2)
    const stale = await lab
      .as('choc')
      .tell('evidence.change-prelog', { submission: done.id, seq: 1, ...told })
    expect(stale.body.code).toBe('evidence.prelog-changed-since')
    const colleague = await lab
      .as('palacio')
      .tell('evidence.change-prelog', { submission: done.id, seq: 2, ...told })
    expect(colleague.body.code).toBe('evidence.prelog-of-another')
    const counter = await lab.as('reneau').tell('evidence.receive-submission', {
      newCase: { title: 'Drugs', type: 'criminal' },
      submittedBy: { name: 'PC Choc' },
      announced: { submission: done.id, seq: 1 },
      items: [anAnnouncedItem(told.items[0].id, { seals: [] })],
    })
    expect(counter.body.code).toBe('evidence.prelog-changed-since')
    await lab.as('palacio').do('evidence.withdraw-prelog', { submission: done.id, why: 'Goes to Belmopan' })
    expect(await look(done.id)).toMatchObject({ state: 'withdrawn', why: 'Goes to Belmopan' })
    const late = await lab.as('reneau').tell('evidence.refuse-submission', {
      newCase: { title: 'Drugs', type: 'criminal' },
      submittedBy: { name: 'PC Choc' },
      why: 'not-sealed',
      announced: { submission: done.id, seq: 2 },
    })
    expect(late.body.code).toBe('evidence.prelog-is-withdrawn')
  })

  it('A17 the form says what to bring and how to pack for an offence; more items than usual are explained, in both languages', async () => {
    const form = (await lab.as('choc').ask('evidence.prelog-form')).body
    expect(form.guidance[0]).toMatchObject({
      title: 'Drugs',
      pack: ['Each parcel in a bag of its own'],
      most: 3,
    })
    expect(form.desks).toEqual([{ id: lab.units.counter, name: 'Evidence Management' }])
    expect(form.protectedOffences).toEqual(['rape'])
    const es = (await lab.as('choc').ask('evidence.prelog-form', {}, { language: 'es' })).body
    expect(es.guidance[0].bring).toEqual(['El formulario de entrega, firmado'])
    const items = Array.from({ length: 4 }, (_, n) => anAnnouncedItem(id(), { theirNumber: `DG-${n}` }))
    const many = await lab.as('choc').tell('evidence.submit-prelog', say({ items }))
    expect([many.status, many.body.code]).toEqual([409, 'evidence.more-than-usual'])
    expect(many.body.detail).toContain('at most 3')
    await announce({ items, words: 'Four rooms, four owners' })
  })

  it('hostile files and unknown words are refused with their sentence, and leave nothing', async () => {
    const before = await count('announcement')
    const { body: exe } = await lab.as('choc').upload(Buffer.from('MZ\u0090\u0000not a picture'), 'x.png')
    const refused = async (more: Record<string, unknown>) =>
      (await lab.as('choc').tell('evidence.submit-prelog', say(more))).body.code
    const photographs = [{ file: exe.sha256 }]
    expect(await refused({ items: [anAnnouncedItem(id(), { photographs })] })).toBe(
      'evidence.prelog-not-a-picture',
    )
    const { body: theirs } = await lab.as('stranger').upload(Buffer.concat([png, Buffer.from('x')]), 'a.png')
    expect(
      await refused({ items: [anAnnouncedItem(id(), { photographs: [{ file: theirs.sha256 }] })] }),
    ).toBe('file-not-sent-by-you')
    expect(await refused({ offences: ['no-such'] })).toBe('catalogue.no-such-code')
    expect(await refused({ to: lab.units.policeDangriga })).toBe('evidence.no-such-desk')
    expect(await refused({ items: [anAnnouncedItem(id(), { takenFrom: id() })] })).toBe(
      'evidence.prelog-no-such-person',
    )
    const twice = id()
    expect(await refused({ items: [anAnnouncedItem(twice), anAnnouncedItem(twice)] })).toBe(
      'evidence.same-id-twice',
    )
    expect(await count('announcement')).toBe(before)
  })
})

describe('the counter takes it up', () => {
  it('A6 the queue finds it by any number; cases with the same number are offered; a merge adds numbers and people to the case', async () => {
    const number = 'DG-CR-2026-0900'
    const old = await lab.as('reneau').do('cases.open-case', {
      title: 'Robbery, Pen Road',
      type: 'criminal',
      aliases: [{ kind: 'police', text: number }],
    })
    const [person, item] = [id(), id()]
    const done = await announce({
      numbers: [
        { kind: 'police', text: 'dg cr 2026/0900' },
        { kind: 'police', text: 'CIMS-77123' },
      ],
      people: [{ id: person, role: 'accused', name: 'Rudy Castillo' }],
      items: [anAnnouncedItem(item, { takenFrom: person })],
    })
    const queue = (await lab.as('reneau').ask('evidence.announced', { q: 'CIMS-77123' })).body.items
    expect(queue.map((q: { id: string }) => q.id)).toEqual([done.id])
    const found = (await lab.as('reneau').ask('cases.find-anything', { q: 'CIMS-77123' })).body.items
    expect(found).toMatchObject([{ subject: `evidence.submission/${done.id}`, label: done.number }])
    const match = (await lab.as('reneau').ask('evidence.match-prelog', { submission: done.id })).body
    expect(match.cases).toMatchObject([{ id: old.id, by: ['dg cr 2026/0900'] }])
    const got = await receive(done.id, [anAnnouncedItem(item)], { case: old.id, newCase: undefined })
    expect(got.id).toBe(done.id)
    expect(got.items[0].id).toBe(item)
    const file = (await lab.as('reneau').ask('cases.get-case', { case: old.id })).body
    expect(file.aliases.map((a: { text: string }) => a.text).sort()).toEqual(['CIMS-77123', number])
    expect(file.parties.map((p: { name: string }) => p.name)).toEqual(['Rudy Castillo'])
    const thing = (await lab.as('reneau').ask('evidence.get-item', { id: item })).body
    expect(thing.taken.from.name).toBe('Rudy Castillo')
    expect((await lab.as('reneau').ask('evidence.announced', { q: 'CIMS-77123' })).body.items).toEqual([])
    const after = (await lab.as('choc').ask('cases.find-anything', { q: 'CIMS-77123' })).body.items
    expect(after[0].case).toMatchObject({ id: old.id })
    expect(await look(done.id)).toMatchObject({
      state: 'received',
      received: { number: got.number, case: old.id },
    })
  })

  it('S-B7 scanned and compared item by item: every difference, what was not brought and what was not announced are on the record', async () => {
    const [white, gone, back] = [id(), id(), id()]
    const { body: file } = await lab.as('choc').upload(png, 'bag.png')
    const done = await announce({
      hands: [
        {
          person: lab.as('choc').id,
          tookAt: '2026-11-02T08:00:00.000Z',
          gaveAt: '2026-11-02T09:00:00.000Z',
        },
        { name: 'Exhibit Keeper, Dangriga', tookAt: '2026-11-02T11:00:00.000Z' },
      ],
      items: [
        anAnnouncedItem(white, {
          quantity: { value: '14.80', unit: 'g' },
          takenPlace: 'Kitchen',
          photographs: [{ file: file.sha256, shows: 'packaging' }],
        }),
        anAnnouncedItem(gone, { description: 'Pistol magazine', theirNumber: 'DG-8', seals: [] }),
        anAnnouncedItem(back, { description: 'Open bag', theirNumber: 'DG-9', seals: [] }),
      ],
    })
    const done2 = await receive(
      done.id,
      [
        {
          id: white,
          description: 'Dried plant material in a clear  bag',
          type: 'plant-material',
          count: 2,
          quantity: { value: '0.0148', unit: 'kg' },
          packaging: { type: 'envelope', colour: 'brown', size: 'a4' },
          seals: [{ number: 'a-104417' }, { number: 'B1' }],
        },
        { description: 'Mobile telephone', seals: [] },
      ],
      { refused: [{ item: back, description: 'Open bag', why: 'not-sealed' }] },
    )
    const page = await look(done.id)
    const said = page.differences.map((d: Record<string, unknown>) => [d.item, d.kind, d.expected, d.found])
    expect(said).toHaveLength(6)
    expect(said).toEqual(
      expect.arrayContaining([
        [white, 'count', '1', '2'],
        [white, 'packaging', 'Clear plastic bag', 'Envelope'],
        [white, 'packaging', 'White', 'Brown'],
        [white, 'seal', null, 'B1'],
        [null, 'count', 'Pistol magazine', null],
        [done2.items[1].id, 'paper', null, null],
      ]),
    )
    const thing = (await lab.as('reneau').ask('evidence.get-item', { id: white })).body
    expect(thing.photographs).toHaveLength(1)
    expect(thing.photographs[0].by).toBe('M. Choc')
    expect(thing.taken.place).toBe('Kitchen')
    const kinds = thing.findings.map((f: { kind: string }) => f.kind)
    expect(kinds).toContain('gap')
    expect(kinds.filter((k: string) => k === 'discrepancy')).toHaveLength(4)
    const refused = (await lab.as('reneau').ask('evidence.get-submission', { id: done.id })).body
    expect(refused.notTaken).toMatchObject([{ description: 'Open bag', whyName: 'Not sealed' }])
    expect((await lab.as('choc').ask('evidence.get-item', { id: white })).status).toBe(200)
  })

  it('of many counters that take up one announcement, one has it; a refusal keeps the reason for the officer', async () => {
    const item = id()
    const done = await announce({ items: [anAnnouncedItem(item)] })
    const tries = await Promise.all(
      Array.from({ length: 6 }, () =>
        lab.as('reneau').tell('evidence.receive-submission', {
          newCase: { title: 'Drugs', type: 'criminal' },
          submittedBy: { name: 'PC Choc' },
          announced: { submission: done.id, seq: 1 },
          items: [anAnnouncedItem(item)],
        }),
      ),
    )
    expect(tries.map((t) => t.status).sort()).toEqual([200, 409, 409, 409, 409, 409])
    expect(tries.filter((t) => t.status === 409).map((t) => t.body.code)).toEqual(
      Array(5).fill('evidence.prelog-is-received'),
    )
    const other = await announce()
    await lab.as('reneau').do('evidence.refuse-submission', {
      newCase: { title: 'Drugs', type: 'criminal' },
      submittedBy: { name: 'PC Choc' },
      why: 'not-sealed',
      words: 'Bring it sealed',
      announced: { submission: other.id, seq: 1 },
    })
    expect(await look(other.id)).toMatchObject({ state: 'refused', why: 'Bring it sealed' })
  })
})

describe('the code that carries it', () => {
  it('A8 is signed by the house, read without any network, holds no person, and a changed character is found', async () => {
    const person = id()
    const done = await announce({
      people: [{ id: person, role: 'accused', name: 'Rudy Castillo' }],
      seizure: {
        from: { value: person },
        presence: ['Ana Ruiz'],
        place: '12 Pen Road',
        power: { value: 'warrant' },
      },
      items: Array.from({ length: 3 }, (_, n) => anAnnouncedItem(id(), { theirNumber: `DG-${n}` })),
      words: 'Castillo says it is not his',
    })
    const code = (await lab.as('choc').ask('evidence.prelog-code', { submission: done.id })).body
    expect(code.signed).toBe(true)
    expect(code.parts.every((p: string) => /^CXA1[0-9A-Z]+$/.test(p) && p.length <= 900)).toBe(true)
    const read = await readCode(code.parts)
    expect(read?.content).toMatchObject({ id: done.id, seq: 1, by: 'M. Choc', unit: 'Dangriga Formation' })
    expect(JSON.stringify(read?.content)).not.toMatch(/Castillo|Ruiz|12 Pen Road/)
    const vkey = code.key
    expect(read && (await checkCode(read, vkey))).toBe('yes')
    const forged = read && { ...read, hash: read.hash.replace(/^./, (c) => (c === '0' ? '1' : '0')) }
    expect(forged && (await checkCode(forged, vkey))).toBe('no')
    const [first] = code.parts
    const other = first.slice(0, 60) + (first[60] === 'A' ? 'B' : 'A') + first.slice(61)
    expect(await readCode([other, ...code.parts.slice(1)])).toBeNull()
  })
})

describe('S-B28 an officer of another formation sees nothing', () => {
  it('neither in lists, searches, counts, matches, photographs, codes nor refusals, before and after it came', async () => {
    const item = id()
    const number = 'SECRET-4711'
    const { body: file } = await lab.as('choc').upload(png, 'bag.png')
    const done = await announce({
      numbers: [{ kind: 'police', text: number }],
      items: [
        anAnnouncedItem(item, { photographs: [{ file: file.sha256 }], seals: [{ number: 'SEAL-4711' }] }),
      ],
    })
    const photo = (await look(done.id)).things[0].photographs[0].id
    const told = (await look(done.id)).told
    const blind = async () => {
      for (const who of ['stranger', 'bol']) {
        const as = lab.as(who)
        const nobody = { submission: randomUUID() }
        for (const name of ['evidence.get-prelog', 'evidence.prelog-code']) {
          const there = await as.ask(name, { submission: done.id })
          const none = await as.ask(name, nobody)
          expect([there.status, there.body.code, there.body.detail]).toEqual([
            404,
            none.body.code,
            none.body.detail,
          ])
        }
        expect((await as.file('evidence.prelog-photograph', { photograph: photo })).status).toBe(404)
        for (const q of [number, 'SEAL-4711', '4711', done.number])
          expect((await as.ask('cases.find-anything', { q })).body).toMatchObject({ items: [], total: 0 })
      }
      const as = lab.as('stranger')
      expect((await as.ask('evidence.my-prelogs', { q: '4711' })).body.items).toEqual([])
      const change = await as.tell('evidence.change-prelog', { submission: done.id, seq: 1, ...told })
      const withdraw = await as.tell('evidence.withdraw-prelog', { submission: done.id, why: 'x' })
      expect([change.status, withdraw.status]).toEqual([404, 404])
      expect((await as.ask('evidence.announced')).status).toBe(403)
    }
    await blind()
    await receive(done.id, [anAnnouncedItem(item)])
    await blind()
    expect((await lab.as('stranger').ask('evidence.get-item', { id: item })).status).toBe(404)
  })

  it('names of minors and of complainants of sexual offences are hidden from everybody but who announced, and masked on the case', async () => {
    const [child, woman] = [id(), id()]
    const item = id()
    const done = await announce({
      offences: ['rape'],
      title: 'Sexual offence, Hope Creek',
      people: [
        { id: woman, role: 'complainant', name: 'Marta Xol', age: 31 },
        { id: child, role: 'witness', name: 'Luis Xol', age: 9 },
      ],
      seizure: { from: { value: woman }, fromWords: 'Marta Xol gave it herself', presence: ['Luis Xol'] },
      items: [anAnnouncedItem(item, { takenFrom: woman })],
    })
    expect(JSON.stringify(await look(done.id))).toContain('Marta Xol')
    for (const who of ['palacio', 'reneau']) {
      const page = await look(done.id, who)
      expect(JSON.stringify(page)).not.toMatch(/Xol/)
      expect(page.people.map((p: { hidden: string }) => p.hidden).sort()).toEqual(['complainant', 'minor'])
      expect(page.told).toBeNull()
    }
    const telling = await lab.as('choc').tell(
      'evidence.submit-prelog',
      say({
        offences: ['rape'],
        title: 'Xol, Hope Creek',
        people: [{ id: id(), role: 'complainant', name: 'Marta Xol' }],
      }),
    )
    expect(telling.body.code).toBe('cases.title-names-protected')
    const got = await receive(done.id, [anAnnouncedItem(item)], {
      newCase: { title: 'Sexual offence, Hope Creek', type: 'sexual' },
    })
    const file = (await lab.as('reneau').ask('cases.get-case', { case: got.case.id })).body
    expect(
      file.parties.every((p: { name: string | null; hidden: string | null }) => p.name === null && p.hidden),
    ).toBe(true)
    expect(JSON.stringify(await look(done.id, 'reneau'))).not.toMatch(/Xol/)
  })
})
