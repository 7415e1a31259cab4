/** Who is told what: in the product and by mail, in the act's own transaction, without a word of the case, and only while they may see it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { benchOf, certificate, worked } from '../src/modules/reports/examples.ts'
import { sql } from '../src/platform/sql.ts'
import { type Lab, openLab } from './lab.ts'

let lab: Lab
let sergeant: string
beforeAll(async () => {
  lab = await openLab()
  await benchOf(lab as never)
  sergeant = await lab.person('sergeant', ['officer'], {
    unit: lab.units.policeDangriga,
    name: 'Elma Ciego',
    email: 'ciego@police.test',
  })
})
afterAll(() => lab?.close())

interface Line {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly path: string
}
const toldTo = async (who: string): Promise<Line[]> =>
  (await lab.as(who).ask('identity.my-notices')).body.items
const mails = () =>
  lab.db.direct.many<{ key: string; person: string; path: string }>(
    sql`select key, person, path from platform.mail order by made_at, id`,
  )

test('issued, given, replaced, taken back: each recipient is told once in the product, and by mail where an address is known', async () => {
  const c = await certificate(lab as never, 'issued')
  await lab.as('rp-counter').do('reports.deliver-report', { report: c.report, to: { person: sergeant } })
  const [line] = await toldTo('sergeant')
  expect(line).toMatchObject({ kind: 'reports.notice-copy', text: 'A certificate was given to you' })
  expect(line?.path).toMatch(/^\/reports\/received\/[0-9a-f-]{36}$/)
  expect(await mails()).toEqual([{ key: 'reports.notice-copy', person: sergeant, path: line?.path }])
  const { number, case_title: title } = await lab.db.direct.one<{ number: string; case_title: string }>(
    sql`select n.number, c.title as case_title from reports.version_now n join cases.public_case c on c.id = n.root where n.report = ${c.report}`,
  )
  // The number is said in the product alone, to who sees the case; a mail and what a browser is told name nothing.
  expect(line).toMatchObject({ number })
  const told = await lab.db.direct.many(sql`select to_jsonb(n) - 'number' as said from identity.notice n`)
  const written = JSON.stringify([await lab.db.direct.many(sql`select * from platform.mail`), told])
  for (const word of [number, title, 'cannabis', c.itemNumber]) expect(written).not.toContain(word)

  await lab
    .as('rp-head')
    .do(
      'reports.withdraw-report',
      { report: c.report, words: 'The exhibit was confused with another.' },
      { reason: 'Found at the stock-take' },
    )
  expect((await toldTo('sergeant')).map((n) => n.kind)).toEqual([
    'reports.notice-withdrawal',
    'reports.notice-copy',
  ])
  expect((await mails()).map((m) => m.key)).toEqual(['reports.notice-copy', 'reports.notice-withdrawal'])
  // Whoever has no address is told in the product alone; whoever did it is not told of it.
  expect(await toldTo('rp-counter')).toEqual([])
})

test('what is put away is no longer shown; what somebody may no longer see is no longer told', async () => {
  const lines = await toldTo('sergeant')
  const first = lines[0] as Line
  expect(await lab.as('rp-officer').tell('identity.put-away-notices', { notices: [first.id] })).toMatchObject(
    {
      status: 404,
    },
  )
  expect(await lab.as('sergeant').do('identity.put-away-notices', { notices: [first.id] })).toEqual({
    putAway: 1,
  })
  expect(await toldTo('sergeant')).toHaveLength(lines.length - 1)
  const all = await lab.as('sergeant').ask('identity.my-notices', { show: 'all' })
  expect([all.body.items.length, all.body.waiting]).toEqual([lines.length, lines.length - 1])

  const { root } = await lab.db.direct.one<{ root: string }>(
    sql`select root from identity.notice where id = ${first.id}`,
  )
  await lab.person('quality', ['quality-manager'], { unit: null })
  await lab
    .as('quality')
    .do('cases.seal-case', { case: root, authority: 'Order 12 of 2026' }, { reason: 'Ordered by the court' })
  expect(await toldTo('sergeant')).toEqual([])
})

test('an offer tells whoever is to take; a review that gives back tells whose work it is', async () => {
  const w = await worked(lab as never, { review: false })
  await lab
    .as('rp-second')
    .do('results.return-for-correction', { worksheet: w.worksheet, findings: ['The blank is missing.'] })
  expect((await toldTo('rp-analyst'))[0]).toMatchObject({
    kind: 'results.notice-returned',
    path: `/results/worksheets/${w.worksheet}`,
  })
  await lab.as('rp-analyst').do('evidence.hand-over', { things: [w.item], to: sergeant })
  expect((await toldTo('sergeant'))[0]).toMatchObject({
    kind: 'evidence.notice-offered',
    path: '/evidence/hands',
  })
  const draft = await certificate(lab as never, 'draft')
  await lab
    .as('rp-head')
    .do('reports.return-report', { report: draft.report, findings: ['The number is missing.'] })
  expect((await toldTo('rp-analyst'))[0]).toMatchObject({
    kind: 'reports.notice-returned',
    text: 'A certificate that you drafted came back',
  })
})

test('whoever wants no mail of a kind gets none, and is told in the product all the same; a closed account is told nothing', async () => {
  await lab.db.direct.run(
    sql`insert into identity.notice_choice (person, kind, mail) values (${sergeant}, 'reports.notice-copy', false)`,
  )
  const before = await mails()
  const c = await certificate(lab as never, 'issued')
  await lab.as('rp-counter').do('reports.deliver-report', { report: c.report, to: { person: sergeant } })
  expect((await toldTo('sergeant')).map((n) => n.kind)).toContain('reports.notice-copy')
  expect(await mails()).toEqual(before)

  await lab.arrange('identity.suspend-person', { person: sergeant })
  const count = () =>
    lab.db.direct.one(sql`select count(*)::int as n from identity.notice where person = ${sergeant}`)
  const known = await count()
  await lab.as('rp-counter').do('reports.deliver-report', { report: c.report, to: { person: sergeant } })
  expect(await count()).toEqual(known)
})
