/** Fields of one item as it comes: what it is, how it is packed and sealed, what is dangerous, what does not agree. */
import type { Field } from '#ui/Form.tsx'
import type { Say } from '#ui/say.ts'
import { type Choice, useCodes } from '../../things/screens/codes.ts'

export interface ItemLists {
  readonly types: readonly Choice[]
  readonly packaging: readonly Choice[]
  readonly colours: readonly Choice[]
  readonly sizes: readonly Choice[]
  readonly conditions: readonly Choice[]
  readonly hazards: readonly Choice[]
  readonly intended: readonly Choice[]
}
export function useItemLists(): ItemLists {
  return {
    types: useCodes('item-type'),
    packaging: useCodes('packaging-type'),
    colours: useCodes('colour'),
    sizes: useCodes('packaging-size'),
    conditions: useCodes('condition'),
    hazards: useCodes('hazard'),
    intended: useCodes('intended-disposition'),
  }
}

const choice = (key: string, label: string, options: readonly Choice[]): Field => ({
  key,
  label,
  kind: 'choice',
  options,
})

/** What every item asks; `more` adds what few need. */
export function itemFields(
  say: Say,
  lists: ItemLists,
  more: { open: boolean; parties: readonly Choice[] },
): Field[] {
  return [
    { key: 'description', label: say('evidence.r-description'), kind: 'text', required: true, span: 2 },
    choice('type', say('evidence.r-type'), lists.types),
    { key: 'theirNumber', label: say('evidence.r-their-number'), kind: 'scan' },
    choice('packType', say('evidence.r-pack-type'), lists.packaging),
    choice('colour', say('evidence.r-colour'), lists.colours),
    choice('size', say('evidence.r-size'), lists.sizes),
    choice('condition', say('evidence.r-condition'), lists.conditions),
    { key: 'seals', label: say('evidence.r-seals'), kind: 'scan', help: say('evidence.r-seals-help') },
    choice(
      'sealState',
      say('evidence.r-seal-state'),
      ['intact', 'damaged', 'broken'].map((s) => ({ value: s, label: say(`evidence.r-${s}`) })),
    ),
    { key: 'hazards', label: say('evidence.r-hazards'), kind: 'choices', options: lists.hazards, span: 2 },
    { key: 'photographs', label: say('evidence.r-photo'), kind: 'file', many: true, span: 2 },
    {
      key: 'doubt',
      label: say('evidence.r-discrepancy'),
      kind: 'text',
      span: 2,
      help: say('evidence.r-discrepancy-help'),
    },
    ...doubtFields(say),
    ...(lists.intended.length > 0 ? [choice('intended', say('evidence.pl-intended'), lists.intended)] : []),
    ...(more.open ? moreFields(say, more.parties) : []),
  ]
}

function doubtFields(say: Say): Field[] {
  const show = (v: Readonly<Record<string, unknown>>): boolean => Boolean(v.doubt)
  return [
    {
      ...choice(
        'doubtKind',
        say('evidence.d-about'),
        ['count', 'description', 'packaging', 'seal', 'label', 'weight', 'paper', 'other'].map((k) => ({
          value: k,
          label: say(`evidence.about-${k}`),
        })),
      ),
      show,
    },
    { key: 'expected', label: say('evidence.r-expected'), kind: 'text', show },
    { key: 'found', label: say('evidence.r-found'), kind: 'text', show },
  ]
}

function moreFields(say: Say, parties: readonly Choice[]): Field[] {
  return [
    { key: 'count', label: say('evidence.r-count'), kind: 'number' },
    {
      key: 'quantity',
      label: say('evidence.r-quantity'),
      kind: 'quantity',
      unit: ['g', 'kg', 'mg', 'lb', 'ml', 'l'],
    },
    { key: 'sealedBy', label: say('evidence.r-sealed-by'), kind: 'text' },
    { key: 'packWords', label: say('evidence.r-pack-words'), kind: 'text' },
    ...(parties.length > 0 ? [choice('takenFrom', say('evidence.r-taken-from'), parties)] : []),
    {
      key: 'ownNumber',
      label: say('evidence.r-own-number'),
      kind: 'text',
      help: say('evidence.r-own-number-help'),
    },
    {
      key: 'ownNumberWhy',
      label: say('evidence.r-own-number-why'),
      kind: 'text',
      required: true,
      show: (v) => Boolean(v.ownNumber),
    },
    { key: 'takenOn', label: say('evidence.r-taken-on'), kind: 'partial-date' },
    { key: 'takenPlace', label: say('evidence.r-taken-place'), kind: 'text' },
  ]
}
