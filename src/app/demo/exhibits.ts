/** What is brought to the counter, as an officer would describe it: the thing, its packaging, its dangers. */
import type { Chance } from './chance.ts'
import type { DemoDrug } from './references.ts'

/** What is truly in a bag of the demonstration; the analyst finds it out. */
export interface Sample {
  readonly substance: DemoDrug
  readonly parcels: number
  readonly grams: number
  /** Every parcel weighs the same, for cases in which the second decimal counts. */
  readonly exact?: true
}
export interface Exhibit {
  readonly description: string
  readonly type: string
  readonly packaging: {
    readonly type: string
    readonly colour?: string
    readonly size?: string
    readonly condition?: string
  }
  readonly count?: number
  readonly hazards?: readonly string[]
  readonly sample?: Sample
  readonly contents?: readonly Exhibit[]
  readonly discrepancies?: readonly {
    readonly kind: string
    readonly expected: string
    readonly found: string
    readonly words: string
  }[]
}
type Packaging = Exhibit['packaging']

const bags: readonly (Packaging & { readonly weight: number })[] = [
  { weight: 5, type: 'tamper-bag', colour: 'clear', size: 'small' },
  { weight: 3, type: 'zip-bag', colour: 'clear', size: 'very-small' },
  { weight: 3, type: 'paper-envelope', colour: 'manila', size: 'small' },
  { weight: 2, type: 'paper-envelope', colour: 'white', size: 'small' },
  { weight: 2, type: 'paper-bag', colour: 'brown', size: 'medium' },
  { weight: 1, type: 'plastic-bag', colour: 'black', size: 'medium' },
]
const conditions = [
  { weight: 92, code: 'intact' },
  { weight: 3, code: 'sealed-damaged' },
  { weight: 2, code: 'wet' },
  { weight: 2, code: 'torn' },
  { weight: 1, code: 'label-unreadable' },
]
const packed = (c: Chance, packaging: Packaging = withoutWeight(c.weigh(bags))): Packaging => ({
  ...packaging,
  condition: c.weigh(conditions).code,
})
const withoutWeight = ({ weight: _weight, ...rest }: Packaging & { readonly weight: number }): Packaging =>
  rest
const parcelsIn = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
const wrap = ['clear plastic', 'foil', 'brown paper', 'black plastic', 'cling film', 'newspaper']

export function cannabis(c: Chance, from: number, to: number): Exhibit {
  const grams = from + c.below(Math.max(1, (to - from) * 100)) / 100
  const parcels = grams > 400 ? c.between(1, 12) : c.between(1, Math.min(14, 1 + Math.ceil(grams / 3)))
  const form =
    grams < 8 && c.onceIn(3)
      ? `Cigarettes of plant material, ${parcels} in a tin`
      : grams > 400
        ? `Compressed plant material, ${parcelsIn(parcels, 'block')} in ${c.pick(wrap)}`
        : `Dried plant material, ${parcelsIn(parcels, 'parcel')} in ${c.pick(wrap)}`
  return {
    description: form,
    type: 'plant-material',
    packaging: packed(c, grams > 400 ? { type: 'sack', colour: 'white', size: 'large' } : undefined),
    sample: { substance: 'cannabis', parcels, grams },
  }
}
export function powder(c: Chance, substance: DemoDrug, from: number, to: number): Exhibit {
  const grams = from + c.below((to - from) * 100) / 100
  const parcels = c.between(1, Math.min(20, 1 + Math.ceil(grams / 4)))
  const looks: Partial<Record<DemoDrug, readonly [string, string]>> = {
    cocaine: c.onceIn(3) ? ['Off-white rocks', 'compressed-powder'] : ['White powder', 'powder'],
    methamphetamine: ['Clear crystals', 'crystal'],
    heroin: ['Light brown powder', 'powder'],
  }
  const [look, type] = looks[substance] ?? ['White powder', 'powder']
  return {
    description: `${look}, ${parcelsIn(parcels, 'parcel')} in ${c.pick(wrap)}`,
    type,
    packaging: packed(c),
    sample: { substance, parcels, grams },
  }
}
export function tablets(c: Chance): Exhibit {
  const count = c.between(3, 60)
  return {
    description: `${c.pick(['Blue', 'Pink', 'Yellow', 'Green'])} tablets marked “${c.pick(['TESLA', 'LV', 'M30', 'ROLEX', 'BULL'])}”, ${count}`,
    type: 'tablet',
    count,
    packaging: packed(c),
    sample: { substance: 'mdma', parcels: 1, grams: count * 0.3 },
  }
}
export const edibles = (c: Chance): Exhibit => ({
  description: `${c.pick(['Gummies', 'Brownies', 'Cookies', 'Lollipops'])} in a printed bag, ${c.between(4, 30)}`,
  type: 'edible',
  packaging: packed(c, { type: 'zip-bag', colour: 'multicoloured', size: 'small' }),
})
export const utensil = (c: Chance): Exhibit => ({
  description: c.pick([
    'Digital scale, silver, residue on the pan',
    'Glass pipe, burnt end',
    'Grinder, green metal',
    'Rolling papers, one box',
    'Empty small bags, one bundle',
    'Spoon, blackened',
  ]),
  type: 'paraphernalia',
  packaging: packed(c, { type: 'paper-bag', colour: 'brown', size: 'small' }),
})
export function cash(c: Chance): Exhibit {
  const notes = c.between(3, 90)
  return {
    description: `Cash, ${parcelsIn(notes, 'note')}, BZ$ ${notes * c.pick([5, 10, 20])}`,
    type: 'currency',
    count: notes,
    packaging: packed(c, { type: 'tamper-bag', colour: 'clear', size: 'small' }),
  }
}
export const phone = (c: Chance): Exhibit => ({
  description: `Mobile telephone, ${c.pick(['Samsung', 'Xiaomi', 'iPhone', 'Motorola', 'ZTE'])}, ${c.pick(['black', 'blue', 'cracked screen', 'in a red case', 'no SIM card'])}`,
  type: 'phone',
  packaging: packed(c, { type: 'faraday-bag', colour: 'silver', size: 'small' }),
})

const calibres = ['9 mm', '.38', '.380', '.45', '.22', '5.56 mm', '12 gauge']
export function firearm(c: Chance): Exhibit {
  const [words, type] = c.pick([
    ['Pistol, Taurus', 'pistol'],
    ['Pistol, Glock 17', 'pistol'],
    ['Pistol, Smith & Wesson', 'pistol'],
    ['Pistol, Beretta', 'pistol'],
    ['Revolver, Rossi', 'revolver'],
    ['Revolver, Colt', 'revolver'],
    ['Shotgun, Mossberg', 'shotgun'],
    ['Rifle, AR type', 'rifle'],
    ['Home-made firearm, pipe and spring', 'homemade-firearm'],
  ] as const)
  const loaded = c.onceIn(12)
  return {
    description: `${words}, serial number ${c.onceIn(4) ? 'filed off' : `${c.pick(['TX', 'BEL', 'KR', 'SN'])}${c.between(10_000, 99_999)}`}${loaded ? ', shown loaded' : ''}`,
    type,
    hazards: loaded ? ['live-round'] : [],
    packaging: packed(c, { type: 'firearm-box', colour: 'brown', size: 'medium' }),
  }
}
export const cases = (c: Chance): Exhibit => {
  const n = c.between(1, 14)
  return {
    description: `Spent cartridge ${n === 1 ? 'case' : 'cases'}, ${c.pick(calibres)}, ${n}`,
    type: 'cartridge-case',
    count: n,
    packaging: packed(c, { type: 'vial', colour: 'clear', size: 'very-small' }),
  }
}
export const rounds = (c: Chance): Exhibit => {
  const n = c.between(1, 40)
  return {
    description: `Live rounds, ${c.pick(calibres)}, ${n}`,
    type: 'ammunition',
    count: n,
    hazards: ['live-round'],
    packaging: packed(c, { type: 'cardboard-box', colour: 'white', size: 'small' }),
  }
}
export const bullet = (c: Chance): Exhibit => ({
  description: `${c.pick(['Bullet', 'Bullet fragment', 'Copper jacket'])}, recovered from ${c.pick(['the wall', 'the ground', 'the body', 'a car door', 'a mattress'])}`,
  type: 'bullet',
  packaging: packed(c, { type: 'vial', colour: 'clear', size: 'very-small' }),
})
export const knife = (c: Chance): Exhibit => ({
  description: `${c.pick(['Kitchen knife', 'Machete', 'Folding knife', 'Screwdriver, sharpened', 'Ice pick'])}, ${c.pick(['black handle', 'wooden handle', 'yellow handle', 'blade stained', 'handle taped'])}`,
  type: 'knife',
  hazards: ['sharps'],
  packaging: packed(c, { type: 'knife-tube', colour: 'clear', size: 'medium' }),
})
export const clothing = (c: Chance): Exhibit => ({
  description: `${c.pick(['T-shirt', 'Jeans', 'Underwear', 'Dress', 'School blouse', 'Work boots', 'Cap', 'Bed sheet'])}, ${c.pick(['white', 'blue', 'grey', 'red', 'black'])}, ${c.pick(['stained', 'torn at the sleeve', 'cut', 'damp', 'stained at the front'])}`,
  type: 'clothing',
  hazards: ['biological'],
  packaging: packed(c, { type: 'paper-bag', colour: 'brown', size: 'medium' }),
})
export const swab = (c: Chance, from: string): Exhibit => ({
  description: `Swab of ${from}`,
  type: 'swab',
  hazards: ['biological'],
  packaging: packed(c, { type: 'swab-box', colour: 'white', size: 'very-small' }),
})
export const blood = (c: Chance, of: string): Exhibit => ({
  description: `Blood of the ${of}, ${parcelsIn(c.between(1, 2), 'tube')}, ${c.pick(['grey cap', 'fluoride', 'sealed'])}`,
  type: 'blood-sample',
  hazards: ['biological'],
  packaging: packed(c, { type: 'blood-tube', colour: 'clear', size: 'very-small' }),
})
export const urine = (c: Chance, of: string): Exhibit => ({
  description: `Urine of the ${of}, one container`,
  type: 'urine-sample',
  hazards: ['biological'],
  packaging: packed(c, { type: 'urine-container', colour: 'clear', size: 'very-small' }),
})
export const print = (c: Chance): Exhibit => ({
  description: `Fingerprint lifts from ${c.pick(['the window frame', 'the cash drawer', 'the door of the refrigerator', 'the steering wheel', 'a bottle', 'louvre panes'])}, ${c.between(1, 6)}`,
  type: 'fingerprint-lift',
  packaging: packed(c, { type: 'paper-envelope', colour: 'white', size: 'small' }),
})
export const tool = (c: Chance): Exhibit => ({
  description: `${c.pick(['Pry bar', 'Bolt cutter', 'Screwdriver', 'Hammer', 'Pliers'])}, ${c.pick(['rusted', 'red handles', 'new', 'paint on the edge'])}`,
  type: 'tool',
  packaging: packed(c, { type: 'cardboard-box', colour: 'brown', size: 'medium' }),
})
export const debris = (c: Chance): Exhibit => ({
  description: `Fire debris from ${c.pick(['the kitchen floor', 'the front step', 'under the bed', 'the store room'])}`,
  type: 'fire-debris',
  hazards: ['flammable'],
  packaging: packed(c, { type: 'metal-can', colour: 'silver', size: 'small' }),
})
export const note = (c: Chance): Exhibit => ({
  description: `Bank note, BZ$ ${c.pick([20, 50, 100])}, number ${c.pick(['DK', 'DM', 'DT'])}${c.between(100_000, 999_999)}`,
  type: 'currency',
  packaging: packed(c, { type: 'paper-envelope', colour: 'white', size: 'small' }),
})
export const bone = (c: Chance): Exhibit => ({
  description: `${c.pick(['Left femur, section', 'Two molars', 'Rib, fourth left', 'Skull fragment'])}`,
  type: 'bone-sample',
  hazards: ['biological'],
  packaging: packed(c, { type: 'cardboard-box', colour: 'white', size: 'medium' }),
})
export const assaultKit = (c: Chance, number: number): Exhibit => ({
  description: `Sexual assault kit SK-${number}, sealed box`,
  type: 'sexual-assault-kit',
  hazards: ['biological'],
  packaging: packed(c, { type: 'cardboard-box', colour: 'white', size: 'medium' }),
})
