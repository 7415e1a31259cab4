/** Stories of what came beside what was there: a machine proposes, a person decides, and a word can be taken back. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { aFile, deskOf } from '#modules/archive/examples.ts'
import { arrangeWords } from '#modules/cases/examples.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { modules } from '../../app/modules.ts'
import { importFile } from './public.ts'

let lab: Lab
const known: Record<string, string> = {}
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab)
  await deskOf(lab as never)
  await lab.person('registrar', ['evidence-officer'], { unit: lab.units.counter, name: 'Rita Requena' })
  await lab.person('far', ['evidence-officer'], { unit: lab.units.policeDangriga })
  const open = async (key: string, more: object): Promise<void> => {
    known[key] = (await lab.as('registrar').do('cases.open-case', { type: 'criminal', ...more })).id
  }
  await open('number', { title: 'Killing at Hopkins', aliases: [{ kind: 'police', text: 'DG-4471-94' }] })
  await open('name', {
    title: 'Robbery in May',
    incident: { on: '1995-05-02' },
    parties: [{ role: 'victim', name: 'Jhon Ramires Cok' }],
  })
  await open('none', { title: 'Nothing of it', parties: [{ role: 'victim', name: 'Zelma Young' }] })
  await importFile(lab.ground, await lab.actor('registrar'), {
    kind: 'cases',
    bytes: Buffer.from(
      [
        'No,Date,Offence,District,Village,Victim,Born,Age,Remarks',
        'DG 4471/94,03/05/1994,Murder,SC,Hopkins,Pedro Sho,,34,',
        'R2,02/05/1995,Robbery,CY,Spanish Lookout,John Ramirez Coc,,40,',
        'R3,1996,Murder,CY,San Ignacio,Ann Else,,,',
      ].join('\n'),
    ),
    map: parse(await readFile(new URL('./fixtures/register.yaml', import.meta.url), 'utf8')),
    fileName: 'register.csv',
  })
}, 120_000)
afterAll(async () => {
  await lab?.close()
})
const next = async (more: object = {}, who = 'registrar'): Promise<Said> =>
  (await lab.as(who).ask('exchange.next-alike', { ...more })).body
const came = async (number: string): Promise<string> =>
  (
    await lab.db.direct.one<{ id: string }>(
      sql`select root as id from cases.standing where number = ${number}`,
    )
  ).id
const say = (one: string, other: string, verdict: string, who = 'registrar') =>
  lab.as(who).tell('exchange.decide-alike', { case: one, other, verdict })
const goesOn = async (id: string): Promise<string | null> =>
  (await lab.as('registrar').ask('cases.get-case', { case: id })).body.duplicateOf?.id ?? null

test('a number in another punctuation and a name by its sound with the day are proposed; both sides are shown, nothing is joined', async () => {
  const { pair } = await next()
  expect(pair).toMatchObject({
    came: {
      number: 'OLD-DG 4471/94',
      numbers: ['DG 4471/94'],
      names: ['Pedro Sho'],
      source: 'police-register',
    },
    there: { id: known.number, numbers: ['DG-4471-94'] },
  })
  expect(pair.came.written.Village).toBe('Hopkins')
  expect(pair.reasons.map((r: Said) => r.key)).toContain('number')
  expect(await goesOn(pair.came.id)).toBe(null)
  expect((await say(pair.came.id, pair.there.id, 'same')).status).toBe(200)
  expect(await goesOn(pair.came.id)).toBe(known.number)
  const second = (await next()).pair
  expect(second).toMatchObject({ came: { number: 'OLD-R2' }, there: { id: known.name } })
  expect(second.reasons.map((r: Said) => r.key)).toEqual(['sound', 'day', 'type'])
  expect((await say(second.came.id, second.there.id, 'not-sure')).status).toBe(200)
  expect((await next()).pair).toBe(null)
  // What nobody could say is asked again when it is wanted, and only that.
  expect((await next({ unsure: true })).pair).toMatchObject({
    came: { number: 'OLD-R2' },
    there: { id: known.name },
  })
  expect((await say(second.came.id, second.there.id, 'another')).status).toBe(200)
  expect((await next({ unsure: true })).pair).toBe(null)
})

test('a word is taken back by a later one, and each stands with its score', async () => {
  const one = await came('OLD-DG 4471/94')
  expect((await say(one, known.number ?? '', 'not-sure')).status).toBe(200)
  expect(await goesOn(one)).toBe(null)
  expect((await next({ unsure: true })).pair.there.id).toBe(known.number)
  const links = (await lab.as('registrar').ask('cases.related-cases', { case: one })).body.links
  expect(links).toEqual([])
  expect((await say(one, known.number ?? '', 'same')).status).toBe(200)
  expect(await goesOn(one)).toBe(known.number)
  expect((await say(one, known.number ?? '', 'same')).body.code).toBe('cases.already-duplicate')
  const { items } = (await lab.as('registrar').ask('exchange.alike-decided', { case: one })).body
  expect(items.map((i: Said) => i.verdict)).toEqual(['same', 'not-sure', 'same'])
  expect(items.every((i: Said) => i.score >= 50 && i.by === 'Rita Requena')).toBe(true)
})

test('whoever sees only one of the two is not told of the other, and decides nothing', async () => {
  const one = await came('OLD-R2')
  await lab
    .as('registrar')
    .do('cases.give-access', { case: one, principal: lab.people.get('far')?.id }, { reason: 'Asked' })
  expect((await next({}, 'far')).pair).toBe(null)
  expect((await say(one, known.name ?? '', 'same', 'far')).status).toBe(404)
})

test('a paper file goes the same way: not sure is a word too, and it is asked again', async () => {
  const file = await aFile(lab as never, {
    numbers: ['D.G. 4471.94'],
    names: ['Pedro Sho'],
    on: '1994',
    type: 'criminal',
  })
  const { pair } = await next({ kind: 'files' }, 'adela')
  expect(pair).toMatchObject({ kind: 'files', came: { id: file.id, names: ['Pedro Sho'] } })
  const link = (verdict: string) =>
    lab.as('adela').tell('archive.link-to-case', { file: file.id, case: pair.there.id, verdict })
  expect((await link('not-sure')).status).toBe(200)
  expect((await next({ kind: 'files' }, 'adela')).pair?.there.id).not.toBe(pair.there.id)
  expect((await next({ kind: 'files', unsure: true }, 'adela')).pair.there.id).toBe(pair.there.id)
  expect((await link('linked')).status).toBe(200)
  expect((await next({ kind: 'files' }, 'adela')).pair).toBe(null)
  expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
})

test('of two that came with imports, the one that came first goes on', async () => {
  const old = parse(await readFile(new URL('./fixtures/register.yaml', import.meta.url), 'utf8'))
  await importFile(lab.ground, await lab.actor('registrar'), {
    kind: 'cases',
    bytes: Buffer.from(
      'No,Date,Offence,District,Village,Victim,Born,Age,Remarks\nR-3,1996,Murder,CY,San Ignacio,Anne Elce,,,',
    ),
    map: { ...old, source: 'second', fields: { ...old.fields, number: { text: 'SECOND-{No}' } } },
    fileName: 'second.csv',
  })
  expect((await next()).pair).toMatchObject({ came: { number: 'SECOND-R-3' }, there: { number: 'OLD-R3' } })
})
