/** Well-formed inputs for every operation of death, and builders for its stories: the words, the people of the office, a death at each stage. */
import { arrangeWords as arrangeCaseWords } from '#modules/cases/examples.ts'
import { concluded, examined as examinedAtBench } from '#modules/results/examples.ts'
import { sectionOf } from '#modules/work/examples.ts'
import { arrangeWords as arrangeEvidenceWords } from '#modules/evidence/examples.ts'

interface Voice {
  readonly id?: string | undefined
  do(operation: string, input: unknown, telling?: { stepUp?: boolean; reason?: string }): Promise<any> // oxlint-disable-line typescript/no-explicit-any
  upload(bytes: Uint8Array, name?: string): Promise<{ body: { sha256: string } }>
}
/** The part of the story harness that examples use. */
export interface Ground {
  arrange(operation: string, input: unknown): Promise<any> // oxlint-disable-line typescript/no-explicit-any
  person(
    username: string,
    roles: readonly string[],
    where?: { unit?: string | null; name?: string },
  ): Promise<string>
  as(username: string): Voice
  readonly units: Readonly<Record<string, string>>
  readonly agencies: Readonly<Record<string, string>>
  readonly ground: { newId(): string; now(): string }
}
type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any

export type Word = readonly [list: string, code: string, en: string, es: string, data?: object]
const words: readonly Word[] = [
  ['death-setting', 'home', 'At home', 'En la vivienda'],
  ['death-setting', 'road', 'On the road', 'En la vía', { duties: ['blood-alcohol'] }],
  [
    'death-setting',
    'hospital',
    'In hospital',
    'En el hospital',
    { duties: ['ante-mortem-specimen', 'medical-records'] },
  ],
  [
    'death-setting',
    'custody',
    'In custody',
    'Bajo custodia',
    { duties: ['inquest', 'tell-director'], inquest: true },
  ],
  ['death-circumstance', 'firearm', 'Firearm', 'Arma de fuego'],
  ['death-circumstance', 'traffic', 'Traffic', 'Tránsito'],
  ['death-caller', 'police', 'Police', 'Policía'],
  ['death-told', 'pathologist', 'Pathologist on call', 'Patólogo de turno'],
  ['death-told', 'coroner', 'Coroner', 'Autoridad judicial'],
  ['death-told', 'director', 'Director', 'Dirección'],
  ['decline-jurisdiction', 'natural-attended', 'Natural, attended', 'Natural, atendida'],
  [
    'death-authority',
    'coroner',
    'Coroner’s order',
    'Orden judicial',
    {
      examination: 'order',
      clause: 's. 8',
      emergency: 's. 9',
      signs: 'coroner',
      outcome: 'verdict',
      release: ['burial-order'],
      barred: 's. 12',
    },
  ],
  [
    'death-authority',
    'medical-examiner',
    'Medical examiner',
    'Médico forense',
    {
      examination: 'own',
      clause: 'Act',
      signs: 'medical-examiner',
      outcome: 'certificate',
      release: ['release-authorisation'],
    },
  ],
  ['death-paper', 'burial-order', 'Burial order', 'Orden de inhumación'],
  ['death-paper', 'release-authorisation', 'Authorisation to release', 'Autorización de entrega'],
  ['death-paper', 'cremation-clearance', 'Clearance for cremation', 'Autorización de cremación'],
  ['identity-method', 'visual', 'Seen', 'Visual', { confirms: false }],
  ['identity-method', 'dna', 'DNA', 'ADN', { confirms: true }],
  ['morgue', 'MORGUE', 'Morgue', 'Morgue', { days: 30, limits: ['UNIT-1: 6.0', 'UNIT-2: 6.0'] }],
  [
    'death-request',
    'examination',
    'Examination',
    'Examen',
    { discipline: 'pathology', question: 'post-mortem' },
  ],
  [
    'death-request',
    'certificate',
    'Certificate',
    'Certificado',
    { discipline: 'pathology', question: 'cause-of-death' },
  ],
  [
    'death-request',
    'blood-alcohol',
    'Alcohol',
    'Alcohol',
    { discipline: 'toxicology', question: 'drugs-in-blood' },
  ],
  ['question', 'post-mortem', 'What does the examination show?', '¿Qué muestra el examen?'],
  ['question', 'cause-of-death', 'What caused the death?', '¿Qué causó la muerte?'],
  ['question', 'drugs-in-blood', 'Which drugs are in the blood?', '¿Qué drogas hay en la sangre?'],
  ['question', 'fired-by', 'Which firearm fired it?', '¿Qué arma lo disparó?'],
  ['discipline', 'pathology', 'Pathology', 'Patología'],
  ['discipline', 'toxicology', 'Toxicology', 'Toxicología'],
  ['discipline', 'firearms', 'Firearms', 'Armas de fuego'],
  ['item-type', 'bullet', 'Bullet', 'Proyectil'],
  ['injury-kind', 'gunshot', 'Gunshot wound', 'Herida de bala'],
  ['injury-kind', 'abrasion', 'Abrasion', 'Excoriación'],
  [
    'organ',
    'heart',
    'Heart',
    'Corazón',
    { male: ['233', '383'], female: ['148', '296'], source: 'Molina and DiMaio 2012' },
  ],
  ['organ', 'stomach', 'Stomach', 'Estómago'],
  ['specimen-kind', 'blood-femoral', 'Blood, femoral', 'Sangre femoral'],
  ['specimen-kind', 'recovered', 'Exhibit recovered', 'Indicio recuperado'],
  ['manner', 'natural', 'Natural', 'Natural', { snomed: '38605008' }],
  ['manner', 'accident', 'Accident', 'Accidente', { snomed: '7878000' }],
  ['manner', 'suicide', 'Suicide', 'Suicidio', { snomed: '44301001' }],
  ['manner', 'homicide', 'Homicide', 'Homicidio', { snomed: '27935005' }],
  ['ill-defined-cause', 'asystole', 'asystole', 'asistolia'],
  ['language', 'es', 'Spanish', 'Español'],
  ['case-type', 'death', 'Death investigation', 'Investigación de muerte'],
  ['party-role', 'deceased', 'Deceased', 'Fallecido'],
  ['sex', 'male', 'Male', 'Masculino'],
  ['sex', 'female', 'Female', 'Femenino'],
]
const script = {
  key: 'death.call',
  use: 'call-script',
  for: ['death'],
  en: 'Call of a death',
  es: 'Aviso de una muerte',
  questions: [
    { key: 'safe', kind: 'yes-no', required: true, absent: true, en: 'Is it safe?', es: '¿Es seguro?' },
    { key: 'moved', kind: 'yes-no', absent: true, en: 'Was the body moved?', es: '¿Se movió el cuerpo?' },
  ],
}

const protocol = {
  key: 'death.external',
  use: 'examination-protocol',
  en: 'External examination',
  es: 'Examen externo',
  questions: [
    { key: 'clothing', kind: 'text', required: true, absent: true, en: 'Clothing', es: 'Ropa' },
    { key: 'rigor', kind: 'text', en: 'Rigor', es: 'Rigidez' },
  ],
}

export interface Office {
  readonly unit: string
  readonly investigator: string
  readonly attendant: string
  readonly pathologist: string
  readonly second: string
  readonly director: string
  /** Places of the morgue by their code: two units with three places each, and a table. */
  readonly places: Readonly<Record<string, string>>
}
const offices = new WeakMap<object, Promise<Office>>()
/** Once for a laboratory. */
export function officeOf(lab: Ground): Promise<Office> {
  const known = offices.get(lab) ?? makeOffice(lab)
  offices.set(lab, known)
  return known
}
export async function arrangeWordsOf(lab: Ground, list: readonly Word[]): Promise<void> {
  for (const [name, code, en, es, data] of list) {
    await lab.arrange('catalogue.define-list', { list: name, en: name, es: name }).catch(() => undefined)
    await lab
      .arrange('catalogue.define-code', { list: name, code, en, es, data: data ?? {} })
      .catch(() => undefined)
  }
}
async function makeOffice(lab: Ground): Promise<Office> {
  await arrangeCaseWords(lab as never)
  await arrangeEvidenceWords(lab as never)
  await arrangeWordsOf(lab, words)
  await lab.arrange('catalogue.define-form', script)
  await lab.arrange('catalogue.define-form', protocol)
  const unit = (
    await lab.arrange('identity.add-unit', {
      agency: lab.agencies['service'],
      name: 'Medical Examiner’s Office',
      code: 'ME',
      kind: 'office',
      parent: lab.units['whole'],
    })
  ).id as string
  const at = (username: string, name: string, role: string, where: string | null = unit): Promise<string> =>
    lab.person(username, [role], { unit: where, name })
  return {
    unit,
    investigator: await at('isela', 'Isela Choc', 'death-investigator'),
    attendant: await at('norris', 'Norris Coc', 'morgue-attendant'),
    pathologist: await at('hugo', 'Hugo Escalante', 'pathologist'),
    second: await at('loretta', 'Loretta Estrada', 'pathologist'),
    director: await at('delia', 'Dora Chi', 'director', null),
    places: await makeMorgue(lab, unit),
  }
}
async function makeMorgue(lab: Ground, unit: string): Promise<Record<string, string>> {
  const places: Record<string, string> = {}
  const place = async (code: string, kind: string, parent?: string, capacity?: number): Promise<void> => {
    places[code] = (
      await lab.arrange('evidence.define-location', {
        code,
        name: code,
        kind,
        unit,
        keeps: [],
        position: Object.keys(places).length + 1,
        ...(parent ? { parent: places[parent] } : {}),
        ...(capacity ? { capacity } : {}),
      })
    ).id
  }
  await place('MORGUE', 'site')
  for (const unitCode of ['UNIT-1', 'UNIT-2']) {
    await place(unitCode, 'freezer', 'MORGUE')
    for (const n of [1, 2, 3]) await place(`${unitCode}-${n}`, 'shelf', unitCode, 1)
  }
  await place('ROOM', 'room', 'MORGUE')
  await place('TABLE', 'shelf', 'ROOM', 200)
  return places
}

export const aCall = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  way: 'telephone',
  caller: { kind: 'police', name: 'Cpl Damion Palacio', phone: '501-600-0000', where: 'Dangriga' },
  setting: 'home',
  circumstances: [],
  name: 'Rodolfo Novelo',
  sex: 'male',
  age: { value: 58, unit: 'years' },
  found: { on: '2026-11-02', time: '06:40', text: 'Ecumenical Drive', byWhom: 'A neighbour' },
  words: 'Found in bed by a neighbour.',
  answers: { safe: { value: true }, moved: { absent: 'unknown' } },
  ...more,
})

export interface Told {
  readonly death: string
  readonly call: string
  readonly number?: string
}
export async function told(lab: Ground, more: Record<string, unknown> = {}): Promise<Told> {
  await officeOf(lab)
  const { id, number } = await lab.as('isela').do('death.take-call', aCall(more))
  return { death: id, call: number }
}
export async function accepted(
  lab: Ground,
  more: Record<string, unknown> = {},
  decision: Record<string, unknown> = {},
): Promise<Required<Told>> {
  const known = await told(lab, more)
  const { number } = await lab.as('hugo').do('death.accept-jurisdiction', {
    death: known.death,
    profile: 'coroner',
    authority: { kind: 'order', number: 'CO-114', by: 'Magistrate Sharon Fraser' },
    ...decision,
  })
  return { ...known, number }
}

/** A body in a place of the morgue (the table has room for many). */
export async function received(
  lab: Ground,
  more: Record<string, unknown> = {},
  place = 'TABLE',
): Promise<Required<Told> & { thing: string }> {
  const { places } = await officeOf(lab)
  const known = await accepted(lab, more)
  const body = await lab.as('norris').do('death.receive-body', {
    death: known.death,
    place: places[place],
    broughtBy: 'Mortuary van, R. Pott',
    broughtFrom: 'Ecumenical Drive',
  })
  return { ...known, thing: body.thing }
}
export const anIdentity = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  state: 'confirmed',
  method: 'dna',
  name: 'Rodolfo Novelo',
  saidBy: { name: 'Dr Hugo Escalante', relation: 'pathologist' },
  ...more,
})
/** Everything cleared: known, on its papers. */
export async function ready(lab: Ground, more: Record<string, unknown> = {}) {
  const known = await received(lab, more)
  await lab.as('hugo').do('death.identify-decedent', { death: known.death, ...anIdentity() })
  await lab.as('isela').do('death.record-paper', {
    death: known.death,
    kind: 'burial-order',
    state: 'approved',
    number: 'BO-77',
    by: 'Magistrate Fraser',
  })
  return known
}
export const aRelative = { name: 'Maria Novelo', document: 'Social security card 000123' }
export async function missed(
  lab: Ground,
  more: Record<string, unknown> = {},
): Promise<{ id: string; number: string }> {
  await officeOf(lab)
  return lab.as('isela').do('death.register-missing', {
    name: 'Placido Teul',
    sex: 'male',
    ageFrom: 30,
    ageTo: 36,
    seenOn: '2026-10-20',
    reportedBy: { name: 'Elena Teul', relation: 'mother', phone: '501-610-0000' },
    features: [{ kind: 'tattoo', site: 'left-arm', words: 'Anchor with the name Elena' }],
    ...more,
  })
}

/** An examination that has begun, in the hands of Dr Escalante. */
export async function examined(lab: Ground, more: Record<string, unknown> = {}, kind = 'full') {
  const known = await received(lab, more)
  const ordered = await lab.as('hugo').do('death.order-examination', { death: known.death, kind })
  await lab
    .as('hugo')
    .do('death.start-examination', { examination: ordered.id, statureCm: '172', weightKg: '71.5' })
  return { ...known, examination: ordered.id as string, request: ordered.request as string }
}
export async function finished(lab: Ground, more: Record<string, unknown> = {}) {
  const known = await examined(lab, more)
  await lab.as('hugo').do('death.record-finding', {
    examination: known.examination,
    section: 'death.external',
    answers: { clothing: { value: 'Blue shirt, torn' } },
  })
  await lab.as('hugo').do('death.finish-examination', { examination: known.examination })
  return known
}
/** Blood of a dead person at the bench: ordered, examined, concluded and passed by a second analyst. */
export async function analysed(lab: Ground, more: Record<string, unknown> = {}) {
  await sectionOf(lab as never)
  const known = await examined(lab, more)
  const blood = await lab.as('hugo').do('death.take-specimen', {
    examination: known.examination,
    kind: 'blood-femoral',
    site: 'Left femoral vein',
    container: 'Glass tube',
    additive: 'Fluoride and oxalate',
  })
  const order = await lab.as('hugo').do('death.order-toxicology', {
    examination: known.examination,
    things: [blood.id],
    unit: lab.units['chemistry'],
    discipline: 'drugs',
    question: 'drugs-in-blood',
  })
  const { people, version } = await sectionOf(lab as never)
  await lab.as('marva').do('work.accept-request', { request: order.request })
  await lab.as('marva').do('work.assign-request', {
    request: order.request,
    assignee: people.analyst,
    methodVersion: version,
    reviewer: people.second,
  })
  await lab.as('eugenio').do('work.start-work', { request: order.request })
  const sheet = await lab.as('eugenio').do('results.start-worksheet', { request: order.request })
  const about = { worksheet: sheet.id as string, item: blood.id as string }
  const at = { ...about, about, section: await sectionOf(lab as never) }
  await examinedAtBench(lab as never, at as never)
  const { id } = await concluded(lab as never, at as never)
  return {
    ...known,
    thing: blood.id as string,
    request: order.request as string,
    order: order.number as string,
    worksheet: sheet.id as string,
    conclusion: id,
  }
}
/** The second analyst passes what stands on the worksheet. */
export const passed = (lab: Ground, worksheet: string): Promise<unknown> =>
  lab.as('ingrid').do('results.review-technically', { worksheet, findings: [] }, { stepUp: true })
export const aCause = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  status: 'final',
  lines: [
    { text: 'Haemopericardium', interval: { value: 'minutes' } },
    { text: 'Rupture of acute myocardial infarct', interval: { value: '2 days' } },
    { text: 'Coronary atherosclerosis', interval: { value: '10 years' } },
  ],
  other: 'Diabetes mellitus',
  tobacco: 'yes',
  ...more,
})
/** A radiograph of our own making: 4 × 4 values of 16 bits, uncompressed (DICOM PS3.10, explicit little-endian). */
export function aRadiograph(): Uint8Array {
  const element = (tag: readonly [number, number], vr: string, value: Buffer): Buffer => {
    const long = ['OW', 'OB'].includes(vr)
    const head = Buffer.alloc(long ? 12 : 8)
    head.writeUInt16LE(tag[0], 0)
    head.writeUInt16LE(tag[1], 2)
    head.write(vr, 4, 'latin1')
    if (long) head.writeUInt32LE(value.length, 8)
    else head.writeUInt16LE(value.length, 6)
    return Buffer.concat([head, value])
  }
  const text = (value: string): Buffer => Buffer.from(value.length % 2 ? `${value} ` : value, 'latin1')
  const short = (value: number): Buffer => {
    const out = Buffer.alloc(2)
    out.writeUInt16LE(value)
    return out
  }
  const pixels = Buffer.alloc(32)
  for (let i = 0; i < 16; i += 1) pixels.writeUInt16LE(i * 100, i * 2)
  const syntax = element([0x0002, 0x0010], 'UI', Buffer.from('1.2.840.10008.1.2.1\0', 'latin1'))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(syntax.length)
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    element([0x0002, 0x0000], 'UL', length),
    syntax,
    element([0x0008, 0x0060], 'CS', text('CR')),
    element([0x0010, 0x0010], 'PN', text('Somebody^Else')),
    element([0x0018, 0x0015], 'CS', text('CHEST')),
    element([0x0028, 0x0002], 'US', short(1)),
    element([0x0028, 0x0004], 'CS', text('MONOCHROME2')),
    element([0x0028, 0x0010], 'US', short(4)),
    element([0x0028, 0x0011], 'US', short(4)),
    element([0x0028, 0x0100], 'US', short(16)),
    element([0x0028, 0x0101], 'US', short(16)),
    element([0x0028, 0x0102], 'US', short(15)),
    element([0x0028, 0x0103], 'US', short(0)),
    element([0x7fe0, 0x0010], 'OW', pixels),
  ])
}
export async function aRadiographOf(lab: Ground, examination: string): Promise<string> {
  const file = (await lab.as('hugo').upload(aRadiograph(), 'chest.dcm')).body.sha256
  return (await lab.as('hugo').do('death.add-picture', { examination, kind: 'radiograph', file })).id
}
const pictured = async (lab: Ground): Promise<string> => aRadiographOf(lab, (await examined(lab)).examination)
const onExamination =
  (input: (examination: string, lab: Ground) => unknown): Example =>
  async (lab: Ground) =>
    input((await examined(lab)).examination, lab)
const withRelative = async (lab: Ground) => {
  const { death } = await accepted(lab)
  const { id } = await lab.as('isela').do('death.add-relative', {
    death,
    name: 'Maria Novelo',
    relation: 'wife',
    language: 'es',
    entitled: true,
  })
  return { death, relative: id as string }
}

export const examples: Record<string, Example> = {
  'death.order-examination': async (lab: Ground) => ({ death: (await received(lab)).death, kind: 'full' }),
  'death.acknowledge-results': async (lab: Ground) => {
    const { death, request, worksheet } = await analysed(lab)
    await passed(lab, worksheet)
    return { death, request, reflects: 'event' }
  },
  'death.record-inquiry': async (lab: Ground) => ({
    death: (await told(lab)).death,
    section: 'own.neighbour',
    words: 'The neighbour heard a car at four.',
  }),
  'death.add-number': async (lab: Ground) => {
    await arrangeWordsOf(lab, [['number-kind', 'registrar', 'Registrar', 'Registro civil']])
    return { death: (await told(lab)).death, kind: 'registrar', text: `R-${lab.ground.newId().slice(-6)}` }
  },
  'death.add-picture': onExamination(async (examination, lab) => ({
    examination,
    kind: 'photograph',
    file: (await lab.as('hugo').upload(aRadiograph(), 'chest.dcm')).body.sha256,
  })),
  'death.picture': async (lab: Ground) => ({ picture: await pictured(lab) }),
  'death.radiograph-frame': async (lab: Ground) => ({ picture: await pictured(lab), frame: 0 }),
  'death.start-examination': async (lab: Ground) => {
    const { death } = await received(lab)
    const { id } = await lab.as('hugo').do('death.order-examination', { death, kind: 'external' })
    return { examination: id }
  },
  'death.record-finding': onExamination((examination) => ({
    examination,
    section: 'death.external',
    answers: { clothing: { value: 'Shirt' } },
  })),
  'death.mark-diagram': onExamination((examination) => ({
    examination,
    diagram: 'adult-front',
    x: '210',
    y: '300',
    kind: 'abrasion',
  })),
  'death.record-organ': onExamination((examination) => ({ examination, organ: 'heart', weightG: '340' })),
  'death.return-organ': async (lab: Ground) => {
    const { examination } = await examined(lab)
    await lab
      .as('hugo')
      .do('death.record-organ', { examination, organ: 'heart', weightG: '340', retained: true })
    return { examination, organ: 'heart', words: 'Put back before release' }
  },
  'death.take-specimen': onExamination((examination) => ({
    examination,
    kind: 'blood-femoral',
    site: 'Left femoral vein',
  })),
  'death.recover-item': onExamination((examination) => ({
    examination,
    type: 'bullet',
    description: 'Bullet, deformed',
    site: 'Left scapula',
  })),
  'death.order-toxicology': async (lab: Ground) => {
    const { examination } = await examined(lab)
    const blood = await lab.as('hugo').do('death.take-specimen', { examination, kind: 'blood-femoral' })
    return {
      examination,
      things: [blood.id],
      unit: lab.units['toxicology'],
      discipline: 'toxicology',
      question: 'drugs-in-blood',
    }
  },
  'death.finish-examination': onExamination((examination) => ({ examination })),
  'death.review-examination': async (lab: Ground) => ({
    examination: (await finished(lab)).examination,
    outcome: 'agreed',
  }),
  'death.get-examination': onExamination((examination) => ({ examination })),
  'death.pending-because': () => ({}),
  'death.ageing': () => ({}),
  'death.certify-cause': async (lab: Ground) => ({ death: (await received(lab)).death, ...aCause() }),
  'death.give-manner': async (lab: Ground) => ({ death: (await accepted(lab)).death, manner: 'natural' }),
  'death.answer-doubt': async (lab: Ground) => {
    const { death } = await received(lab)
    await lab.as('hugo').do('death.certify-cause', {
      death,
      ...aCause({ lines: [{ text: 'Cardiac arrest', interval: { absent: 'unknown' } }] }),
    })
    return { death, doubt: 'ill-defined', outcome: 'stands', words: 'Nothing more is known' }
  },
  'death.doubts': () => ({}),
  'death.tally': () => ({}),
  'death.refer-to-inquest': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    court: 'Magistrates’ Court, Dangriga',
    reason: 'Death in custody',
  }),
  'death.record-verdict': async (lab: Ground) => {
    const { death } = await accepted(lab)
    await lab
      .as('isela')
      .do('death.refer-to-inquest', { death, court: 'Magistrates’ Court', reason: 'Custody' })
    return { death, court: 'Magistrates’ Court', onDay: '2026-11-20', verdict: 'Misadventure' }
  },
  'death.add-relative': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    name: 'Maria Novelo',
    relation: 'wife',
  }),
  'death.notify-relative': async (lab: Ground) => ({
    ...(await withRelative(lab)),
    outcome: 'reached',
    words: 'Told',
  }),
  'death.record-viewing': async (lab: Ground) => ({ ...(await withRelative(lab)), outcome: 'reached' }),
  'death.clear-cremation': async (lab: Ground) => ({ death: (await accepted(lab)).death, state: 'pending' }),
  'death.take-call': async (lab: Ground) => {
    await officeOf(lab)
    return aCall()
  },
  'death.record-notification': async (lab: Ground) => ({
    death: (await told(lab)).death,
    whom: 'pathologist',
    name: 'Dr Hugo Escalante',
    outcome: 'comes',
  }),
  'death.record-place': async (lab: Ground) => ({
    death: (await told(lab)).death,
    kind: 'last-alive',
    on: '2026-11-01',
    time: '21:00',
    approximate: true,
    text: 'At home',
  }),
  'death.accept-jurisdiction': async (lab: Ground) => ({
    death: (await told(lab)).death,
    profile: 'medical-examiner',
  }),
  'death.decline-jurisdiction': async (lab: Ground) => ({
    death: (await told(lab)).death,
    reason: 'natural-attended',
    signs: 'Dr Ruth Neal',
  }),
  'death.change-authority': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    profile: 'medical-examiner',
  }),
  'death.request-medical-records': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    whom: 'Southern Regional Hospital',
    what: 'All notes of 2026',
  }),
  'death.request-hospital-specimen': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    whom: 'Southern Regional Hospital',
    what: 'Blood taken on admission',
  }),
  'death.record-hospital-answer': async (lab: Ground) => {
    const { death } = await accepted(lab)
    const asked = await lab.as('isela').do('death.request-hospital-specimen', {
      death,
      whom: 'Southern Regional Hospital',
      what: 'Blood taken on admission',
    })
    return { death, asked: asked.id, outcome: 'none' }
  },
  'death.receive-body': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    place: (await officeOf(lab)).places['TABLE'],
    broughtBy: 'Mortuary van',
  }),
  'death.move-body': async (lab: Ground) => {
    const { death } = await received(lab)
    return { death, place: (await officeOf(lab)).places['MORGUE'] }
  },
  'death.record-temperature': async (lab: Ground) => ({
    place: (await officeOf(lab)).places['UNIT-1'],
    celsius: '3.8',
  }),
  'death.count-bodies': async (lab: Ground) => {
    await officeOf(lab)
    return { morgue: 'MORGUE', found: [] }
  },
  'death.inventory-effects': async (lab: Ground) => ({
    death: (await received(lab)).death,
    effects: [{ words: 'Wristwatch, yellow metal' }],
    seal: 'E-5501',
    witness: { person: (await officeOf(lab)).investigator, pin: '246810' },
  }),
  'death.release-effects': async (lab: Ground) => {
    const { death } = await received(lab)
    const { investigator } = await officeOf(lab)
    const bag = await lab.as('norris').do('death.inventory-effects', {
      death,
      effects: [{ words: 'Wallet' }],
      seal: 'E-5502',
      witness: { person: investigator, pin: '246810' },
    })
    return { death, bag: bag.id, to: aRelative, relation: 'wife' }
  },
  'death.record-paper': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    kind: 'burial-order',
    state: 'approved',
    number: 'BO-1',
  }),
  'death.release-body': async (lab: Ground) => ({
    death: (await ready(lab)).death,
    to: aRelative,
    kind: 'relative',
  }),
  'death.hold-body': async (lab: Ground) => ({
    death: (await received(lab)).death,
    authority: 'Director of Public Prosecutions',
  }),
  'death.free-body': async (lab: Ground) => {
    const { death } = await received(lab)
    const hold = await lab.as('isela').do('death.hold-body', { death, authority: 'DPP' })
    return { death, hold: hold.id }
  },
  'death.mark-unclaimed': async (lab: Ground) => ({
    death: (await received(lab)).death,
    notices: 'Notice in the press and on the radio',
  }),
  'death.record-burial': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    kind: 'buried',
    on: '2026-11-05',
    place: 'Lord Ridge Cemetery',
  }),
  'death.exhume-body': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    on: '2026-11-20',
    place: 'Lord Ridge Cemetery',
    authority: 'Order of the court',
  }),
  'death.morgue-board': async (lab: Ground) => {
    await officeOf(lab)
    return {}
  },
  'death.moving-plan': async (lab: Ground) => ({ unit: (await officeOf(lab)).places['UNIT-2'] }),
  'death.wristband': async (lab: Ground) => ({ death: (await received(lab)).death }),
  'death.identify-decedent': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    ...anIdentity({ state: 'presumed', method: 'visual' }),
  }),
  'death.describe-body': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    features: [{ kind: 'tattoo', site: 'left-arm', words: 'Anchor' }],
  }),
  'death.register-missing': async (lab: Ground) => {
    await officeOf(lab)
    return { name: 'Placido Teul', reportedBy: { name: 'Elena Teul' } }
  },
  'death.propose-match': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    missing: (await missed(lab)).id,
  }),
  'death.exclude-match': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    missing: (await missed(lab)).id,
    words: 'Teeth differ',
  }),
  'death.confirm-match': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    missing: (await missed(lab)).id,
    method: 'dna',
  }),
  'death.match-candidates': async (lab: Ground) => ({ death: (await accepted(lab)).death }),
  'death.missing-persons': async (lab: Ground) => {
    await officeOf(lab)
    return { limit: 20 }
  },
  'death.calls': () => ({ state: 'all', limit: 20 }),
  'death.get-death': async (lab: Ground) => ({ death: (await told(lab)).death }),
}
