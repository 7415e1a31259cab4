/** Where things happen in the demonstration: most in Belize District, then as the districts have people; who answers there. */
import type { Laboratory } from '#modules/catalogue/contract.ts'
import type { Chance } from './chance.ts'

export interface Scene {
  readonly words: string
  readonly settlement: string
  readonly district: string
  readonly highway?: string
  readonly mile?: string
  /** Code of the police formation that answers. */
  readonly formation: string
}

/** Settlements with a formation of their own; the villages of a district go to its town. */
const formations: Readonly<Record<string, string>> = {
  'belize-city': 'PREC1',
  'belize-city-southside': 'PREC2',
  'belize-city-northside': 'PREC3',
  ladyville: 'LDV',
  'lords-bank': 'LDV',
  'burrell-boom': 'LDV',
  hattieville: 'HTV',
  'western-paradise': 'HTV',
  'san-pedro': 'SP',
  'caye-caulker': 'SP',
  belmopan: 'BMP',
  'roaring-creek': 'BMP',
  camalote: 'BMP',
  armenia: 'BMP',
  'cotton-tree': 'BMP',
  placencia: 'IND',
  'seine-bight': 'IND',
  'independence-and-mango-creek': 'IND',
  'bella-vista': 'IND',
  trio: 'IND',
}
const towns: Readonly<Record<string, string>> = {
  'BZ-BZ': 'LDV',
  'BZ-CY': 'SI',
  'BZ-CZL': 'CZL',
  'BZ-OW': 'OW',
  'BZ-SC': 'DG',
  'BZ-TOL': 'PG',
}

const districts = [
  { code: 'BZ-BZ', weight: 46 },
  { code: 'BZ-CY', weight: 19 },
  { code: 'BZ-SC', weight: 13 },
  { code: 'BZ-OW', weight: 10 },
  { code: 'BZ-CZL', weight: 7 },
  { code: 'BZ-TOL', weight: 5 },
]
/** The larger the place the more happens in it. */
const size: Readonly<Record<string, number>> = { city: 9, area: 14, town: 9, village: 1 }

const spots = [
  'Bus terminal',
  'Market',
  'Football field',
  'Health post',
  'Church yard',
  'Water tower',
  'Village store',
  'Canal side',
  'Basketball court',
  'Old saw mill',
  'River landing',
  'Community centre',
  'School fence',
  'Gas station',
  'Lumber yard',
]
const streets = [
  'Pen Road',
  'Mahogany Street',
  'Vernon Street',
  'Kraal Road',
  'Freetown Road',
  'Cemetery Lane',
  'Front Street',
  'Back Street',
  'Hibiscus Avenue',
  'Iguana Street',
  'Sawai Street',
  'Third Avenue',
  'Santa Rita Lane',
  'Orchid Street',
  'Mangrove Alley',
  'Riverside Drive',
  'Magazine Road',
  'Ecumenical Drive',
  'Citrus Crescent',
  'Barrier Reef Drive',
  'Caesar Ridge',
  'Zinnia Street',
  'Almond Tree Lane',
  'Liberty Avenue',
  'Far West Street',
  'Moho Street',
  'Prince Street',
  'Jose Maria Nunez Street',
]
const highways: Readonly<Record<string, readonly [code: string, name: string, from: number, to: number]>> = {
  'BZ-BZ': ['philip-goldson', 'Philip Goldson Highway', 5, 45],
  'BZ-CY': ['george-price', 'George Price Highway', 30, 70],
  'BZ-OW': ['philip-goldson', 'Philip Goldson Highway', 46, 66],
  'BZ-CZL': ['philip-goldson', 'Philip Goldson Highway', 67, 92],
  'BZ-SC': ['hummingbird', 'Hummingbird Highway', 20, 54],
  'BZ-TOL': ['southern', 'Southern Highway', 60, 100],
}

type Code = Laboratory['lists'][number]['codes'][number]
const dataOf = (code: Code): { district?: string; kind?: string } =>
  (code.data ?? {}) as { district?: string; kind?: string }

export function placesOf(laboratory: Laboratory): (chance: Chance, onRoad?: boolean) => Scene {
  const all = laboratory.lists.find((list) => list.list === 'settlement')?.codes ?? []
  return (chance, onRoad = false) => {
    const district = chance.weigh(districts).code
    const settlement = chance.weigh(
      all
        .filter((code) => dataOf(code).district === district)
        .map((code) => ({ code, weight: size[dataOf(code).kind ?? ''] ?? 1 })),
    ).code
    const shared = {
      settlement: settlement.code,
      district,
      formation: formations[settlement.code] ?? (towns[district] as string),
    }
    const road = highways[district]
    if (road && (onRoad || chance.onceIn(14))) {
      const mile = `${chance.between(road[2], road[3])}.${chance.below(10)}`
      return { ...shared, words: `Mile ${mile}, ${road[1]}`, highway: road[0], mile }
    }
    const named =
      dataOf(settlement).kind === 'village'
        ? chance.pick(spots)
        : `${chance.between(2, 240)} ${chance.pick(streets)}`
    return { ...shared, words: `${named}, ${settlement.en}` }
  }
}
