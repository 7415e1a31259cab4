/**
 * The main job in every laboratory that the project brings along: from the bag at the counter to a certificate that the verifier
 * accepts. What differs between two laboratories stands in `labs/<name>/story.yaml` and the laboratory's own files; nothing here knows one.
 */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { openDesk } from '../src/app/demo/desk.ts'
import { labsFolder, setUp } from '../src/app/setup.ts'
import { actorOfPerson, migrationActor } from '../src/identity/authority.ts'
import { logKeyOf } from '../src/ledger/log-key.ts'
import { growTree } from '../src/ledger/sequencer.ts'
import { applyParts, readLaboratory } from '../src/modules/catalogue/laboratory.ts'
import type { Actor, Download } from '../src/platform/cx.ts'
import { sql } from '../src/platform/sql.ts'
import { type MadeInstallation, madeInstallation } from './installation.ts'
import { program } from './needs.ts'

interface Story {
  readonly language: 'en' | 'es'
  readonly units: Readonly<Record<'counter' | 'bench' | 'police', string>>
  readonly case: Readonly<Record<string, unknown>>
  readonly way: string
  readonly item: Readonly<Record<string, unknown>>
  readonly store: string
  readonly purpose: string
  readonly request: Readonly<Record<string, unknown>>
  readonly method: string
  readonly balance: string
  readonly microscope: string
  readonly reagent: string
  readonly seal: string
  readonly weight: { readonly gross: string; readonly tare: string }
  readonly expect: {
    readonly case: string
    readonly item: string
    readonly report: string
    readonly service: string
    readonly words: readonly string[]
    /** What no paper of this laboratory says. */
    readonly never?: readonly string[]
    readonly limit: string
    readonly recipients: readonly string[]
  }
}

const laboratories = readdirSync(labsFolder).filter((lab) => existsSync(join(labsFolder, lab, 'story.yaml')))
const storyOf = (lab: string): Story =>
  parse(readFileSync(join(labsFolder, lab, 'story.yaml'), 'utf8')) as Story
const poppler = program('pdftotext', '-v')
const run = promisify(execFile)

/** Ids by the codes of the laboratory's own files. */
async function idsOf(house: MadeInstallation): Promise<(code: string) => string> {
  const rows = await house.db.direct.many<{ code: string; id: string }>(sql`
    select code, id from identity.unit union all select code, id from evidence.location
    union all select code, id from quality.public_equipment union all select number, id from quality.public_lot
    union all (select distinct on (code) code, id from quality.public_method_version order by code, version desc)`)
  const ids = new Map(rows.map((r) => [r.code, r.id]))
  return (code) => {
    const id = ids.get(code)
    if (!id) throw new Error(`The laboratory has no ${code}`)
    return id
  }
}

async function openLaboratory(lab: string) {
  const house = await madeInstallation()
  await setUp(
    house.ground,
    { name: 'Service', username: 'admin', password: 'three green parrots sing', lab },
    'live',
  )
  const desk = openDesk(house.ground, house.clock, Number.MAX_SAFE_INTEGER)
  const examples = await readLaboratory(join(labsFolder, lab), { examples: true })
  await applyParts(examples, (operation, input) => desk.act(migrationActor, operation, input, 'arranged'))
  const id = await idsOf(house)
  const person = async (username: string, role: string, unit?: string): Promise<Actor> => {
    const { id: who } = await desk.act(
      migrationActor,
      'identity.add-person',
      { name: `${username} Example`, username, ...(unit ? { unit: id(unit) } : {}) },
      'arranged',
    )
    await desk.act(
      migrationActor,
      'identity.grant-role',
      { person: who, role, ...(unit ? { unit: id(unit) } : {}) },
      'arranged',
    )
    return (await actorOfPerson(house.db.direct, who, house.ground.now())) as Actor
  }
  return { house, desk, id, person }
}

/** Everything a signed paper may rest on is compared with print, by name. */
async function confirmAll(desk: ReturnType<typeof openDesk>, quality: Actor): Promise<void> {
  for (;;) {
    const { items } = await desk.act<{ items: { id: string }[] }>(quality, 'catalogue.list-unconfirmed', {
      limit: 200,
    })
    if (items.length === 0) return
    for (const { id } of items)
      await desk.act(quality, 'catalogue.confirm-value', { value: id, gazette: 'Gazette of the story' })
  }
}

describe.each(laboratories)('%s', (lab) => {
  const story = storyOf(lab)
  test(`K12 the main job in ${lab}: from the bag to a certificate that the verifier accepts`, async () => {
    const { house, desk, id, person } = await openLaboratory(lab)
    const folder = await mkdtemp(join(tmpdir(), 'custodia-job-'))
    const officer = await person('officer', 'officer', story.units.police)
    const counter = await person('counter', 'evidence-officer', story.units.counter)
    const second = await person('keeper', 'evidence-officer', story.units.counter)
    const analyst = await person('analyst', 'analyst', story.units.bench)
    const reviewer = await person('reviewer', 'analyst', story.units.bench)
    const head = await person('head', 'section-head', story.units.bench)
    const quality = await person('quality', 'quality-manager')
    await confirmAll(desk, quality)
    // Who comes without a choice reads the language of the laboratory.
    expect(analyst.language).toBe(story.language)
    const day = house.clock.now().slice(0, 10)
    const { method } = await house.db.direct.one<{ method: string }>(
      sql`select method from quality.public_method_version where code = ${story.method} limit 1`,
    )
    for (const [who, as] of [
      [analyst, 'analyst'],
      [reviewer, 'reviewer'],
    ] as const)
      await desk.act(quality, 'quality.authorise-person', { person: who.id, method, as, from: day })

    const received = await desk.act<{
      case: { id: string; number: string }
      items: { id: string; number: string }[]
    }>(counter, 'evidence.receive-submission', {
      newCase: {
        ...story.case,
        incident: { on: day },
        investigator: { person: officer.id, unit: officer.unit },
      },
      submittedBy: { person: officer.id, unit: officer.unit },
      way: story.way,
      items: [story.item],
    })
    const item = received.items[0] as { id: string; number: string }
    expect(received.case.number).toMatch(new RegExp(story.expect.case))
    expect(item.number).toMatch(new RegExp(story.expect.item))
    desk.pass(10)
    await house.db.direct.run(sql`update identity.account set pin_hash = ${await pinHash()}`)
    const witness = { witness: { person: second.id, pin: '246810' } }
    await desk.act(counter, 'evidence.store-item', { things: [item.id], place: id(story.store), ...witness })
    desk.pass(60)
    await desk.act(counter, 'evidence.retrieve-item', {
      things: [item.id],
      purpose: story.purpose,
      ...witness,
    })
    const offer = await desk.act(counter, 'evidence.hand-over', {
      things: [item.id],
      to: analyst.id,
      purpose: story.purpose,
    })
    desk.pass(5)
    await desk.act(analyst, 'evidence.accept-hand-over', { handOver: offer.id })

    const { id: request } = await desk.act(officer, 'work.request-examination', {
      case: received.case.id,
      items: [item.id],
      unit: id(story.units.bench),
      ...story.request,
    })
    // Each laboratory asks its own points before it takes a request on.
    const points = await desk.act<{ items: { code: string }[] }>(head, 'catalogue.get-code-list', {
      list: 'contract-review',
    })
    await desk.act(head, 'work.accept-request', { request, review: points.items.map((p) => p.code) })
    await desk.act(head, 'work.assign-request', {
      request,
      assignee: analyst.id,
      reviewer: reviewer.id,
      methodVersion: id(story.method),
    })
    await desk.act(analyst, 'work.start-work', { request })
    const worksheet = (await desk.act(analyst, 'results.start-worksheet', { request })).id
    await examine({ desk, id, analyst, worksheet, item: item.id, story })
    await desk.act(reviewer, 'results.review-technically', { worksheet, findings: [] })
    // The laboratory's texts are looked at with the values of real results (K9).
    const samples = await desk.act<{ items: { item: string; values: Record<string, unknown> }[] }>(
      head,
      'results.sample-values',
      { statement: 'results.statement-quantity-above' },
    )
    expect(samples.items[0]).toMatchObject({ item: item.number, values: { unit: 'g', limitUnit: 'g' } })

    const { id: report, number } = await desk.act<{ id: string; number: string }>(
      analyst,
      'reports.draft-report',
      { request },
    )
    expect(number).toMatch(new RegExp(story.expect.report))
    await desk.act(head, 'reports.review-administratively', { report, findings: [] })
    await desk.act(analyst, 'reports.sign-report', { report })
    await desk.act(head, 'reports.issue-report', { report })
    while ((await growTree(house.ground, { checkpoint: true })) > 0);

    const files: string[] = []
    for (const [operation, ending] of [
      ['reports.report-file', 'pdf'],
      ['reports.report-data', 'json'],
      ['reports.report-proof', 'tlog-proof'],
    ] as const) {
      const path = join(folder, `certificate.${ending}`)
      await writeFile(path, await bytesOf(house, await desk.act<Download>(analyst, operation, { report })))
      files.push(path)
    }
    await wasSaid(house, files, story)
    const key = (await logKeyOf(house.ground))?.vkey ?? ''
    const verifier = join(import.meta.dirname, '../verifier/verify.mjs')
    const verify = () => run(process.execPath, [verifier, ...files, '--key', key, '--json'])
    expect(JSON.parse((await verify()).stdout)).toMatchObject({ ok: true })
    await appendFile(files[1] ?? '', ' ')
    await expect(verify()).rejects.toThrow()
    await rm(folder, { recursive: true })
    await house.close()
  }, 120_000)
})

async function pinHash(): Promise<string> {
  const { hashPrinted } = await import('../src/identity/secrets.ts')
  return hashPrinted('246810')
}

/** Cannabis: no technique that shows structure, so two of another principle and one colour, on two samplings. */
async function examine(at: {
  desk: ReturnType<typeof openDesk>
  id: (code: string) => string
  analyst: Actor
  worksheet: string
  item: string
  story: Story
}): Promise<void> {
  const { desk, id, analyst, worksheet, item, story } = at
  const seals = story.item.seals as { number: string }[]
  for (const { number } of seals)
    await desk.act(analyst, 'evidence.break-seal', { item, number, why: story.purpose })
  const about = { worksheet, item }
  await desk.act(analyst, 'results.record-observations', {
    ...about,
    observations: [
      { step: 'packaging', field: 'as-described', answer: true },
      { step: 'appearance', field: 'appearance', answer: story.item.description },
      { step: 'appearance', field: 'parcels', answer: 1 },
    ],
  })
  await desk.act(analyst, 'results.record-measurement', {
    ...about,
    equipment: id(story.balance),
    unit: 'g',
    parcels: [{ parcel: 1, ...story.weight }],
  })
  const microscope = { equipment: [id(story.microscope)] }
  await desk.act(analyst, 'results.record-observations', {
    ...about,
    ...microscope,
    observations: [
      { step: 'microscopy', field: 'cystolithic-hairs', answer: true },
      { step: 'microscopy', field: 'glandular-hairs', answer: true },
    ],
  })
  for (const test of [
    { technique: 'microscopy', sampling: 1, ...microscope },
    { technique: 'colour-duquenois', sampling: 1, lots: [id(story.reagent)] },
    { technique: 'tlc', sampling: 2 },
  ])
    await desk.act(analyst, 'results.record-test', {
      ...about,
      ...test,
      outcome: 'positive',
      pointsTo: 'cannabis',
    })
  for (const kind of ['identity', 'quantity'])
    await desk.act(analyst, 'results.record-conclusion', { ...about, kind, substance: 'cannabis' })
  await desk.act(analyst, 'evidence.seal-item', { item, number: story.seal })
}

async function bytesOf(house: MadeInstallation, download: Download): Promise<Buffer> {
  if (download.bytes) return Buffer.from(download.bytes)
  return house.ground.files.read(download.file ?? '')
}

/** Letterhead, law and language are the laboratory's; so are those who were told. */
async function wasSaid(house: MadeInstallation, files: readonly string[], story: Story): Promise<void> {
  const { id: limit } = await house.db.direct.one<{ id: string }>(
    sql`select id from catalogue.statutory_limit where key = ${story.expect.limit}`,
  )
  const data = JSON.parse(await readFile(files[1] ?? '', 'utf8')) as { results: { statutoryLimit: string }[] }
  expect(data.results.map((r) => r.statutoryLimit)).toContain(limit)
  const told = await house.db.direct.many<{ code: string }>(
    sql`select u.code from reports.delivery d join identity.unit u on u.id = d.to_unit`,
  )
  expect(told.map((t) => t.code)).toEqual(expect.arrayContaining([...story.expect.recipients]))
  if (!poppler.there) return
  const { stdout } = await run('pdftotext', ['-raw', files[0] ?? '', '-'])
  const text = stdout.replaceAll(/\s+/g, ' ')
  for (const words of [story.expect.service, ...story.expect.words]) expect(text).toContain(words)
  for (const words of story.expect.never ?? []) expect(text).not.toContain(words)
}
