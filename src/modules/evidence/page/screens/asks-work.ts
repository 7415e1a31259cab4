/** What is asked when somebody works on a thing in hand. */
import type { Field } from '#ui/Form.tsx'
import type { Say } from '#ui/say.ts'
import type { ItemSeen } from '../../things/contract.ts'
import {
  type Asks,
  type AsksOf,
  choice,
  code,
  line,
  ofItem,
  second,
  signedAs,
  why,
} from '../../things/screens/asks.ts'
import { fileOf } from '../../things/screens/state.ts'

const masses = ['g', 'mg', 'kg', 'lb'] as const
const amounts = [...masses, 'ml', 'l'] as const
const condition = (say: Say): Field =>
  choice(say, 'condition', 'evidence.r-seal-state', ['intact', 'damaged'], (s) => say(`evidence.r-${s}`))
const quantity = (
  say: Say,
  key: string,
  label: string,
  units: readonly string[],
  required = false,
): Field => ({
  key,
  label: say(label),
  kind: 'quantity',
  unit: units,
  required,
})
/** A quantity field holds value and unit in one answer; the acts take two. */
const split = (of: unknown): { amount?: string; unit?: string } => {
  const q = of as { value?: string; unit?: string } | undefined
  return q?.value ? { amount: q.value, ...(q.unit ? { unit: q.unit } : {}) } : {}
}
const packaging = (say: Say): Field[] => [
  code(say, 'type', 'packaging-type', 'evidence.r-pack-type', true),
  code(say, 'colour', 'colour', 'evidence.r-colour'),
  code(say, 'size', 'packaging-size', 'evidence.r-size'),
  code(say, 'condition', 'condition', 'evidence.r-condition'),
]

export const workAsks: AsksOf = (say, item) => ({ ...opening(say, item), ...measuring(say), ...packing(say) })

function opening(say: Say, item: ItemSeen): Record<string, Asks> {
  const seals = item.seals.filter((s) => !s.open).map((s) => s.number)
  return {
    'evidence.break-seal': {
      opens: true,
      fields: [
        choice(say, 'number', 'evidence.d-seal', seals, (s) => s),
        condition(say),
        why(say),
        { key: 'file', label: say('evidence.d-seal-photo'), kind: 'file' },
      ],
      input: (i, { file, ...v }) =>
        ofItem(i, { ...v, ...(fileOf(file) ? { photograph: { file: fileOf(file), shows: 'seal' } } : {}) }),
    },
    'evidence.seal-item': {
      fields: [
        { key: 'number', label: say('evidence.d-seal'), kind: 'scan', required: true },
        code(say, 'type', 'seal-type', 'evidence.r-type'),
        ...second(say, 'evidence.d-witness', 'evidence.d-witness-may'),
      ],
      input: (i, v) => ofItem(i, signedAs('witness', v)),
    },
    // Has a page of its own: what was found is a list.
    'evidence.itemise-package': { fields: [], input: ofItem },
    'evidence.count-cash': { fields: [], input: ofItem },
    'evidence.make-safe': {
      fields: [
        hazardChoice(say, item),
        line(say, 'how', 'evidence.d-how', true),
        ...second(say, 'evidence.d-witness', 'evidence.d-witness-may'),
      ],
      input: (i, v) => ofItem(i, signedAs('witness', v)),
    },
  }
}
export const hazardChoice = (say: Say, item: ItemSeen): Field =>
  choice(
    say,
    'hazard',
    'evidence.d-hazard',
    item.hazards.filter((h) => h.from === 'item').map((h) => h.hazard),
    (code) => item.hazards.find((h) => h.hazard === code)?.name ?? code,
  )

const measuring = (say: Say): Record<string, Asks> => ({
  'evidence.weigh-item': {
    fields: [
      quantity(say, 'gross', 'evidence.d-gross', masses, true),
      line(say, 'tare', 'evidence.d-tare'),
      line(say, 'words', 'evidence.d-words'),
      ...second(say, 'evidence.d-witness', 'evidence.d-witness-may'),
    ],
    input: (i, v) => {
      const { amount, unit } = split(v.gross)
      return ofItem(i, signedAs('witness', { ...v, gross: amount, unit }))
    },
  },
  'evidence.take-subsample': {
    fields: [
      line(say, 'description', 'evidence.d-description', true),
      quantity(say, 'much', 'evidence.d-amount', amounts),
      line(say, 'how', 'evidence.d-how'),
    ],
    input: (i, { much, ...v }) => ofItem(i, { ...v, ...split(much) }),
  },
  'evidence.recover-from-item': {
    fields: [
      code(say, 'method', 'recovery-method', 'evidence.tk-method', true),
      line(say, 'area', 'evidence.tk-area', true),
      line(say, 'description', 'evidence.d-description', true),
      code(say, 'type', 'item-type', 'evidence.r-type'),
      { key: 'seal', label: say('evidence.d-seal'), kind: 'scan' },
    ],
    input: (i, { seal, ...v }) => ofItem(i, { ...v, ...(seal ? { seals: [{ number: seal }] } : {}) }),
  },
  'evidence.offer-counter-sample': {
    fields: [
      choice(say, 'answer', 'evidence.tk-answer', ['taken', 'declined'], (a) => say(`evidence.tk-${a}`)),
      { ...quantity(say, 'much', 'evidence.d-amount', amounts), show: (v) => v.answer === 'taken' },
      { ...line(say, 'toName', 'evidence.tk-to', true), show: (v) => v.answer === 'taken' },
      {
        ...line(say, 'document', 'evidence.sg-document', true),
        help: say('evidence.sg-document-help'),
        show: (v) => v.answer === 'taken',
      },
      line(say, 'words', 'evidence.d-words'),
    ],
    input: (i, { much, ...v }) => ofItem(i, { ...v, party: i.taken.from?.party, ...split(much) }),
  },
  'evidence.consume-item': {
    fields: [
      quantity(say, 'much', 'evidence.d-amount', amounts),
      { key: 'whole', label: say('evidence.d-whole'), kind: 'yes-no' },
      why(say),
    ],
    input: (i, { much, ...v }) => ofItem(i, { ...v, ...split(much) }),
  },
})

const packing = (say: Say): Record<string, Asks> => ({
  'evidence.pack-items': {
    fields: [{ ...line(say, 'description', 'evidence.d-container', true) }, ...packaging(say)],
    input: (i, { description, ...pack }) => ({
      things: [i.id],
      newContainer: { description, packaging: pack },
    }),
  },
  'evidence.unpack-items': { fields: [], input: (i) => ({ things: [i.id] }) },
  'evidence.repack-item': {
    fields: [...packaging(say), why(say)],
    input: (i, pack) => ofItem(i, { packaging: pack }),
    reason: true,
  },
})
