/** A party destroyed by order of law: the name is nowhere in the database any more, by whichever way it came in, and the log still verifies. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { makeRegistry } from '../src/app/registry.ts'
import { verifyInstallation } from '../src/ledger/verify.ts'
import { aCase } from '../src/modules/cases/examples.ts'
import { anAnnouncedItem, anAnnouncement, arrangeAnnouncing } from '../src/modules/evidence/examples.ts'
import { importFile } from '../src/modules/exchange/public.ts'
import { sql } from '../src/platform/sql.ts'
import { type Lab, openLab } from './lab.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeAnnouncing(lab as never)
  await lab.person('counter', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('head', ['section-head'], { unit: lab.units.counter })
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('director', ['director'], { unit: null })
})
afterAll(() => lab?.close())

/** Every table of the database, the job queue among them, read as text; the bytes of leaves too. */
async function standsIn(word: string): Promise<string[]> {
  const { rows } = await lab.db.pool.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%' and has_table_privilege(c.oid, 'select') order by 1`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const text =
      name === 'ledger.entry' ? `to_jsonb(t)::text || convert_from(t.leaf, 'UTF8')` : 'to_jsonb(t)::text'
    const hit = await lab.db.pool.query(
      `select 1 from ${name} t where lower(unaccent(${text})) like '%' || lower($1) || '%' limit 1`,
      [word],
    )
    if (hit.rows.length > 0) found.push(name)
  }
  return found
}
const partyOf = (root: string, words: string) =>
  lab.db.direct.one<{ party: string }>(
    sql`select p.party from cases.party p join ledger.vault v on v.id = p.vault where p.root = ${root} and v.value ->> 'name' ilike ${`%${words}%`} limit 1`,
  )
async function expunge(root: string, words: string): Promise<void> {
  const { party } = await partyOf(root, words)
  await lab
    .as('director')
    .do(
      'cases.expunge-party',
      { case: root, party, authority: 'Order 12 of 2026' },
      { reason: 'Acquitted, a minor then' },
    )
}
const verifies = async (): Promise<void> =>
  expect((await verifyInstallation(lab.ground, makeRegistry().modules, {})).problems).toEqual([])
const suspect = (name: string) => ({ id: lab.ground.newId(), role: 'accused', name })

test('opened, noted, asked, answered, told on the telephone: the name is gone from every table, the others stay', async () => {
  const told = aCase({ parties: [suspect('Zyxquil Abernathor'), suspect('Marta Coc')] })
  const { id } = await lab.as('head').do('cases.open-case', told, { key: 'opening-1' })
  const head = lab.as('head')
  await head.do('cases.add-note', { case: id, text: 'ABERNATHOR, Zyxquil was seen at the door.' })
  await head.do('cases.add-note', { case: id, text: 'Marta Coc came by.' })
  await head.do('cases.record-communication', {
    case: id,
    way: 'telephone',
    direction: 'in',
    with: 'Sgt. Requena',
    text: 'Asks after Zyxquil  abernáthor',
  })
  const { id: question } = await head.do('portal.ask-question', {
    case: id,
    text: 'Where was Zyxquil Abernathor?',
  })
  await lab.arrange('portal.answer-question', { question, text: 'Zyxquil Abernathor was at sea.' })
  expect((await standsIn('abernathor')).length).toBeGreaterThan(0)

  await expunge(id, 'Abernathor')
  expect(await standsIn('abernathor')).toEqual([])
  expect(await standsIn('zyxquil')).toEqual([])
  expect(await standsIn('Marta Coc came by')).toEqual(['ledger.vault'])
  const page = (await head.ask('cases.get-case', { case: id })).body
  expect(page.parties).toHaveLength(1)
  expect(page.notes).toHaveLength(3)
  expect((await head.ask('portal.messages', { show: 'all' })).status).toBe(200)
  await verifies()
})

test('announced by an officer and taken up at the counter: the announcement no longer says who', async () => {
  const item = lab.ground.newId()
  const told = anAnnouncement(lab as never, {
    people: [suspect('Quorvath Belizario')],
    seizure: { presence: ['Quorvath Belizario'], fromWords: 'taken from Quorvath Belizario' },
    items: [anAnnouncedItem(item)],
  })
  const { id: submission } = await lab.as('choc').do('evidence.submit-prelog', told)
  const received = await lab.as('counter').do('evidence.receive-submission', {
    newCase: { title: 'Drugs, Pen Road', type: 'criminal' },
    submittedBy: { person: lab.as('choc').id },
    announced: { submission, seq: 1 },
    items: [anAnnouncedItem(item, { seals: [] })],
  })
  await expunge(received.case.id, 'Belizario')
  expect(await standsIn('quorvath')).toEqual([])
  expect((await lab.as('choc').ask('evidence.get-prelog', { submission })).status).toBe(200)
  await verifies()
})

test('brought in from a register: the row as it was written goes with the party', async () => {
  const map = parse(
    await readFile(new URL('../src/modules/exchange/fixtures/register.yaml', import.meta.url), 'utf8'),
  ) as object
  const receipt = await importFile(lab.ground, await lab.actor('counter'), {
    kind: 'cases',
    bytes: Buffer.from(
      'No,Date,Offence,District,Village,Victim,Born,Age,Remarks\nZ1,03/05/1994,Murder,SC,Hopkins,Wexilda Tromboni,,34,\n',
    ),
    map: map as never,
    fileName: 'register.csv',
  })
  expect(receipt.created).toBe(1)
  const { root } = await lab.db.direct.one<{ root: string }>(
    sql`select p.root from cases.party p join ledger.vault v on v.id = p.vault where v.value ->> 'name' = 'Wexilda Tromboni'`,
  )
  await expunge(root, 'Tromboni')
  expect(await standsIn('wexilda')).toEqual([])
  await verifies()
})
