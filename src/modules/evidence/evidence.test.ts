/** Stories of custody over HTTP: the main path, the race for one thing, the batch of fifty, refusals, need to know. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'
import { sql } from '#platform/sql.ts'
import { aPlace, aSubmission, anItem, arrangeWords, examples } from './examples.ts'
import { examples as property } from './examples/property.ts'
import { handOverOpenSql, locationNowSql, thingNowSql } from './things/store/now.ts'

const PIN = '246810'
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('arnold', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('cus', ['analyst'], { unit: lab.units.chemistry })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
})
afterAll(() => lab?.close())

const receive = (more: Record<string, unknown> = {}) =>
  lab
    .as('reneau')
    .do(
      'evidence.receive-submission',
      aSubmission({ submittedBy: { person: lab.as('palacio').id }, ...more }),
    )
const items = (n: number): Record<string, unknown>[] =>
  Array.from({ length: n }, (_, i) =>
    anItem({
      description: `Parcel ${i + 1}`,
      seals: [{ number: `B${Math.floor(performance.now() * 1000)}-${i}` }],
    }),
  )
const seen = async (id: string, who = 'reneau') => (await lab.as(who).ask('evidence.get-item', { id })).body

describe('the main path', () => {
  it('case and item in one act, stored, taken out, handed over, opened, split: one chain without a gap', async () => {
    const done = await receive()
    const item = done.items[0]
    expect(item.number).toMatch(/-1$/)
    expect(item.barcode).toMatch(/^CX[0-9A-Z]{13}$/)
    const shelf = await lab.as('arnold').do('evidence.define-location', aPlace())
    await lab.as('reneau').do('evidence.store-item', { things: [item.id], place: shelf.id })
    await lab.as('arnold').do('evidence.retrieve-item', { things: [item.id], purpose: 'For the bench' })
    const offer = await lab
      .as('arnold')
      .do(
        'evidence.hand-over',
        { things: [item.id], to: lab.as('cus').id, purpose: 'Examination' },
        { stepUp: true },
      )
    expect((await seen(item.id)).holder.name).toBe('arnold')
    const waiting = (await lab.as('cus').ask('evidence.held-by')).body.toAccept
    expect(waiting.map((o: { id: string }) => o.id)).toEqual([offer.id])
    const told = async (): Promise<string[]> =>
      (await lab.as('cus').ask('identity.my-notices')).body.items.map((n: { subject: string }) => n.subject)
    expect(await told()).toContain(`evidence.hand-over/${offer.id}`)
    await lab.as('cus').do('evidence.accept-hand-over', { handOver: offer.id }, { stepUp: true })
    // What was accepted is not told of any longer.
    expect(await told()).not.toContain(`evidence.hand-over/${offer.id}`)
    const sealed = await lab
      .as('cus')
      .tell('evidence.take-subsample', { item: item.id, description: 'Vial', amount: '0.05', unit: 'g' })
    expect(sealed.status).toBe(409)
    expect(sealed.body.detail).toContain('A104417')
    await lab.as('cus').do('evidence.break-seal', { item: item.id, number: 'A104417', why: 'Examination' })
    await lab
      .as('cus')
      .do('evidence.weigh-item', { item: item.id, net: '10.02', unit: 'g', tolerance: '0.01' })
    const vial = await lab
      .as('cus')
      .do('evidence.take-subsample', { item: item.id, description: 'Vial', amount: '0.05', unit: 'g' })
    expect(vial.number).toBe(`${item.number}.S1`)
    const page = await seen(item.id, 'cus')
    expect(page.river.lanes.map((l: { name: string }) => l.name)).toEqual([
      'reneau',
      'Shelf 04',
      'arnold',
      'cus',
    ])
    expect(page.findings).toEqual([])
    expect(page.river.bands.filter((b: { present: boolean }) => b.present)).toHaveLength(1)
    expect(page.family.map((f: { number: string }) => f.number)).toContain(vial.number)
    expect((await lab.as('cus').ask('evidence.get-item', { barcode: item.barcode })).body.id).toBe(item.id)
    expect((await lab.as('cus').ask('evidence.get-item', { number: item.number })).body.id).toBe(item.id)
  })

  it('the same submission sent twice with one key is one submission', async () => {
    const input = aSubmission()
    const one = await lab.as('reneau').do('evidence.receive-submission', input, { key: 'k1' })
    const two = await lab.as('reneau').do('evidence.receive-submission', input, { key: 'k1' })
    expect(two).toEqual(one)
  })

  it('B17 a taker who signs beside with the PIN has the thing at once; a wrong PIN moves nothing', async () => {
    const {
      items: [item],
    } = await receive()
    const wrong = await lab
      .as('reneau')
      .tell(
        'evidence.hand-over',
        { things: [item.id], to: lab.as('cus').id, coSigner: { person: lab.as('cus').id, pin: '111111' } },
        { stepUp: true },
      )
    expect(wrong.status).toBe(409)
    expect((await seen(item.id)).holder.name).toBe('reneau')
    const right = await lab
      .as('reneau')
      .do(
        'evidence.hand-over',
        { things: [item.id], to: lab.as('cus').id, coSigner: { person: lab.as('cus').id, pin: PIN } },
        { stepUp: true },
      )
    expect(right.state).toBe('accepted')
    const page = await seen(item.id)
    expect(page.holder.name).toBe('cus')
    // At the counter the submitter did not sign: one hand-over of the two names both parties.
    expect(page.river).toMatchObject({ handOvers: 2, bothParties: 1 })
  })
})

describe('one holder', () => {
  it('of twenty who reach for one thing exactly one has it, and the others read who', async () => {
    const {
      items: [item],
    } = await receive()
    const shelf = await lab.as('arnold').do('evidence.define-location', aPlace({ code: 'RACE' }))
    await lab.as('reneau').do('evidence.store-item', { things: [item.id], place: shelf.id })
    const takers = ['arnold', 'reneau']
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        lab.as(takers[i % 2] as string).tell('evidence.retrieve-item', { things: [item.id] }),
      ),
    )
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
    const holder = (await seen(item.id)).holder.name
    for (const a of answers.filter((x) => x.status !== 200)) {
      expect(a.status).toBe(409)
      expect(a.body.detail).toContain(holder)
    }
    const { n } = await lab.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from evidence.custody_event where thing = ${item.id}`,
    )
    expect(n).toBe(3)
  })

  it('B16 nothing goes from place to place, and out of a store nothing is handed over', async () => {
    const {
      items: [item],
    } = await receive()
    const a = await lab.as('arnold').do('evidence.define-location', aPlace({ code: 'P-A' }))
    const b = await lab.as('arnold').do('evidence.define-location', aPlace({ code: 'P-B' }))
    await lab.as('reneau').do('evidence.store-item', { things: [item.id], place: a.id })
    const moved = await lab.as('reneau').tell('evidence.store-item', { things: [item.id], place: b.id })
    expect([moved.status, moved.body.code]).toEqual([409, 'evidence.place-to-place'])
    const given = await lab
      .as('reneau')
      .tell('evidence.hand-over', { things: [item.id], to: lab.as('cus').id }, { stepUp: true })
    expect([given.status, given.body.code]).toEqual([409, 'evidence.in-store'])
  })

  it('what is packed moves with its container, and not by itself', async () => {
    const {
      items: [one, two],
    } = await receive({ items: [anItem({ seals: [] }), anItem({ seals: [], hazards: ['live-round'] })] })
    const box = await lab
      .as('reneau')
      .do('evidence.pack-items', { things: [one.id, two.id], newContainer: { description: 'Box' } })
    expect((await seen(one.id)).hazards).toMatchObject([{ hazard: 'live-round', inherited: true }])
    const alone = await lab
      .as('reneau')
      .tell('evidence.hand-over', { things: [one.id], to: lab.as('cus').id }, { stepUp: true })
    expect(alone.body.code).toBe('evidence.is-packed')
    const offer = await lab
      .as('reneau')
      .do('evidence.hand-over', { things: [box.id], to: lab.as('cus').id }, { stepUp: true })
    await lab.as('cus').do('evidence.accept-hand-over', { handOver: offer.id }, { stepUp: true })
    for (const id of [box.id, one.id, two.id]) expect((await seen(id)).holder.name).toBe('cus')
  })
})

describe('batches', () => {
  it('B14 fifty things of two cases change hands in one act', async () => {
    const done = await receive({ items: items(30) })
    const more = await receive({ items: items(20) })
    expect(more.case.id).not.toBe(done.case.id)
    const things = [...done.items, ...more.items].map((i: { id: string }) => i.id)
    const offer = await lab
      .as('reneau')
      .do('evidence.hand-over', { things, to: lab.as('cus').id }, { stepUp: true })
    await lab.as('cus').do('evidence.accept-hand-over', { handOver: offer.id }, { stepUp: true })
    const rows = await lab.db.direct.many<{ holder: string; seq: number }>(
      sql`select holder, seq from evidence.thing_now where thing = any(${things}::uuid[])`,
    )
    expect(rows).toHaveLength(50)
    expect(rows.every((r) => r.holder === lab.as('cus').id && r.seq === 2)).toBe(true)
  })

  it('one bad row stops the batch and is named; with partly the others go', async () => {
    const done = await receive({ items: items(5) })
    const things = done.items.map((i: { id: string }) => i.id)
    const shelf = await lab.as('arnold').do('evidence.define-location', aPlace({ code: 'BAD' }))
    await lab.as('reneau').do('evidence.store-item', { things: [things[3]], place: shelf.id })
    const refused = await lab
      .as('reneau')
      .tell('evidence.hand-over', { things, to: lab.as('cus').id }, { stepUp: true })
    expect([refused.status, refused.body.code]).toEqual([409, 'rows-refused'])
    expect(refused.body.fields).toHaveLength(1)
    expect(refused.body.fields[0].path).toBe('things.3')
    const { n } = await lab.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from evidence.hand_over_open where thing = any(${things}::uuid[])`,
    )
    expect(n).toBe(0)
    const partly = await lab
      .as('reneau')
      .do('evidence.hand-over', { things, to: lab.as('cus').id, partly: true }, { stepUp: true })
    expect(partly.things).toBe(4)
    expect(partly.refused).toMatchObject([{ thing: things[3], why: expect.stringContaining('Shelf 04') }])
  })
})

describe('what does not agree is shown', () => {
  it('a gap and a contradiction before the house are found at intake and stay, explained', async () => {
    const {
      items: [item],
    } = await receive({
      before: [
        { name: 'Cpl. D. Palacio', tookAt: '2026-11-02T08:00:00Z', gaveAt: '2026-11-02T10:00:00Z' },
        { name: 'Courier', tookAt: '2026-11-02T10:00:00Z', gaveAt: '2026-11-02T11:20:00Z' },
      ],
      submittedBy: { name: 'Courier' },
    })
    const page = await seen(item.id)
    expect(page.findings.map((f: { kind: string }) => f.kind)).toEqual(['gap'])
    expect(page.findings[0].text).toContain('2 h 40 min')
    expect(page.next.more).toContain('2 h 40 min')
    await lab.as('reneau').do('evidence.explain-difference', {
      item: item.id,
      about: page.findings[0].key,
      words: 'Waited in the locked vehicle',
    })
    const again = await seen(item.id)
    expect(again.findings[0].explained.words).toBe('Waited in the locked vehicle')
    expect((await lab.as('reneau').ask('evidence.custody-of-item', { item: item.id })).body.unbroken).toBe(
      false,
    )
  })

  it('a weight that grew is kept and shown; more than there is cannot be taken', async () => {
    const {
      items: [item],
    } = await receive({ items: [anItem({ seals: [] })] })
    await lab
      .as('reneau')
      .do('evidence.weigh-item', { item: item.id, net: '10.00', unit: 'g', tolerance: '0.01' })
    const more = await lab
      .as('reneau')
      .tell('evidence.take-subsample', { item: item.id, description: 'x', amount: '11', unit: 'g' })
    expect(more.body.code).toBe('evidence.more-than-there-is')
    const heavy = await lab
      .as('reneau')
      .do('evidence.weigh-item', { item: item.id, net: '10.50', unit: 'g', tolerance: '0.01' })
    expect(heavy.finding).toContain('10.50 g')
    expect((await seen(item.id)).findings.map((f: { kind: string }) => f.kind)).toEqual(['weight'])
  })

  it('the packaging of intake stays the fact; another one asks for a reason and is shown', async () => {
    const {
      items: [item],
    } = await receive({ items: [anItem({ seals: [] })] })
    const bare = await lab
      .as('reneau')
      .tell('evidence.repack-item', { item: item.id, packaging: { type: 'envelope', colour: 'brown' } })
    expect(bare.status).toBe(400)
    await lab
      .as('reneau')
      .do(
        'evidence.repack-item',
        { item: item.id, packaging: { type: 'envelope', colour: 'brown' } },
        { reason: 'White one tore' },
      )
    const page = await seen(item.id)
    expect(page.packaging.map((k: { colour: string }) => k.colour)).toEqual(['white', 'brown'])
    expect(page.findings.map((f: { kind: string }) => f.kind)).toEqual(['packaging'])
  })

  it('S-B3 what was not received within its hours is asked after at both ends, each of them a custody place of its own', async () => {
    const {
      items: [item],
    } = await receive()
    const sent = await lab.as('reneau').do('evidence.dispatch-consignment', {
      things: [item.id],
      carrier: 'Courier run C-318',
      reference: 'WB-5512',
      toUnit: lab.units.policeDangriga,
      hours: 48,
    })
    const board = (await lab.as('palacio').ask('evidence.in-transit')).body.items
    expect(board.find((c: { id: string }) => c.id === sent.id)).toMatchObject({
      carrier: 'Courier run C-318',
      reference: 'WB-5512',
      late: false,
    })
    expect((await seen(item.id)).holder).toMatchObject({ kind: 'carrier', name: 'Courier run C-318' })
    const before = (await lab.as('reneau').ask('evidence.overdue')).body.items.filter(
      (l: { item: { id: string } }) => l.item.id === item.id,
    )
    expect(before).toEqual([])
    const find = async (who: string, q: string): Promise<string[]> =>
      (await lab.as(who).ask('cases.find-anything', { q })).body.items.map(
        (h: { subject: string }) => h.subject,
      )
    const itself = `evidence.consignment/${sent.id}`
    expect(await find('reneau', sent.number as string)).toEqual([itself])
    expect(await find('palacio', 'WB-5512')).toContain(itself)
    await lab.person('elsewhere', ['officer'], { unit: lab.units.policeBelmopan })
    expect(await find('elsewhere', sent.number as string)).toEqual([])
    lab.clock.advance(49 * 3_600_000)
    const late = (await lab.as('reneau').ask('evidence.overdue')).body.items.find(
      (l: { item: { id: string } }) => l.item.id === item.id,
    )
    expect(late).toMatchObject({ why: 'in-transit', tell: ['reneau', 'Dangriga Formation'] })
    const there = (await lab.as('palacio').ask('evidence.overdue')).body.items
    expect(there.map((l: { item: { id: string } }) => l.item.id)).toContain(item.id)
    await lab.as('palacio').do('evidence.receive-consignment', { consignment: sent.id })
    expect((await seen(item.id)).holder.name).toBe('palacio')
    expect(await find('reneau', sent.number as string)).toEqual([])
    // The exhibit room of the formation is a place of the same chain.
    const room = (await lab.arrange(
      'evidence.define-location',
      aPlace({ code: 'DG-ROOM', unit: lab.units.policeDangriga }),
    )) as { id: string }
    await lab.as('palacio').do('evidence.store-item', { things: [item.id], place: room.id })
    expect((await seen(item.id)).river.lanes.map((l: { name: string }) => l.name)).toEqual([
      'reneau',
      'Courier run C-318',
      'palacio',
      'Shelf 04',
    ])
  })
})

describe('two persons, courts, corrections', () => {
  it('B18 a vault opens to two persons only, putting in and taking out, and the second signs with the own PIN', async () => {
    const {
      items: [item],
    } = await receive({ items: [anItem({ seals: [] })] })
    const vault = await lab
      .as('reneau')
      .do('evidence.define-location', aPlace({ code: 'VAULT', name: 'Vault', witness: true }))
    const arnold = lab.as('arnold').id
    const store = (witness?: object) =>
      lab
        .as('reneau')
        .tell('evidence.store-item', { things: [item.id], place: vault.id, ...(witness ? { witness } : {}) })
    expect((await store()).body).toMatchObject({ code: 'evidence.witness-needed', next: expect.any(String) })
    expect((await store({ person: arnold, pin: '000000' })).body.code).toBe('evidence.co-signer-wrong-pin')
    expect((await store({ person: lab.as('reneau').id, pin: PIN })).body.code).toBe(
      'evidence.co-signer-is-you',
    )
    expect((await store({ person: arnold, pin: PIN })).status).toBe(200)
    expect((await seen(item.id)).chain.at(-1)).toMatchObject({ kind: 'stored', witness: 'arnold' })
    const alone = await lab.as('reneau').tell('evidence.retrieve-item', { things: [item.id] })
    expect(alone.body.code).toBe('evidence.witness-needed')
    await lab
      .as('reneau')
      .do('evidence.retrieve-item', { things: [item.id], witness: { person: arnold, pin: PIN } })
    expect((await seen(item.id)).chain.at(-1)).toMatchObject({ kind: 'retrieved', witness: 'arnold' })
  })

  it('B24 at court until an hour, asked after when it passes, and back by the one who took it or the counter', async () => {
    const {
      items: [item],
    } = await receive({ items: [anItem({ seals: [] })] })
    const dueBack = new Date(Date.parse(lab.clock.now()) + 6 * 3_600_000).toISOString()
    await lab.as('reneau').do('evidence.check-out-to-court', {
      things: [item.id],
      court: 'Supreme Court',
      by: lab.as('palacio').id,
      dueBack,
      purpose: 'Exhibit in R v. Ical',
    })
    expect(await seen(item.id)).toMatchObject({ state: 'at-court', dueAt: dueBack })
    lab.clock.advance(7 * 3_600_000)
    const late = (await lab.as('reneau').ask('evidence.overdue')).body.items.find(
      (l: { item: { id: string } }) => l.item.id === item.id,
    )
    expect(late).toMatchObject({ why: 'at-court', tell: ['reneau', 'palacio'] })
    const other = await lab.as('cus').tell('evidence.return-from-court', { things: [item.id] })
    expect(other.status).toBe(404)
    await lab.as('palacio').do('evidence.return-from-court', { things: [item.id] })
    expect((await seen(item.id)).holder.name).toBe('palacio')
  })

  it('B41 a custody entry is corrected by keepers, with a reason, beside what it said; B42 nothing vanishes', async () => {
    const {
      items: [item],
    } = await receive({ items: [anItem({ seals: [] })] })
    const { chain } = await seen(item.id)
    const at = new Date(Date.parse(chain[0].at) - 60_000).toISOString()
    const input = { item: item.id, event: chain[0].id, at, gaveAt: at }
    expect((await lab.as('palacio').tell('evidence.correct-custody-entry', input)).status).toBe(400)
    expect(
      (await lab.as('palacio').tell('evidence.correct-custody-entry', input, { reason: 'x' })).status,
    ).toBe(404)
    await lab.as('reneau').do('evidence.correct-custody-entry', input, { reason: 'The clock was fast' })
    const after = (await seen(item.id)).chain[0]
    expect([after.at, after.corrected.at]).toEqual([chain[0].at, at])
    const taken = await lab
      .as('reneau')
      .do('evidence.void-item', { item: item.id }, { reason: 'Entered twice' })
    expect((await seen(taken.id)).state).toBe('void')
    expect(
      (await lab.as('reneau').tell('evidence.store-item', { things: [item.id], place: item.id })).body.code,
    ).toBe('evidence.is-void')
  })
})

describe('who may know', () => {
  it('for an officer of another formation the item is not there, by any door', async () => {
    const {
      items: [item],
      case: file,
    } = await receive()
    expect((await lab.as('stranger').ask('evidence.get-item', { id: item.id })).status).toBe(404)
    expect((await lab.as('stranger').ask('evidence.get-item', { number: item.number })).status).toBe(404)
    expect((await lab.as('stranger').ask('evidence.custody-of-item', { item: item.id })).status).toBe(404)
    expect((await lab.as('stranger').ask('evidence.find-items', { case: file.id })).body).toMatchObject({
      items: [],
      total: 0,
    })
    expect(
      (
        await lab
          .as('stranger')
          .tell('evidence.note-discrepancy', { item: item.id, kind: 'other', words: 'x' })
      ).status,
    ).toBe(404)
    expect((await lab.as('palacio').ask('evidence.get-item', { id: item.id })).status).toBe(200)
  })
})

describe('names', () => {
  it('of a minor from whom a thing was taken is not told, and stands in no row of evidence', async () => {
    const party = lab.ground.newId()
    const {
      items: [item],
    } = await receive({
      newCase: {
        title: 'Found at school',
        type: 'criminal',
        parties: [{ id: party, role: 'victim', name: 'Marisela Ical', born: '2015' }],
      },
      items: [anItem({ takenFrom: party })],
    })
    expect((await seen(item.id)).taken.from).toEqual({ party, name: null, role: 'victim' })
    const { n } = await lab.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from evidence.thing t where t::text ilike '%ical%'`,
    )
    expect(n).toBe(0)
  })
})

describe('papers', () => {
  it('the custody form is a PDF, labels are PDF or ZPL and bear no name', async () => {
    const {
      items: [item],
    } = await receive()
    const form = await lab.as('reneau').file('evidence.custody-form', { item: item.id, language: 'es' })
    expect(form.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const pdf = await lab.as('reneau').file('evidence.label', { items: item.id })
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const zpl = (
      await lab.as('reneau').file('evidence.label', { items: item.id, format: 'zpl' })
    ).bytes.toString()
    expect(zpl).toContain(item.barcode)
    expect(zpl).not.toContain('Castillo')
    await lab.as('reneau').do('evidence.print-label', { items: [item.id] })
    expect((await lab.as('reneau').tell('evidence.print-label', { items: [item.id] })).body.code).toBe(
      'evidence.label-again',
    )
  })

  it('a photograph is kept byte for byte', async () => {
    const {
      items: [item],
    } = await receive()
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const { body } = await lab.as('reneau').upload(png, 'bag.png')
    const made = await lab
      .as('reneau')
      .do('evidence.photograph-item', { item: item.id, file: body.sha256, shows: 'packaging' })
    expect(
      (await lab.as('reneau').file('evidence.photograph', { photograph: made.id })).bytes.equals(png),
    ).toBe(true)
  })
})

describe('every example', () => {
  const skip = new Set([
    'evidence.photograph-item',
    'evidence.photograph',
    'evidence.accept-hand-over',
    'evidence.decline-hand-over',
  ])
  for (const [name, input] of Object.entries({ ...examples, ...property })) {
    if (skip.has(name)) continue
    it(`${name} is well formed and done`, async () => {
      await lab.arrange(name, await input(lab))
    })
  }

  it('the derived tables are what the covered rows add up to', async () => {
    const one = async (query: string, table: string) =>
      lab.db.pool.query(`(${query} except table ${table}) union all (table ${table} except ${query})`)
    expect((await one(thingNowSql, 'evidence.thing_now')).rows).toEqual([])
    expect((await one(handOverOpenSql, 'evidence.hand_over_open')).rows).toEqual([])
    expect((await one(locationNowSql, 'evidence.location_now')).rows).toEqual([])
  })
})
