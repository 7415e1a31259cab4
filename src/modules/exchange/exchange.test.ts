/** Stories of imports: the receipt adds up, a file twice creates nothing, what was written stays beside what was understood. */
import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { parse } from 'yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#identity/authority.ts'
import { arrangeWords } from '#modules/cases/examples.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { REAL_FILES, needs, realFolder } from '../../../test/needs.ts'
import { exchange } from './module.ts'
import { importFile } from './public.ts'

/** Public data sets are not part of the repository. */
const shared = realFolder ?? ''
const guide = new URL('../../../docs/guide/maps/', import.meta.url)
const yaml = async (url: URL): Promise<unknown> => parse(await readFile(url, 'utf8'))

let lab: Lab
let map: any // oxlint-disable-line typescript/no-explicit-any
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab)
  await lab.person('registrar', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('alice', ['analyst'], { unit: lab.units.counter })
  map = await yaml(new URL('./fixtures/register.yaml', import.meta.url))
}, 60_000)
afterAll(async () => {
  await lab?.close()
})

const head = 'No,Date,Offence,District,Village,Victim,Born,Age,Remarks'
const bring = async (
  text: string | Buffer,
  more: Record<string, unknown> = {},
  change: Record<string, unknown> = {},
) =>
  importFile(lab.ground, await lab.actor('registrar'), {
    kind: 'cases',
    bytes: Buffer.from(text),
    map: { ...map, ...change },
    fileName: 'register.csv',
    ...more,
  })

test('rows become cases with numbers, partial dates, codes and protected people; the second time nothing new is made', async () => {
  const file = [
    head,
    'A1,03/05/1994,Murder,SC,Hopkins,José Ramírez Coc,,34,"shot, in the\nyard"',
    'A2,05/1995,Robbery,CY,Spanish Lookout,,,,',
    'A3,1996,Rape,CY,San Ignacio,Maribel Secreta,1988,,',
    'A4,?,Arson,SC,Sittee,,,,',
    'A5,31/02/1997,Murder,SC,Mullins River,,,,',
  ].join('\n')
  const first = await bring(file)
  expect(first).toMatchObject({ in: 5, created: 5, matched: 0, rejected: 0, doubtful: 2, rejectsCsv: null })
  const rows = await lab.db.direct.many<{
    number: string
    offence_on: string | null
    district: string
    title: string
  }>(
    sql`select number, offence_on, district, title from cases.standing where number like 'OLD-%' order by number`,
  )
  expect(rows).toEqual([
    { number: 'OLD-A1', offence_on: '1994-05-03', district: 'BZ-SC', title: 'Murder, Hopkins' },
    { number: 'OLD-A2', offence_on: '1995-05-01', district: 'BZ-CY', title: 'Robbery, Spanish Lookout' },
    { number: 'OLD-A3', offence_on: '1996-01-01', district: 'BZ-CY', title: 'Rape, San Ignacio' },
    { number: 'OLD-A4', offence_on: null, district: 'BZ-SC', title: 'Arson, Sittee' },
    { number: 'OLD-A5', offence_on: null, district: 'BZ-SC', title: 'Murder, Mullins River' },
  ])
  const found = async (q: string) => (await lab.as('alice').ask('cases.find-anything', { q })).body.items
  expect((await found('ramires'))[0].case.number).toBe('OLD-A1')
  expect(await found('Secreta')).toEqual([])
  const [a5] = await found('OLD-A5')
  const written = (await lab.as('alice').ask('exchange.written-row', { case: a5.case.id })).body.written
  expect(written).toMatchObject({
    line: 7,
    raw: { Date: '31/02/1997', Offence: 'Murder' },
    doubts: [{ field: 'incident', written: '31/02/1997', why: 'exchange.not-understood-date' }],
  })
  const a4 = (await lab.as('alice').ask('cases.get-case', { case: (await found('OLD-A4'))[0].case.id })).body
  expect(a4.incident).toMatchObject({ on: null, absent: 'unknown' })
  const before = await counts()
  expect(await bring(file)).toMatchObject({ in: 5, created: 0, matched: 5, rejected: 0 })
  expect(await bring(`${file}\nA6,2001,Murder,SC,Seine Bight,,,,`)).toMatchObject({
    in: 6,
    created: 1,
    matched: 5,
    rejected: 0,
  })
  expect((await counts()).cases).toBe(before.cases + 1)
})

test('what is not taken comes back with its reason, harmless in a spreadsheet', async () => {
  const file = [
    head,
    'B1,1999,Murder,XX,Hopkins,,,,',
    '=B2,1999,Murder,XX,"=HYPERLINK(""http://x"")",,,,',
    'B3,1999,Murder',
    ',1999,Murder,SC,Hopkins,,,,',
    'B5,1999,Murder,SC,Hopkins,,,,',
    'B5,2000,Murder,SC,Hopkins,,,,',
    'B6,1999,Murder,SC,Hopkins,,,,',
    'A1x,1999,Murder,SC,Hopkins,,,,',
  ].join('\n')
  const receipt = await bring(file)
  expect(receipt).toMatchObject({ in: 8, created: 3, matched: 0, rejected: 5 })
  const csv = receipt.rejectsCsv ?? ''
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(csv).toContain(`'=B2,`)
  expect(csv).not.toMatch(/(^|,)"?[=+@]/m)
  expect(csv).toContain('“XX” is not in the map’s list of codes')
  expect(csv).toContain('The row has 3 cells; 9 are expected.')
  expect(csv).toContain('stands on an earlier row')
  const stored = await lab.as('registrar').file('exchange.rejects-file', { import: receipt.importId })
  expect(stored.bytes.toString('utf8')).toBe(csv)
})

test('a row that another case’s number holds is rejected alone; the same number twice in one batch as well', async () => {
  const receipt = await bring(
    [head, 'C1,2001,Murder,SC,Hopkins,,,,', 'C2,2001,Murder,SC,Hopkins,,,,'].join('\n'),
    {},
    { source: 'other-book', fields: { ...map.fields, number: { text: 'SAME-1' } } },
  )
  expect(receipt).toMatchObject({ in: 2, created: 1, rejected: 1 })
  expect(receipt.rejectsCsv).toContain('The number SAME-1 is already borne by another case.')
})

test('a dry run tells the receipt and changes nothing', async () => {
  const before = await counts()
  expect(
    await bring(
      [
        head,
        'D1,2003,Murder,SC,Hopkins,,,,',
        'D2,2003,Murder,XX,Hopkins,,,,',
        'A1,03/05/1994,Murder,SC,Hopkins,José Ramírez Coc,,34,"shot, in the\nyard"',
      ].join('\n'),
      { dryRun: true },
    ),
  ).toMatchObject({ in: 3, created: 1, matched: 1, rejected: 1, dryRun: true })
  expect(await counts()).toEqual(before)
})

test('encodings, separators and decimal commas', async () => {
  const line =
    'No;Date;Offence;District;Village;Victim;Born;Age;Remarks\r\nE1;2004;Murder;SC;Peñón;Íñigo Núñez;;30;\r\n'
  const latin = Buffer.from(line, 'latin1')
  const sixteen = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(line.replace('E1', 'E2'), 'utf16le')])
  expect(await bring(latin)).toMatchObject({ created: 1 })
  expect(await bring(sixteen)).toMatchObject({ created: 1 })
  for (const n of ['OLD-E1', 'OLD-E2'])
    expect((await lab.as('alice').ask('cases.find-anything', { q: n })).body.items[0].case.title).toBe(
      'Murder, Peñón',
    )
  await expect(bring('a,b\n"1,2')).rejects.toMatchObject({ code: 'exchange.not-a-table' })
  await expect(bring('')).rejects.toMatchObject({ code: 'exchange.file-empty' })
  await expect(bring('x,y\n1,2')).rejects.toMatchObject({ code: 'exchange.columns-missing' })
})

test('by operation: sent, tried, queued, finished by the job; somebody without the right may not', async () => {
  const { sha256 } = (
    await lab
      .as('registrar')
      .upload(
        Buffer.from([head, 'F1,2005,Murder,SC,Hopkins,,,,', 'F2,2005,Murder,XX,Hopkins,,,,'].join('\n')),
        'f.csv',
      )
  ).body
  expect(
    (await lab.as('alice').tell('exchange.import-records', { file: sha256, kind: 'cases', map })).status,
  ).toBe(403)
  const tried = await lab
    .as('registrar')
    .do('exchange.import-records', { file: sha256, kind: 'cases', map, dryRun: true })
  expect(tried).toMatchObject({ state: 'dry-run', receipt: { in: 2, created: 1, rejected: 1 } })
  const done = await lab
    .as('registrar')
    .do('exchange.import-records', { file: sha256, kind: 'cases', map }, { key: 'import-f' })
  expect(done).toMatchObject({ state: 'done', receipt: { in: 2, created: 1, matched: 0, rejected: 1 } })
  expect(
    (await lab.as('registrar').file('exchange.rejects-file', { import: done.id })).bytes.toString('utf8'),
  ).toContain('F2,2005')
  const { id } = await lab.arrange(
    'exchange.begin-import',
    { fileName: 'f.csv', file: sha256, map, rowsIn: 2, dryRun: false },
    await lab.actor('registrar'),
  )
  const job = exchange.tasks?.['exchange.run-import']
  await job?.(lab.ground, { import: id, actor: lab.as('registrar').id as string, language: 'en' })
  await job?.(lab.ground, { import: id, actor: lab.as('registrar').id as string, language: 'en' })
  expect((await lab.as('registrar').ask('exchange.receipts', { import: id })).body.items[0]).toMatchObject({
    state: 'done',
    rowsIn: 2,
    created: 0,
    matched: 1,
    rejected: 1,
    hasRejects: true,
  })
  expect(
    (
      await lab
        .as('registrar')
        .tell('exchange.import-records', { file: sha256, kind: 'cases', map: { ...map, key: 7 } })
    ).status,
  ).toBe(400)
})

test('one wrong word of a map is told once, before anything begins', async () => {
  const wrong = { fields: { ...map.fields, type: { constant: 'criminel' } } }
  await expect(bring([head, 'M1,2001,Murder,SC,Hopkins,,,,'].join('\n'), {}, wrong)).rejects.toMatchObject({
    code: 'exchange.map-code-unknown',
    values: { list: 'case-type', code: 'criminel' },
  })
  expect((await lab.as('alice').ask('cases.find-anything', { q: 'OLD-M1' })).body.items).toEqual([])
})

test('reasons are told with their numbers, and the mended file of rejects is taken by the same map', async () => {
  const first = await bring(
    [
      head,
      ...Array.from({ length: 7 }, (_, i) => `N${i},1999,Murder,XX,"=1+1, Hopkins",,,,`),
      'N7,1999,Murder',
      'N8,31/02/1999,Murder,SC,Hopkins,,,,',
    ].join('\n'),
  )
  expect(first).toMatchObject({ in: 9, created: 1, matched: 0, rejected: 8, doubtful: 1 })
  expect(first.reasons.map((r) => r.rows)).toEqual([7, 1])
  expect(first.reasons[0]?.reason).toContain('“XX”')
  expect(first.doubts).toEqual([
    { field: 'incident', why: 'exchange.not-understood-date', example: '31/02/1999', rows: 1 },
  ])
  const seen = (await lab.as('registrar').ask('exchange.receipts', { import: first.importId })).body.items[0]
  expect(seen).toMatchObject({ reasons: first.reasons, doubts: first.doubts })
  const mendedFile = (first.rejectsCsv ?? '').replaceAll(',XX,', ',SC,')
  const second = await bring(mendedFile)
  expect(second).toMatchObject({ in: 8, created: 7, matched: 0, rejected: 1 })
  const found = (await lab.as('alice').ask('cases.find-anything', { q: 'OLD-N3' })).body.items[0]
  const written = (await lab.as('alice').ask('exchange.written-row', { case: found.case.id })).body.written
  expect(written.raw).toMatchObject({ No: 'N3', Village: '=1+1, Hopkins' })
  expect(Object.keys(written.raw)).toEqual(head.split(','))
})

test('the same file under another source is refused: every row would be made again', async () => {
  const file = [head, 'Q1,2001,Murder,SC,Hopkins,,,,'].join('\n')
  const unnumbered = { key: 'content', fields: { ...map.fields, number: undefined } }
  expect(await bring(file, {}, unnumbered)).toMatchObject({ created: 1 })
  await expect(bring(file, {}, { ...unnumbered, source: 'police-registre' })).rejects.toMatchObject({
    code: 'exchange.file-under-another-source',
    next: 'exchange.next-same-source',
  })
  expect(await bring(file, {}, unnumbered)).toMatchObject({ created: 0, matched: 1 })
})

test('what was not taken is read by who sent it and who oversees all, by nobody else', async () => {
  await lab.person('other', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('director', ['director'], { unit: null })
  const receipt = await bring([head, 'R1,1999,Rape,XX,Hopkins,Maribel Secreta,,,'].join('\n'))
  const asks = (who: string) => lab.as(who).file('exchange.rejects-file', { import: receipt.importId })
  expect((await asks('registrar')).status).toBe(200)
  expect((await asks('director')).status).toBe(200)
  expect((await asks('other')).status).toBe(404)
  expect((await asks('alice')).status).toBe(404)
  const lines = await lab.db.direct.many(
    sql`select p.name, l.root from platform.read_log l join identity.person p on p.id = l.person where operation = 'exchange.rejects-file' order by l.id desc limit 2`,
  )
  expect(lines).toEqual([
    { name: 'director', root: null },
    { name: 'registrar', root: null },
  ])
})

test('a file is looked at before it has a map, and a dry run shows what it would be understood as', async () => {
  const registrar = lab.as('registrar')
  const text = [
    head,
    'S1,between 3/5/1994 and 7/5/1994,Murder,SC,Hopkins,José Coc,,34,',
    'S2,?,Rape,SC,Sittee,,,,',
  ]
  const { sha256 } = (await registrar.upload(Buffer.from(text.join('\r\n')), 's.csv')).body
  const seen = (
    await registrar.ask('exchange.read-table', { file: sha256, encoding: 'auto', separator: 'auto' })
  ).body
  expect(seen).toMatchObject({ encoding: 'utf-8', separator: ',', rows: 2 })
  expect(seen.columns[2]).toMatchObject({ name: 'Offence', filled: 2, looks: 'text' })
  expect(
    (await lab.as('other').ask('exchange.read-table', { file: sha256, encoding: 'auto', separator: 'auto' }))
      .status,
  ).toBe(409)
  const bare = { ...map, file: { dates: ['words:dmy'] }, fields: { type: { constant: 'criminal' } } }
  const untitled = await registrar.do('exchange.import-records', {
    file: sha256,
    kind: 'cases',
    map: bare,
    dryRun: true,
  })
  expect(untitled).toMatchObject({
    receipt: { in: 2, created: 2 },
    sample: [{ understood: { type: 'criminal' } }, {}],
  })
  const words = { ...map, file: { dates: ['words:dmy'] } }
  const tried = await registrar.do('exchange.import-records', {
    file: sha256,
    kind: 'cases',
    map: words,
    dryRun: true,
  })
  expect(tried.sample[0]).toMatchObject({
    line: 2,
    written: { Date: 'between 3/5/1994 and 7/5/1994' },
    understood: {
      incident: { on: '1994-05-03', until: '1994-05-07' },
      parties: [{ name: 'José Coc', age: 34 }],
    },
    verdict: 'created',
  })
  await registrar.do('exchange.import-records', { file: sha256, kind: 'cases', map: words })
  const hit = (await lab.as('alice').ask('cases.find-anything', { q: 'OLD-S1' })).body.items[0]
  expect((await lab.as('alice').ask('cases.get-case', { case: hit.case.id })).body.incident).toMatchObject({
    on: '1994-05-03',
    until: '1994-05-07',
  })
})

async function counts() {
  return lab.db.direct.one<{ cases: number; handles: number; rows: number }>(
    sql`select (select count(*)::int from cases.case) as cases, (select count(*)::int from cases.handle) as handles, (select count(*)::int from exchange.import_row) as rows`,
  )
}

describe('public data sets', () => {
  needs(realFolder, REAL_FILES)
  test('csv-spectrum is read as its truths say', async () => {
    const { tableOf } = await import('./csv.ts')
    const { ImportMap } = await import('./contract.ts')
    const file = ImportMap.parse({ ...map }).file
    for (const name of [
      'comma_in_quotes',
      'empty',
      'empty_crlf',
      'escaped_quotes',
      'json',
      'location_coordinates',
      'newlines',
      'newlines_crlf',
      'quotes_and_newlines',
      'simple',
      'simple_crlf',
      'utf8',
    ]) {
      const table = await tableOf(await readFile(`${shared}/badinput/csv-spectrum/${name}.csv`), {
        ...file,
        separator: ',',
      })
      const truth = [
        JSON.parse(await readFile(`${shared}/badinput/csv-spectrum/${name}.json`, 'utf8')),
      ].flat() as Record<string, string>[]
      // The published truth of this one row has another telephone number than its file; the other columns count.
      if (name === 'location_coordinates') for (const row of truth) row['Contact Phone Number'] = '2095257564'
      expect(
        table.rows.map((r) => Object.fromEntries(table.columns.map((c, i) => [c, r.cells[i]]))),
        name,
      ).toEqual(truth)
    }
  })
  test('the strings that break programs come in as they are, or are rejected with a reason', async () => {
    const strings = JSON.parse(await readFile(`${shared}/badinput/blns.json`, 'utf8')) as string[]
    const { stringify } = await import('csv-stringify/sync')
    const naughty = {
      kind: 'cases',
      source: 'blns',
      key: { column: 'n' },
      fields: {
        number: { text: 'BLNS-{n}' },
        title: 's',
        summary: 's',
        type: { constant: 'criminal' },
        aliases: [{ kind: 'police', text: 's' }],
        incident: { on: { column: 's', dates: ['words:dmy'] } },
        place: { text: 's', mile: 's' },
        parties: [{ role: { constant: 'witness' }, name: 's', age: 's', address: 's' }],
      },
    }
    const bytes = Buffer.from(stringify([['n', 's'], ...strings.map((s, i) => [String(i), s])]))
    const run = () =>
      importFile(lab.ground, systemActor, { kind: 'cases', bytes, map: naughty, fileName: 'blns.csv' })
    const receipt = await run()
    expect(receipt.in).toBe(strings.length)
    expect(receipt.created + receipt.matched + receipt.rejected).toBe(receipt.in)
    expect(receipt.created).toBeGreaterThan(strings.length * 0.95)
    expect(await run()).toMatchObject({ created: 0, matched: receipt.created, rejected: receipt.rejected })
    const kept = await lab.db.direct.many<{ title: string; n: number }>(
      sql`select title, split_part(number, '-', 2)::int as n from cases.standing where number like 'BLNS-%'`,
    )
    for (const { title, n } of kept) {
      const written = (strings[n] ?? '').trim()
      if (written !== '' && written.length <= 300) expect(title, String(n)).toBe(written)
    }
  }, 60_000)

  test('Milwaukee 2022: 4,073 rows, each a case, twice the same', async () => {
    const bytes = gunzipSync(await readFile(`${shared}/mdi/milwaukee-me-2022.csv.gz`))
    const milwaukee = await yaml(new URL('milwaukee-medical-examiner.yaml', guide))
    const run = () =>
      importFile(lab.ground, systemActor, {
        kind: 'cases',
        bytes,
        map: milwaukee,
        fileName: 'milwaukee-me-2022.csv',
      })
    const receipt = await run()
    expect(receipt).toMatchObject({ in: 4073, created: 4073, matched: 0, rejected: 0 })
    expect(await run()).toMatchObject({ in: 4073, created: 0, matched: 4073, rejected: 0 })
    const [homicides] = await lab.db.direct.many<{ n: number; men: number }>(
      sql`select count(*)::int as n, count(*) filter (where p.sex = 'male')::int as men from cases.standing s left join cases.party p on p.root = s.root where s.number like 'MKE-%' and s.title like 'Homicide%'`,
    )
    expect(homicides).toEqual({ n: 246, men: 189 })
  }, 120_000)
  test('Medellín: 9,360 rows with semicolons and decimal commas', async () => {
    const medellin = await yaml(new URL('medellin-homicides.yaml', guide))
    await lab.arrange('catalogue.define-list', { list: 'means', en: 'Means', es: 'Medios' })
    for (const code of [
      'firearm',
      'sharp',
      'blunt',
      'strangulation',
      'explosive',
      'other-means',
      'drowning',
      'poison',
    ])
      await lab.arrange('catalogue.define-code', { list: 'means', code, en: code, es: code, data: {} })
    const receipt = await importFile(lab.ground, systemActor, {
      kind: 'cases',
      bytes: await readFile(`${shared}/crime/medellin_homicides.csv`),
      map: medellin,
      fileName: 'medellin.csv',
    })
    expect(receipt).toMatchObject({ in: 9360, created: 9360, rejected: 0 })
    const [sums] = await lab.db.direct.many(
      sql`select count(*) filter (where p.sex = 'male')::int as men, count(*) filter (where p.sex = 'female')::int as women, count(*) filter (where s.title = 'Homicidio: Arma de fuego')::int as firearm, min(i.longitude)::text as west from cases.standing s join cases.party p on p.root = s.root join cases.incident i on i.root = s.root where s.title like 'Homicidio: %'`,
    )
    expect(sums).toEqual({ men: 8656, women: 704, firearm: 7141, west: '-75.712999' })
  }, 120_000)
})

test('every operation has an example that fits its shape', async () => {
  const { examples } = await import('./examples.ts')
  expect(Object.keys(examples).sort()).toEqual(exchange.operations.map((o) => o.name).sort())
  for (const op of exchange.operations) {
    const input = await examples[op.name]?.(lab)
    expect(op.input.safeParse(input).error?.issues, op.name).toBe(undefined)
    // What takes a file that was sent first, a second person, somebody's own signature or agency, or an event that was told is played by the stories of each.
    const inStories = [
      'exchange.import-records',
      'exchange.receive-message',
      'exchange.approve-subscription',
      'exchange.approve-platform',
      'exchange.bring-copy',
      'exchange.receive-recording',
      'exchange.replay-event',
      'exchange.undo-import',
      'exchange.review-case',
      'exchange.send-paper',
    ].includes(op.name)
    if (op.kind === 'command' && !inStories) await lab.arrange(op.name, input)
  }
}, 60_000)
