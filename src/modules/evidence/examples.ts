/** Well-formed inputs for every operation of evidence, and builders for stories; what is needed first is arranged on the way. */
import {
  aCase,
  arrangeWords as arrangeCaseWords,
  type Ground as CaseGround,
} from '#modules/cases/examples.ts'

/** The part of the story harness that examples use. */
export interface Ground extends CaseGround {
  readonly person?: (
    username: string,
    roles: readonly string[],
    where?: { unit?: string | null },
  ) => Promise<string>
  readonly people?: ReadonlyMap<string, { readonly id: string }>
}
type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any

const words: readonly (readonly [list: string, code: string, en: string, es: string])[] = [
  ['item-type', 'plant-material', 'Dried plant material', 'Material vegetal seco'],
  ['item-type', 'firearm', 'Firearm', 'Arma de fuego'],
  ['packaging-type', 'envelope', 'Envelope', 'Sobre'],
  ['packaging-type', 'plastic-bag', 'Clear plastic bag', 'Bolsa plástica transparente'],
  ['colour', 'white', 'White', 'Blanco'],
  ['colour', 'brown', 'Brown', 'Café'],
  ['packaging-size', 'a4', 'A4', 'A4'],
  ['condition', 'good', 'Good', 'Bueno'],
  ['condition', 'torn', 'Torn', 'Roto'],
  ['seal-type', 'tape', 'Evidence tape', 'Cinta de evidencia'],
  ['hazard', 'live-round', 'Live round', 'Munición viva'],
  ['hazard', 'fentanyl', 'Fentanyl', 'Fentanilo'],
  ['hazard', 'sharps', 'Sharps', 'Punzantes'],
  ['refusal-reason', 'not-sealed', 'Not sealed', 'Sin sello'],
  ['decline-reason', 'seal-broken', 'Seal broken', 'Sello roto'],
  ['delivery-way', 'by-hand', 'By hand', 'En mano'],
]
export async function arrangeWords(lab: Ground): Promise<void> {
  await arrangeCaseWords(lab)
  const there = new Set<string>()
  for (const [list, code, en, es] of words) {
    if (!there.has(list))
      await lab.arrange('catalogue.define-list', { list, en: list, es: list }).catch(() => undefined)
    there.add(list)
    await lab.arrange('catalogue.define-code', { list, code, en, es, data: {} }).catch(() => undefined)
  }
}

export const anItem = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  description: 'Dried plant material, 4 parcels in a clear evidence bag',
  type: 'plant-material',
  count: 1,
  packaging: { type: 'envelope', colour: 'white', size: 'a4', condition: 'good' },
  seals: [{ number: 'A104417', type: 'tape', state: 'intact' }],
  theirNumber: 'DG-7',
  ...more,
})
export const aSubmission = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  newCase: aCase(),
  submittedBy: { name: 'Cpl. D. Palacio', where: 'Dangriga police' },
  way: 'by-hand',
  items: [anItem()],
  ...more,
})
export const aPlace = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  code: 'D2-04',
  name: 'Shelf 04',
  kind: 'shelf',
  ...more,
})

interface At {
  readonly case: string
  readonly item: string
  readonly items: readonly string[]
  readonly submission: string
  readonly place: string
  readonly other: string
}
let taken = 0

/** A case with items in the hands of who arranged them, a place, and a colleague. */
export async function received(
  lab: Ground,
  items: readonly Record<string, unknown>[] = [anItem(), anItem({ seals: [], description: 'Knife' })],
): Promise<At> {
  await arrangeWords(lab)
  taken += 1
  const done = (await lab.arrange('evidence.receive-submission', aSubmission({ items }))) as {
    id: string
    case: { id: string }
    items: { id: string }[]
  }
  const place = (await lab.arrange(
    'evidence.define-location',
    aPlace({ code: `EX-${taken}`, unit: lab.units.counter }),
  )) as { id: string }
  const other = (await lab.arrange('identity.add-person', {
    name: 'S. Arnold',
    username: `example${taken}.${lab.ground.newId().slice(-6)}`,
    unit: lab.units.counter,
  })) as { id: string }
  return {
    case: done.case.id,
    submission: done.id,
    item: done.items[0]?.id ?? '',
    items: done.items.map((i) => i.id),
    place: place.id,
    other: other.id,
  }
}
const on =
  (more: (at: At, lab: Ground) => unknown, items?: readonly Record<string, unknown>[]): Example =>
  async (lab: Ground) =>
    more(await received(lab, items), lab)
const open = [anItem({ seals: [], quantity: { value: '14.88', unit: 'g' } })]

const offered =
  (input: (handOver: string) => unknown): Example =>
  async (lab: Ground) => {
    const at = await received(lab)
    const { id } = (await lab.arrange('evidence.hand-over', { things: [at.item], to: at.other })) as {
      id: string
    }
    return input(id)
  }

export const examples: Record<string, Example> = {
  'evidence.receive-submission': async (lab: Ground) => {
    await arrangeWords(lab)
    return aSubmission()
  },
  'evidence.refuse-submission': on((at) => ({
    case: at.case,
    submittedBy: { name: 'PC Choc' },
    why: 'not-sealed',
    words: 'Bag open, no seal number',
  })),
  'evidence.receive-item': on((at) => ({
    case: at.case,
    from: { name: 'PC Choc', where: 'Dangriga police' },
    ...anItem(),
  })),
  'evidence.describe-item': on(async (at, lab) => {
    const questions = [{ key: 'parcels', kind: 'number', en: 'Parcels', es: 'Paquetes' }]
    const named = { en: 'Suspected drug', es: 'Presunta droga' }
    await lab.arrange('catalogue.define-form', { key: 'item.drugs', ...named, questions })
    await lab.arrange('catalogue.define-code', {
      list: 'item-type',
      code: 'plant-material',
      en: 'Dried plant material',
      es: 'Material vegetal seco',
      data: { form: 'item.drugs' },
    })
    return { item: at.item, answers: { parcels: 4 } }
  }),
  'evidence.correct-description': on((at) => ({
    item: at.item,
    description: 'Dried plant material, 5 parcels',
  })),
  'evidence.repack-item': on(
    (at) => ({ item: at.item, packaging: { type: 'envelope', colour: 'brown' } }),
    open,
  ),
  'evidence.photograph-item': on((at) => ({ item: at.item, file: 'a'.repeat(64), shows: 'item' })),
  'evidence.seal-item': on((at) => ({ item: at.item, number: 'A104983', type: 'tape' })),
  'evidence.break-seal': on((at) => ({ item: at.item, number: 'A104417', why: 'Examination R-0001' })),
  'evidence.note-discrepancy': on((at) => ({
    item: at.item,
    kind: 'count',
    expected: '5',
    found: '4',
    words: 'The letter speaks of five parcels',
  })),
  'evidence.print-label': on((at) => ({ items: [at.item], format: 'zpl' })),
  'evidence.define-location': on((at, lab) =>
    aPlace({ code: 'R2', name: 'Rack D2', kind: 'rack', unit: lab.units.counter, witness: false }),
  ),
  'evidence.store-item': on((at) => ({ things: at.items, place: at.place })),
  'evidence.retrieve-item': async (lab: Ground) => {
    const at = await received(lab)
    await lab.arrange('evidence.store-item', { things: at.items, place: at.place })
    return { things: at.items, purpose: 'Examination' }
  },
  'evidence.hand-over': on((at) => ({ things: at.items, to: at.other, purpose: 'Examination' })),
  'evidence.accept-hand-over': offered((handOver) => ({ handOver })),
  'evidence.decline-hand-over': offered((handOver) => ({ handOver, why: 'seal-broken' })),
  'evidence.withdraw-hand-over': offered((handOver) => ({ handOver })),
  'evidence.take-subsample': on(
    (at) => ({ item: at.item, description: 'Vial for GC-MS', amount: '0.05', unit: 'g', how: 'Scalpel' }),
    open,
  ),
  'evidence.itemise-package': on((at) => ({
    item: at.item,
    seal: 'A104417',
    why: 'Itemising',
    expected: 2,
    found: [{ description: 'Parcel 1' }, { description: 'Parcel 2' }],
  })),
  'evidence.pack-items': on((at) => ({
    things: at.items,
    newContainer: { description: 'Evidence box', packaging: { type: 'plastic-bag' } },
  })),
  'evidence.unpack-items': async (lab: Ground) => {
    const at = await received(lab)
    await lab.arrange('evidence.pack-items', {
      things: at.items,
      newContainer: { description: 'Evidence box' },
    })
    return { things: at.items }
  },
  'evidence.weigh-item': on((at) => ({
    item: at.item,
    gross: '14.88',
    tare: '1.10',
    unit: 'g',
    tolerance: '0.01',
  })),
  'evidence.consume-item': on(
    (at) => ({ item: at.item, amount: '0.02', unit: 'g', why: 'Colour test' }),
    open,
  ),
  'evidence.dispatch-consignment': on((at, lab) => ({
    things: at.items,
    carrier: 'Courier run C-318',
    toUnit: lab.units.policeDangriga,
    hours: 48,
  })),
  'evidence.receive-consignment': async (lab: Ground) => {
    const at = await received(lab)
    const { id } = (await lab.arrange('evidence.dispatch-consignment', {
      things: at.items,
      carrier: 'Courier run C-318',
      toUnit: lab.units.lab,
    })) as { id: string }
    return { consignment: id }
  },
  'evidence.check-out-to-court': on((at) => ({
    things: at.items,
    court: 'Dangriga Magistrate’s Court',
    byName: 'Cpl. D. Palacio',
    dueBack: '2099-01-01T12:00:00Z',
  })),
  'evidence.return-from-court': async (lab: Ground) => {
    const at = await received(lab)
    await lab.arrange('evidence.check-out-to-court', {
      things: at.items,
      court: 'Supreme Court',
      byName: 'Cpl. D. Palacio',
      dueBack: '2099-01-01T12:00:00Z',
    })
    return { things: at.items }
  },
  'evidence.report-missing': on((at) => ({ things: [at.item], words: 'Not in its box at the count' })),
  'evidence.report-found': async (lab: Ground) => {
    const at = await received(lab)
    await lab.arrange('evidence.report-missing', { things: [at.item], words: 'Not in its box' })
    return { things: [at.item], where: 'Behind the shelf' }
  },
  'evidence.take-back': async (lab: Ground) => {
    const at = await received(lab)
    await lab.arrange('evidence.hand-over', {
      things: at.items,
      outsider: { name: 'Dr. A. Marin', where: 'University laboratory', document: 'Passport P-112' },
    })
    return { things: at.items }
  },
  'evidence.return-item': on((at) => ({
    things: at.items,
    toName: 'H. Guerra',
    document: 'Passport shown',
    authority: 'Order of the court, 12/11/2026',
  })),
  'evidence.flag-hazard': on((at) => ({ item: at.item, hazard: 'live-round', words: 'One in the chamber' })),
  'evidence.clear-hazard': on(
    (at) => ({ item: at.item, hazard: 'sharps', words: 'There was no needle' }),
    [anItem({ hazards: ['sharps'] })],
  ),
  'evidence.make-safe': on(
    (at) => ({ item: at.item, hazard: 'live-round', how: 'Round taken out and packed apart' }),
    [anItem({ hazards: ['live-round'] })],
  ),
  'evidence.explain-difference': async (lab: Ground) => {
    const at = await received(lab)
    const { id } = (await lab.arrange('evidence.note-discrepancy', {
      item: at.item,
      kind: 'count',
      words: 'Four parcels, the letter says five',
    })) as { id: string }
    return { item: at.item, about: `noted:${id}`, words: 'The officer counted the wrapper' }
  },
  'evidence.correct-custody-entry': async (lab: Ground) => {
    const at = await received(lab)
    const { chain } = (await lab.arrange('evidence.custody-of-item', { item: at.item })) as {
      chain: { id: string }[]
    }
    return { item: at.item, event: chain[0]?.id, words: 'Came at the back door' }
  },
  'evidence.void-item': on((at) => ({ item: at.item })),
  'evidence.scan': on(() => ({ text: 'A104417' })),
  'evidence.find-submissions': () => ({ state: 'all' }),
  'evidence.get-submission': on((at) => ({ id: at.submission })),
  'evidence.receipt': on((at) => ({ submission: at.submission, language: 'en' })),
  'evidence.find-items': () => ({ state: 'here', limit: 20 }),
  'evidence.get-item': on((at) => ({ id: at.item })),
  'evidence.custody-of-item': on((at) => ({ item: at.item })),
  'evidence.held-by': () => ({}),
  'evidence.in-transit': () => ({}),
  'evidence.overdue': () => ({}),
  'evidence.store-map': () => ({}),
  'evidence.find-places': () => ({ q: 'shelf' }),
  'evidence.custody-form': on((at) => ({ item: at.item, language: 'en' })),
  'evidence.label': on((at) => ({ items: at.items.join(','), format: 'zpl' })),
  'evidence.code-sheet': () => ({ of: 'places' }),
  'evidence.preview-custody-words': () => ({ key: 'evidence.form-title', en: 'Custody', es: 'Custodia' }),
  'evidence.photograph': () => ({ photograph: '01890a5d-ac96-774b-bcce-b302099a8057' }),
}

/** Words that only announcements use. */
export async function arrangeAnnouncing(lab: Ground): Promise<void> {
  await arrangeWords(lab)
  const more: readonly (readonly [string, string, string, string, Record<string, unknown>?])[] = [
    ['seizure-power', 'on-arrest', 'On arrest', 'Al detener'],
    ['seizure-power', 'warrant', 'Under a warrant', 'Con orden'],
    [
      'announcing-guidance',
      'drugs',
      'Drugs',
      'Drogas',
      {
        offences: ['drug-possession'],
        bring: { en: ['The submission form, signed'], es: ['El formulario de entrega, firmado'] },
        pack: { en: ['Each parcel in a bag of its own'], es: ['Cada paquete en su propia bolsa'] },
        items: [{ type: 'plant-material', packaging: 'plastic-bag' }],
        most: 3,
      },
    ],
  ]
  for (const [list, code, en, es, data] of more) {
    await lab.arrange('catalogue.define-list', { list, en: list, es: list }).catch(() => undefined)
    await lab
      .arrange('catalogue.define-code', { list, code, en, es, data: data ?? {} })
      .catch(() => undefined)
  }
}
export const anAnnouncedItem = (id: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id,
  description: 'Dried plant material in a clear bag',
  type: 'plant-material',
  count: 1,
  packaging: { type: 'plastic-bag', colour: 'white', size: 'a4' },
  seals: [{ number: 'A104417', type: 'tape', appliedBy: 'PC 1123 Choc' }],
  theirNumber: 'DG-7',
  ...more,
})
export const anAnnouncement = (lab: Ground, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  to: lab.units.counter,
  numbers: [{ kind: 'police', text: 'DG-CR-2026-0417' }],
  title: 'Drugs, Pen Road',
  offences: ['drug-possession'],
  items: [anAnnouncedItem(lab.ground.newId())],
  ...more,
})
/** An announcement that waits, made by the system. */
const waiting =
  (input: (submission: string, lab: Ground) => unknown): Example =>
  async (lab: Ground) => {
    await arrangeAnnouncing(lab)
    const done = (await lab.arrange('evidence.submit-prelog', anAnnouncement(lab))) as { id: string }
    return input(done.id, lab)
  }
Object.assign(examples, {
  'evidence.submit-prelog': async (lab: Ground) => {
    await arrangeAnnouncing(lab)
    return anAnnouncement(lab)
  },
  'evidence.change-prelog': waiting((submission, lab) => ({ submission, seq: 1, ...anAnnouncement(lab) })),
  'evidence.withdraw-prelog': waiting((submission) => ({ submission, why: 'Announced twice' })),
  'evidence.get-prelog': waiting((submission) => ({ submission })),
  'evidence.match-prelog': waiting((submission) => ({ submission })),
  'evidence.prelog-code': waiting((submission) => ({ submission })),
} satisfies Record<string, Example>)

/** A count of a room with one shelf that has the arranged things. */
const counting =
  (input: (at: { take: string; shelf: string; thing: string }, lab: Ground) => unknown): Example =>
  async (lab: Ground) => {
    const at = await received(lab)
    await lab.arrange('evidence.store-item', { things: at.items, place: at.place })
    const { id } = (await lab.arrange('evidence.start-stock-take', { place: at.place })) as { id: string }
    return input({ take: id, shelf: at.place, thing: at.item }, lab)
  }
Object.assign(examples, {
  'evidence.start-stock-take': on((at) => ({ place: at.place })),
  'evidence.scan-stock': counting((at, lab) => ({
    stockTake: at.take,
    scans: [{ id: lab.ground.newId(), place: at.shelf, text: 'A104417', at: '2026-01-05T10:00:00.000Z' }],
  })),
  'evidence.close-stock-take': counting((at) => ({
    stockTake: at.take,
    unfinished: 'The power went',
    answers: [],
  })),
  'evidence.open-store': on((at) => ({ place: at.place, words: 'Taken over from the police' })),
  'evidence.register-found-item': on((at) => ({
    place: at.place,
    case: at.case,
    description: 'Rusted machete without a label',
  })),
  'evidence.evacuation-list': () => ({}),
  'evidence.evacuation-paper': () => ({ language: 'en' }),
  'evidence.stock-takes': () => ({ limit: 20 }),
  'evidence.get-stock-take': counting((at) => ({ stockTake: at.take })),
  'evidence.stock-shelf': counting((at) => ({ stockTake: at.take, place: at.shelf })),
  'evidence.stock-differences': counting((at) => ({ stockTake: at.take })),
} satisfies Record<string, Example>)
