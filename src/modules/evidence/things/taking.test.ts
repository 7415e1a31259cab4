/** Stories of traces and samples: recovered from a thing, taken from a person, refused, offered back; links; what a court keeps. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aSubmission, anItem, arrangeWords } from '../examples.ts'

let lab: Lab
let root = ''
let party = ''
let items: { id: string; number: string }[] = []
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.arrange('catalogue.define-list', { list: 'recovery-method', en: 'Recovery', es: 'Recogida' })
  await lab.arrange('catalogue.define-code', {
    list: 'recovery-method',
    code: 'swab',
    en: 'Swab',
    es: 'Hisopo',
    data: {},
  })
  await lab.arrange('catalogue.define-code', {
    list: 'item-type',
    code: 'buccal-swab',
    en: 'Buccal swab',
    es: 'Hisopo bucal',
    data: {},
  })
  for (const name of ['reneau', 'arnold'])
    await lab.person(name, ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('stranger', ['analyst'], { unit: lab.units.policeBelmopan })
  party = lab.ground.newId()
  const done = await lab.as('reneau').do(
    'evidence.receive-submission',
    aSubmission({
      newCase: {
        title: 'Robbery, Pen Road',
        type: 'criminal',
        parties: [{ id: party, role: 'accused', name: 'Marlon Guerra', born: '1991-03-02' }],
      },
      items: [
        anItem({ seals: [], description: 'Knife', quantity: null }),
        anItem({ seals: [], description: 'Blood', takenFrom: party, quantity: null }),
        anItem({ description: 'Glove', seals: [{ number: 'C-1' }] }),
      ],
    }),
  )
  root = done.case.id
  items = done.items
  await lab.as('reneau').do('evidence.weigh-item', { item: items[1]?.id, net: '8.00', unit: 'g' })
})
afterAll(() => lab?.close())
const id = (n: number): string => items[n]?.id ?? ''
const see = async (item: string, who = 'reneau') =>
  (await lab.as(who).ask('evidence.get-item', { id: item })).body

it('B7 a trace recovered from a thing is a thing of its own, numbered beneath it, with the way and the area; a part of it counts apart', async () => {
  const recover = (item: string, more: object = {}) =>
    lab.as('reneau').tell('evidence.recover-from-item', {
      item,
      method: 'swab',
      area: 'Grip',
      description: 'Swab of the grip',
      ...more,
    })
  expect((await recover(id(2))).body.code).toBe('evidence.still-sealed')
  expect((await recover(id(0), { method: 'magic' })).body.code).toBe('catalogue.no-such-code')
  const one = (await recover(id(0))).body
  const two = (await recover(id(0), { area: 'Blade' })).body
  expect([one.number, two.number]).toEqual([`${items[0]?.number}.1`, `${items[0]?.number}.2`])
  expect(await see(one.id)).toMatchObject({ recovered: { method: 'Swab', area: 'Grip' }, state: 'held' })
  const part = await lab
    .as('reneau')
    .do('evidence.take-subsample', { item: id(1), description: 'Vial', amount: '1', unit: 'g' })
  expect((await see(part.id)).number).toBe(`${items[1]?.number}.S1`)
})

it('B4 what it was taken from and what it is packed in are two trees: packing changes nothing of descent', async () => {
  const swab = (
    await lab.as('reneau').do('evidence.recover-from-item', {
      item: id(0),
      method: 'swab',
      area: 'Tip',
      description: 'Swab of the tip',
    })
  ).id
  const box = await lab
    .as('reneau')
    .do('evidence.pack-items', { things: [swab], newContainer: { description: 'Box of the robbery' } })
  const links = async () =>
    Object.fromEntries((await see(swab)).family.map((f: { id: string; link: string }) => [f.id, f.link]))
  const around = (await see(swab)).family.find((f: { link: string }) => f.link === 'around').id
  expect(await links()).toMatchObject({ [id(0)]: 'source', [around]: 'around' })
  await lab.as('reneau').do('evidence.unpack-items', { things: [swab] })
  expect(await links()).toMatchObject({ [id(0)]: 'source' })
  expect(Object.keys(await links())).not.toContain(around)
  expect(box).toBeTruthy()
})

it('a sample is taken from a party of the case on a named ground before a witness; a refusal and an offer of a part stand beside it', async () => {
  const reneau = lab.as('reneau')
  const take = {
    case: root,
    party,
    type: 'buccal-swab',
    description: 'Buccal swab',
    ground: 'consent',
    document: 'Consent 12',
  }
  expect(
    (await reneau.tell('evidence.take-reference-sample', { ...take, party: lab.ground.newId() })).body.code,
  ).toBe('evidence.no-such-party')
  const sample = await reneau.do('evidence.take-reference-sample', {
    ...take,
    witness: { person: lab.as('arnold').id, pin: '246810' },
  })
  expect((await see(sample.id)).chain[0]).toMatchObject({ kind: 'taken', witness: 'arnold' })
  await reneau.do('evidence.record-refusal-to-give', {
    case: root,
    party,
    what: 'buccal-swab',
    words: 'A second one',
  })
  const offer = (more: object) =>
    reneau.tell('evidence.offer-counter-sample', { item: id(1), party, ...more })
  expect((await offer({ answer: 'taken' })).status).toBe(400)
  expect(
    (await offer({ answer: 'taken', amount: '90', unit: 'g', toName: 'Dr. Marin', document: 'P-1' })).body
      .code,
  ).toBe('evidence.more-than-there-is')
  await offer({ answer: 'declined', words: 'Wanted to ask a lawyer first' })
  const part = (
    await offer({ answer: 'taken', amount: '2', unit: 'g', toName: 'Dr. Marin', document: 'P-1' })
  ).body
  expect(await see(part.part)).toMatchObject({ state: 'returned', holder: { name: 'Dr. Marin' } })
  const told = (await reneau.ask('evidence.case-samples', { case: root })).body.people
  expect(told[0].lines.map((l: { kind: string }) => l.kind)).toEqual([
    'sample',
    'refusal',
    'offered',
    'offered',
  ])
  expect(told[0].lines[0].text).toContain('Consent 12')
  expect((await lab.as('stranger').ask('evidence.case-samples', { case: root })).status).toBe(404)
})

it('B29 a link says how strongly and on what two things are bound, or that nothing binds them; taken back it stays with its reason', async () => {
  const elsewhere = (
    await lab
      .as('reneau')
      .do('evidence.receive-submission', aSubmission({ items: [anItem({ description: 'Glove, left' })] }))
  ).items[0].id
  const link = (more: object) =>
    lab.as('reneau').tell('evidence.link-items', {
      item: id(2),
      other: elsewhere,
      strength: 'strong',
      basis: 'The seams match',
      ...more,
    })
  expect((await link({ other: id(2) })).body.code).toBe('evidence.linked-to-itself')
  const first = (await link({})).body
  expect((await link({ strength: 'weak' })).body).toMatchObject({
    code: 'evidence.linked-already',
    next: expect.any(String),
  })
  expect((await see(elsewhere)).links).toMatchObject([
    { item: { id: id(2) }, strength: 'strong', by: 'reneau', retracted: null },
  ])
  await lab.as('reneau').do('evidence.retract-link', { link: first.id, why: 'Two makers use that seam' })
  expect(
    (await lab.as('reneau').tell('evidence.retract-link', { link: first.id, why: 'again' })).body.code,
  ).toBe('evidence.link-retracted')
  expect((await link({ strength: 'absent', basis: 'Other size' })).status).toBe(200)
  expect((await see(id(2))).links).toMatchObject([
    { strength: 'strong', retracted: { why: 'Two makers use that seam' } },
    { strength: 'absent', retracted: null },
  ])
  // Whoever may see one of the two cases only learns of no link, and makes none.
  await lab.arrange('cases.give-access', { case: root, principal: lab.as('stranger').id })
  expect((await see(id(2), 'stranger')).links).toEqual([])
  expect(
    (
      await lab
        .as('stranger')
        .tell('evidence.link-items', { item: id(2), other: elsewhere, strength: 'weak', basis: 'x' })
    ).status,
  ).toBe(404)
})

it('what is tendered is in the custody of the court under its mark: nobody brings it back but with the note that releases it', async () => {
  const reneau = lab.as('reneau')
  await reneau.do('evidence.check-out-to-court', {
    things: [id(2)],
    court: 'High Court',
    by: lab.as('palacio').id,
    dueBack: '2027-01-01T00:00:00Z',
  })
  const tender = {
    item: id(2),
    court: 'High Court',
    mark: 'P-3',
    on: '2026-11-02',
    registry: 'Ms Bol, registry',
    document: 'Receipt 7',
  }
  await reneau.do('evidence.tender-exhibit', tender)
  expect(await see(id(2))).toMatchObject({
    state: 'at-court',
    dueAt: null,
    holder: { name: 'Ms Bol, registry', where: 'High Court' },
  })
  expect((await reneau.tell('evidence.tender-exhibit', tender)).body.code).toBe('evidence.tendered-already')
  expect((await reneau.tell('evidence.return-from-court', { things: [id(2)] })).body).toMatchObject({
    code: 'evidence.is-tendered',
    next: expect.stringContaining('note'),
  })
  // Nobody is asked after it: it is not late.
  lab.clock.advance(90 * 86_400_000)
  const late = (await reneau.ask('evidence.overdue', {})).body
  expect(JSON.stringify(late)).not.toContain(items[2]?.number)
  await reneau.do('evidence.receive-from-court', {
    item: id(2),
    release: 'Order of 01/02/2027',
    sealsSeen: [{ number: 'C-1', state: 'damaged' }],
  })
  const back = await see(id(2))
  expect(back).toMatchObject({ state: 'held', holder: { id: reneau.id } })
  expect(back.findings.map((f: { kind: string }) => f.kind)).toContain('seal')
  expect(back.chain.map((e: { kind: string }) => e.kind)).toEqual([
    'received',
    'to-court',
    'tendered',
    'from-court',
  ])
  expect((await reneau.tell('evidence.receive-from-court', { item: id(2), release: 'x' })).body.code).toBe(
    'evidence.not-tendered',
  )
})
