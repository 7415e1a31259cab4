/** Stories of leaving for good: what stands in the way is told, the officer is asked, two approve, witnesses sign, a certificate remains. */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkPdfSignature } from '#platform/documents/pades.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { program } from '../../../../test/needs.ts'
import { aSubmission, anItem, arrangeWords } from '../examples.ts'
import { arrangeRule, examples } from '../examples/disposal.ts'

const PIN = '246810'
const DAY = 86_400_000
const pdftotext = program('pdftotext', '-v')
async function wordsOf(pdf: Buffer): Promise<string> {
  const path = join(lab.folder, 'certificate.pdf')
  await writeFile(path, pdf)
  return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ')
}
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await arrangeRule(lab as never, 'drugs', {
    actions: ['destroy'],
    classes: ['plant-material'],
    outcomes: ['convicted', 'not-charged'],
    from: 'outcome',
    days: 30,
    order: true,
    weigh: true,
    photographs: true,
    witnesses: 2,
  })
  await arrangeRule(lab as never, 'murder', { actions: [], offences: ['murder'], days: null })
  await arrangeRule(lab as never, 'telephones', {
    actions: ['return-owner'],
    classes: ['phone'],
    from: 'closed',
    days: 0,
    order: false,
    witnesses: 0,
  })
  await lab.arrange('catalogue.define-code', {
    list: 'item-type',
    code: 'phone',
    en: 'Phone',
    es: 'Teléfono',
    data: {},
  })
  await lab.arrange('catalogue.define-list', { list: 'question', en: 'Question', es: 'Pregunta' })
  await lab.arrange('catalogue.define-code', {
    list: 'question',
    code: 'identity-and-weight',
    en: 'What is it',
    es: 'Qué es',
    data: {},
  })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('arnold', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('crown', ['prosecutor'], { unit: lab.units.dpp })
  await lab.person('cho', ['director'], { unit: null })
  await lab.person('usher', ['section-head'], { unit: null })
  await lab.person('quality', ['quality-manager'], { unit: null })
  await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
})
afterAll(() => lab?.close())

const day = (in_: number): string =>
  new Date(Date.parse(lab.clock.now()) + in_ * DAY).toISOString().slice(0, 10)
/** As the sentences write a day. */
const written = (in_: number): string => day(in_).split('-').reverse().join('/')
interface Held {
  readonly case: string
  readonly thing: string
  readonly number: string
}
/** Received with a weight, the officer investigates. */
async function held(more: { offences?: unknown[]; item?: object } = {}): Promise<Held> {
  const done = await lab.as('reneau').do(
    'evidence.receive-submission',
    aSubmission({
      newCase: {
        title: 'Possession, Dangriga',
        type: 'criminal',
        offences: more.offences ?? [{ code: 'drug-possession' }],
        investigator: { person: lab.as('palacio').id, unit: lab.units.policeDangriga },
      },
      items: [anItem({ seals: [], ...more.item })],
    }),
  )
  const [item] = done.items
  await lab
    .as('reneau')
    .do('evidence.weigh-item', { item: item.id, net: '14.88', unit: 'g', tolerance: '0.02' })
  await lab
    .as('reneau')
    .do('cases.give-access', { case: done.case.id, principal: lab.as('crown').id }, { reason: 'prosecutes' })
  return { case: done.case.id, thing: item.id, number: item.number }
}
const due = async (h: Held, show = 'all') =>
  (await lab.as('reneau').ask('evidence.disposal-due', { case: h.case, show })).body.items
const convicted = (h: Held, who = 'crown') =>
  lab.as(who).do('cases.record-court-outcome', {
    case: h.case,
    on: day(0),
    text: 'Convicted',
    outcome: 'convicted',
    appealUntil: day(21),
  })
const propose = (h: Held, action = 'destroy', who = 'reneau') =>
  lab.as(who).tell('evidence.propose-disposal', { things: [h.thing], action })
/** Decided, its clock run out, the case closed. */
async function ripe(): Promise<Held> {
  const h = await held()
  await convicted(h)
  await lab.as('reneau').do('cases.close-case', { case: h.case })
  lab.clock.advance(31 * DAY)
  return h
}
async function order(): Promise<object> {
  const file = await lab.as('reneau').upload(Buffer.from(`%PDF-1.4 order ${lab.clock.now()}`), 'order.pdf')
  return { number: 'MC-77/2026', court: 'Magistrate’s Court, Dangriga', on: day(0), file: file.body.sha256 }
}
async function approved(h: Held): Promise<string> {
  const { id } = (await propose(h)).body
  await lab.as('palacio').do('evidence.answer-disposal-query', { disposal: id, answer: 'agree' })
  await lab.as('reneau').do('evidence.attach-disposal-order', { disposal: id, order: await order() })
  await lab.as('cho').do('evidence.approve-disposal', { disposal: id })
  await lab.as('usher').do('evidence.approve-disposal', { disposal: id })
  return id
}
const get = async (disposal: string, who = 'reneau') =>
  (await lab.as(who).ask('evidence.get-disposal', { disposal })).body
async function burn(h: Held, disposal: string, more: object = {}) {
  const photo = await lab.as('reneau').upload(Buffer.from(`fire ${h.number} ${lab.clock.now()}`), 'fire.jpg')
  return lab.as('reneau').tell(
    'evidence.dispose-item',
    {
      disposal,
      things: [h.thing],
      method: 'burning',
      place: 'Incinerator, Ladyville',
      witnesses: [{ person: lab.as('arnold').id, pin: PIN }],
      outsiders: [{ name: 'R. Chen JP', where: 'Ladyville', document: 'Commission 1182' }],
      weights: [{ thing: h.thing, net: '14.87', unit: 'g', tolerance: '0.02' }],
      photographs: [{ file: photo.body.sha256, shows: 'other' }],
      ...more,
    },
    { stepUp: true },
  )
}

describe('S-B6 no disposal with work, court, appeal or a hold open', () => {
  it('S-B6 a disposal is refused with every reason shown, each a sentence; each falls when its cause does', async () => {
    const h = await held()
    await lab
      .as('crown')
      .do('cases.record-charge', { case: h.case, on: day(0), text: 'Possession, one count' })
    const request = await lab.as('reneau').do('work.request-examination', {
      case: h.case,
      items: [h.thing],
      unit: lab.units.chemistry,
      discipline: 'drugs',
      question: 'identity-and-weight',
    })
    const first = (await propose(h)).body
    expect(first).toMatchObject({ code: 'evidence.disposal-blocked', next: expect.any(String) })
    for (const why of [
      'The case is not closed.',
      'Held for the court: Possession, one count.',
      'No outcome in court is on record.',
      request.number,
    ])
      expect(first.detail).toContain(why)
    await lab.as('reneau').do('work.withdraw-request', { request: request.id, words: 'Not needed' })
    // What an officer tells is kept and starts no clock.
    await convicted(h, 'palacio')
    expect((await propose(h)).body.detail).toContain('told by others')
    await convicted(h)
    const second = (await propose(h)).body.detail
    expect(second).not.toContain('Held for the court')
    expect(second).toContain(`An appeal may still come until ${written(21)}.`)
    expect(second).toContain(`The rule keeps it until ${written(30)}.`)
    await lab.as('reneau').do('cases.close-case', { case: h.case })
    lab.clock.advance(22 * DAY)
    await lab.as('crown').do('cases.record-appeal', { case: h.case, on: day(0), text: 'Criminal Appeal 4' })
    lab.clock.advance(10 * DAY)
    expect((await propose(h)).body.detail).toBe(
      `${h.number} cannot leave now. Held for an appeal: Criminal Appeal 4.`,
    )
    expect(await due(h, 'due')).toEqual([])
  })

  it('B30 the rule of offence, class and outcome says from when; for murder nothing leaves', async () => {
    const h = await ripe()
    expect(await due(h, 'due')).toMatchObject([
      { rule: 'Rule drugs', blocks: [], dueOn: day(-1), outcome: 'Convicted' },
    ])
    const m = await held({ offences: [{ code: 'drug-possession' }, { code: 'murder' }] })
    await convicted(m)
    await lab.as('reneau').do('cases.close-case', { case: m.case })
    lab.clock.advance(400 * DAY)
    expect(await due(m, 'blocked')).toMatchObject([{ blocks: ['The rule “Rule murder” keeps it for ever.'] }])
  })

  it('work that is open on the thing holds it', async () => {
    const h = await ripe()
    await lab.arrange('cases.place-hold', { case: h.case, kind: 'legal', authority: 'Inquest' })
    expect((await propose(h)).body.detail).toContain('Held by law: Inquest.')
  })
})

describe('B31 the officer is asked, and silence is no yes', () => {
  it('who is asked is told, answers with the PIN, and a no keeps the things until a day', async () => {
    const h = await ripe()
    const { id, number } = (await propose(h)).body
    expect(number).toMatch(/-D1$/)
    const notices = await lab.db.direct.many(
      sql`select person from identity.notice where kind = 'evidence.notice-disposal-asked' and person = ${lab.as('palacio').id}`,
    )
    expect(notices.length).toBeGreaterThan(0)
    expect((await lab.as('stranger').ask('evidence.get-disposal', { disposal: id })).status).toBe(404)
    const early = await lab.as('cho').tell('evidence.approve-disposal', { disposal: id }, { stepUp: true })
    expect(early.body.code).toBe('evidence.disposal-unanswered')
    lab.clock.advance(40 * DAY)
    expect(await get(id)).toMatchObject({ state: 'asked', late: true })
    await lab.as('palacio').do('evidence.answer-disposal-query', {
      disposal: id,
      answer: 'keep',
      keepUntil: day(90),
      words: 'A second accused is sought',
    })
    expect(await get(id)).toMatchObject({ state: 'kept', steps: [{ kind: 'kept', by: 'palacio' }] })
    expect((await propose(h)).body.detail).toContain(`asked to keep it until ${written(90)}`)
    lab.clock.advance(91 * DAY)
    expect((await propose(h)).body.number).toMatch(/-D2$/)
  })
})

describe('approval and the doing', () => {
  it('two different people approve, neither who proposed nor who answered; without the order nobody does', async () => {
    const h = await ripe()
    const { id } = (await propose(h)).body
    await lab.as('palacio').do('evidence.answer-disposal-query', { disposal: id, answer: 'agree' })
    const approve = (who: string) =>
      lab.as(who).tell('evidence.approve-disposal', { disposal: id }, { stepUp: true })
    expect((await approve('cho')).body.code).toBe('evidence.order-needed')
    await lab.as('reneau').do('evidence.attach-disposal-order', { disposal: id, order: await order() })
    expect((await approve('cho')).body.state).toBe('agreed')
    expect((await approve('cho')).body.code).toBe('evidence.approved-already')
    expect((await burn(h, id)).body.code).toBe('evidence.disposal-not-approved')
    expect(
      (await lab.as('crown').tell('evidence.approve-disposal', { disposal: id }, { stepUp: true })).status,
    ).toBe(404)
    expect((await approve('usher')).body.state).toBe('approved')
  })

  it('a thing is born held, and only the second approval of an answered proposal lifts that; taken back, it is held again', async () => {
    const born = async (thing: string) =>
      (
        await lab.db.direct.one<{ n: number }>(
          sql`select count(*)::int as n from cases.hold h where subject = ${`evidence.item/${thing}`} and kind = 'born' and not exists (select 1 from cases.hold_lift l where l.hold = h.id)`,
        )
      ).n
    const h = await ripe()
    expect(await born(h.thing)).toBe(1)
    const id = await approved(h)
    expect(await born(h.thing)).toBe(0)
    await lab.as('reneau').do('evidence.withdraw-disposal', { disposal: id, words: 'Wrong bag' })
    expect(await born(h.thing)).toBe(1)
    expect((await burn(h, id)).body.code).toBe('evidence.disposal-not-approved')
  })

  it('a hold that comes after approval stops the fire', async () => {
    const h = await ripe()
    const id = await approved(h)
    await lab
      .as('crown')
      .do(
        'cases.place-hold',
        { case: h.case, kind: 'court', authority: 'Retrial' },
        { reason: 'new evidence' },
      )
    expect((await burn(h, id)).body).toMatchObject({
      code: 'evidence.disposal-blocked',
      detail: expect.stringContaining('Retrial'),
    })
  })

  it('B33 weighed, photographed, before witnesses who sign: the certificate is a signed PDF with its twin', async () => {
    const h = await ripe()
    const id = await approved(h)
    expect((await burn(h, id, { outsiders: [] })).body.code).toBe('evidence.too-few-witnesses')
    expect((await burn(h, id, { photographs: [] })).body.code).toBe('evidence.photograph-needed')
    expect((await burn(h, id, { weights: [] })).body.code).toBe('evidence.weight-needed')
    const light = await burn(h, id, { weights: [{ thing: h.thing, net: '12.00', unit: 'g' }] })
    expect(light.body).toMatchObject({
      code: 'evidence.weight-disagrees',
      detail: expect.stringContaining('14.88 g'),
    })
    const done = await burn(h, id)
    expect(done.body).toMatchObject({ things: 1, number: expect.stringMatching(/-D1-C1$/) })
    expect(await get(id)).toMatchObject({
      state: 'done',
      left: 0,
      certificates: [{ witnesses: ['arnold', 'R. Chen JP'] }],
    })
    const item = (await lab.as('reneau').ask('evidence.get-item', { id: h.thing })).body
    expect(item).toMatchObject({ state: 'disposed', holder: null })
    expect((await burn(h, id)).body.code).toBe('evidence.disposal-not-approved')
    const pdf = await lab.as('palacio').file('evidence.disposal-certificate', { certificate: done.body.id })
    const root = await lab.db.direct.one<{ certificate: string }>(
      sql`select certificate from identity.signing_certificate where kind = 'authority'`,
    )
    const check = checkPdfSignature(pdf.bytes, { trustedRoots: [root.certificate] })
    expect(check).toMatchObject({ signed: true, wholeDocument: true, signatureOk: true, chainOk: true })
    const torn = Buffer.from(pdf.bytes)
    const at = torn.length >> 1
    torn[at] = (torn[at] ?? 0) ^ 1
    expect(checkPdfSignature(torn, { trustedRoots: [root.certificate] }).digestOk).toBe(false)
    for (const said of [
      'Certificate of destruction',
      h.number,
      '14.88 g',
      '14.87 g',
      'R. Chen JP',
      'MC-77/2026',
      'Approved by cho',
    ])
      if (pdftotext.there) expect(await wordsOf(pdf.bytes)).toContain(said)
  })

  it('a return that was approved is certified, and whoever took it signed', async () => {
    const h = await held({ offences: [], item: { type: 'phone', description: 'Telephone' } })
    await lab.as('reneau').do('cases.close-case', { case: h.case })
    const { id } = (await propose(h, 'return-owner')).body
    await lab.as('palacio').do('evidence.answer-disposal-query', { disposal: id, answer: 'agree' })
    await lab.as('cho').do('evidence.approve-disposal', { disposal: id })
    await lab.as('quality').do('evidence.approve-disposal', { disposal: id })
    const give = (signed?: object) =>
      lab.as('reneau').tell(
        'evidence.return-item',
        {
          things: [h.thing],
          toName: 'Ana Coc',
          authority: 'Released by the officer',
          document: 'Passport P-9',
          disposal: id,
          ...(signed ? { signed } : {}),
        },
        { stepUp: true },
      )
    expect((await give()).body.code).toBe('evidence.return-unsigned')
    const done = await give({ document: 'Passport P-9' })
    expect(done.body).toMatchObject({ things: 1, number: expect.stringMatching(/-C1$/) })
    expect(await get(id)).toMatchObject({ state: 'done', certificates: [{ receiver: 'Ana Coc' }] })
  })

  it('B34 what the rules keep from owners goes to no owner, whatever paper is shown', async () => {
    const h = await ripe()
    const given = await lab
      .as('reneau')
      .tell(
        'evidence.return-item',
        { things: [h.thing], toName: 'The accused', authority: 'He asked', signed: { document: 'Passport' } },
        { stepUp: true },
      )
    expect(given.body).toMatchObject({ code: 'evidence.not-to-owner', next: expect.any(String) })
  })
})

describe('B27 the mass balance of a family', () => {
  it('B27 received is left, used, given back and destroyed, within the uncertainty; what is missing is explained before a witness', async () => {
    const h = await held()
    const reneau = lab.as('reneau')
    const of = async () => (await reneau.ask('evidence.mass-balance', { item: h.thing })).body
    lab.clock.advance(60_000)
    const part = await reneau.do('evidence.take-subsample', {
      item: h.thing,
      description: 'Vial',
      amount: '1.00',
      unit: 'g',
    })
    lab.clock.advance(60_000)
    await reneau.do('evidence.consume-item', { item: part.id, amount: '0.40', unit: 'g', why: 'Extraction' })
    expect((await of()).balance).toMatchObject({
      received: '14.88',
      left: '14.48',
      used: '0.4',
      difference: '0',
      // √(0.02² + 0.02² + 0.02²): each weight enters with the tolerance of its balance.
      uncertainty: '0.0347',
      verdict: 'balances',
    })
    lab.clock.advance(60_000)
    await reneau.do('evidence.weigh-item', { item: h.thing, net: '13.50', unit: 'g', tolerance: '0.02' })
    const short = await of()
    expect(short.balance).toMatchObject({ difference: '0.38', verdict: 'less' })
    const about = `balance:${h.thing}`
    const alone = await reneau.tell('evidence.explain-difference', {
      item: h.thing,
      about,
      words: 'Dried out',
    })
    expect(alone.body.code).toBe('evidence.witness-needed')
    await reneau.do('evidence.explain-difference', {
      item: h.thing,
      about,
      words: 'Dried out in the store',
      witness: { person: lab.as('arnold').id, pin: PIN },
    })
    expect((await of()).explained).toMatchObject({ words: 'Dried out in the store', witness: 'arnold' })
  })
})

describe('every example', () => {
  // A signature is a person's: the system carries nothing out, and its story stands above.
  for (const [name, input] of Object.entries(examples).filter(([n]) => n !== 'evidence.dispose-item'))
    it(`${name} is well formed and done`, async () => {
      await lab.arrange(name, await input(lab))
    })
})

describe('letters', () => {
  it('B35 one letter to each who has not answered, with every case of theirs, its code and lines to answer by hand; who answered is not written to', async () => {
    const before = await lab.as('reneau').ask('evidence.find-disposals', { state: 'asked', limit: 50 })
    for (const open of before.body.items)
      await lab.as('reneau').tell('evidence.withdraw-disposal', { disposal: open.id, words: 'Asked anew' })
    expect((await lab.as('reneau').file('evidence.disposal-letters')).status).toBe(409)
    const [one, two, answered] = [await ripe(), await ripe(), await ripe()]
    const ids: string[] = []
    for (const h of [one, two, answered]) ids.push((await propose(h)).body.id)
    await lab.as('palacio').do('evidence.answer-disposal-query', { disposal: ids[2], answer: 'agree' })
    const numbers: string[] = []
    for (const id of ids) numbers.push((await get(id)).number)
    const batch = await lab.as('reneau').file('evidence.disposal-letters', { language: 'en' })
    expect(batch.headers.get('content-type'), batch.bytes.toString('latin1').slice(0, 300)).toBe(
      'application/pdf',
    )
    // Whoever sees none of the cases has nothing to write.
    await lab.person('far', ['evidence-officer'], { unit: lab.units.toxicology })
    expect((await lab.as('far').file('evidence.disposal-letters')).status).toBe(409)
    if (process.env.CUSTODIA_TEST_SHOTS)
      await writeFile(join(process.env.CUSTODIA_TEST_SHOTS, 'letters.pdf'), batch.bytes)
    if (!pdftotext.there) return
    const words = await wordsOf(batch.bytes)
    for (const n of [0, 1]) expect(words).toContain(numbers[n])
    for (const h of [one, two]) expect(words).toContain(h.number)
    expect(words).not.toContain(answered.number)
    expect(words).toContain('exhibits of 2 cases of yours')
    expect(words.match(/Keep it until/g)).toHaveLength(2)
    const late = await lab.as('reneau').file('evidence.disposal-letters', { late: true })
    expect(late.status).toBe(409)
    lab.clock.advance(60 * DAY)
    expect(
      await wordsOf(
        (await lab.as('reneau').file('evidence.disposal-letters', { late: true, language: 'es' })).bytes,
      ),
    ).toContain('El día para responder ya pasó')
  })
})
