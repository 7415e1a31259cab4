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
  }
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
  'death.calls': () => ({ state: 'all', limit: 20 }),
  'death.get-death': async (lab: Ground) => ({ death: (await told(lab)).death }),
}
