/** Stories of the case file, over HTTP on a real database: numbers, names, protection, sight, holds, the past, sums. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'
import { aCase, arrangeWords } from './examples.ts'
import { monthCountSql, standingSql } from './store/standing.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab)
  await lab.person('counter', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('alice', ['analyst'], { unit: lab.units.chemistry })
  await lab.person('requena', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('ical', ['officer'], { unit: lab.units.policeBelmopan })
  await lab.person('director', ['director'], { unit: null })
  await lab.person('crown', ['prosecutor'], { unit: lab.units.dpp })
}, 60_000)
afterAll(async () => {
  await lab?.close()
})

const open = (who: string, more: Record<string, unknown> = {}) =>
  lab.as(who).do('cases.open-case', aCase(more))
const find = async (who: string, q: string) =>
  (await lab.as(who).ask('cases.find-anything', { q })).body.items as {
    case: { id: string } | null
    why: string
    label: string
  }[]
const finds = async (who: string, q: string, id: string) =>
  (await find(who, q)).some((h) => h.case?.id === id)

test('S-B1 one case is found by six numbers, punctuation or not, and by a part of one', async () => {
  const numbers = [
    ['police', 'DG-26-4411'],
    ['cims', 'CIMS/2026/9917'],
    ['scene', 'SOC 2026 331'],
    ['post-mortem', 'PM-26-0088'],
    ['exhibit-room', 'XR.77.2026'],
    ['external-lab', 'CFTDI-551-26'],
    ['indictment', 'C12/2026'],
  ]
  const { id, number } = await open('counter', { aliases: numbers.map(([kind, text]) => ({ kind, text })) })
  for (const [, text] of numbers) {
    expect(await finds('counter', text as string, id), text).toBe(true)
    expect(await finds('counter', (text as string).replace(/[^a-z0-9]/gi, '').toLowerCase(), id), text).toBe(
      true,
    )
  }
  expect(await finds('counter', number, id)).toBe(true)
  expect((await find('counter', number))[0]?.why).toBe('same')
  expect(await finds('counter', '4411', id)).toBe(true)
  const late = await lab.as('counter').do('cases.add-alias', { case: id, kind: 'dpp', text: 'DPP 2026/0999' })
  expect(late.id).toBeTruthy()
  expect(await finds('counter', 'dpp20260999', id)).toBe(true)
})

test('a name is found in any spelling, English and Spanish, and with a slip of the finger', async () => {
  const { id } = await open('counter', {
    parties: [{ role: 'accused', name: 'Wilfredo Giménez Vásquez', otherNames: ['Chino'], born: '1990' }],
  })
  for (const q of [
    'jimenez',
    'Ximenes',
    'Himénez Basquez',
    'wilfredo',
    'GIMENEZ',
    'vasques',
    'Wilfrdo',
    'chino',
  ])
    expect(await finds('counter', q, id), q).toBe(true)
  expect(await finds('counter', 'Robinson', id)).toBe(false)
})

describe('S-B28 people are protected by default', () => {
  test('a minor is hidden in card, search and party search until somebody asks with a reason', async () => {
    const { id } = await open('counter', {
      parties: [{ role: 'victim', name: 'Xiomara Quetzalcoatl', born: '2012-05' }],
    })
    const card = (await lab.as('counter').ask('cases.get-case', { case: id })).body
    expect(card.parties[0]).toMatchObject({ name: null, born: null, hidden: 'minor', minor: true, age: 14 })
    expect(card.guarded).toBe(true)
    expect(JSON.stringify(card)).not.toContain('Xiomara')
    expect(await finds('counter', 'Xiomara Quetzalcoatl', id)).toBe(false)
    expect((await lab.as('counter').ask('cases.find-party', { name: 'Quetzalcoatl' })).body.items).toEqual([])
    const party = card.parties[0].id
    expect((await lab.as('counter').tell('cases.unmask-party', { case: id, party })).body.code).toBe(
      'reason-required',
    )
    const shown = await lab
      .as('counter')
      .do('cases.unmask-party', { case: id, party }, { reason: 'Label of the reference sample' })
    expect(shown.name).toBe('Xiomara Quetzalcoatl')
    expect((await lab.as('counter').ask('cases.get-case', { case: id })).body.parties[0].name).toBe(
      'Xiomara Quetzalcoatl',
    )
    expect(await finds('counter', 'Quetzalcoatl', id)).toBe(true)
    expect(await finds('director', 'Quetzalcoatl', id)).toBe(false)
    lab.clock.advance(13 * 3_600_000)
    expect((await lab.as('counter').ask('cases.get-case', { case: id })).body.parties[0].name).toBe(null)
    const looks = await lab.db.direct.many(
      sqlText(`select 1 from platform.read_log where root = '${id}' and operation = 'cases.get-case'`),
    )
    expect(looks.length).toBeGreaterThanOrEqual(2)
  })
  test('a complainant is hidden from the moment that the offence is a sexual one', async () => {
    const { id } = await open('counter', {
      offences: [{ code: 'robbery' }],
      parties: [{ role: 'complainant', name: 'Adelina Bolonsky', age: 31 }],
    })
    expect(await finds('counter', 'Bolonsky', id)).toBe(true)
    await lab.as('counter').do('cases.add-offence', { case: id, code: 'rape' })
    expect(await finds('counter', 'Bolonsky', id)).toBe(false)
    expect((await lab.as('counter').ask('cases.get-case', { case: id })).body.parties[0]).toMatchObject({
      name: null,
      hidden: 'complainant',
    })
    const past = await lab.as('counter').ask('cases.case-as-known', { case: id, asOf: lab.clock.now() })
    expect(past.body.parties[0].name).toBe(null)
  })
  test('a case of the sexual type hides its complainant before any offence is coded', async () => {
    const { id } = await open('counter', {
      type: 'sexual',
      offences: [],
      parties: [{ role: 'victim', name: 'Perpetua Hidden', age: 44 }],
    })
    expect((await lab.as('counter').ask('cases.get-case', { case: id })).body.parties[0]).toMatchObject({
      name: null,
      hidden: 'complainant',
    })
    expect(await finds('counter', 'Perpetua', id)).toBe(false)
  })
  test('an officer of another formation sees no name, no count, no case', async () => {
    const { id, number } = await open('requena')
    expect((await lab.as('requena').ask('cases.get-case', { case: id })).status).toBe(200)
    expect((await lab.as('ical').ask('cases.get-case', { case: id })).status).toBe(404)
    expect((await find('ical', number)).length).toBe(0)
    expect((await lab.as('ical').ask('cases.find-cases', {})).body).toMatchObject({ items: [], total: 0 })
    expect((await lab.as('ical').tell('cases.add-note', { case: id, text: 'x' })).status).toBe(404)
  })
  test('moving the day of the offence moves who was under age', async () => {
    const { id } = await open('counter', {
      incident: { on: '2026-01-10' },
      parties: [{ role: 'accused', name: 'Benigno Ach', born: '2008-06-01' }],
    })
    expect((await lab.as('counter').ask('cases.get-case', { case: id })).body.parties[0]).toMatchObject({
      minor: true,
      age: 17,
    })
    await lab.as('counter').do('cases.set-incident', { case: id, incident: { on: '2026-08' } })
    const card = (await lab.as('counter').ask('cases.get-case', { case: id })).body
    expect(card.parties[0]).toMatchObject({ minor: false, age: 18, name: 'Benigno Ach' })
    expect(card.incident.settlement.code).toBe('dangriga')
  })
})

test('changing the investigator moves the sight in one act', async () => {
  const { id } = await open('counter', { investigator: { unit: lab.units.policeDangriga } })
  expect((await lab.as('requena').ask('cases.get-case', { case: id })).status).toBe(200)
  await lab
    .as('counter')
    .do(
      'cases.change-investigator',
      { case: id, investigator: { unit: lab.units.policeBelmopan } },
      { reason: 'transferred' },
    )
  expect((await lab.as('requena').ask('cases.get-case', { case: id })).status).toBe(404)
  expect((await lab.as('ical').ask('cases.get-case', { case: id })).body.investigator.unitName).toBe(
    'Belmopan Formation',
  )
})

test('who was given access by name keeps it when they stop being the investigator', async () => {
  for (const sealed of [false, true]) {
    const { id } = await open('counter')
    const ical = await lab.person(`ical-${sealed}`, ['officer'], { unit: lab.units.policeBelmopan })
    const sees = async () => (await lab.as(`ical-${sealed}`).ask('cases.get-case', { case: id })).status
    const moveTo = (investigator: Record<string, unknown>) =>
      lab.as('counter').do('cases.change-investigator', { case: id, investigator }, { reason: 'transferred' })
    await lab.as('counter').do('cases.give-access', { case: id, principal: ical }, { reason: 'helps' })
    await moveTo({ person: ical })
    if (sealed)
      for (const verb of ['seal', 'unseal'])
        await lab
          .as('director')
          .do(`cases.${verb}-case`, { case: id, authority: 'Order 5' }, { reason: 'ordered', stepUp: true })
    await moveTo({ unit: lab.units.policeDangriga })
    expect(await sees(), `sealed in between: ${sealed}`).toBe(200)
    await lab.as('counter').do('cases.end-access', { case: id, principal: ical }, { reason: 'done' })
    expect(await sees()).toBe(404)
  }
})

test('a sealed case is seen by those named only, and opens again with a reason', async () => {
  const { id, number } = await open('counter')
  const director = lab.as('director')
  expect(
    (await director.tell('cases.seal-case', { case: id, authority: 'Order 3' }, { reason: 'ordered' })).body
      .code,
  ).toBe('step-up-required')
  await director.do(
    'cases.seal-case',
    { case: id, authority: 'Order 3' },
    { reason: 'ordered', stepUp: true },
  )
  expect((await lab.as('counter').ask('cases.get-case', { case: id })).status).toBe(404)
  expect((await find('counter', number)).length).toBe(0)
  expect((await director.ask('cases.get-case', { case: id })).body.sealed).toBe(true)
  expect(
    (await director.tell('cases.seal-case', { case: id, authority: 'again' }, { reason: 'x', stepUp: true }))
      .body.code,
  ).toBe('cases.already-sealed')
  lab.clock.advance(60_000)
  await director.do(
    'cases.unseal-case',
    { case: id, authority: 'Order 9' },
    { reason: 'order lifted', stepUp: true },
  )
  expect((await lab.as('counter').ask('cases.get-case', { case: id })).status).toBe(200)
})

test('a case closes when nothing is open, and says what is', async () => {
  const { id } = await open('counter')
  const assignee = await lab.person('coc', ['analyst'], { unit: lab.units.toxicology })
  const { id: task } = await lab
    .as('counter')
    .do('cases.assign-task', { case: id, text: 'Ask for the records', assignee, dueOn: '2026-12-01' })
  const refused = await lab.as('counter').tell('cases.close-case', { case: id })
  expect(refused.status).toBe(409)
  expect(refused.body.detail).toBe('One thing is still open: Task: Ask for the records.')
  expect(
    (await lab.as('counter').tell('cases.close-case', { case: id }, { language: 'es' })).body.detail,
  ).toContain('Queda una cosa abierta')
  expect((await lab.as('coc').ask('cases.my-tasks')).body.items.length).toBe(1)
  await lab.as('coc').do('cases.complete-task', { case: id, task, outcome: 'sent' })
  await lab.as('counter').do('cases.close-case', { case: id })
  const closed = (await lab.as('counter').ask('cases.get-case', { case: id })).body
  expect(closed).toMatchObject({
    state: 'closed',
    completeness: { complete: true, counts: [{ kind: 'question', open: 0, done: 1 }] },
  })
  expect(closed.actions.find((a: { operation: string }) => a.operation === 'cases.add-party')).toMatchObject({
    ok: false,
    why: 'The case is closed.',
  })
  expect((await lab.as('counter').tell('cases.reopen-case', { case: id })).body.code).toBe('reason-required')
  await lab.as('counter').do('cases.reopen-case', { case: id }, { reason: 'new exhibit' })
})

test('holds are placed, seen and lifted by who may', async () => {
  const { id } = await open('counter')
  const { id: hold } = await lab
    .as('counter')
    .do('cases.place-hold', { case: id, kind: 'legal', authority: 'DPP letter' }, { reason: 'asked by DPP' })
  expect((await lab.as('counter').ask('cases.get-case', { case: id })).body.holds).toMatchObject([
    { id: hold, kind: 'legal', why: 'Held by law: DPP letter' },
  ])
  await lab.as('counter').do('cases.lift-hold', { case: id, hold }, { reason: 'withdrawn', stepUp: true })
  expect(
    (await lab.as('counter').tell('cases.lift-hold', { case: id, hold }, { reason: 'again', stepUp: true }))
      .status,
  ).toBe(404)
  await lab.as('counter').do('cases.record-charge', { case: id, on: '2026-11-13', text: 'Charge laid' })
  expect((await lab.as('counter').ask('cases.get-case', { case: id })).body.holds).toMatchObject([
    { kind: 'court' },
  ])
})

test('B32 an outcome ends its hold only when the prosecution or the registry tell it; an appeal holds again', async () => {
  const { id } = await open('counter')
  await lab
    .as('counter')
    .do('cases.give-access', { case: id, principal: lab.as('crown').id }, { reason: 'prosecutes' })
  const charge = await lab
    .as('counter')
    .do('cases.record-charge', { case: id, on: '2026-10-01', text: 'Charge laid' })
  const holds = async () =>
    (await lab.as('counter').ask('cases.get-case', { case: id })).body.holds.map(
      (h: { kind: string }) => h.kind,
    )
  const outcome = { case: id, on: '2026-10-20', text: 'Convicted', outcome: 'convicted' }
  await lab.as('counter').do('cases.record-court-outcome', outcome)
  expect(await holds()).toEqual(['court'])
  await lab.as('crown').do('cases.record-court-outcome', { ...outcome, outcome: 'committed' })
  expect(await holds()).toEqual(['court'])
  await lab.as('crown').do('cases.record-court-outcome', { ...outcome, ends: charge.id })
  expect(await holds()).toEqual([])
  await lab.as('crown').do('cases.record-appeal', { case: id, on: '2026-10-25', text: 'Criminal Appeal 4' })
  expect(await holds()).toEqual(['appeal'])
  await lab.as('crown').do('cases.record-charge', { case: id, on: '2026-10-26', text: 'Second charge' })
  const which = await lab.as('crown').tell('cases.record-court-outcome', outcome)
  expect(which.body).toMatchObject({ code: 'cases.which-charge', next: expect.any(String) })
})

test('the case as it was known then, its timeline and its history', async () => {
  const { id } = await open('counter', { parties: [{ role: 'witness' }] })
  const then = lab.clock.now()
  lab.clock.advance(86_400_000)
  const party = (await lab.as('counter').ask('cases.get-case', { case: id })).body.parties[0]
  expect(party).toMatchObject({ identified: false, name: null, hidden: null })
  await lab
    .as('counter')
    .do('cases.identify-party', { case: id, party: party.id, name: 'Hector Guerra', age: 51 })
  await lab
    .as('counter')
    .do('cases.correct-case', { case: id, title: 'Robbery, Pen Road' }, { reason: 'no drugs found' })
  await lab.as('counter').do('cases.record-hearing', { case: id, on: '2026-12-09', text: 'Next hearing' })
  const now = (await lab.as('counter').ask('cases.get-case', { case: id })).body
  expect(now).toMatchObject({ title: 'Robbery, Pen Road', historyCount: 4 })
  expect(now.parties[0]).toMatchObject({ name: 'Hector Guerra', identified: true })
  const past = (await lab.as('counter').ask('cases.case-as-known', { case: id, asOf: then })).body
  expect(past).toMatchObject({ title: aCase().title, later: 3, court: [] })
  expect(past.parties[0]).toMatchObject({ identified: false, name: null })
  const line = (await lab.as('counter').ask('cases.case-timeline', { case: id })).body
  expect(line.events.map((e: { lane: string; kind: string }) => [e.lane, e.kind])).toEqual([
    ['offence', 'point'],
    ['court', 'planned'],
  ])
  const history = (await lab.as('counter').ask('cases.history', { case: id })).body
  expect(history.items.map((i: { text: string; who: string }) => [i.text, i.who])[0]).toEqual([
    'Record a hearing',
    'counter',
  ])
  expect(history.items[1].reason).toBe('no drugs found')
  expect(
    (await lab.as('counter').ask('cases.case-as-known', { case: id, asOf: '2020-01-01T00:00:00Z' })).status,
  ).toBe(404)
})

test('a party is destroyed by order: vault, rows and handles are gone, the act stays', async () => {
  const { id } = await open('counter', { parties: [{ role: 'accused', name: 'Ignatius Expunged', age: 40 }] })
  const party = (await lab.as('counter').ask('cases.get-case', { case: id })).body.parties[0].id
  await lab
    .as('director')
    .do(
      'cases.expunge-party',
      { case: id, party, authority: 'Order 12' },
      { reason: 'acquitted juvenile', stepUp: true },
    )
  expect((await lab.as('counter').ask('cases.get-case', { case: id })).body.parties).toEqual([])
  expect(await finds('counter', 'Ignatius', id)).toBe(false)
  const [left] = await lab.db.direct.many<{ n: number; d: number }>(
    sqlText(
      `select (select count(*)::int from ledger.vault where root = '${id}' and value ->> 'reason' is null) as n, (select count(*)::int from ledger.destroyed where table_name = 'cases.party') as d`,
    ),
  )
  expect(left).toEqual({ n: 0, d: 1 })
  expect((await lab.as('director').ask('cases.history', { case: id })).body.items[0].action).toBe(
    'cases.expunge-party',
  )
})

test('papers and notes hang on the case; links lead both ways; a duplicate points to what goes on', async () => {
  const one = await open('counter')
  const two = await open('counter')
  const counter = lab.as('counter')
  const { sha256 } = (await counter.upload(Buffer.from('letter'), 'letter.txt')).body
  const { id: document } = await counter.do('cases.add-document', {
    case: one.id,
    file: sha256,
    kind: 'letter',
  })
  expect((await counter.file('cases.document-file', { document })).bytes.toString()).toBe('letter')
  expect((await lab.as('ical').file('cases.document-file', { document })).status).toBe(404)
  await counter.do('cases.add-note', { case: one.id, text: 'Marta was seen' })
  lab.clock.advance(1_000)
  await counter.do('cases.record-communication', {
    case: one.id,
    way: 'telephone',
    direction: 'in',
    with: 'Sgt. Requena',
    text: 'Asked for the result',
  })
  await counter.do('cases.relate-cases', { case: one.id, other: two.id, kind: 'same-firearm' })
  expect((await counter.ask('cases.related-cases', { case: two.id })).body).toMatchObject({
    links: [{ from: one.id, to: two.id, text: 'same firearm' }],
  })
  await counter.do('cases.mark-duplicate', { case: two.id, of: one.id }, { reason: 'opened twice' })
  const seen = (await counter.ask('cases.get-case', { case: two.id })).body
  expect(seen.duplicateOf).toEqual({ id: one.id, number: one.number })
  expect(
    (await counter.tell('cases.mark-duplicate', { case: one.id, of: two.id }, { reason: 'x' })).body.code,
  ).toBe('cases.already-duplicate')
  expect((await counter.ask('cases.get-case', { case: one.id })).body).toMatchObject({
    notes: [{ kind: 'communication' }, { text: 'Marta was seen' }],
    documents: [{ name: 'letter.txt' }],
  })
  // No personal value in a covered row: the note's words stand in the vault only.
  const [row] = await lab.db.direct.many(
    sqlText(`select * from cases.note where root = '${one.id}' and kind = 'note'`),
  )
  expect(JSON.stringify(row)).not.toContain('Marta')
})

test('the worklist pages by key, sorts and counts', async () => {
  for (let i = 0; i < 5; i += 1) {
    await open('requena', {
      title: `Burglary ${i}, Sittee`,
      incident: { on: `2026-0${i + 1}` },
      priority: (i % 4) + 1,
    })
    lab.clock.advance(1_000)
  }
  for (const sort of ['newest', 'oldest', 'number', 'priority', 'offence-day']) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { body, status } = await lab
        .as('requena')
        .ask('cases.find-cases', { q: 'burglary sittee', sort, limit: 2, cursor })
      expect(status).toBe(200)
      if (!cursor) expect(body.total).toBe(5)
      seen.push(...body.items.map((i: { id: string }) => i.id))
      cursor = body.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seen).size, sort).toBe(5)
    expect(seen.length, sort).toBe(5)
  }
  expect((await lab.as('requena').ask('cases.find-cases', { cursor: 'nonsense' })).status).toBe(400)
  expect(
    (
      await lab
        .as('requena')
        .ask('cases.find-cases', { district: 'BZ-SC', offence: 'robbery', state: 'all', type: 'criminal' })
    ).body.items.length,
  ).toBeGreaterThan(4)
})

test('a sealed case is in no sum while the seal stands, and a small sum is shown to those who oversee only', async () => {
  const december = { from: '2019-12', until: '2019-12' }
  const told = async (who: string, by?: string) =>
    (await lab.as(who).ask('cases.counts', by ? { ...december, by } : december)).body
  const cell = (district: string, n: number) => ({
    month: '2019-12',
    district,
    type: 'criminal',
    n,
    other: false,
  })
  const inDistrict = async (district: string, n: number) => {
    const ids: string[] = []
    for (let i = 0; i < n; i += 1) {
      const { id } = await open('counter')
      await lab
        .as('counter')
        .do('cases.set-incident', { case: id, incident: { on: '2019-12-04' }, place: { district } })
      ids.push(id)
    }
    return ids
  }
  const [one] = await inDistrict('BZ-SC', 5)
  await inDistrict('BZ-CY', 3)
  expect(await told('director')).toEqual({
    cells: [cell('BZ-CY', 3), cell('BZ-SC', 5)],
    total: 8,
    fewWithheld: false,
  })
  // Three cannot be told from the sum of the others when nothing is beside them: they are not told at all.
  expect(await told('alice')).toEqual({ cells: [cell('BZ-SC', 5)], total: 5, fewWithheld: true })
  expect((await told('alice', 'total')).total).toBe(8)

  const director = lab.as('director')
  await director.tell(
    'cases.seal-case',
    { case: one, authority: 'Order 9' },
    { reason: 'ordered', stepUp: true },
  )
  for (const who of ['director', 'counter']) expect((await told(who, 'total')).total, who).toBe(7)
  expect((await told('director')).cells).toEqual([cell('BZ-CY', 3), cell('BZ-SC', 4)])
  const other = { month: null, district: null, type: null, n: 7, other: true }
  expect(await told('alice')).toEqual({ cells: [other], total: 7, fewWithheld: false })
  // What moves under the seal moves no sum; what comes out from under it is counted where it is then.
  await director.tell('cases.set-incident', { case: one, place: { district: 'BZ-CY' } })
  expect((await told('director')).cells).toEqual([cell('BZ-CY', 3), cell('BZ-SC', 4)])
  await director.tell(
    'cases.unseal-case',
    { case: one, authority: 'Order 10' },
    { reason: 'lifted', stepUp: true },
  )
  expect((await told('director')).cells).toEqual([cell('BZ-CY', 4), cell('BZ-SC', 4)])
  await director.tell(
    'cases.seal-case',
    { case: one, authority: 'Order 11' },
    { reason: 'ordered', stepUp: true },
  )
})

test('the sums equal the raw query cell for cell, and the derived tables equal their definition', async () => {
  const counted = (await lab.as('director').ask('cases.counts', {})).body
  const raw = await lab.db.direct.many<{ month: string; district: string | null; type: string; n: number }>(
    sqlText(`
    select to_char(coalesce(i.first_day, (c.recorded_at at time zone 'UTC')::date), 'YYYY-MM') as month, i.district, coalesce((select type from cases.title t where t.root = c.id order by seq desc limit 1), c.type) as type, count(*)::int as n
      from cases.case c left join lateral (select first_day, district from cases.incident x where x.root = c.id order by seq desc limit 1) i on true
     where coalesce((select level from cases.sensitivity z where z.root = c.id order by seq desc limit 1), 'open') <> 'sealed' group by 1, 2, 3 order by 1, coalesce(i.district, ''), 3`),
  )
  expect(counted.cells).toEqual(raw.map((cell) => ({ ...cell, other: false })))
  expect(counted.total).toBe(raw.reduce((s, r) => s + r.n, 0))
  for (const [table, definition] of [
    ['cases.standing', standingSql],
    ['cases.month_count', monthCountSql],
  ] as const) {
    const [difference] = await lab.db.direct.many<{ n: number }>(
      sqlText(
        `select ((select count(*) from (select to_jsonb(a) from ${table} a except select to_jsonb(b) from (${definition}) b) x) + (select count(*) from (select to_jsonb(b) from (${definition}) b except select to_jsonb(a) from ${table} a) y))::int as n`,
      ),
    )
    expect(difference, table).toEqual({ n: 0 })
  }
})

test('codes are named in the language of the request', async () => {
  const { id } = await open('counter')
  expect(
    (await lab.as('counter').ask('cases.get-case', { case: id }, { language: 'es' })).body.type.name,
  ).toBe('Caso penal')
  expect((await lab.as('counter').ask('cases.get-case', { case: id })).body.type.name).toBe('Criminal case')
})

test('a code that the laboratory does not have is refused with its name', async () => {
  const refused = await lab.as('counter').tell('cases.open-case', aCase({ type: 'no-such-type' }))
  expect(refused.status).toBe(409)
  expect(refused.body.code).toBe('catalogue.no-such-code')
})

function sqlText(text: string) {
  return { text, values: [] } as never
}

test('every operation has an example that fits its shape', async () => {
  const { examples } = await import('./examples.ts')
  const { cases } = await import('./module.ts')
  expect(Object.keys(examples).sort()).toEqual(cases.operations.map((o) => o.name).sort())
  for (const op of cases.operations) {
    const input = await examples[op.name]?.(lab)
    expect(op.input.safeParse(input).error?.issues, op.name).toBe(undefined)
    if (op.kind === 'command' && op.name !== 'cases.add-document') await lab.arrange(op.name, input)
  }
}, 60_000)
