/** The office of the stories: its words, its people and its morgue. */
import { arrangeWords as arrangeCaseWords } from '#modules/cases/examples.ts'
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
