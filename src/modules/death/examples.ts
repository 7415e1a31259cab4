/** Well-formed inputs for every operation of death, and builders for its stories: the words, the people of the office, a death at each stage. */
import { arrangeWords as arrangeCaseWords } from '#modules/cases/examples.ts'
import { arrangeWords as arrangeEvidenceWords } from '#modules/evidence/examples.ts'

interface Voice {
  readonly id?: string | undefined
  do(operation: string, input: unknown, telling?: { stepUp?: boolean; reason?: string }): Promise<any> // oxlint-disable-line typescript/no-explicit-any
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
  ['morgue', 'MORGUE', 'Morgue', 'Morgue', { days: 30, limits: { 'UNIT-1': '6.0', 'UNIT-2': '6.0' } }],
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
    director: await at('dora', 'Dora Chi', 'director', null),
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

export const examples: Record<string, Example> = {
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
