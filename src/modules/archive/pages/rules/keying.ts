/** Two people key the same pages without seeing each other; what they say alike stands, what they say differently a third decides. */
import { PartialDate } from '#kernel/shapes.ts'
import { type Verdict, allOf, no, unless, yes } from '#kernel/verdict.ts'
import type { Field, Keyed } from '../contract/keying.ts'
import type { Stage } from '../../shelves/contract.ts'

export interface KeyingStands {
  readonly number: string
  readonly stage: Stage
  readonly generation: number
  /** Who keyed it in this generation, in order. */
  readonly keyed: readonly string[]
}
export function mayKey(f: KeyingStands, me: string, generation: number): Verdict {
  return allOf(
    unless(f.stage === 'captured', no('archive.not-to-key', { number: f.number }, 'archive.next-other-file')),
    unless(
      f.generation === generation,
      no('archive.keyed-anew', { number: f.number }, 'archive.next-reload'),
    ),
    unless(
      !f.keyed.includes(me),
      no('archive.keyed-by-you', { number: f.number }, 'archive.next-other-file'),
    ),
    unless(f.keyed.length < 2, no('archive.keyed-twice', { number: f.number }, 'archive.next-other-file')),
  )
}
export const mayAdjudicate = (f: KeyingStands, me: string): Verdict =>
  allOf(
    unless(f.stage === 'keyed', no('archive.nothing-differs', { number: f.number })),
    unless(!f.keyed.includes(me), no('archive.third-person', { number: f.number }, 'archive.next-third')),
  )
export const mayCorrectIndex = (f: Pick<KeyingStands, 'number' | 'stage'>): Verdict =>
  unless(f.stage === 'indexed' || f.stage === 'accepted', no('archive.not-indexed', { number: f.number }))

/** Every field answered once, with one value where it holds one, a date as a date, a count as a count, a code as the list has it. */
export function keyedWell(fields: readonly Field[], keyed: readonly Keyed[]): Verdict {
  const answered = new Map(keyed.map((k) => [k.field, k]))
  const missing = fields.find((f) => !answered.has(f.code))
  const foreign = keyed.find((k) => !fields.some((f) => f.code === k.field))
  const unfit = fields.find((f) => {
    const { values } = answered.get(f.code) ?? { values: [] }
    return (
      (!f.many && values.length > 1) ||
      (f.kind === 'date' && values.some((v) => !PartialDate.safeParse(v).success)) ||
      (f.kind === 'count' && values.some((v) => !/^\d{1,6}$/.test(v))) ||
      (f.kind === 'code' && values.some((v) => !f.options.some((o) => o.value === v)))
    )
  })
  return allOf(
    unless(answered.size === keyed.length, no('archive.field-twice')),
    missing ? no('archive.field-open', { field: missing.name }, 'archive.next-unknown-too') : yes,
    foreign ? no('archive.field-unknown', { field: foreign.field }) : yes,
    unfit ? no(`archive.field-unfit-${unfit.kind}`, { field: unfit.name }) : yes,
  )
}

/**
 * What two people must have meant alike: capitals, spaces and the order of several values are not read from paper; letters, figures
 * and accents are. In numbers neither are dashes and slashes.
 */
export function agreedForm(kind: Field['kind'], said: Pick<Keyed, 'values' | 'absent'>): string {
  if (said.absent) return `?${said.absent}`
  const forms = said.values.map((v) => {
    const plain = v.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
    return kind === 'number'
      ? plain.replace(/[^\p{L}\p{N}]/gu, '')
      : kind === 'count'
        ? String(Number(plain))
        : plain
  })
  return [...new Set(forms)].sort().join('|')
}
/** A field that only one of the two was asked for is no agreement: a third looks. */
export const agree = (kind: Field['kind'], a: Keyed, b: Keyed): boolean =>
  agreedForm(kind, a) === agreedForm(kind, b)

/** A field as the laboratory's list describes it. */
export function fieldFrom(
  code: string,
  name: string,
  data: unknown,
): Omit<Field, 'options'> & { list: string | null } {
  const d = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
  const kinds = ['number', 'date', 'name', 'code', 'count', 'text'] as const
  return {
    code,
    name,
    kind: kinds.find((k) => k === d['kind']) ?? 'text',
    many: d['many'] === true,
    list: typeof d['list'] === 'string' ? d['list'] : null,
  }
}
