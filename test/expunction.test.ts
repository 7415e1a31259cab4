/** A party destroyed by order of law: the name is nowhere in the database any more, by whichever way it came in, and the log still verifies. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'yaml'
import { makeRegistry } from '../src/app/registry.ts'
import { exportLedger } from '../src/ledger/export.ts'
import { verifyInstallation } from '../src/ledger/verify.ts'
import type { Json } from '../src/kernel/canonical.ts'
import { aCase } from '../src/modules/cases/examples.ts'
import { cases as casesModule } from '../src/modules/cases/module.ts'
import {
  anAnnouncedItem,
  anAnnouncement,
  anItem,
  arrangeAnnouncing,
} from '../src/modules/evidence/examples.ts'
import { aSentCase } from '../src/modules/exchange/examples.ts'
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
/** What the stand-alone verifier says of an export. */
async function elsewhere(): Promise<readonly { kind: string; table?: string }[]> {
  let text = ''
  for await (const line of exportLedger(lab.ground, { leaves: 0, rows: 0, checkpoints: 0 })) text += line
  const { value: vkey } = await lab.db.direct.one<{ value: string }>(
    sql`select value from platform.setting where key = 'log-vkey'`,
  )
  const folder = await mkdtemp(join(tmpdir(), 'custodia-expunction-'))
  const file = join(folder, 'ledger.ndjson')
  await writeFile(file, text)
  const verifier = join(import.meta.dirname, '../verifier/verify.mjs')
  const said = await promisify(execFile)(process.execPath, [verifier, file, '--key', vkey, '--json']).catch(
    (refused: { stdout: string }) => refused,
  )
  await rm(folder, { recursive: true })
  return (JSON.parse(said.stdout) as { problems: { kind: string; table?: string }[] }).problems
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

test('sent by a system and added to a case: what was sent goes with the party', async () => {
  const { id } = await lab.as('counter').do('cases.open-case', aCase({ title: 'Robbery, Pier Road' }))
  const sent = aSentCase('PR-77', {
    office: 'NOWHERE',
    summary: 'Seen by Ophirane Zuniga',
    parties: [suspect('Ophirane Zuniga')],
  })
  const arrival = (await lab.arrange('exchange.receive-case', { source: 'folder', case: sent })) as {
    id: string
  }
  await lab.as('counter').do('exchange.decide-arrival', {
    arrival: arrival.id,
    decision: 'add',
    case: id,
    unit: lab.units.policeDangriga,
  })
  await expunge(id, 'Zuniga')
  expect(await standsIn('ophirane')).toEqual([])
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

test('in titles, summaries, tasks, items, papers: where the name stands is told first, what the order names is struck out, and the log still verifies', async () => {
  const head = lab.as('head')
  const party = suspect('Vexmorthy Quillabar')
  const { id } = await head.do(
    'cases.open-case',
    aCase({
      title: 'Robbery, Pen Road',
      summary: 'Found on Vexmorthy QUILLABAR at the pier.',
      parties: [party],
    }),
    { key: 'opening-struck' },
  )
  const root = (await head.ask('cases.get-case', { case: id })).body.id as string
  await head.do(
    'cases.correct-case',
    { case: id, title: 'Robbery by Quillábar, Vexmorthy; Pen Road' },
    { reason: 'Words of the officer' },
  )
  await head.do('cases.assign-task', {
    case: id,
    text: 'Telephone Vexmorthy Quillabar',
    assignee: lab.as('counter').id,
  })
  const received = await lab.as('counter').do('evidence.receive-submission', {
    case: root,
    submittedBy: { person: lab.as('choc').id },
    items: [anItem({ description: 'Knife of Vexmorthy Quillabar', seals: [] })],
  })
  const paper = async (name: string, text: string): Promise<string> => {
    const { sha256 } = (await head.upload(Buffer.from(text), name)).body
    return (await head.do('cases.add-document', { case: id, file: sha256, kind: 'letter' })).id
  }
  const letter = await paper('about-quillabar.txt', 'Seen: vexmorthy QUILLÁBAR.')
  const other = await paper('other.txt', 'Nothing of interest.')

  const director = lab.as('director')
  const told = (await director.ask('cases.where-named', { case: id, party: party.id })).body
  const at = (table: string) => told.places.filter((p: { table: string }) => p.table === table)
  expect(at('cases.case')[0].struck).toBe('Found on […] at the pier.')
  expect(at('cases.title').some((p: { struck: string }) => p.struck === 'Robbery by […]; Pen Road')).toBe(
    true,
  )
  expect(at('evidence.description').length).toBeGreaterThan(0)
  expect(told.papers).toEqual([
    expect.objectContaining({ id: letter, says: 'whole' }),
    expect.objectContaining({ id: other, says: 'no' }),
  ])
  // Nobody without the right is told, and nothing that does not say the name can be struck.
  expect((await lab.as('counter').ask('cases.where-named', { case: id, party: party.id })).status).toBe(404)
  const strike = [
    ...new Map(
      told.places.map((p: { table: string; id: string }) => [p.table + p.id, { table: p.table, id: p.id }]),
    ).values(),
  ]
  const order = { case: id, party: party.id, authority: 'Order 14 of 2026' }
  const why = { reason: 'Acquitted', stepUp: true } as const
  expect(
    (
      await director.tell(
        'cases.expunge-party',
        { ...order, strike: [{ table: 'cases.case', id: party.id }] },
        why,
      )
    ).status,
  ).toBe(404)

  await director.do('cases.expunge-party', { ...order, strike, papers: [letter] }, why)
  // The bytes go by a job of the order's own transaction.
  const destroy = casesModule.tasks?.['cases.destroy-paper']
  for (const { payload } of await lab.db.direct.many<{ payload: Json }>(
    sql`select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'cases.destroy-paper'`,
  ))
    await destroy?.(lab.ground, payload)
  expect(await standsIn('quillabar')).toEqual([])
  expect(await standsIn('vexmorthy')).toEqual([])
  await verifies()
  const page = (await head.ask('cases.get-case', { case: id })).body
  expect(page.title).toBe('Robbery by […]; Pen Road')
  expect(page.documents.find((d: { id: string }) => d.id === letter)).toMatchObject({ destroyed: true })
  expect((await head.file('cases.document-file', { document: letter })).status).toBe(409)
  expect((await head.file('cases.document-file', { document: other })).status).toBe(200)
  expect((await head.ask('cases.find-anything', { q: 'Vexmorthy Quillabar' })).body.items).toEqual([])
  const thing = (await lab.as('counter').ask('evidence.get-item', { id: received.items[0].id })).body
  expect(JSON.stringify(thing)).toContain('Knife of […]')
  // Who has only the export and the key of the log finds the same: everything holds.
  expect(await elsewhere()).toEqual([])

  // A struck row is held to what the order left: one letter more, and verification names it.
  const client = await lab.db.pool.connect()
  try {
    await client.query(`begin`)
    await client.query(`select set_config('custodia.striking', 'by-order', true)`)
    await client.query(
      `select ledger.strike_words('cases.case', '${root}', '{"summary":"Found on nobody."}'::jsonb)`,
    )
    await client.query('commit')
  } finally {
    client.release()
  }
  const problems = (await verifyInstallation(lab.ground, makeRegistry().modules, {})).problems
  expect(problems).toContainEqual(expect.objectContaining({ kind: 'row-changed', table: 'cases.case' }))
  expect(await elsewhere()).toEqual([expect.objectContaining({ kind: 'row-changed', table: 'cases.case' })])
})

test('what law orders reaches records alone: neither the ledger’s own tables nor accounts, through either door', async () => {
  for (const act of [
    `select ledger.destroy_row('ledger.entry', (select id from ledger.entry limit 1), gen_random_uuid())`,
    `select ledger.strike_words('ledger.checkpoint', gen_random_uuid(), '{"note":"x"}'::jsonb)`,
    `select ledger.strike_words('identity.account', gen_random_uuid(), '{"password_hash":"x"}'::jsonb)`,
  ])
    await expect(lab.db.pool.query(act), act).rejects.toThrow('is not a table of records')
})
