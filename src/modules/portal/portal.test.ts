/** Stories of who waits for an answer: how the case stands in plain words, questions on the record, and nothing for those who need not know. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSubmission, anItem, arrangeWords } from '#modules/evidence/examples.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { modules } from '../../app/modules.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  for (const list of ['question', 'discipline'])
    await lab.arrange('catalogue.define-list', { list, en: list, es: list })
  const define = (list: string, code: string, en: string, es: string) =>
    lab.arrange('catalogue.define-code', { list, code, en, es, data: {} })
  await define('question', 'which-drug', 'Which drug is it?', '¿Qué droga es?')
  await define('discipline', 'drugs', 'Drugs', 'Drogas')
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('marva', ['section-head'], { unit: lab.units.chemistry, name: 'Marva Usher' })
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga, name: 'M. Choc' })
  await lab.person('next', ['officer'], { unit: lab.units.policeBelmopan, name: 'N. Teck' })
  await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
})
afterAll(() => lab?.close())

async function submitted(title = 'Drugs, Pen Road') {
  const { newCase } = aSubmission() as { newCase: Record<string, unknown> }
  return lab.as('reneau').do(
    'evidence.receive-submission',
    aSubmission({
      newCase: { ...newCase, title, investigator: { person: lab.as('choc').id } },
      submittedBy: { person: lab.as('choc').id },
      items: [anItem(), anItem({ description: 'Knife', seals: [], theirNumber: 'DG-8' })],
    }),
  )
}
const line = async (root: string, who = 'choc', language?: 'es') => {
  const told = language ? { language } : {}
  const { items } = (await lab.as(who).ask('portal.my-cases', { show: 'all' }, told)).body
  return items.find((c: { id: string }) => c.id === root)
}
const status = async (root: string, who = 'choc') =>
  (await lab.as(who).ask('portal.case-status', { case: root })).body

describe('an officer waits', () => {
  it('A11 the case says in plain words who has it, what it waits for and until when, as it happens', async () => {
    const at = await submitted()
    const root = at.case.id
    expect(await line(root)).toMatchObject({
      stage: 'received',
      says: '2 items received; no examination was asked for yet',
    })
    const request = await lab.as('choc').do('work.request-examination', {
      case: root,
      items: [at.items[0].id],
      question: 'which-drug',
      discipline: 'drugs',
      unit: lab.units.chemistry,
    })
    expect(await line(root)).toMatchObject({
      stage: 'asked',
      says: 'Analytical Chemistry: waits to be taken on',
    })
    await lab.as('marva').do('work.accept-request', { request: request.id, dueOn: '2026-11-20' })
    expect(await line(root)).toMatchObject({
      says: 'Analytical Chemistry took it on; it waits for an analyst',
      dueOn: '2026-11-20',
      late: false,
    })
    await lab.as('marva').do('work.stop-clock', { request: request.id, code: 'sample-missing' })
    expect(await line(root)).toMatchObject({
      stage: 'waits',
      says: 'Analytical Chemistry waits for something that is missing',
    })
    lab.clock.set('2026-11-25T14:00:00.000Z')
    const page = await status(root)
    expect(page.work[0]).toMatchObject({
      question: 'Which drug is it?',
      section: 'Analytical Chemistry',
      late: true,
    })
    expect(page.items.map((i: { says: string }) => i.says)).toEqual([
      'At the counter, reneau',
      'At the counter, reneau',
    ])
    expect((await line(root, 'choc', 'es')).says).toBe('Analytical Chemistry espera algo que falta')
    expect((await lab.as('choc').ask('portal.my-cases', { q: 'DG-7' })).body.items.length).toBeGreaterThan(0)
  })

  it('questions and answers stand on the record: the case does not close over an open one, words are in the vault only', async () => {
    const root = (await submitted('Robbery, Hope Creek')).case.id
    const asked = await lab
      .as('choc')
      .do('portal.ask-question', { case: root, text: 'Is the knife from Rudy Castillo fit for prints?' })
    expect((await status(root, 'reneau')).questions).toBe(1)
    const own = await lab.as('next').tell('portal.answer-question', { question: asked.id, text: 'No' })
    expect(own.status).toBe(404)
    const closing = await lab.as('reneau').tell('cases.close-case', { case: root })
    expect([closing.status, closing.body.detail]).toEqual([409, expect.stringContaining('question')])
    await lab.as('reneau').do('portal.answer-question', { question: asked.id, text: 'Yes, bring it dry' })
    const page = await status(root)
    expect(page.questionsAsked).toMatchObject([
      {
        by: 'M. Choc',
        mine: true,
        open: false,
        answers: [{ text: 'Yes, bring it dry', by: 'reneau', mine: false }],
      },
    ])
    const back = await lab.as('reneau').do('portal.ask-question', { case: root, text: 'Who wore the shirt?' })
    expect((await line(root)).questions).toBe(1)
    const inside = await lab.as('marva').tell('portal.answer-question', { question: back.id, text: 'He did' })
    expect([403, 404, 409]).toContain(inside.status)
    const leaves = await lab.db.direct.many<{ leaf: string }>(
      sql`select convert_from(leaf, 'utf8') as leaf from ledger.entry where root = ${root}`,
    )
    expect(leaves.map((l) => l.leaf).join()).not.toMatch(/Castillo|shirt/)
  })

  it('a change of investigator moves the case, its questions and its answers in one act', async () => {
    const root = (await submitted('Burglary, Sarawee')).case.id
    await lab.as('reneau').do('portal.ask-question', { case: root, text: 'Which door was forced?' })
    expect(await line(root, 'next')).toBeUndefined()
    await lab
      .as('reneau')
      .do(
        'cases.change-investigator',
        { case: root, investigator: { person: lab.as('next').id } },
        { reason: 'Transferred' },
      )
    expect(await line(root, 'choc')).toBeUndefined()
    expect((await lab.as('choc').ask('portal.case-status', { case: root })).status).toBe(404)
    expect(await line(root, 'next')).toMatchObject({ questions: 1 })
    const waiting = (await lab.as('next').ask('portal.messages')).body.items
    expect(waiting.map((q: { text: string }) => q.text)).toContain('Which door was forced?')
    await lab.as('next').do('portal.answer-question', { question: waiting[0].id, text: 'The back door' })
  })

  it('S-B28 an officer of another formation finds no case, no question and no count; a case there and one that is not there are told alike', async () => {
    const at = await submitted('Secret operation')
    const question = await lab.as('choc').do('portal.ask-question', { case: at.case.id, text: 'When?' })
    const as = lab.as('stranger')
    const none = lab.ground.newId()
    expect((await as.ask('portal.my-cases', { show: 'all' })).body.items).toEqual([])
    for (const q of ['Secret', at.case.number, 'DG-7', 'A104417'])
      expect((await as.ask('portal.my-cases', { show: 'all', q })).body).toEqual({
        items: [],
        nextCursor: null,
      })
    expect((await as.ask('portal.messages', { show: 'all' })).body.items).toEqual([])
    const alike = async (name: string, there: unknown, not: unknown) => {
      const [a, b] = [await as.tell(name, there), await as.tell(name, not)]
      expect([a.status, a.body.code, a.body.detail]).toEqual([404, b.body.code, b.body.detail])
    }
    await alike('portal.ask-question', { case: at.case.id, text: 'x' }, { case: none, text: 'x' })
    await alike('portal.answer-question', { question: question.id, text: 'x' }, { question: none, text: 'x' })
    const [a, b] = [
      await as.ask('portal.case-status', { case: at.case.id }),
      await as.ask('portal.case-status', { case: none }),
    ]
    expect([a.status, a.body.detail]).toEqual([b.status, b.body.detail])
  })

  it('the adoption board counts by office who came and what was announced before; offices see no board', async () => {
    await lab.person('director', ['director'], { unit: null })
    const board = (await lab.as('director').ask('portal.adoption', { days: 60 })).body.items
    const dangriga = board.find((o: { unit: string }) => o.unit === lab.units.policeDangriga)
    expect(dangriga).toMatchObject({ people: 1, came: 1, announced: 0 })
    expect(dangriga.deliveries).toBeGreaterThan(0)
    expect(board.find((o: { unit: string }) => o.unit === lab.units.policeBelmopan).deliveries).toBe(0)
    expect((await lab.as('choc').ask('portal.adoption')).status).toBe(403)
  })

  it('what the portal wrote verifies', async () => {
    const report = await verifyInstallation(lab.ground, modules, {})
    expect(report.problems).toEqual([])
  })
})
