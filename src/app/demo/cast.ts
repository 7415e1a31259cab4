/** Who works in the demonstration; their names are nobody's. One of each role stands at the door. */
export interface Player {
  readonly username: string
  readonly name: string
  readonly rank?: string
  readonly title: string
  readonly roles: readonly string[]
  /** Code of the unit; none: the whole service. */
  readonly unit?: string
  readonly language?: 'es'
}

export const administrator: Player = {
  username: 'admin',
  name: 'Ilna Bradley',
  title: 'Systems Administrator',
  roles: ['administrator'],
  unit: 'ADM',
}

const laboratory: readonly Player[] = [
  {
    username: 'counter',
    name: 'Jolene Reneau',
    title: 'Evidence Officer',
    roles: ['evidence-officer'],
    unit: 'EVM',
  },
  { username: 'analyst', name: 'Teresita Cus', title: 'Forensic Analyst', roles: ['analyst'], unit: 'CHEM' },
  {
    username: 'reviewer',
    name: 'Gilbert Tzul',
    title: 'Senior Forensic Analyst',
    roles: ['analyst'],
    unit: 'CHEM',
  },
  {
    username: 'head',
    name: 'Ana Lisbey',
    title: 'Head of Analytical Chemistry',
    roles: ['section-head'],
    unit: 'CHEM',
  },
  { username: 'quality', name: 'Everett Pook', title: 'Quality Manager', roles: ['quality-manager'] },
  { username: 'director', name: 'Marisol Quan', title: 'Executive Director', roles: ['director'] },
  {
    username: 'keeper',
    name: 'Selwyn Arana',
    title: 'Evidence Officer',
    roles: ['evidence-officer'],
    unit: 'EVM',
  },
  {
    username: 'analyst2',
    name: 'Dwayne Staine',
    title: 'Forensic Analyst',
    roles: ['analyst'],
    unit: 'CHEM',
  },
  { username: 'tox', name: 'Hilda Coc', title: 'Toxicologist', roles: ['analyst'], unit: 'TOX' },
  {
    username: 'tox-head',
    name: 'Kelvin Ramclam',
    title: 'Head of Toxicology',
    roles: ['section-head'],
    unit: 'TOX',
  },
  {
    username: 'firearms',
    name: 'Orlando Wade',
    title: 'Firearms Examiner',
    roles: ['analyst'],
    unit: 'FIRE',
  },
  {
    username: 'firearms-head',
    name: 'Sylvia Novelo',
    title: 'Head of Firearms Examination',
    roles: ['section-head'],
    unit: 'FIRE',
  },
  {
    username: 'serology',
    name: 'Mireya Canul',
    title: 'Forensic Analyst',
    roles: ['analyst'],
    unit: 'SER',
    language: 'es',
  },
  {
    username: 'serology-head',
    name: 'Joan Lambey',
    title: 'Head of Serology',
    roles: ['section-head'],
    unit: 'SER',
  },
  {
    username: 'dna',
    name: 'Corinth Lewis',
    title: 'Custodian of DNA Profiles',
    roles: ['dna-custodian'],
  },
  {
    username: 'overseer',
    name: 'Thelma Arzu',
    title: 'Overseer of DNA Profiles',
    roles: ['dna-overseer'],
  },
  {
    username: 'scenes',
    name: 'Verla Teck',
    title: 'Scenes of Crime Technician',
    roles: ['scene-technician'],
    unit: 'SOC-DG',
  },
  {
    username: 'scenes2',
    name: 'Ramiro Canul',
    title: 'Scenes of Crime Technician',
    roles: ['scene-technician'],
    unit: 'SOC-DG',
  },
  {
    username: 'soc-head',
    name: 'Delsie Arzu',
    title: 'Supervisor, Scenes of Crime',
    roles: ['section-head'],
    unit: 'SOC',
  },
  {
    username: 'pathologist',
    name: 'Hugo Escalante',
    title: 'Medical Examiner',
    roles: ['pathologist'],
    unit: 'ME',
    language: 'es',
  },
  {
    username: 'pathologist2',
    name: 'Loretta Vasquez',
    title: 'Forensic Pathologist',
    roles: ['pathologist'],
    unit: 'ME',
  },
  {
    username: 'investigator',
    name: 'Isela Mai',
    title: 'Death Investigator',
    roles: ['death-investigator'],
    unit: 'ME',
  },
  {
    username: 'attendant',
    name: 'Norris Bol',
    title: 'Morgue Attendant',
    roles: ['morgue-attendant'],
    unit: 'ME',
  },
  {
    username: 'outside',
    name: 'Neville Ebanks',
    title: 'Reviewer, Cayman Islands',
    roles: ['outside-reviewer'],
    unit: 'HSA',
  },
  { username: 'archivist', name: 'Celso Requena', title: 'Registrar of Files', roles: ['archivist'] },
  { username: 'archivist2', name: 'Myrna Flowers', title: 'Archive Clerk', roles: ['archivist'] },
  { username: 'archivist3', name: 'Wilbert Pech', title: 'Archive Clerk', roles: ['archivist'] },
  {
    username: 'observer',
    name: 'Deysi Mendoza',
    title: 'Analyst, Crime Observatory',
    roles: ['observer'],
    unit: 'BCO',
    language: 'es',
  },
]
const customers: readonly Player[] = [
  {
    username: 'officer',
    name: 'Dorian Palacio',
    rank: 'Cpl',
    title: 'Investigator',
    roles: ['officer'],
    unit: 'DG',
  },
  {
    username: 'prosecutor',
    name: 'Kendra Usher',
    title: 'Crown Counsel',
    roles: ['prosecutor'],
    unit: 'DPP',
  },
  {
    username: 'branch',
    name: 'Alrick Gabourel',
    rank: 'Insp',
    title: 'Police Prosecutor',
    roles: ['prosecutor'],
    unit: 'PB',
  },
  {
    username: 'exhibits',
    name: 'Wendell Bood',
    rank: 'Sgt',
    title: 'Exhibit Keeper, National Exhibit Room',
    roles: ['officer'],
    unit: 'NER',
  },
]
const hospital: readonly Player[] = [
  {
    username: 'nurse',
    name: 'Arlette Trapp',
    title: 'Nurse, accident and emergency',
    roles: ['officer'],
    unit: 'KHMH',
  },
]
const investigators: readonly (readonly [unit: string, rank: string, name: string])[] = [
  ['DG', 'Sgt', 'Melva Requena'],
  ['PREC1', 'PC', 'Tyrone Gentle'],
  ['PREC2', 'WPC', 'Shanelle Flowers'],
  ['PREC3', 'Cpl', 'Egbert Jex'],
  ['LDV', 'WPC', 'Carla Tillett'],
  ['HTV', 'PC', 'Kenrick Banner'],
  ['SP', 'PC', 'Ruben Nuñez'],
  ['BMP', 'Sgt', 'Mario Teul'],
  ['SI', 'Cpl', 'Elmer Bacab'],
  ['OW', 'Cpl', 'Yadira Magaña'],
  ['CZL', 'PC', 'Nelly Cawich'],
  ['IND', 'PC', 'Ramiro Sosa'],
  ['PG', 'Cpl', 'Basilio Choc'],
]
export const players: readonly Player[] = [
  ...laboratory,
  ...customers,
  ...hospital,
  ...investigators.map(
    ([unit, rank, name]): Player => ({
      username: `cib-${unit.toLowerCase()}`,
      name,
      rank,
      title: 'Investigator',
      roles: ['officer'],
      unit,
    }),
  ),
]

/** One of each role, in the order in which a thing goes through their hands, and what they do; said in both languages, since the door has no words of modules. */
export const atTheDoor: Readonly<Record<string, { en: string; es: string }>> = {
  scenes: {
    en: 'Works a scene with a telephone, network or none.',
    es: 'Trabaja una escena con un teléfono, con red o sin ella.',
  },
  counter: {
    en: 'Receives what officers bring, stores it, hands it over.',
    es: 'Recibe lo que traen los oficiales, lo guarda y lo entrega.',
  },
  analyst: {
    en: 'Weighs, tests and concludes at the bench; writes certificates.',
    es: 'Pesa, analiza y concluye en la mesa; escribe certificados.',
  },
  reviewer: {
    en: 'Checks the work of others before it may be reported.',
    es: 'Revisa el trabajo de otros antes de que se informe.',
  },
  head: {
    en: 'Takes requests on, assigns them, lets certificates go.',
    es: 'Acepta solicitudes, las asigna y deja salir los certificados.',
  },
  quality: {
    en: 'Looks after methods, instruments, reagents and what went wrong.',
    es: 'Cuida métodos, instrumentos, reactivos y lo que salió mal.',
  },
  director: { en: 'Sees how the service stands.', es: 'Ve cómo está el servicio.' },
  officer: {
    en: 'Brings exhibits, asks for examinations, gets certificates.',
    es: 'Trae indicios, pide exámenes, recibe certificados.',
  },
  prosecutor: {
    en: 'Gets certificates and prepares cases for court.',
    es: 'Recibe certificados y prepara casos para el tribunal.',
  },
  investigator: {
    en: 'Takes the calls about deaths, day and night.',
    es: 'Atiende los avisos de muertes, de día y de noche.',
  },
  attendant: {
    en: 'Takes bodies in and lets them go; keeps the morgue.',
    es: 'Recibe y entrega los cuerpos; cuida la morgue.',
  },
  pathologist: {
    en: 'Examines the dead; certifies cause and manner.',
    es: 'Examina a los fallecidos; certifica causa y manera.',
  },
  archivist: {
    en: 'Lists the paper of thirty years and has it scanned and read.',
    es: 'Inventaría el papel de treinta años y lo hace escanear y leer.',
  },
  observer: {
    en: 'Counts what happened; prepares what may be published.',
    es: 'Cuenta lo que pasó; prepara lo que puede publicarse.',
  },
  admin: {
    en: 'Looks after people, offices and the laboratory’s own words; sees no case.',
    es: 'Cuida personas, oficinas y las palabras del laboratorio; no ve casos.',
  },
}
