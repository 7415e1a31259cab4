/** Stories of requests over HTTP: asked, taken on, given to somebody who may, begun once; refused with a sentence and the next step. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { growTree } from '#ledger/sequencer.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { startReactions } from '../../app/reactions.ts'
import { modules } from '../../app/modules.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { type Section, asked, examples, requested, sectionOf } from './examples.ts'
import { work } from './module.ts'
import { onConsumed } from './reactions/on-consumed.ts'

let lab: Lab
let section: Section
beforeAll(async () => {
  lab = await openLab()
  section = await sectionOf(lab as never)
})
afterAll(() => lab?.close())

const L = () => lab as never
const seen = async (request: string, who = 'marva') =>
  (await lab.as(who).ask('work.request', { request })).body
const actionOf = async (request: string, operation: string, who: string) =>
  (await seen(request, who)).actions.find((a: { operation: string }) => a.operation === operation)
const assign = (request: string, more: Record<string, unknown> = {}) =>
  lab.as('marva').tell('work.assign-request', {
    request,
    assignee: section.people.analyst,
    methodVersion: section.version,
    ...more,
  })

describe('a request', () => {
  test('is asked with its question, taken on with a day, assigned, begun; each step says who and when', async () => {
    const at = await asked(L(), { items: 2 })
    expect(await seen(at.request)).toMatchObject({
      state: 'asked',
      questionName: 'Is a controlled drug there, which, and how much?',
      questionText: 'Is it cocaine, and more than the law allows?',
      items: 2,
      assignee: null,
    })
    await lab.as('marva').do('work.accept-request', { request: at.request, dueOn: '2026-11-20' })
    expect((await assign(at.request, { reviewer: section.people.second })).status).toBe(200)
    await lab.as('eugenio').do('work.start-work', { request: at.request })
    const now = await seen(at.request, 'eugenio')
    expect(now).toMatchObject({
      state: 'started',
      dueOn: '2026-11-20',
      daysLate: 0,
      assignee: { name: 'Eugenio Cus' },
      reviewer: { name: 'Ingrid Peña Ñúñez' },
      methodVersion: { title: 'AC-07 v1, Seized drugs by GC-MS' },
    })
    expect(now.steps.map((s: { kind: string; by: string }) => [s.kind, s.by])).toEqual([
      ['accepted', 'Marva Usher'],
      ['assigned', 'Marva Usher'],
      ['started', 'Eugenio Cus'],
    ])
    const bench = (await lab.as('eugenio').ask('work.my-bench')).body
    expect(bench.items.map((r: { id: string }) => r.id)).toContain(at.request)
  })

  test('A19 the question to answer stands in the words of who asks; the section talks it over on the case before it takes it on, or declines with a reason that is told', async () => {
    const at = await asked(L(), { request: { questionText: 'Is it enough for a charge of trafficking?' } })
    expect((await seen(at.request)).questionText).toBe('Is it enough for a charge of trafficking?')
    await lab.as('marva').do('portal.ask-question', {
      case: at.case,
      text: 'Was all of it in one bag? Else we sample each.',
    })
    const messages = (await lab.as('damion').ask('portal.messages', { show: 'open' })).body.items
    expect(messages[0]).toMatchObject({ text: 'Was all of it in one bag? Else we sample each.' })
    await lab.as('damion').do('portal.answer-question', { question: messages[0].id, text: 'In two.' })
    await lab.as('marva').do('work.decline-request', {
      request: at.request,
      code: 'insufficient',
      words: 'Less than one milligram in all',
    })
    const over = await seen(at.request, 'damion')
    expect(over.state).toBe('declined')
    expect(over.steps.at(-1)).toMatchObject({
      by: 'Marva Usher',
      code: 'insufficient',
      words: 'Less than one milligram in all',
    })
  })

  test('is declined with a reason, and then holds nothing and moves no more', async () => {
    const at = await asked(L())
    const item = at.items[0]?.id as string
    const held = async () =>
      (await lab.as('simone').ask('evidence.get-item', { id: item })).body.holds.filter(
        (h: { kind: string }) => h.kind === 'work',
      ).length
    expect(await held()).toBe(1)
    await lab.as('marva').do('work.decline-request', { request: at.request, code: 'insufficient' })
    expect(await held()).toBe(0)
    const again = await assign(at.request)
    expect([again.status, again.body.code]).toEqual([409, 'work.request-over'])
    expect(again.body.detail).toBe('This request is over: it was declined.')
  })

  test('is withdrawn by who asked, but not once work has begun', async () => {
    const begun = await requested(L(), 'started')
    const no = await lab
      .as('simone')
      .tell('work.withdraw-request', { request: begun.request, words: 'Pleaded guilty' })
    expect(no.body).toMatchObject({ status: 409, code: 'work.started-no-withdraw' })
    expect(no.body.next).toContain('stop the clock')
    const waiting = await requested(L(), 'accepted')
    await lab.as('simone').do('work.withdraw-request', { request: waiting.request, words: 'Pleaded guilty' })
    expect((await seen(waiting.request)).state).toBe('withdrawn')
  })

  test('promises no day that has passed, wherever a day is named', async () => {
    const past = '2026-11-01'
    const at = await requested(L(), 'accepted')
    for (const answer of [
      await assign(at.request, { dueOn: past }),
      await lab
        .as('marva')
        .tell(
          'work.set-priority',
          { request: at.request, priority: 'court', dueOn: past },
          { reason: 'Hearing' },
        ),
    ])
      expect(answer.body.code).toBe('work.day-has-passed')
    const other = await asked(L())
    expect(
      (await lab.as('marva').tell('work.accept-request', { request: other.request, dueOn: past })).body.code,
    ).toBe('work.day-has-passed')
  })

  test('is late from the day after the promised one, in the time of the service', async () => {
    const at = await asked(L(), { request: { dueOn: '2026-11-02' } })
    // 03:30 on the third in Greenwich is half past nine in the evening of the second in Belize.
    lab.clock.set('2026-11-03T03:30:00.000Z')
    expect((await seen(at.request)).daysLate).toBe(0)
    lab.clock.set('2026-11-03T06:30:00.000Z')
    expect(await seen(at.request)).toMatchObject({ daysLate: 1, overdue: true })
  })
})

describe('assignment', () => {
  test('to somebody who is not authorised is refused, and says who may', async () => {
    const at = await requested(L(), 'accepted')
    const no = await assign(at.request, { assignee: section.people.novice })
    expect(no.body).toMatchObject({
      status: 409,
      code: 'quality.not-authorised',
      detail: 'Leon Tzib is not authorised for AC-07 as analyst.',
      next: 'These may: Eugenio Cus, Ingrid Peña Ñúñez.',
    })
    const spanish = await lab
      .as('marva')
      .tell(
        'work.assign-request',
        { request: at.request, assignee: section.people.novice, methodVersion: section.version },
        { language: 'es' },
      )
    expect(spanish.body.next).toBe('Pueden hacerlo: Eugenio Cus, Ingrid Peña Ñúñez.')
    expect((await seen(at.request)).state).toBe('accepted')
  })

  test('names a reviewer who is not the analyst, and who is authorised to review', async () => {
    const at = await requested(L(), 'accepted')
    expect((await assign(at.request, { reviewer: section.people.analyst })).body.code).toBe(
      'work.reviewer-is-author',
    )
    const no = await assign(at.request, { reviewer: section.people.novice })
    expect(no.body).toMatchObject({
      code: 'quality.not-authorised',
      next: 'These may: Ingrid Peña Ñúñez, Marva Usher.',
    })
  })

  test('keeps to the discipline that is asked', async () => {
    const at = await requested(L(), 'accepted')
    expect((await assign(at.request, { methodVersion: section.otherVersion })).body.code).toBe(
      'work.method-of-another-discipline',
    )
  })

  test('comes after acceptance, once; giving it to somebody else is another act, with a reason', async () => {
    const at = await asked(L())
    expect((await assign(at.request)).body.code).toBe('work.not-accepted')
    expect(await actionOf(at.request, 'work.assign-request', 'marva')).toMatchObject({
      ok: false,
      why: 'The section has not accepted this request yet.',
    })
    await lab.as('marva').do('work.accept-request', { request: at.request })
    await assign(at.request)
    expect((await assign(at.request, { assignee: section.people.second })).body.code).toBe(
      'work.already-assigned',
    )
    const move = { request: at.request, assignee: section.people.second, methodVersion: section.version }
    expect((await lab.as('marva').tell('work.reassign-request', move)).status).toBe(400)
    await lab.as('marva').do('work.reassign-request', move, { reason: 'On leave from Monday' })
    const now = await seen(at.request)
    expect(now.assignee.name).toBe('Ingrid Peña Ñúñez')
    expect(now.steps.at(-1)).toMatchObject({ kind: 'assigned', words: 'On leave from Monday' })
  })

  test('gives sight of the case to those whom it names, and to nobody else', async () => {
    const at = await requested(L(), 'assigned')
    expect((await lab.as('eugenio').ask('cases.get-case', { case: at.case })).status).toBe(200)
    expect((await lab.as('olga').ask('work.request', { request: at.request })).status).toBe(404)
  })

  test('is the head’s to make: an analyst may not give work, and an officer may not see the queue of another case', async () => {
    const at = await requested(L(), 'accepted')
    const tried = await lab.as('eugenio').tell('work.assign-request', {
      request: at.request,
      assignee: section.people.analyst,
      methodVersion: section.version,
    })
    expect([403, 404]).toContain(tried.status)
    await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
    expect((await lab.as('stranger').ask('work.request', { request: at.request })).status).toBe(404)
    expect((await lab.as('stranger').ask('work.queue', { case: at.case })).body.items).toEqual([])
  })
})

describe('two at once', () => {
  test('two analysts begin one request: the one to whom it is assigned does, the other reads why not', async () => {
    const at = await requested(L(), 'assigned')
    const [mine, theirs] = await Promise.all([
      lab.as('eugenio').tell('work.start-work', { request: at.request }),
      lab.as('ingrid').tell('work.start-work', { request: at.request }),
    ])
    expect(mine.status).toBe(200)
    expect(theirs.body).toMatchObject({
      status: 409,
      code: 'work.assigned-to-another',
      detail: 'The request is assigned to somebody else.',
    })
  })

  test('one analyst begins twice: one step is taken', async () => {
    const at = await requested(L(), 'assigned')
    const answers = await Promise.all([
      lab.as('eugenio').tell('work.start-work', { request: at.request }),
      lab.as('eugenio').tell('work.start-work', { request: at.request }),
    ])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    expect((await seen(at.request)).steps.filter((s: { kind: string }) => s.kind === 'started')).toHaveLength(
      1,
    )
  })

  test('two heads assign one request: one name stands', async () => {
    await lab.person('second-head', ['section-head'], { name: 'Second Head' })
    const at = await requested(L(), 'accepted')
    const give = (who: string, assignee: string) =>
      lab
        .as(who)
        .tell('work.assign-request', { request: at.request, assignee, methodVersion: section.version })
    const answers = await Promise.all([
      give('marva', section.people.analyst),
      give('second-head', section.people.second),
    ])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    expect(answers.find((a) => a.status === 409)?.body.code).toBe('work.already-assigned')
  })
})

describe('the clock', () => {
  test('stands while the section waits for somebody else, and each stretch is kept', async () => {
    const at = await requested(L(), 'started')
    await lab
      .as('eugenio')
      .do('work.stop-clock', { request: at.request, code: 'information', words: 'Which of the two bags?' })
    expect(await seen(at.request)).toMatchObject({ state: 'started', waiting: true })
    expect(
      (await lab.as('eugenio').tell('work.stop-clock', { request: at.request, code: 'sample' })).body.code,
    ).toBe('work.clock-stands')
    await lab.as('eugenio').do('work.restart-clock', { request: at.request })
    expect((await seen(at.request)).steps.map((s: { kind: string }) => s.kind)).toEqual([
      'accepted',
      'assigned',
      'started',
      'stopped',
      'restarted',
    ])
  })
})

describe('counts', () => {
  test('by person and section agree with the queue, and priority and its reason are kept', async () => {
    const at = await requested(L(), 'assigned')
    await lab
      .as('marva')
      .do('work.set-priority', { request: at.request, priority: 'court' }, { reason: 'Trial on 4 December' })
    expect((await seen(at.request)).priority).toBe('court')
    const queue = (await lab.as('marva').ask('work.queue', { open: true, limit: 200 })).body
    const load = (await lab.as('marva').ask('work.workload')).body.items
    const backlog = (await lab.as('marva').ask('work.backlog')).body.items
    const sum = (rows: { open: number }[]): number => rows.reduce((n, r) => n + r.open, 0)
    expect([sum(load), sum(backlog)]).toEqual([queue.total, queue.total])
    const mine = queue.items.filter(
      (r: { assignee: { id: string } | null }) => r.assignee?.id === section.people.analyst,
    )
    expect(load.find((r: { assignee: string }) => r.assignee === section.people.analyst).open).toBe(
      mine.length,
    )
  })

  test('A20 what is hurried says why and who allowed it, and only who answers for the section hurries it', async () => {
    const at = await requested(L(), 'assigned')
    const hurry = (who: string, how: object = { reason: 'Trial on 4 December' }) =>
      lab.as(who).tell('work.set-priority', { request: at.request, priority: 'court' }, how)
    expect((await hurry('damion')).status).toBe(404)
    expect((await hurry('marva', {})).body.code).toBe('reason-required')
    expect((await hurry('marva')).status).toBe(200)
    const now = await seen(at.request)
    expect(now.priority).toBe('court')
    expect(now.steps.at(-1)).toMatchObject({
      kind: 'rescheduled',
      by: 'Marva Usher',
      words: 'Trial on 4 December',
    })
  })

  test('a request whose limits of sight exclude somebody is not counted to them either', async () => {
    const before = (await lab.as('damion').ask('work.queue', { open: true })).body.total
    await lab.person('other', ['officer'], { unit: lab.units.policeBelmopan })
    expect((await lab.as('other').ask('work.queue', { open: true })).body.total).toBe(0)
    expect(before).toBeGreaterThan(0)
  })
})

test('every operation has an example that fits its shape and can be done', async () => {
  expect(Object.keys(examples).sort()).toEqual(work.operations.map((o) => o.name).sort())
  for (const op of work.operations) {
    const input = await examples[op.name]?.(lab)
    expect(op.input.safeParse(input).error?.issues, op.name).toBe(undefined)
    if (op.kind === 'command' && op.name !== 'work.start-work') await lab.arrange(op.name, input)
  }
}, 60_000)

test('what the steps add up to is what stands', async () => {
  const report = await verifyInstallation(lab.ground, modules, {})
  expect(report.problems.filter((p) => p.table?.startsWith('work.'))).toEqual([])
})

describe('before and after a request is taken on', () => {
  const code = (list: string, one: string, en: string, data: object = {}) =>
    lab.arrange('catalogue.define-code', { list, code: one, en, es: `${en} (es)`, data })
  const toldTo = async (who: string): Promise<string[]> =>
    (await lab.as(who).ask('identity.my-notices')).body.items.map((n: { kind: string }) => n.kind)

  test('A18 whoever takes a request on answers by name for the points of the laboratory; who asked is told when the way of working changes or the thing is used up', async () => {
    await lab.arrange('catalogue.define-list', { list: 'contract-review', en: 'Points', es: 'Puntos' })
    await code('contract-review', 'entitled', 'Who asks may ask')
    await code('contract-review', 'guideline', 'The exhibit is fit for it')
    await code('contract-review', 'scope', 'It is within our scope')
    const at = await asked(L(), { by: 'damion' })
    const accept = (review: string[]) =>
      lab.as('marva').tell('work.accept-request', { request: at.request, review })
    const open = await accept(['entitled', 'scope'])
    expect(open.body).toMatchObject({
      status: 409,
      code: 'work.review-open',
      detail: 'Not answered for yet: “The exhibit is fit for it”',
    })
    expect(open.body.next).toContain('decline')
    expect((await seen(at.request)).review).toBeNull()
    expect((await accept(['scope', 'guideline', 'entitled'])).status).toBe(200)
    expect((await seen(at.request)).review).toMatchObject({
      by: 'Marva Usher',
      points: ['Who asks may ask', 'The exhibit is fit for it', 'It is within our scope'],
      at: expect.stringMatching(/^2026-/),
    })
    for (const point of ['entitled', 'guideline', 'scope'])
      await lab.arrange('catalogue.retire-code', { list: 'contract-review', code: point, on: '2026-11-01' })
    // What was answered for is shown in its words, although nobody is asked any more.
    expect((await seen(at.request)).review.points).toHaveLength(3)
    // Another method than the one that was agreed to: who asked is told, and of a thing used up as well.
    await lab.as('marva').do('work.assign-request', {
      request: at.request,
      assignee: section.people.analyst,
      methodVersion: section.version,
    })
    const { id: method } = await lab.arrange('quality.register-method', {
      code: 'AC-08',
      title: 'Seized drugs by infrared',
      titleEs: 'Drogas por infrarrojo',
      discipline: 'drugs',
    })
    const { id: other } = await lab.arrange('quality.issue-method-version', {
      method,
      worksheet: { steps: [{ key: 'conclusion', en: 'Conclusion', es: 'Conclusión', kind: 'conclusion' }] },
      techniques: [],
      from: '2025-01-06',
    })
    await lab.arrange('quality.authorise-person', {
      person: section.people.second,
      method,
      as: 'analyst',
      from: '2025-01-06',
    })
    const again = { request: at.request, assignee: section.people.second, methodVersion: other }
    await lab.as('marva').do('work.reassign-request', again, { reason: 'The column is broken' })
    expect(await toldTo('damion')).toEqual(['work.notice-method'])
    await lab.as('simone').do('evidence.consume-item', {
      item: at.items[0]?.id,
      whole: true,
      why: 'Infrared of all of it',
    })
    await growTree(lab.ground)
    const reactions = startReactions(lab.ground, [onConsumed])
    await reactions.round()
    await reactions.stop()
    expect(await toldTo('damion')).toEqual(['work.notice-consumed', 'work.notice-method'])
    expect(await toldTo('leon')).toEqual([])
  })

  test('A22 a request that is asked often is a template: nobody uses it as a draft, before its approval and its day, or after its end', async () => {
    await lab.arrange('catalogue.define-list', {
      list: 'request-template',
      en: 'Requests',
      es: 'Solicitudes',
    })
    const template = {
      code: 'for-charge',
      en: 'For a charge',
      es: 'Para acusar',
      data: { discipline: 'drugs', question: 'controlled-drug' },
    }
    const lists = [{ list: 'request-template', en: 'Requests', es: 'Solicitudes', codes: [template] }]
    const content = { lists, limits: [], definitions: [], stores: [] }
    const offered = async () =>
      (await lab.as('damion').ask('catalogue.get-code-list', { list: 'request-template' })).body.items.map(
        (c: { code: string }) => c.code,
      )
    const use = async () => {
      const at = await asked(L(), {})
      return lab.as('simone').tell('work.request-examination', {
        case: at.case,
        items: at.items.map((i: { id: string }) => i.id),
        unit: lab.units.chemistry,
        ...template.data,
        template: template.code,
      })
    }
    // Draft: its writer alone.
    await lab.as('quinn').do('catalogue.keep-draft', {
      section: 'list.request-template',
      key: '~',
      version: 0,
      words: { en: template.en },
    })
    expect(await offered()).toEqual([])
    // Cancelled: declined by the one who looked at it.
    const propose = async (from: string) =>
      (await lab.as('quinn').do('catalogue.propose-change', { why: 'Asked weekly', from, content })).id
    const first = await propose('2026-11-02')
    expect((await use()).body.code).toBe('catalogue.no-such-code')
    await lab.as('dora').do('catalogue.decline-change', { change: first, words: 'Ask the section first' })
    // Approved, and waiting for its day.
    const second = await propose('2026-11-09')
    expect(
      (await lab.as('quinn').tell('catalogue.approve-change', { change: second }, { stepUp: true })).status,
    ).toBe(409)
    await lab.as('dora').do('catalogue.approve-change', { change: second })
    expect([await offered(), (await use()).body.code]).toEqual([[], 'catalogue.no-such-code'])
    lab.clock.set('2026-11-10T14:00:00.000Z')
    expect(await offered()).toEqual(['for-charge'])
    const done = await use()
    expect(done.status).toBe(200)
    // Historical: what was asked with it stays as it was asked.
    await lab.arrange('catalogue.retire-code', {
      list: 'request-template',
      code: 'for-charge',
      on: '2026-11-09',
    })
    expect([await offered(), (await use()).status]).toEqual([[], 409])
    expect((await seen(done.body.id, 'simone')).questionName).toContain('controlled drug')
    const states = (await lab.as('quinn').ask('catalogue.find-changes', { limit: 10 })).body.items
    expect(states.map((c: { state: string }) => c.state)).toEqual(
      expect.arrayContaining(['approved', 'declined']),
    )
  })
})
