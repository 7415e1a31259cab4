/** Stories of the examination and the certificate: from the order to the second pathologist, from the pending cause to the verdict. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aCause, accepted, examined, finished, officeOf, received } from '../examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
})
afterAll(() => lab.close())
const seen = async (death: string) => (await lab.as('isela').ask('death.get-death', { death })).body
const look = async (examination: string) =>
  (await lab.as('hugo').ask('death.get-examination', { examination })).body

test('H21 S-B15 an examination is opened by order under the coroner, and of itself under the medical examiner; who is barred sees nothing', async () => {
  const { death } = await received(lab, {})
  await lab
    .as('hugo')
    .do(
      'death.change-authority',
      { death, profile: 'coroner', withdrawn: true },
      { reason: 'The order was withdrawn' },
    )
  const early = await lab.as('hugo').tell('death.order-examination', { death, kind: 'full' })
  expect(early.body.code).toBe('death.no-order-yet')
  expect((await lab.as('hugo').tell('death.order-examination', { death, kind: 'external' })).status).toBe(200)
  await lab
    .as('hugo')
    .do(
      'death.change-authority',
      { death, profile: 'coroner', authority: { kind: 'emergency' } },
      { reason: 'The body decays, s. 9' },
    )
  const full = await lab.as('hugo').do('death.order-examination', { death, kind: 'full' })
  // Whoever is charged with neglect does not examine: the wall hides the death from them (Coroners Act, s. 12).
  await lab.arrange('identity.declare-conflict', {
    person: (await officeOf(lab)).second,
    root: death,
    about: 'Treated the deceased',
  })
  expect((await lab.as('loretta').tell('death.start-examination', { examination: full.id })).status).toBe(404)
  await lab.as('hugo').do('death.start-examination', { examination: full.id })
})

test('H22 the protocol is the laboratory’s form, corrected by a later word; organs stand beside their range with its source', async () => {
  const { examination } = await examined(lab, { sex: 'male' })
  const write = (answers: object) =>
    lab.as('hugo').tell('death.record-finding', { examination, section: 'death.external', answers })
  expect((await write({ rigor: 'Full' })).body.fields[0].path).toBe('answers.clothing')
  await write({ clothing: { value: 'Blue shirt' } })
  await write({ clothing: { value: 'Blue shirt, two holes' } })
  await lab.as('hugo').do('death.record-organ', { examination, organ: 'heart', weightG: '452.5' })
  await lab.as('hugo').do('death.record-organ', {
    examination,
    organ: 'stomach',
    absent: 'not-applicable',
    words: 'Removed in life',
  })
  const e = await look(examination)
  expect(e).toMatchObject({ statureCm: '172', weightKg: '71.5', state: 'started' })
  expect(e.sections[0]).toMatchObject({
    title: 'External examination',
    answers: [{ text: 'Blue shirt, two holes' }],
  })
  expect(e.organs.find((o: { organ: { code: string } }) => o.organ.code === 'heart')).toMatchObject({
    weightG: '452.5',
    low: '233',
    high: '383',
    judged: 'above',
    source: 'Molina and DiMaio 2012',
  })
  expect(e.organs.find((o: { organ: { code: string } }) => o.organ.code === 'stomach')).toMatchObject({
    judged: 'not-weighed',
    absent: 'not-applicable',
  })
})

test('H23 wounds are numbered on body diagrams, moved and described anew; a number that was taken away never comes again', async () => {
  const { examination } = await examined(lab)
  const mark = (more: object) =>
    lab.as('hugo').do('death.mark-diagram', {
      examination,
      diagram: 'adult-front',
      x: '210',
      y: '300',
      kind: 'gunshot',
      ...more,
    })
  expect((await mark({})).no).toBe(1)
  expect((await mark({ diagram: 'adult-back', x: '190', y: '290' })).no).toBe(2)
  await mark({ no: 1, x: '215', sizeMm: '9.5', depthMm: '120', words: 'Abrasion collar, lower edge' })
  await mark({ no: 2, diagram: 'adult-back', removed: true })
  expect((await mark({ kind: 'abrasion' })).no).toBe(3)
  const { wounds } = await look(examination)
  expect(wounds.map((w: { no: number }) => w.no)).toEqual([1, 3])
  expect(wounds[0]).toMatchObject({ x: '215', sizeMm: '9.5', kind: { name: 'Gunshot wound' } })
  const gone = await lab.as('hugo').tell('death.mark-diagram', {
    examination,
    no: 2,
    diagram: 'adult-back',
    x: '1',
    y: '1',
    kind: 'gunshot',
  })
  expect(gone.body.code).toBe('death.wound-removed')
  const off = await lab
    .as('hugo')
    .tell('death.mark-diagram', { examination, diagram: 'adult-front', x: '3000', y: '1', kind: 'gunshot' })
  expect(off.status).toBe(400)
  const beyond = { examination, diagram: 'head-front', x: '200', y: '481', kind: 'gunshot' }
  expect((await lab.as('hugo').tell('death.mark-diagram', beyond)).body.code).toBe('death.mark-outside')
})

test('H24 H29 S-B2 specimens and the bullet are exhibits of the case in the hand that took them; the bullet goes to firearms without retyping', async () => {
  const { death, examination } = await examined(lab)
  const blood = await lab.as('hugo').do('death.take-specimen', {
    examination,
    kind: 'blood-femoral',
    site: 'Left femoral vein',
    container: 'Glass tube',
    additive: 'Fluoride and oxalate',
    seal: 'SP-1',
  })
  await lab
    .as('hugo')
    .do('death.mark-diagram', { examination, diagram: 'adult-front', x: '210', y: '300', kind: 'gunshot' })
  const lost = await lab.as('hugo').tell('death.recover-item', {
    examination,
    type: 'bullet',
    description: 'Bullet',
    site: 'Left scapula',
    wound: 9,
  })
  expect(lost.body.code).toBe('death.no-such-wound')
  const bullet = await lab.as('hugo').do('death.recover-item', {
    examination,
    type: 'bullet',
    description: 'Bullet, copper jacket, deformed',
    site: 'Left scapula',
    wound: 1,
    seal: 'SP-2',
  })
  const { caseNumber, case: file } = await seen(death)
  expect(bullet.number.startsWith(caseNumber.slice(-5)) || bullet.number.includes('-')).toBe(true)
  const ordered = await lab.as('hugo').do('death.order-toxicology', {
    examination,
    things: [bullet.id],
    unit: lab.units.chemistry,
    discipline: 'firearms',
    question: 'fired-by',
    holdsCause: false,
  })
  const request = (await lab.as('hugo').ask('work.request', { request: ordered.request })).body
  expect(request).toMatchObject({
    case: { id: file },
    itemList: [{ id: bullet.id, description: 'Bullet, copper jacket, deformed' }],
  })
  const item = (await lab.as('hugo').ask('evidence.get-item', { id: bullet.id })).body
  expect(JSON.stringify(item)).toContain('Left scapula (wound 1)')
  const e = await look(examination)
  expect(e.specimens.map((s: { thing: string }) => s.thing)).toEqual([blood.id, bullet.id])
  expect(e.specimens[0]).toMatchObject({
    additive: 'Fluoride and oxalate',
    holder: 'Hugo Escalante',
    recovered: false,
  })
  expect(e.specimens[1]).toMatchObject({ recovered: true })
})

test('H25 H26 what a cause waits for is listed with what is late; the board of age says within ninety days or over', async () => {
  const { death, number, examination } = await examined(lab)
  const blood = await lab.as('hugo').do('death.take-specimen', { examination, kind: 'blood-femoral' })
  await lab.as('hugo').do('death.order-toxicology', {
    examination,
    things: [blood.id],
    unit: lab.units.toxicology,
    discipline: 'toxicology',
    question: 'drugs-in-blood',
    dueOn: '2026-11-09',
  })
  await lab.as('hugo').do('death.certify-cause', { death, status: 'pending', pendingBecause: 'Toxicology' })
  const before = (await lab.as('hugo').ask('death.pending-because')).body.items.find(
    (i: { death: string }) => i.death === death,
  )
  expect(before).toMatchObject({ number, overdue: false, orders: [{ state: 'asked', daysLate: 0 }] })
  lab.clock.advance(10 * 86_400_000)
  const late = (await lab.as('hugo').ask('death.pending-because', { overdue: 'true' })).body
  expect(late.items.find((i: { death: string }) => i.death === death)).toMatchObject({
    overdue: true,
    orders: [{ daysLate: 3 }],
  })
  const age = (await lab.as('delia').ask('death.ageing')).body.items.find(
    (a: { name: string }) => a.name === 'Hugo Escalante',
  )
  expect(age.open).toBeGreaterThan(0)
  expect(age.over90).toBe(0)
  await lab.as('hugo').do('death.certify-cause', { death, ...aCause() })
  const after = (await lab.as('hugo').ask('death.pending-because')).body.items
  expect(after.some((i: { death: string }) => i.death === death)).toBe(false)
})

test('H45 a homicide is read by a second pathologist, who is neither the examiner nor anybody who wrote; until then the body stays', async () => {
  const { death, examination } = await finished(lab)
  await lab.as('hugo').do('death.give-manner', { death, manner: 'homicide', how: 'Shot by another person' })
  expect((await seen(death)).reviewWanted).toBe(true)
  expect((await seen(death)).keeps).toContain('A homicide waits for the second pathologist.')
  const own = await lab
    .as('hugo')
    .tell('death.review-examination', { examination, outcome: 'agreed' }, { stepUp: true })
  expect(own.body.code).toBe('death.reviewer-examined')
  await lab
    .as('loretta')
    .do('death.review-examination', { examination, outcome: 'returned', words: 'Describe the track' })
  expect((await look(examination)).state).toBe('started')
  await lab.as('hugo').do('death.finish-examination', { examination })
  await lab.as('loretta').do('death.review-examination', { examination, outcome: 'agreed' })
  expect(await look(examination)).toMatchObject({ state: 'reviewed', reviewedBy: 'Loretta Estrada' })
  expect((await seen(death)).reviewWanted).toBe(false)
  const later = await lab.as('hugo').tell('death.mark-diagram', {
    examination,
    diagram: 'adult-front',
    x: '1',
    y: '1',
    kind: 'gunshot',
  })
  expect(later.body.code).toBe('death.examination-finished')
})

test('H30 H31 the cause is stated on the form of the WHO: pending with what it waits for, final, amended with why; each stands', async () => {
  const { death } = await received(lab)
  const say = (input: object) =>
    lab.as('hugo').tell('death.certify-cause', { death, ...input }, { stepUp: true })
  expect((await say({ status: 'pending' })).status).toBe(400)
  expect((await say({ status: 'amended', ...aCause({ status: 'amended', why: 'x' }) })).body.code).toBe(
    'death.nothing-to-amend',
  )
  const long = aCause({ lines: [{ text: 'x'.repeat(121), interval: { value: 'hours' } }] })
  expect((await say(long)).status).toBe(400)
  const interval = aCause({ lines: [{ text: 'Sepsis', interval: { value: 'about twenty-one days' } }] })
  expect((await say(interval)).status).toBe(400)
  await say({ status: 'pending', pendingBecause: 'Histology' })
  expect((await say(aCause())).status).toBe(200)
  expect((await say({ status: 'pending', pendingBecause: 'again' })).body.code).toBe(
    'death.cause-final-already',
  )
  await say(
    aCause({
      status: 'amended',
      why: 'Histology shows no infarct',
      lines: [{ text: 'Coronary atherosclerosis', interval: { value: '10 years' } }],
    }),
  )
  const { causes } = await seen(death)
  expect(causes.map((c: { status: string }) => c.status)).toEqual(['amended', 'final', 'pending'])
  expect(causes[0]).toMatchObject({ why: 'Histology shows no infarct', by: 'Hugo Escalante' })
})

test('H33 what contradicts itself is shown to a person: an interval, an ill-defined cause, a manner against the text; answered, or corrected', async () => {
  const { death } = await received(lab)
  const told = await lab.as('hugo').do('death.certify-cause', {
    death,
    status: 'final',
    lines: [
      { text: 'Gunshot wound of chest', interval: { value: '2 days' } },
      { text: 'Cardiac arrest', interval: { value: 'minutes' } },
    ],
  })
  expect(told.doubts.map((d: { key: string }) => d.key).sort()).toEqual(['ill-defined', 'interval-a'])
  const manner = await lab.as('hugo').do('death.give-manner', { death, manner: 'natural' })
  expect(manner.doubts.map((d: { key: string }) => d.key)).toContain('manner-natural-injury')
  const list = (await lab.as('delia').ask('death.doubts')).body.items.filter(
    (i: { death: string }) => i.death === death,
  )
  expect(list.length).toBe(3)
  await lab.as('hugo').do('death.answer-doubt', {
    death,
    doubt: 'ill-defined',
    outcome: 'stands',
    words: 'Nothing else was found',
  })
  expect(
    (await seen(death)).doubts.find((d: { key: string }) => d.key === 'ill-defined').answer,
  ).toMatchObject({
    outcome: 'stands',
    by: 'Hugo Escalante',
  })
  lab.clock.advance(60_000)
  await lab.as('hugo').do('death.give-manner', { death, manner: 'homicide', how: 'Shot by another person' })
  const after = await seen(death)
  expect(after.doubts.map((d: { key: string }) => d.key)).not.toContain('manner-natural-injury')
  // The opinion changed, so what was answered before is asked again.
  expect(after.doubts.find((d: { key: string }) => d.key === 'ill-defined').answer).toBeNull()
  expect(
    (
      await lab
        .as('hugo')
        .tell('death.answer-doubt', { death, doubt: 'nothing', outcome: 'stands', words: 'x' })
    ).body.code,
  ).toBe('death.no-such-doubt')
})

test('H34 a cremation is not approved while the cause is pending, and never of a homicide', async () => {
  const { death } = await received(lab)
  const clear = (state: string) =>
    lab.as('hugo').tell('death.clear-cremation', { death, state, number: 'CR-1' })
  expect((await clear('requested')).status).toBe(200)
  expect((await clear('approved')).body.code).toBe('death.cremation-cause-pending')
  await lab.as('hugo').do('death.certify-cause', { death, ...aCause() })
  await lab.as('hugo').do('death.give-manner', { death, manner: 'homicide', how: 'Stabbed' })
  expect((await clear('approved')).body.code).toBe('death.cremation-homicide')
  await lab.as('hugo').do('death.give-manner', { death, manner: 'natural' })
  expect((await clear('approved')).status).toBe(200)
  expect((await seen(death)).papers).toMatchObject([{ state: 'approved', number: 'CR-1', signed: true }])
})

test('H37 a death in custody is referred to an inquest with its day, and the verdict stands beside the cause', async () => {
  const { death } = await accepted(lab, { setting: 'custody' })
  const early = await lab
    .as('isela')
    .tell('death.record-verdict', { death, court: 'C', onDay: '2026-11-20', verdict: 'Open' })
  expect(early.body.code).toBe('death.not-referred')
  await lab.as('isela').do('death.refer-to-inquest', {
    death,
    court: 'Magistrates’ Court, Belize City',
    reason: 'Death in custody',
    jury: true,
    onDay: '2026-12-01',
  })
  expect((await seen(death)).duties.find((d: { key: string }) => d.key === 'inquest').done).toBe(true)
  await lab.as('isela').do('death.record-verdict', {
    death,
    court: 'Magistrates’ Court, Belize City',
    onDay: '2026-12-01',
    verdict: 'Death by natural causes',
  })
  expect((await seen(death)).inquest.map((i: { kind: string }) => i.kind)).toEqual(['referred', 'verdict'])
})

test('H10 H46 each word with relatives stands with its language; an objection of faith is one; of a homicide no findings are told', async () => {
  const { death } = await accepted(lab)
  const { id } = await lab.as('isela').do('death.add-relative', {
    death,
    name: 'Maria Novelo',
    relation: 'wife',
    phone: '501-620-0000',
    language: 'es',
    entitled: true,
  })
  const speak = (more: object) =>
    lab.as('isela').tell('death.notify-relative', { death, relative: id, outcome: 'reached', ...more })
  await speak({ kind: 'notified', words: 'She comes tomorrow' })
  await speak({ kind: 'objection', words: 'No examination on a Saturday' })
  await lab
    .as('isela')
    .do('death.record-viewing', { death, relative: id, way: 'in-person', outcome: 'reached' })
  const [relative] = (await seen(death)).relatives
  expect(relative).toMatchObject({ name: 'Maria Novelo', language: { name: 'Spanish' }, entitled: true })
  expect(
    relative.contacts.map((c: { kind: string; language: { code: string } }) => [c.kind, c.language.code]),
  ).toEqual([
    ['notified', 'es'],
    ['objection', 'es'],
    ['viewing', 'es'],
  ])
  expect((await speak({ kind: 'told', words: 'The heart' })).status).toBe(200)
  await lab.as('hugo').do('death.give-manner', { death, manner: 'homicide', how: 'Shot' })
  expect((await speak({ kind: 'told', words: 'The wound' })).body.code).toBe('death.homicide-not-told')
})

test('the book of examinations is right: every derived row is what the covered rows add up to', async () => {
  const { derived } = await import('../call/store/standing.ts')
  const { sql, nameSql } = await import('../../../platform/sql.ts')
  const columns =
    'root, call_number, number, state, unit, setting, circumstances, sex, age, age_unit, minor, profile, case_root, reason, signs, district, called_at, decided_at, body, body_at, identity, named, released_at, unclaimed, examination, cause, manner'
  const differ = await lab.db.direct.many(
    sql`(${nameSql(derived['death.standing'])} except select ${nameSql(columns)} from death.standing) union all (select ${nameSql(columns)} from death.standing except ${nameSql(derived['death.standing'])})`,
  )
  expect(differ).toEqual([])
})
