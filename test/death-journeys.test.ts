/**
 * Two deaths walked whole, under either law: a road death with alcohol and a homicide by firearm, from the scene through morgue and bench to the
 * signed certificate and the release of the body. Words, methods and laws are those of a laboratory's own files.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk } from '../src/app/demo/desk.ts'
import { labsFolder, setUp } from '../src/app/setup.ts'
import { actorOfPerson, migrationActor } from '../src/identity/authority.ts'
import { readDeathDocument } from '../src/formats/fhir/mdi/read-death-document.ts'
import { readToxicologyMessage } from '../src/formats/fhir/mdi/read-toxicology-message.ts'
import { parseResource } from '../src/formats/fhir/json.ts'
import { applyParts, readLaboratory } from '../src/modules/catalogue/laboratory.ts'
import type { Actor, Download } from '../src/platform/cx.ts'
import { receiveUpload } from '../src/platform/uploads.ts'
import { sql } from '../src/platform/sql.ts'
import { type MadeInstallation, madeInstallation } from './installation.ts'

const LABORATORY = 'belize'
// oxlint-disable-next-line typescript/no-explicit-any
type Seen = any

let house: MadeInstallation
let desk: ReturnType<typeof openDesk>
let id: (code: string) => string
const people: Record<string, Actor> = {}
const by = (name: string): Actor => people[name] as Actor
const act = <Out = Seen>(who: string, operation: string, input: unknown, why?: string): Promise<Out> =>
  desk.act<Out>(by(who), operation, input, why)

beforeAll(async () => {
  house = await madeInstallation()
  await setUp(
    house.ground,
    { name: 'Service', username: 'admin', password: 'three green parrots sing', lab: LABORATORY },
    'live',
  )
  desk = openDesk(house.ground, house.clock, Number.MAX_SAFE_INTEGER)
  const examples = await readLaboratory(join(labsFolder, LABORATORY), { examples: true })
  await applyParts(examples, (operation, input) => desk.act(migrationActor, operation, input, 'arranged'))
  const rows = await house.db.direct.many<{ code: string; id: string }>(sql`
    select 'unit ' || code as code, id from identity.unit union all select code, id from quality.public_equipment union all select number, id from quality.public_lot
    union all (select distinct on (code) code, id from quality.public_method_version order by code, version desc)
    union all (select distinct on (code) 'method ' || code, method from quality.public_method_version order by code, version desc)`)
  const ids = new Map(rows.map((r) => [r.code, r.id]))
  id = (code) => {
    const known = ids.get(code)
    if (!known) throw new Error(`The laboratory has no ${code}`)
    return known
  }
  for (const [name, role, unit] of [
    ['technician', 'scene-technician', 'SOC-LDV'],
    ['scenes', 'section-head', 'SOC-LDV'],
    ['investigator', 'death-investigator', 'ME'],
    ['attendant', 'morgue-attendant', 'ME'],
    ['pathologist', 'pathologist', 'ME'],
    ['second', 'pathologist', 'ME'],
    ['toxicologist', 'analyst', 'TOX'],
    ['toxicologist2', 'analyst', 'TOX'],
    ['toxicology', 'section-head', 'TOX'],
    ['examiner', 'analyst', 'FIRE'],
    ['examiner2', 'analyst', 'FIRE'],
    ['firearms', 'section-head', 'FIRE'],
    ['quality', 'quality-manager', undefined],
  ] as const)
    await person(name, role, unit)
  for (const [method, analyst, reviewer] of [
    ['TX-01', 'toxicologist', 'toxicologist2'],
    ['FA-01', 'examiner', 'examiner2'],
  ] as const)
    for (const [who, as] of [
      [analyst, 'analyst'],
      [reviewer, 'analyst'],
      [reviewer, 'reviewer'],
    ] as const)
      await act('quality', 'quality.authorise-person', {
        person: by(who).id,
        method: id(`method ${method}`),
        as,
        from: '2024-06-01',
      })
  for (;;) {
    const { items } = await act('quality', 'catalogue.list-unconfirmed', { limit: 200 })
    if (items.length === 0) break
    for (const one of items)
      await act('quality', 'catalogue.confirm-value', { value: one.id, gazette: 'Gazette of the story' })
  }
}, 300_000)
afterAll(() => house.close())

async function person(username: string, role: string, unit: string | undefined): Promise<void> {
  const where = unit ? { unit: id(`unit ${unit}`) } : {}
  const { id: who } = await desk.act<{ id: string }>(
    migrationActor,
    'identity.add-person',
    { name: `${username} Example`, username, ...where },
    'arranged',
  )
  await desk.act(migrationActor, 'identity.grant-role', { person: who, role, ...where }, 'arranged')
  people[username] = (await actorOfPerson(house.db.direct, who, house.ground.now())) as Actor
}
async function sent(who: string, name: string, bytes: Uint8Array): Promise<string> {
  async function* once(): AsyncIterable<Uint8Array> {
    yield bytes
  }
  return (await receiveUpload(house.ground, by(who).id, name, once())).sha256
}
const bytesOf = async (got: Download): Promise<Buffer> =>
  got.bytes ? Buffer.from(got.bytes) : house.ground.files.read(got.file ?? '')

const laws = [
  {
    profile: 'coroner',
    authority: { kind: 'order', number: 'CO-201', by: 'Magistrate of the story' },
    paper: { kind: 'burial-order', state: 'approved', number: 'BO-9', by: 'Magistrate of the story' },
  },
  {
    profile: 'medical-examiner',
    authority: undefined,
    paper: { kind: 'release-authorisation', state: 'approved', by: 'Family of the story' },
  },
] as const
type Law = (typeof laws)[number]

/** Told, attended, photographed in words, and signed by whoever was there. */
async function sceneOf(what: { sceneType: string; place: string; title: string }): Promise<Seen> {
  const { sceneType, place, title } = what
  const called = await act('scenes', 'scenes.receive-call-out', {
    newCase: { title, type: sceneType === 'road' ? 'traffic' : 'homicide' },
    unit: id('unit SOC-LDV'),
    sceneType,
    place,
    caller: { name: 'Sgt of the story', where: 'Ladyville' },
  })
  await act('scenes', 'scenes.dispatch', { callOut: called.id, people: [by('technician').id] })
  const { id: attendance } = await act('technician', 'scenes.open-attendance', {
    callOut: called.id,
    sceneType,
    place,
  })
  await act('technician', 'scenes.arrive', { attendance })
  // One record: whoever holds the case lets the office see it that goes on with the dead.
  await act(
    'scenes',
    'cases.give-access',
    { case: called.case.id, principal: id('unit ME') },
    'A person died at this scene',
  )
  return { attendance, case: called.case.id }
}
async function sceneSigned(attendance: string): Promise<void> {
  await act('technician', 'scenes.leave-scene', { attendance, to: 'Police of the story' })
  await act('technician', 'scenes.sign-scene-record', { attendance })
}

async function bodyOf(law: Law, file: string, call: object): Promise<Seen> {
  const told = await act('investigator', 'death.take-call', {
    way: 'telephone',
    caller: { kind: 'police', name: 'Sgt of the story', where: 'Ladyville' },
    answers: { safe: { value: true }, moved: { absent: 'unknown' } },
    sex: 'male',
    age: { value: 34, unit: 'years' },
    ...call,
  })
  const { number } = await act('pathologist', 'death.accept-jurisdiction', {
    death: told.id,
    profile: law.profile,
    case: file,
    ...(law.authority ? { authority: law.authority } : {}),
  })
  const { thing } = await act('attendant', 'death.receive-body', {
    death: told.id,
    place: await morguePlace(),
    broughtBy: 'Mortuary van of the story',
    broughtFrom: 'The scene',
  })
  const { id: examination, request } = await act('pathologist', 'death.order-examination', {
    death: told.id,
    kind: 'full',
  })
  await act('pathologist', 'death.start-examination', { examination, statureCm: '178', weightKg: '81' })
  return { death: told.id as string, number, thing, examination, request }
}
async function morguePlace(): Promise<string> {
  const board = await act('attendant', 'death.morgue-board', {})
  const free = board.units
    .flatMap((u: Seen) => u.places)
    .find((p: Seen) => p.bodies.length < (p.capacity ?? Number.POSITIVE_INFINITY))
  return free.id
}

/** Asked by the office, accepted, given to the bench of the section. */
async function atBench(
  head: string,
  analyst: string,
  reviewer: string,
  method: string,
  request: string,
): Promise<string> {
  // Each laboratory asks its own points before it takes a request on.
  const points: Seen = await act(head, 'catalogue.get-code-list', { list: 'contract-review' })
  await act(head, 'work.accept-request', { request, review: points.items.map((p: Seen) => p.code) })
  await act(head, 'work.assign-request', {
    request,
    assignee: by(analyst).id,
    methodVersion: id(method),
    reviewer: by(reviewer).id,
  })
  await act(analyst, 'work.start-work', { request })
  return (await act(analyst, 'results.start-worksheet', { request })).id
}
async function issued(author: string, head: string, request: string): Promise<string> {
  const { id: report } = await act(author, 'reports.draft-report', { request })
  await act(head, 'reports.review-administratively', { report, findings: [] })
  await act(author, 'reports.sign-report', { report })
  await act(author === 'pathologist' ? author : head, 'reports.issue-report', { report, to: [] })
  return report
}

/** Two portions between a low and a high control; the runs are accounted for, and a second toxicologist passes them. */
async function alcoholMeasured(request: string, item: string, values: readonly string[]): Promise<Seen> {
  const worksheet = await atBench('toxicology', 'toxicologist', 'toxicologist2', 'TX-01', request)
  const about = { worksheet, item }
  const instrument = { equipment: [id('HSGC-01')] }
  const run = async (name: string, more: object): Promise<string> =>
    (
      await act('toxicologist', 'results.import-run', {
        ...about,
        file: await sent(
          'toxicologist',
          name,
          Buffer.from(`time,signal\n0,1\n1,${name.length}\n2,1\n${request}`),
        ),
        technique: 'hs-gc',
        equipment: id('HSGC-01'),
        ...more,
      })
    ).id
  const control = await run('controls.csv', {
    sampleKind: 'control',
    item: undefined,
    lots: [id('EC-80-26')],
  })
  await act('toxicologist', 'results.record-observations', {
    ...about,
    ...instrument,
    lots: [id('EC-80-26')],
    observations: [
      { step: 'controls', field: 'low', answer: { value: '79.2', unit: 'mg/100 ml' } },
      { step: 'controls', field: 'high', answer: { value: '201', unit: 'mg/100 ml' } },
    ],
  })
  await act('toxicologist', 'results.record-observations', {
    ...about,
    observations: [
      { step: 'packaging', field: 'as-described', answer: true },
      { step: 'specimen', field: 'clotted', answer: false },
    ],
  })
  const portion = await run('portions.csv', {})
  await act('toxicologist', 'results.record-portions', {
    ...about,
    technique: 'hs-gc',
    substance: 'ethanol',
    unit: 'mg/100 ml',
    portions: values.map((value, i) => ({ portion: i + 1, value, run: portion })),
    ...instrument,
  })
  await act('toxicologist', 'results.account-for-run', {
    run: [control, portion],
    disposition: 'used',
    words: 'As expected',
  })
  const concluded = await act('toxicologist', 'results.record-conclusion', {
    ...about,
    kind: 'quantity',
    substance: 'ethanol',
  })
  await act('toxicologist2', 'results.review-technically', { worksheet, findings: [] })
  return concluded
}

/** Known, certified, its papers signed, and given to the family on the paper that this law asks. */
async function certifiedAndReleased(law: Law, at: Seen, cause: object, manner: object): Promise<void> {
  const { death, examination, request } = at
  await act('pathologist', 'death.certify-cause', { death, status: 'final', ...cause })
  await act('pathologist', 'death.give-manner', { death, ...manner })
  for (const section of ['death.external', 'death.head-neck', 'death.chest', 'death.abdomen'])
    await act('pathologist', 'death.record-finding', { examination, section, words: 'As described.' })
  await act('pathologist', 'death.finish-examination', { examination })
  await act('second', 'death.review-examination', { examination, outcome: 'agreed' })
  const file = await act('pathologist', 'death.get-death', { death })
  for (const paper of [request, file.certificateRequest]) {
    const { id: report } = await act('pathologist', 'reports.draft-report', { request: paper })
    await act('second', 'reports.review-administratively', { report, findings: [] })
    await act('pathologist', 'reports.sign-report', { report })
    await act('pathologist', 'reports.issue-report', { report, to: [] })
    const pdf = await bytesOf(await act<Download>('pathologist', 'reports.report-file', { report }))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  }
  await act('pathologist', 'death.identify-decedent', {
    death,
    state: 'confirmed',
    method: 'fingerprint',
    name: 'Name of the story',
    saidBy: { name: 'Pathologist', relation: 'pathologist' },
  })
  const kept = await act('investigator', 'death.get-death', { death })
  expect(kept.keeps).toHaveLength(1)
  await act('investigator', 'death.record-paper', { death, ...law.paper })
  await act('attendant', 'death.release-body', {
    death,
    to: { name: 'Brother of the story', document: 'Social security card 1' },
    kind: 'relative',
  })
  const last = await act('investigator', 'death.get-death', { death })
  expect([last.cause, last.released.kind]).toEqual(['final', 'relative'])
}

describe.each(laws)('under the law of the $profile', (law) => {
  test(`S-B2 S-B15 road death with alcohol, ${law.profile}: from the scene to the certificate, and to the registrar`, async () => {
    const scene = await sceneOf({
      sceneType: 'road',
      place: 'Mile 14, highway',
      title: 'Collision, one dead',
    })
    await sceneSigned(scene.attendance)
    const at = await bodyOf(law, scene.case, {
      setting: 'road',
      circumstances: ['traffic'],
      name: 'Name of the story',
      found: { on: '2026-10-30', time: '23:50', text: 'Mile 14, highway' },
    })
    const { death, examination } = at
    const open = await act('pathologist', 'death.get-death', { death })
    expect(open.duties).toContainEqual(expect.objectContaining({ key: 'blood-alcohol', done: false }))
    expect(open.visits).toMatchObject([
      { place: 'Mile 14, highway', signed: true, people: ['technician Example'] },
    ])
    await act('pathologist', 'death.mark-diagram', {
      examination,
      diagram: 'adult-front',
      x: '205',
      y: '260',
      kind: 'laceration',
    })
    const blood = await act('pathologist', 'death.take-specimen', {
      examination,
      kind: 'blood-femoral',
      site: 'Right femoral vein',
      container: 'Grey-top tube',
      additive: 'Fluoride and oxalate',
    })
    const order = await act('pathologist', 'death.order-toxicology', {
      examination,
      things: [blood.id],
      unit: id('unit TOX'),
      discipline: 'toxicology',
      question: 'blood-alcohol',
    })
    const measured = await alcoholMeasured(order.request, blood.id, ['158', '162'])
    expect(measured).toMatchObject({ value: '160.0', uncertainty: '9.6', decision: 'above' })
    await issued('toxicologist', 'toxicology', order.request)

    const told = await act('pathologist', 'death.get-death', { death })
    expect(told.duties.find((d: Seen) => d.key === 'blood-alcohol').done).toBe(true)
    expect(told.answers[0].results[0].says).toContain('160.0 ± 9.6 mg/100 ml')
    await act('pathologist', 'death.acknowledge-results', {
      death,
      request: order.request,
      reflects: 'event',
    })
    await certifiedAndReleased(
      law,
      at,
      {
        lines: [
          { text: 'Laceration of the aorta', interval: { value: 'minutes' } },
          { text: 'Blunt injury of the chest', interval: { value: 'minutes' } },
        ],
      },
      {
        manner: 'accident',
        how: 'Driver of a car that left the road',
        injuryAtWork: false,
        transportRole: 'driver',
      },
    )
    const tox = await act('investigator', 'exchange.send-toxicology', { death, request: order.request })
    expect(tox.state).toBe('final')
    const read = readToxicologyMessage(
      await bytesOf(await act<Download>('investigator', 'exchange.message-file', { message: tox.id })),
      'tox.json',
    )
    expect(read.ok && read.facts.results[0]).toMatchObject({
      analyte: { text: 'Ethanol' },
      value: { kind: 'amount', value: '160.0', unit: 'mg/dL' },
    })
    const message = await act('investigator', 'exchange.send-message', { death })
    const { facts } = readDeathDocument(
      parseResource(
        await bytesOf(await act<Download>('investigator', 'exchange.message-file', { message: message.id })),
      ),
    )
    expect([facts.state, facts.manner, facts.decedent.name?.text]).toEqual([
      'final',
      'accident',
      'Name of the story',
    ])
  }, 240_000)

  test(`S-B2 S-B15 homicide by firearm, ${law.profile}: the bullet goes from the body to firearms and IBIS without retyping, and a second pathologist stands behind the certificate`, async () => {
    const scene = await sceneOf({
      sceneType: 'homicide',
      place: 'Yard, Ladyville',
      title: 'Shooting, one dead',
    })
    await act('technician', 'scenes.collect-item', {
      attendance: scene.attendance,
      description: 'Cartridge case, 9 mm, brass',
      type: 'cartridge-case',
      packaging: { type: 'paper-envelope', colour: 'white', size: 'small', condition: 'intact' },
      sealNumber: `SC-${law.profile.slice(0, 3)}`,
      how: 'Tweezers',
    })
    await sceneSigned(scene.attendance)
    const at = await bodyOf(law, scene.case, {
      setting: 'public-place',
      circumstances: ['firearm'],
      found: { on: '2026-10-31', time: '02:15', text: 'Yard, Ladyville' },
    })
    const { death, examination } = at
    await act('pathologist', 'death.mark-diagram', {
      examination,
      diagram: 'adult-front',
      x: '210',
      y: '270',
      kind: 'gunshot',
      sizeMm: '9',
    })
    const bullet = await act('pathologist', 'death.recover-item', {
      examination,
      type: 'bullet',
      description: 'Bullet, copper jacket, deformed',
      site: 'Left scapula',
      wound: 1,
      seal: `BU-${law.profile.slice(0, 3)}`,
    })
    const ask = (unit: string, discipline: string, question: string, holdsCause: boolean): Promise<Seen> =>
      act('pathologist', 'death.order-toxicology', {
        examination,
        things: [bullet.id],
        unit: id(`unit ${unit}`),
        discipline,
        question,
        holdsCause,
      })
    const fired = await ask('FIRE', 'firearms', 'fired-by', false)
    const ibis = await ask('IBIS', 'ibis', 'ibis-search', false)
    const seen = await act('examiner', 'work.request', { request: fired.request })
    expect(seen.itemList[0]).toMatchObject({ id: bullet.id, number: bullet.number })
    const worksheet = await atBench('firearms', 'examiner', 'examiner2', 'FA-01', fired.request)
    const about = { worksheet, item: bullet.id }
    await act('examiner', 'results.record-observations', {
      ...about,
      observations: [
        { step: 'packaging', field: 'as-described', answer: true },
        { step: 'description', field: 'calibre', answer: '9 mm, six grooves to the right' },
      ],
    })
    await act('examiner', 'results.record-inconclusive', {
      ...about,
      words: 'no firearm was submitted to compare; the bullet is of calibre 9 mm',
    })
    await act('examiner2', 'results.review-technically', { worksheet, findings: [] })
    await issued('examiner', 'firearms', fired.request)
    const held = await act('pathologist', 'evidence.custody-of-item', { item: bullet.id })
    expect(JSON.stringify(held)).toContain('pathologist Example')

    const told = await act('pathologist', 'death.get-death', { death })
    expect(told.answers[0].results[0]).toMatchObject({ number: bullet.number })
    expect((await act('pathologist', 'death.get-examination', { examination })).orders).toContainEqual(
      expect.objectContaining({ request: ibis.request, state: 'asked' }),
    )
    await certifiedAndReleased(
      law,
      at,
      { lines: [{ text: 'Gunshot wound of the chest', interval: { value: 'minutes' } }] },
      { manner: 'homicide', how: 'Shot by another person' },
    )
  }, 240_000)
})

test('H38 a death in hospital asks about organs and tissue: the wish, and the permission of the pathologist with its limits', async () => {
  const { id: death } = await act('investigator', 'death.take-call', {
    way: 'telephone',
    caller: { kind: 'hospital', name: 'Ward of the story' },
    answers: { safe: { value: true }, moved: { absent: 'unknown' } },
    setting: 'hospital',
    found: { text: 'Ward 3' },
  })
  await act('pathologist', 'death.record-inquiry', {
    death,
    section: 'death.donation',
    answers: {
      referred: { value: 'Ward, 14:20' },
      wish: { value: 'yes' },
      permission: { value: 'limited' },
      limits: 'Corneas only',
    },
  })
  const { inquiries } = await act('investigator', 'death.get-death', { death })
  const donation = inquiries.find((q: Seen) => q.section === 'death.donation')
  expect(donation.because).toEqual(['In hospital'])
  expect(donation.answers.map((a: Seen) => a.text)).toEqual([
    'Ward, 14:20',
    'Consents',
    'Given with limits',
    'Corneas only',
  ])
})
