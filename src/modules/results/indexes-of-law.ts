/** The laboratory's own words about DNA, as they hold today: markers, kits, the indexes of the law, purposes of a search, and whether the law is in force. */
import type { CmfSpecimen } from '#formats/str/cmf.ts'
import { cmfLocus } from '#formats/str/cmf-words.ts'
import { type CodeRow, codesOf } from '#modules/catalogue/public.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { IndexRule, type Side } from './contract/profiles.ts'
import type { Kit, Locus, Typed } from './rules/profiles.ts'
import type { Ends } from './store/profiles.ts'

type Reading = Pick<Cx, 'tx' | 'now' | 'language'>
const nameIn = (cx: Pick<Cx, 'language'>, c: CodeRow): string => (cx.language === 'es' ? c.es : c.en)
const dataOf = (c: CodeRow): Record<string, unknown> => (c.data ?? {}) as Record<string, unknown>
const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []

/** Markers are called alike in every language. */
export const lociOf = async (cx: Reading): Promise<Locus[]> =>
  (await codesOf(cx, 'str-locus')).map((c) => {
    const { kind, aliases } = dataOf(c)
    return {
      code: c.code,
      name: c.en,
      kind: kind === 'y' || kind === 'sex' ? kind : 'autosomal',
      aliases: words(aliases),
    }
  })
export async function kitNamed(cx: Reading, code: string): Promise<Kit> {
  const found = (await codesOf(cx, 'str-kit')).find((c) => c.code === code)
  if (!found) throw noSuch('str-kit', code)
  return { code, name: found.en, loci: words(dataOf(found).loci) }
}
const noSuch = (list: string, code: string): Refusal =>
  new Refusal('conflict', 'catalogue.no-such-code', {
    values: { list, code },
    next: 'catalogue.next-choose-code',
  })

export type Index = IndexRule & {
  readonly code: string
  readonly name: string
  readonly id: string
  readonly unverified: boolean
  readonly source: string | null
}
/** A code whose data is no rule is no index: it holds nothing and is searched by nobody. */
export const indexesOf = async (cx: Reading): Promise<Index[]> =>
  (await codesOf(cx, 'dna-index')).flatMap((c) => {
    const rule = IndexRule.safeParse(c.data)
    return rule.success
      ? [
          {
            ...rule.data,
            code: c.code,
            name: nameIn(cx, c),
            id: c.id,
            unverified: c.unverified,
            source: c.source,
          },
        ]
      : []
  })
export async function indexNamed(cx: Reading, code: string): Promise<Index> {
  const found = (await indexesOf(cx)).find((i) => i.code === code)
  if (!found) throw noSuch('dna-index', code)
  return found
}
export const endsOf = (indexes: readonly Index[]): Ends[] =>
  indexes.map(({ code, removeOn }) => ({ code, removeOn }))

export interface Law {
  readonly side: Side
  readonly inForce: boolean
  /** The day from which it will be, where the list names one already. */
  readonly from: string | null
}
const FAR = '9999-12-31'
/** In force for a side from the day on which the list `dna-law` has its code; two people set that (catalogue, rules/alone.ts). */
export async function lawOf(cx: Reading, side: Side): Promise<Law> {
  if ((await codesOf(cx, 'dna-law')).some((c) => c.code === side)) return { side, inForce: true, from: null }
  const later = (await codesOf(cx, 'dna-law', FAR)).find((c) => c.code === side)
  const from = (later as { valid_from?: string | null } | undefined)?.valid_from
  return { side, inForce: false, from: from ?? null }
}

export interface Purpose {
  readonly code: string
  readonly name: string
  readonly side: string
}
export const purposesOf = async (cx: Reading): Promise<Purpose[]> =>
  (await codesOf(cx, 'dna-purpose')).map((c) => ({
    code: c.code,
    name: nameIn(cx, c),
    side: String(dataOf(c).side ?? ''),
  }))

/** Which day is over for a profile that stands: its own clock, or the word of a court that ends the ground. */
export function dueOf(
  p: { state: string; index_code: string | null; keep_until: string | null; court?: string | null },
  indexes: readonly Pick<Index, 'code' | 'removeOn'>[],
  today: string,
): 'expired' | 'acquitted' | null {
  if (p.state !== 'indexed') return null
  if (p.keep_until !== null && p.keep_until < today) return 'expired'
  const ends = indexes.find((i) => i.code === p.index_code)?.removeOn ?? []
  return p.court && ends.includes(p.court) ? 'acquitted' : null
}

/** A profile in the words of CODIS CMF: the first name of each locus that the format knows, or the laboratory's own, which is then told. */
export const specimenOf = (
  p: { number: string; by: string; at: string; typed: readonly Typed[] },
  index: Pick<Index, 'category'>,
  loci: readonly Locus[],
): CmfSpecimen => ({
  id: p.number,
  category: index.category ?? '',
  by: p.by,
  at: p.at,
  loci: p.typed.map(({ locus, alleles }) => {
    const known = loci.find((l) => l.code === locus)
    const names = known ? [known.name, known.code, ...known.aliases] : [locus]
    return { name: cmfLocus(names) ?? known?.name ?? locus, alleles }
  }),
})
