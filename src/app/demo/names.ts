/** Names as the peoples of Belize bear them, put together by chance: they are nobody's. Two surnames where that is the custom. */
import type { Chance } from './chance.ts'

/** Shares of the census of 2022, roughly; see the report of the Statistical Institute of Belize. */
const peoples = [
  {
    weight: 50,
    female: [
      'María Elena',
      'Yadira',
      'Rosalba',
      'Nelly',
      'Ana Lucía',
      'Mirna',
      'Zoila',
      'Deysi',
      'Guadalupe',
      'Karina',
    ],
    male: [
      'José Luis',
      'Abner',
      'Rodolfo',
      'Ismael',
      'Elmer',
      'Carlos',
      'Florencio',
      'Marvin',
      'Santiago',
      'Adalberto',
      'Edgar',
      'Wilmer',
    ],
    last: [
      'Novelo',
      'Cawich',
      'Bacab',
      'Magaña',
      'Carrillo',
      'Pech',
      'Tzib',
      'Cobb',
      'Alamilla',
      'Blanco',
      'Carballo',
      'Guerra',
      'Hoare',
      'Martínez',
      'Moh',
      'Patt',
      'Quiroz',
      'Rosado',
      'Samos',
      'Uck',
      'Verde',
      'Witz',
      'Zetina',
      'Escalante',
      'Manzanero',
      'Sosa',
    ],
    two: true,
  },
  {
    weight: 25,
    female: [
      'Shanelle',
      'Marva',
      'Kaya',
      'Ilna',
      'Dionne',
      'Therese',
      'Alva',
      'Shermaine',
      'Cordelia',
      'Yasmine',
    ],
    male: [
      'Tyrone',
      'Winston',
      'Egbert',
      'Denfield',
      'Leroy',
      'Kenrick',
      'Brandon',
      'Akeem',
      'Deon',
      'Hubert',
      'Orlando',
      'Jermaine',
    ],
    last: [
      'Flowers',
      'Gillett',
      'Gentle',
      'Staine',
      'Usher',
      'Bood',
      'Rhaburn',
      'Gabourel',
      'Neal',
      'Tillett',
      'Banner',
      'Bradley',
      'Crawford',
      'Dawson',
      'Frazer',
      'Hyde',
      'Jex',
      'Lamb',
      'Meighan',
      'Pitts',
      'Reneau',
      'Sutherland',
      'Trapp',
      'Wade',
      'Young',
    ],
    two: false,
  },
  {
    weight: 12,
    female: ['Petrona', 'Juana', 'Elodia', 'Rosalia', 'Candelaria', 'Felipa'],
    male: ['Basilio', 'Cruz', 'Marcelino', 'Eligorio', 'Domingo', 'Pedro', 'Sebastian', 'Crisanto'],
    last: [
      'Choc',
      'Cal',
      'Teul',
      'Coc',
      'Ical',
      'Sho',
      'Bol',
      'Ack',
      'Pop',
      'Tush',
      'Che',
      'Coy',
      'Mes',
      'Salam',
      'Tzir',
      'Chub',
      'Makin',
      'Canti',
    ],
    two: false,
  },
  {
    weight: 7,
    female: ['Felicia', 'Gwendolyn', 'Myrtle', 'Isani', 'Phyllis', 'Uwahnie'],
    male: ['Fabian', 'Roy', 'Lionel', 'Ruben', 'Aurelio', 'Dwight', 'Peter', 'Godsman'],
    last: [
      'Nuñez',
      'Palacio',
      'Arana',
      'Lambey',
      'Castillo',
      'Sabal',
      'Marin',
      'Zuniga',
      'Avilez',
      'Cayetano',
      'Enriquez',
      'Flores',
      'Mejia',
      'Norales',
      'Ogaldez',
      'Petillo',
      'Ramirez',
      'Satuye',
    ],
    two: false,
  },
  {
    weight: 3,
    female: ['Indra', 'Savitri', 'Amanda', 'Leela'],
    male: ['Kelvin', 'Rajesh', 'Ashwin', 'Sylvan'],
    last: ['Ramclam', 'Parham', 'Supaul', 'Sankar', 'Balwan', 'Jacobs', 'Coleman', 'Requena'],
    two: false,
  },
  {
    weight: 2,
    female: ['Margaretha', 'Helena', 'Anna', 'Aganetha'],
    male: ['Isaac', 'Cornelius', 'Johan', 'Abram', 'Heinrich'],
    last: ['Reimer', 'Dueck', 'Penner', 'Plett', 'Wiebe', 'Friesen', 'Koop', 'Thiessen'],
    two: false,
  },
  {
    weight: 1,
    female: ['Mei Ling', 'Xiu Ying', 'Li Na'],
    male: ['Jun', 'Wei', 'Guo Qiang', 'Zhi Hao'],
    last: ['Chen', 'Huang', 'Liang', 'Quan', 'Zheng', 'Wu', 'Lam'],
    two: false,
  },
] as const

/** Street names by which some are known. */
const streetNames = [
  'Bunny',
  'Pappa Dee',
  'Chico',
  'Shorty',
  'Cobra',
  'Junior',
  'Blacks',
  'Tico',
  'Mango',
  'Ras',
  'Pelón',
  'Dutty',
]

export interface Named {
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly otherNames: readonly string[]
}

/** Never the same name twice in one year. */
export function namesOf(taken: Set<string>): (chance: Chance, sex?: 'male' | 'female') => Named {
  return (chance, wanted) => {
    for (;;) {
      const people = chance.weigh(peoples)
      const sex = wanted ?? (chance.onceIn(6) ? 'female' : 'male')
      const second = people.two || chance.onceIn(5) ? ` ${chance.pick(people.last)}` : ''
      const name = `${chance.pick(people[sex])} ${chance.pick(people.last)}${second}`
      if (taken.has(name)) {
        // A middle letter, as on a licence, tells two people of one name apart.
        const middle = name.replace(' ', ` ${String.fromCodePoint(65 + chance.below(26))}. `)
        if (taken.has(middle)) continue
        taken.add(middle)
        return { name: middle, sex, otherNames: [] }
      }
      taken.add(name)
      return { name, sex, otherNames: sex === 'male' && chance.onceIn(8) ? [chance.pick(streetNames)] : [] }
    }
  }
}
