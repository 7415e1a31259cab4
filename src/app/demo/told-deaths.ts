/** Whom the demonstration tells of: each death with its place, its day and how far the office has come. */
type Stage =
  | 'open'
  | 'declined'
  | 'coming'
  | 'here'
  | 'examining'
  | 'pending'
  | 'certified'
  | 'unidentified'
  | 'over'
  | 'homicide'
  | 'released'
export interface Told {
  readonly back: number
  readonly stage: Stage
  readonly setting: string
  readonly circumstances?: readonly string[]
  readonly where: string
  readonly district: string
  readonly years?: number
  readonly sex?: 'male' | 'female'
  readonly place?: string
  readonly cause?: readonly (readonly [text: string, interval: string])[]
  readonly manner?: string
  readonly how?: string
}

export const heart = [
  ['Acute myocardial infarction', '2 hours'],
  ['Coronary atherosclerosis', '10 years'],
] as const
const stroke = [
  ['Intracerebral haemorrhage', '6 hours'],
  ['Hypertension', '15 years'],
] as const
const crash = [
  ['Rupture of the aorta', 'minutes'],
  ['Blunt trauma of the chest in a traffic collision', 'minutes'],
] as const
const drowned = [['Drowning', 'minutes']] as const
const shot = [
  ['Haemothorax', 'minutes'],
  ['Gunshot wound of the chest', 'minutes'],
] as const

export const told: readonly Told[] = [
  { back: 0, stage: 'open', setting: 'home', where: 'Faber’s Road', district: 'BZ-BZ', years: 71 },
  {
    back: 0,
    stage: 'open',
    setting: 'hospital',
    where: 'Karl Heusner Memorial Hospital',
    district: 'BZ-BZ',
    years: 34,
    circumstances: ['medical'],
  },
  {
    back: 1,
    stage: 'coming',
    setting: 'home',
    where: 'San Ignacio, Burns Avenue',
    district: 'BZ-CY',
    years: 52,
  },
  {
    back: 1,
    stage: 'coming',
    setting: 'public-place',
    where: 'Corozal, the seawall',
    district: 'BZ-CZL',
    years: 45,
  },
  {
    back: 2,
    stage: 'here',
    setting: 'road',
    circumstances: ['traffic'],
    where: 'Philip Goldson Highway, mile 14',
    district: 'BZ-BZ',
    years: 27,
    place: 'M1-1',
  },
  {
    back: 2,
    stage: 'here',
    setting: 'water',
    circumstances: ['drowning'],
    where: 'Caye Caulker, the Split',
    district: 'BZ-BZ',
    years: 19,
    place: 'M1-2',
  },
  {
    back: 3,
    stage: 'here',
    setting: 'custody',
    where: 'Central Prison, Hattieville',
    district: 'BZ-BZ',
    years: 40,
    place: 'M1-3',
  },
  {
    back: 4,
    stage: 'here',
    setting: 'home',
    circumstances: ['infant'],
    where: 'Dangriga, Sabal',
    district: 'BZ-SC',
    years: 0,
    place: 'M1-4',
  },
  {
    back: 4,
    stage: 'examining',
    setting: 'work',
    circumstances: ['fall'],
    where: 'Belmopan, a building site',
    district: 'BZ-CY',
    years: 38,
    place: 'MT-1',
  },
  {
    back: 5,
    stage: 'examining',
    setting: 'home',
    circumstances: ['drug'],
    where: 'Ladyville, Milpa Lane',
    district: 'BZ-BZ',
    years: 29,
    sex: 'female',
    place: 'MT-2',
  },
  {
    back: 6,
    stage: 'pending',
    setting: 'road',
    circumstances: ['traffic'],
    where: 'Hummingbird Highway, mile 31',
    district: 'BZ-SC',
    years: 33,
    place: 'M1-5',
  },
  {
    back: 8,
    stage: 'pending',
    setting: 'home',
    circumstances: ['drug'],
    where: 'San Pedro, Middle Street',
    district: 'BZ-BZ',
    years: 44,
    place: 'M1-6',
  },
  {
    back: 16,
    stage: 'pending',
    setting: 'hospital',
    where: 'Western Regional Hospital',
    district: 'BZ-CY',
    years: 61,
    place: 'M1-7',
  },
  {
    back: 21,
    stage: 'pending',
    setting: 'public-place',
    where: 'Orange Walk, the market',
    district: 'BZ-OW',
    years: 48,
    place: 'M2-1',
  },
  {
    back: 7,
    stage: 'certified',
    setting: 'home',
    where: 'Belize City, Cemetery Road',
    district: 'BZ-BZ',
    years: 66,
    place: 'M2-2',
    cause: heart,
    manner: 'natural',
  },
  {
    back: 9,
    stage: 'certified',
    setting: 'home',
    where: 'Punta Gorda, Front Street',
    district: 'BZ-TOL',
    years: 74,
    sex: 'female',
    place: 'M2-3',
    cause: stroke,
    manner: 'natural',
  },
  {
    back: 10,
    stage: 'certified',
    setting: 'road',
    circumstances: ['traffic'],
    where: 'George Price Highway, mile 22',
    district: 'BZ-BZ',
    years: 23,
    place: 'M2-4',
    cause: crash,
    manner: 'accident',
    how: 'Driver of a motorcycle that met a lorry',
  },
  {
    back: 12,
    stage: 'unidentified',
    setting: 'water',
    circumstances: ['drowning'],
    where: 'Haulover Creek',
    district: 'BZ-BZ',
    place: 'M2-5',
  },
  {
    back: 28,
    stage: 'unidentified',
    setting: 'other',
    circumstances: ['remains'],
    where: 'Near Hattieville, in the bush',
    district: 'BZ-BZ',
    place: 'M3-1',
  },
  {
    back: 34,
    stage: 'over',
    setting: 'home',
    where: 'Belize City, Racecourse Street',
    district: 'BZ-BZ',
    years: 69,
    place: 'M2-6',
    cause: heart,
    manner: 'natural',
  },
  {
    back: 40,
    stage: 'over',
    setting: 'public-place',
    where: 'Belize City, Battlefield Park',
    district: 'BZ-BZ',
    years: 57,
    place: 'M3-2',
    cause: heart,
    manner: 'natural',
  },
  {
    back: 9,
    stage: 'homicide',
    setting: 'public-place',
    circumstances: ['firearm'],
    where: 'Belize City, Jane Usher Boulevard',
    district: 'BZ-BZ',
    years: 25,
    place: 'M1-8',
    cause: shot,
    manner: 'homicide',
    how: 'Shot by another person',
  },
  {
    back: 17,
    stage: 'homicide',
    setting: 'home',
    circumstances: ['firearm'],
    where: 'Dangriga, Wagierale',
    district: 'BZ-SC',
    years: 31,
    place: 'M2-7',
    cause: shot,
    manner: 'homicide',
    how: 'Shot by another person',
  },
  ...[3, 11, 15, 22, 27].map(
    (back, n): Told => ({
      back,
      stage: 'declined',
      setting: n % 2 === 0 ? 'hospital' : 'home',
      where:
        [
          'Southern Regional Hospital',
          'Benque Viejo',
          'Northern Regional Hospital',
          'Independence',
          'Corozal Hospital',
        ][n] ?? '',
      district: ['BZ-SC', 'BZ-CY', 'BZ-OW', 'BZ-SC', 'BZ-CZL'][n] ?? 'BZ-BZ',
      years: 70 + n * 3,
    }),
  ),
  ...[13, 14, 18, 19, 20, 23, 24, 25, 26, 29, 30, 32].map(
    (back, n): Told => ({
      back,
      stage: 'released',
      setting: n % 3 === 0 ? 'road' : n % 3 === 1 ? 'home' : 'water',
      circumstances: n % 3 === 0 ? ['traffic'] : n % 3 === 1 ? [] : ['drowning'],
      where:
        [
          'Ladyville',
          'Belmopan',
          'Placencia',
          'Hattieville',
          'San Ignacio',
          'San Pedro',
          'Dangriga',
          'Orange Walk',
          'Hopkins',
          'Burrell Boom',
          'Santa Elena',
          'Sarteneja',
        ][n] ?? '',
      district:
        [
          'BZ-BZ',
          'BZ-CY',
          'BZ-SC',
          'BZ-BZ',
          'BZ-CY',
          'BZ-BZ',
          'BZ-SC',
          'BZ-OW',
          'BZ-SC',
          'BZ-BZ',
          'BZ-CY',
          'BZ-CZL',
        ][n] ?? 'BZ-BZ',
      years: 22 + n * 4,
      place: 'MORGUE-T',
      cause: n % 3 === 0 ? crash : n % 3 === 1 ? (n % 2 === 0 ? heart : stroke) : drowned,
      manner: n % 3 === 1 ? 'natural' : 'accident',
      ...(n % 3 === 0 ? { how: 'Traffic collision' } : n % 3 === 2 ? { how: 'Fell from a boat' } : {}),
    }),
  ),
]
