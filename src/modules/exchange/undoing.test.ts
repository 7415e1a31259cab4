/** Stories of an import that is undone: only while nothing was built on it, whole, and the file may come again. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { arrangeWords } from '#modules/cases/examples.ts'
import { aFile, deskOf } from '#modules/archive/examples.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { openSuperuser } from '../../../test/tampering.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { modules } from '../../app/modules.ts'
import { importFile } from './public.ts'

const PIN = '246810'

let lab: Lab
let map: unknown
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab)
  await lab.person('registrar', ['evidence-officer'], { unit: lab.units.counter, name: 'Rita Requena' })
  await lab.person('other', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('root', ['administrator'], { unit: null, name: 'Ada Root' })
  await lab.person('alice', ['analyst'], { unit: lab.units.counter })
  map = parse(await readFile(new URL('./fixtures/register.yaml', import.meta.url), 'utf8'))
}, 60_000)
afterAll(async () => {
  await lab?.close()
})

const head = 'No,Date,Offence,District,Village,Victim,Born,Age,Remarks'
const fileOf = (name: string, rows = 3): string =>
  [
    head,
    ...Array.from(
      { length: rows },
      (_, i) => `${name}${i + 1},03/05/1994,Murder,SC,Hopkins,Juan ${name},,34,`,
    ),
  ].join('\n')
const bring = async (name: string, rows = 3) => {
  const receipt = await importFile(lab.ground, await lab.actor('registrar'), {
    kind: 'cases',
    bytes: Buffer.from(fileOf(name, rows)),
    map,
    fileName: `${name}.csv`,
  })
  return { ...receipt, id: receipt.importId ?? '' }
}
const idOf = async (number: string): Promise<string> =>
  (await lab.db.direct.one<{ root: string }>(sql`select root from cases.standing where number = ${number}`))
    .root
const undo = (who: string, id: string, more: object = {}) =>
  lab.as(who).tell('exchange.undo-import', { import: id, ...more }, { reason: 'Wrong year', stepUp: true })
const receipt = async (id: string) =>
  (await lab.as('registrar').ask('exchange.receipts', { import: id })).body.items[0]
const found = async (q: string): Promise<number> =>
  (await lab.as('alice').ask('cases.find-anything', { q })).body.items.length

test('whoever brought an import undoes it: its cases stand no more, the receipt says so, and the same file comes again', async () => {
  const first = await bring('U')
  expect(first).toMatchObject({ in: 3, created: 3 })
  expect([await found('OLD-U2'), await found('Juan U')]).toEqual([1, 3])
  const case2 = await idOf('OLD-U2')
  expect(
    (await lab.as('registrar').tell('exchange.undo-import', { import: first.id }, { stepUp: true })).status,
  ).toBe(400)
  expect((await undo('registrar', first.id)).body).toEqual({ id: first.id, cases: 3 })
  expect([await found('OLD-U2'), await found('Juan U')]).toEqual([0, 0])
  expect((await lab.as('alice').ask('cases.get-case', { case: case2 })).status).toBe(404)
  const told = await receipt(first.id)
  expect(told).toMatchObject({
    state: 'undone',
    created: 3,
    undone: { by: 'Rita Requena', second: null, why: 'Wrong year', cases: 3 },
    actions: [{ operation: 'exchange.undo-import', ok: false }],
  })
  expect((await undo('registrar', first.id)).body.code).toBe('exchange.import-undone')
  const again = await bring('U')
  expect(again).toMatchObject({ in: 3, created: 3, matched: 0, rejected: 0 })
  expect(await bring('U')).toMatchObject({ created: 0, matched: 3 })
  expect([await found('OLD-U2'), (await idOf('OLD-U2')) === case2]).toEqual([1, false])
  // A second time round as well.
  expect((await undo('registrar', again.id)).status).toBe(200)
  expect(await bring('U')).toMatchObject({ created: 3 })
  // The ledger keeps the case and its withdrawal.
  const entries = await lab.db.direct.many<{ action: string }>(
    sql`select action from ledger.entry where root = ${case2} order by no`,
  )
  expect(entries.map((e) => e.action)).toEqual(['exchange.import-records', 'exchange.undo-import'])
  expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
}, 60_000)

test('what was built on it is told, and then it stands whole', async () => {
  const { id } = await bring('V')
  const [v1, v3] = [await idOf('OLD-V1'), await idOf('OLD-V3')]
  await lab.as('registrar').do('cases.add-note', { case: v1, text: 'Seen in the register' })
  await lab.as('registrar').do('cases.add-note', { case: v1, text: 'Once more' })
  await lab.as('registrar').do('cases.add-alias', { case: v3, kind: 'police', text: 'P-77' })
  const refused = await undo('registrar', id)
  expect(refused.status).toBe(409)
  expect(refused.body.detail).toBe(
    'Something was built on 2 cases of this import: OLD-V1 (Add a note × 2); OLD-V3 (Add a number).',
  )
  expect(await found('OLD-V2')).toBe(1)
  expect(await receipt(id)).toMatchObject({ state: 'done', undone: null })
})

test('another case that speaks of one of them counts as well', async () => {
  const { id } = await bring('R')
  await bring('S', 1)
  await lab.as('registrar').do('cases.relate-cases', {
    case: await idOf('OLD-S1'),
    other: await idOf('OLD-R2'),
    kind: 'same-firearm',
  })
  expect((await undo('registrar', id)).body.detail).toContain('OLD-R2 (Link cases)')
})

test('somebody else needs the office for it and a second person', async () => {
  const { id } = await bring('W', 1)
  expect((await undo('other', id)).body.code).toBe('exchange.undo-not-yours')
  expect((await undo('root', id)).body.code).toBe('exchange.undo-needs-second')
  const second = (who: string, pin = PIN) => ({ coSigner: { person: lab.people.get(who)?.id, pin } })
  expect((await undo('root', id, second('other', '999999'))).body.code).toBe('evidence.co-signer-wrong-pin')
  expect((await undo('root', id, second('alice'))).body.code).toBe('exchange.undo-second-may-not')
  expect((await undo('root', id, second('root'))).body.code).toBe('evidence.co-signer-is-you')
  expect((await undo('root', id, second('other'))).status).toBe(200)
  expect((await receipt(id)).undone).toMatchObject({ by: 'Ada Root', second: 'other' })
})

test('one that runs is left alone; one that was cut off is undone when it has been silent for an hour', async () => {
  const { id } = await lab.arrange(
    'exchange.begin-import',
    { fileName: 'x.csv', file: 'a'.repeat(64), map, rowsIn: 2, dryRun: false },
    await lab.actor('registrar'),
  )
  expect((await undo('registrar', id)).body.code).toBe('exchange.undo-running')
  lab.clock.advance(2 * 3_600_000)
  expect((await undo('registrar', id)).body).toEqual({ id, cases: 0 })
  const late = await lab.as('registrar').tell('exchange.import-batch', {
    import: id,
    rows: [{ line: 2, key: 'k', raw: {}, doubts: [], number: null, case: {} }],
  })
  expect(late.body.code).toBe('exchange.import-done')
})

test('whoever records at the same moment either is told in the refusal, or finds the case withdrawn', async () => {
  let withdrawn = 0
  for (let round = 0; round < 6; round += 1) {
    const { id } = await bring(`Z${round}`, 5)
    const cases = await Promise.all([1, 2, 3, 4, 5].map((n) => idOf(`OLD-Z${round}${n}`)))
    const [undone, ...notes] = await Promise.all([
      undo('registrar', id),
      // In odd rounds the notes come a moment later.
      ...cases.map(async (one) => {
        if (round % 2 === 1) await new Promise((go) => setTimeout(go, 25 + 10 * round))
        return lab.as('other').tell('cases.add-note', { case: one, text: 'Now' })
      }),
    ])
    withdrawn += undone?.status === 200 ? 1 : 0
    const written = notes.filter((n) => n.status === 200).length
    expect([undone?.status === 200, written === 0], JSON.stringify(notes.map((n) => n.body.code))).toEqual(
      undone?.status === 200 ? [true, true] : [false, false],
    )
  }
  console.log(`undone in ${withdrawn} of 6 rounds`)
  expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
}, 60_000)

test('an act that saw the case before it was withdrawn, and records after, is refused', async () => {
  await deskOf(lab as never)
  const adela = lab.as('adela')
  const { id } = await bring('Y', 1)
  const one = await idOf('OLD-Y1')
  const file = await aFile(lab as never)
  const { name } = await lab.db.direct.one<{ name: string }>(sql`select current_database() as name`)
  const owner = await openSuperuser(inject('cluster').superUrl, name)
  // Between looking and recording the archivist waits for a table.
  await owner.query('begin; lock table archive.link in share row exclusive mode')
  const link = adela.tell('archive.link-to-case', { file: file.id, case: one, verdict: 'linked' })
  await new Promise((go) => setTimeout(go, 1_000))
  expect((await undo('registrar', id)).body).toEqual({ id, cases: 1 })
  await owner.query('commit')
  await owner.end()
  const told = await link
  expect([told.status, told.body.code]).toEqual([409, 'cases.withdrawn'])
  expect((await adela.ask('archive.get-file', { file: file.id })).body.case).toBe(null)
}, 60_000)
