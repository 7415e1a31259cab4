/** Stories of the counter: a kit and its contents, what is refused, who signed, dangers, what a bag held, receipts and labels. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { sql } from '#platform/sql.ts'
import { aSubmission, anItem, arrangeWords } from '../examples.ts'

const PIN = '246810'
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.arrange('catalogue.define-code', {
    list: 'item-type',
    code: 'pistol',
    en: 'Pistol',
    es: 'Pistola',
    data: { hazards: ['live-round'] },
  })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('arana', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
})
afterAll(() => lab?.close())

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const receive = (more: Record<string, unknown> = {}) =>
  lab
    .as('reneau')
    .do(
      'evidence.receive-submission',
      aSubmission({ submittedBy: { person: lab.as('palacio').id }, ...more }),
    )
const seen = async (id: string, who = 'reneau') => (await lab.as(who).ask('evidence.get-item', { id })).body
const words = (pdf: Buffer): string => pdf.subarray(0, 5).toString()

describe('a submission at the counter', () => {
  it('a kit is received with its contents: each is a thing of its own, packed in it, with packaging, seal, condition and photograph', async () => {
    const { body: file } = await lab.as('reneau').upload(png, 'kit.png')
    const done = await receive({
      items: [
        anItem({
          description: 'Drug seizure kit',
          photographs: [{ file: file.sha256, shows: 'packaging' }],
          contents: [
            anItem({
              description: 'Vial 1',
              seals: [],
              packaging: { type: 'plastic-bag', colour: 'white', size: 'a4' },
            }),
            anItem({ description: 'Vial 2', seals: [], hazards: ['fentanyl'] }),
          ],
        }),
      ],
    })
    expect(done.items).toHaveLength(3)
    const kit = await seen(done.items[0].id)
    expect(kit.kind).toBe('kit')
    expect(kit.packaging[0]).toMatchObject({
      type: 'envelope',
      colour: 'white',
      size: 'a4',
      condition: 'good',
    })
    expect(kit.photographs).toHaveLength(1)
    expect(kit.seals).toMatchObject([{ number: 'A104417', found: true, open: false }])
    expect(kit.hazards).toMatchObject([{ hazard: 'fentanyl', inherited: true }])
    expect(kit.family.filter((f: { link: string }) => f.link === 'packed')).toHaveLength(2)
    expect((await seen(done.items[1].id)).packaging[0].size).toBe('a4')
  })

  it('what is not taken in goes back with its reason, beside what is; the receipt names both', async () => {
    const done = await receive({
      refused: [
        { description: 'Open bag, wet', theirNumber: 'DG-9', why: 'not-sealed', words: 'No seal at all' },
      ],
    })
    const page = (await lab.as('palacio').ask('evidence.get-submission', { id: done.id })).body
    expect(page).toMatchObject({
      number: done.number,
      items: 1,
      refused: 1,
      signed: 'none',
      receivedBy: 'reneau',
    })
    expect(page.notTaken).toMatchObject([
      { description: 'Open bag, wet', whyName: 'Not sealed', theirNumber: 'DG-9' },
    ])
    expect(page.things.map((t: { number: string }) => t.number)).toEqual([done.items[0].number])
    const receipt = await lab.as('palacio').file('evidence.receipt', { submission: done.id, language: 'es' })
    expect(words(receipt.bytes)).toBe('%PDF-')
    expect((await lab.as('stranger').ask('evidence.get-submission', { id: done.id })).status).toBe(404)
    expect((await lab.as('stranger').file('evidence.receipt', { submission: done.id })).status).toBe(404)
    const list = (await lab.as('stranger').ask('evidence.find-submissions')).body.items
    expect(list.map((s: { id: string }) => s.id)).not.toContain(done.id)
  })

  it('a whole submission is refused with a reason: nothing comes into custody, and it is found by its number', async () => {
    const before = await lab.db.direct.one<{ n: number }>(sql`select count(*)::int as n from evidence.thing`)
    const { newCase } = aSubmission()
    const done = await lab.as('reneau').do('evidence.refuse-submission', {
      newCase,
      submittedBy: { person: lab.as('palacio').id },
      why: 'not-sealed',
      words: 'Come back with sealed bags',
      refused: [{ description: 'Bag of powder', why: 'not-sealed' }],
    })
    const page = (await lab.as('palacio').ask('evidence.get-submission', { id: done.id })).body
    expect(page).toMatchObject({ state: 'refused', refusalName: 'Not sealed', things: [] })
    expect(page.notTaken).toHaveLength(1)
    const after = await lab.db.direct.one<{ n: number }>(sql`select count(*)::int as n from evidence.thing`)
    expect(after.n).toBe(before.n)
    const found = (await lab.as('reneau').ask('cases.find-anything', { q: done.number })).body
    expect(JSON.stringify(found)).toContain(done.id)
  })

  it('whoever brings it signs with the PIN, or on the counter’s device; unsigned it names one party only', async () => {
    const by = lab.as('palacio').id
    const bare = await receive()
    const pin = await receive({ coSigner: { person: by, pin: PIN } })
    const { body: drawn } = await lab.as('reneau').upload(png, 'signature.png')
    const device = await receive({
      submittedBy: { name: 'PC 1123 Choc', where: 'Dangriga police' },
      signed: { document: 'Warrant card 1123', drawn: drawn.sha256 },
    })
    const both = async (done: { items: { id: string }[] }) => {
      const { river, chain } = await seen(done.items[0]!.id)
      return [river.handOvers, river.bothParties, chain[0].gave, chain[0].took]
    }
    expect(await both(bare)).toEqual([1, 0, false, true])
    expect(await both(pin)).toEqual([1, 1, true, true])
    expect(await both(device)).toEqual([1, 1, true, true])
    const answer = (await lab.as('reneau').ask('evidence.get-submission', { id: device.id })).body
    expect(answer.signed).toBe('device')
    const other = await lab
      .as('reneau')
      .tell(
        'evidence.receive-submission',
        aSubmission({ submittedBy: { person: by }, coSigner: { person: lab.as('arana').id, pin: PIN } }),
      )
    expect(other.body.code).toBe('evidence.co-signer-not-submitter')
    const nothing = await lab
      .as('reneau')
      .tell('evidence.receive-submission', aSubmission({ signed: { name: 'PC Choc' } }))
    expect(nothing.status).toBe(400)
  })

  it('a person outside takes a thing on the giver’s device, and gives it back; nobody inside can act on it meanwhile', async () => {
    const {
      items: [item],
    } = await receive()
    const { body: drawn } = await lab.as('reneau').upload(png, 'signature.png')
    const out = await lab.as('reneau').do(
      'evidence.hand-over',
      {
        things: [item.id],
        outsider: {
          name: 'Dr. A. Marin',
          where: 'University laboratory',
          document: 'Passport P-112',
          drawn: drawn.sha256,
        },
        purpose: 'Examination by the defence',
      },
      { stepUp: true },
    )
    expect(out.state).toBe('accepted')
    const away = await seen(item.id)
    expect(away.holder).toMatchObject({ id: null, name: 'Dr. A. Marin' })
    expect(away.chain.at(-1)).toMatchObject({ gave: true, took: true })
    const stored = await lab
      .as('reneau')
      .tell('evidence.hand-over', { things: [item.id], to: lab.as('arana').id }, { stepUp: true })
    expect(stored.body.code).toBe('evidence.held-by-other')
    await lab.as('arana').do('evidence.take-back', { things: [item.id] }, { stepUp: true })
    const back = await seen(item.id)
    expect(back.holder.name).toBe('arana')
    expect(back.chain.at(-1)).toMatchObject({ gave: false, took: true })
  })
})

describe('dangers', () => {
  it('a pistol is born with its danger; nobody opens it without naming the danger back; made safe before a witness, it travels', async () => {
    const {
      items: [gun],
    } = await receive({ items: [anItem({ description: 'Pistol', type: 'pistol' })] })
    expect((await seen(gun.id)).hazards).toMatchObject([
      { hazard: 'live-round', name: 'Live round', inherited: false },
    ])
    const blind = await lab
      .as('reneau')
      .tell('evidence.break-seal', { item: gun.id, number: 'A104417', why: 'x' })
    expect([blind.status, blind.body.code]).toEqual([409, 'evidence.danger-first'])
    expect(blind.body.detail).toContain('Live round')
    expect((await seen(gun.id)).seals[0].open).toBe(false)
    const sent = { things: [gun.id], carrier: 'Run 1', toUnit: lab.units.policeDangriga }
    expect((await lab.as('reneau').tell('evidence.dispatch-consignment', sent)).body.code).toBe(
      'evidence.not-safe-to-travel',
    )
    await lab.as('reneau').do('evidence.break-seal', {
      item: gun.id,
      number: 'A104417',
      why: 'Safety check',
      aware: ['live-round'],
    })
    await lab.as('reneau').do('evidence.make-safe', {
      item: gun.id,
      hazard: 'live-round',
      how: 'Chamber cleared',
      witness: { person: lab.as('arana').id, pin: PIN },
    })
    const row = await lab.db.direct.one<{ witness_name: string }>(
      sql`select witness_name from evidence.hazard_flag where thing = ${gun.id} and state = 'made-safe'`,
    )
    expect(row.witness_name).toBe('arana')
    await lab.as('reneau').do('evidence.dispatch-consignment', sent)
  })

  it('is inherited through packaging at the scan, on the label and at the opening, and only who holds it takes a warning off', async () => {
    const {
      items: [needle, shirt],
    } = await receive({
      items: [
        anItem({ seals: [], hazards: ['sharps'], description: 'Syringe' }),
        anItem({ seals: [], description: 'Shirt' }),
      ],
    })
    const box = await lab
      .as('reneau')
      .do('evidence.pack-items', { things: [needle.id, shirt.id], newContainer: { description: 'Box' } })
    await lab.as('reneau').do('evidence.seal-item', { item: box.id, number: 'B-77' })
    const scanned = (await lab.as('reneau').ask('evidence.scan', { text: shirt.barcode })).body
    expect(scanned).toMatchObject({ kind: 'items', items: [{ dangers: ['Sharps'] }] })
    const zpl = await lab
      .as('reneau')
      .file('evidence.label', { items: `${shirt.id},${box.id}`, format: 'zpl' })
    expect(zpl.bytes.toString().match(/Sharps/g)).toHaveLength(2)
    const opened = await lab
      .as('reneau')
      .tell('evidence.break-seal', { item: box.id, number: 'B-77', why: 'Unpack' })
    expect(opened.body.code).toBe('evidence.danger-first')
    const far = await lab
      .as('arana')
      .tell('evidence.clear-hazard', { item: needle.id, hazard: 'sharps' }, { reason: 'No needle' })
    expect(far.body.code).toBe('evidence.held-by-other')
  })
})

describe('a danger of the whole case', () => {
  it('reaches everything of it, at the scan and at the opening, and keeps nothing from travelling', async () => {
    const done = await receive()
    const item = done.items[0]
    await lab.as('reneau').do('cases.flag-hazard', { case: done.case.id, hazard: 'fentanyl' })
    expect((await seen(item.id)).hazards).toMatchObject([
      { hazard: 'fentanyl', inherited: true, from: 'case' },
    ])
    const scanned = (await lab.as('reneau').ask('evidence.scan', { text: item.barcode })).body
    expect(scanned.items[0].dangers).toEqual(['Fentanyl'])
    const blind = await lab
      .as('reneau')
      .tell('evidence.break-seal', { item: item.id, number: 'A104417', why: 'x' })
    expect(blind.body.code).toBe('evidence.danger-first')
    await lab.as('reneau').do('evidence.dispatch-consignment', {
      things: [item.id],
      carrier: 'Run 3',
      toUnit: lab.units.policeDangriga,
    })
  })
})

describe('a sealed bag', () => {
  it('is opened and itemised in one act: seal, condition, photograph, what was found, and a count that differs', async () => {
    const {
      items: [bag],
    } = await receive()
    const { body: file } = await lab.as('reneau').upload(png, 'open.png')
    const done = await lab.as('reneau').do('evidence.itemise-package', {
      item: bag.id,
      seal: 'A104417',
      condition: 'damaged',
      why: 'Itemising for R-1',
      expected: 3,
      photographs: [{ file: file.sha256, shows: 'contents' }],
      found: [
        { description: 'Parcel 1', packaging: { type: 'plastic-bag' }, hazards: ['fentanyl'] },
        { description: 'Parcel 2' },
      ],
    })
    expect(done.items.map((i: { number: string }) => i.number)).toEqual([
      `${bag.number}.1`,
      `${bag.number}.2`,
    ])
    const page = await seen(bag.id)
    expect(page.seals[0].open).toBe(true)
    expect(page.findings.map((f: { kind: string }) => f.kind)).toEqual(['seal', 'discrepancy'])
    expect(page.photographs).toMatchObject([{ shows: 'contents' }])
    expect(page.hazards).toMatchObject([{ hazard: 'fentanyl', inherited: true }])
    const part = await seen(done.items[0].id)
    expect(part.family.find((f: { id: string }) => f.id === bag.id)?.link).toBe('source')
    expect(part.chain[0].from.name).toBe('reneau')
  })
  it('may be empty: that too is recorded', async () => {
    const {
      items: [bag],
    } = await receive({ items: [anItem({ seals: [] })] })
    const done = await lab
      .as('reneau')
      .do('evidence.itemise-package', { item: bag.id, why: 'Itemising', expected: 1, found: [] })
    expect(done.items).toEqual([])
    expect((await seen(bag.id)).findings).toMatchObject([
      { kind: 'discrepancy', text: expect.stringContaining('1 / 0') },
    ])
  })
})

describe('as it was known', () => {
  it('an item is shown as the record knew it at an instant, and not at all before it was there', async () => {
    const early = lab.clock.now()
    lab.clock.advance(3_600_000)
    const {
      items: [item],
    } = await receive()
    const received = lab.clock.now()
    lab.clock.advance(3_600_000)
    await lab.as('reneau').do('evidence.break-seal', { item: item.id, number: 'A104417', why: 'Examination' })
    await lab
      .as('reneau')
      .do('evidence.correct-description', { item: item.id, description: 'Powder' }, { reason: 'Wrong words' })
    const ask = (asOf?: string) => lab.as('reneau').ask('evidence.get-item', { id: item.id, asOf })
    expect((await ask(early)).status).toBe(404)
    const then = (await ask(received)).body
    expect(then).toMatchObject({ asOf: received, actions: [], entries: 1 })
    expect(then.description).toContain('Dried plant material')
    expect(then.seals[0].open).toBe(false)
    expect((await ask()).body).toMatchObject({ description: 'Powder', asOf: null, seals: [{ open: true }] })
  })
})

describe('codes to scan', () => {
  it('B3 a badge names a person, a door a place, a purpose a purpose, a seal its thing; nothing names nothing', async () => {
    const place = await lab
      .as('reneau')
      .do('evidence.define-location', { code: 'V-1', name: 'Vault', kind: 'room' })
    const { items } = await receive({ items: [anItem({ seals: [{ number: 'Z-9001' }] })] })
    const scan = async (text: string, who = 'reneau') =>
      (await lab.as(who).ask('evidence.scan', { text })).body
    const sheet = await lab.as('reneau').file('evidence.code-sheet', { of: 'people', format: 'zpl' })
    const badge = /CU[0-9A-Z]{13}/.exec(sheet.bytes.toString())?.[0] ?? ''
    expect(['arana', 'reneau']).toContain((await scan(badge)).person.name)
    expect(await scan('v-1')).toMatchObject({ kind: 'place', place: { id: place.id, witness: false } })
    expect(await scan('PURPOSE/COURT')).toMatchObject({ kind: 'purpose', purpose: { code: 'court' } })
    expect(await scan('Z-9001')).toMatchObject({ kind: 'items', items: [{ id: items[0].id }] })
    expect(await scan('nothing of ours')).toMatchObject({ kind: 'nothing', items: [] })
    // The door of another office's vault is nothing to an officer, and so is a seal of a case not theirs.
    expect((await scan('v-1', 'stranger')).kind).toBe('nothing')
    expect((await scan('Z-9001', 'stranger')).kind).toBe('nothing')
    expect((await lab.as('stranger').file('evidence.code-sheet', { of: 'people' })).status).toBe(403)
    for (const of of ['places', 'people', 'purposes'])
      expect(words((await lab.as('reneau').file('evidence.code-sheet', { of })).bytes)).toBe('%PDF-')
  })
  it('B1 labels come on a sheet, on a roll, and from the first free place on', async () => {
    const {
      items: [item],
    } = await receive()
    for (const sheet of ['a4-70x37', 'a4-63x34', 'roll-50x25'])
      expect(
        words((await lab.as('reneau').file('evidence.label', { items: item.id, sheet, skip: 2 })).bytes),
      ).toBe('%PDF-')
    expect((await lab.as('reneau').file('evidence.label', { items: item.id, skip: 24 })).status).toBe(400)
    // The laboratory's own label: its size, its symbol, the lines that it names and no other.
    const own = async (more: object) =>
      (
        await lab.as('reneau').file('evidence.label', { items: item.id, sheet: 'own', ...more })
      ).bytes.toString()
    expect(await own({})).toContain('evidence.no-own-label')
    await lab.arrange('catalogue.define-label', {
      key: 'item',
      en: 'Item',
      es: 'Indicio',
      label: { widthMm: 80, heightMm: 30, symbol: 'code128', lines: ['{number}', 'Of {case}', '{seal}'] },
    })
    const zpl = await own({ format: 'zpl' })
    expect(zpl).toContain('^PW640')
    expect(zpl).toContain('^BCN')
    expect(zpl).toContain('Of ')
    expect(zpl).not.toContain(item.description)
    expect((await own({})).slice(0, 5)).toBe('%PDF-')
  })
})
