/** The laboratory's own words for paper: tiers, fields, plans and costs, as its lists say them today. */
import { codesOf, numberingOf } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { ProposalLists } from '#formats/recognition/propose.ts'
import type { Field } from './contract/keying.ts'
import { type PlanRow, planFrom } from '#kernel/sampling.ts'
import { proposalLists } from '#formats/recognition/own-lists.ts'
import { type Tier, fieldFrom, tierFrom } from './rules.ts'

export const tiersOf = async (cx: Cx): Promise<(Tier & { name: string })[]> =>
  (await codesOf(cx, 'archive-tier')).map((row) => ({
    ...tierFrom(row.code, row.data),
    name: row[cx.language],
  }))

export const namesIn = async (cx: Cx, list: string): Promise<ReadonlyMap<string, string>> =>
  new Map((await codesOf(cx, list)).map((row) => [row.code, row[cx.language]]))

/** The fields that are keyed today; `also` are fields that waited for a decision when they ended: they keep the form that they had. */
export async function fieldsOf(
  cx: Cx,
  also: readonly { field: string; at: string }[] = [],
): Promise<Field[]> {
  const rows = [...(await codesOf(cx, 'archive-field'))]
  for (const { field, at } of also) {
    if (rows.some((row) => row.code === field)) continue
    const then = (await codesOf(cx, 'archive-field', at.slice(0, 10))).find((row) => row.code === field)
    if (then) rows.push(then)
  }
  const fields = rows.map((row) => fieldFrom(row.code, row[cx.language], row.data))
  const lists = new Map<string, { value: string; label: string }[]>()
  for (const list of new Set(fields.flatMap((f) => f.list ?? [])))
    lists.set(
      list,
      (await codesOf(cx, list)).map((row) => ({ value: row.code, label: row[cx.language] })),
    )
  return fields.map(({ list, ...f }) => ({ ...f, options: list ? (lists.get(list) ?? []) : [] }))
}
export const plansOf = async (cx: Cx): Promise<PlanRow[]> =>
  (await codesOf(cx, 'sampling-plan')).flatMap((row) => planFrom(row.code, row.data) ?? [])

/** A word of a list's data, where it is one. */
export async function saidBy(
  cx: Cx,
  list: string,
  code: string,
  key: string,
): Promise<string | number | null> {
  const row = (await codesOf(cx, list)).find((r) => r.code === code)
  const value = (row?.data as Record<string, unknown> | null | undefined)?.[key]
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

/** Series of which numbers stand on old papers too. */
const numbered = ['case', 'submission', 'request', 'worksheet', 'report', 'attendance', 'death'] as const
/** What may be proposed from a page, as the lists say it today. */
export async function listsToPropose(cx: Pick<Cx, 'tx' | 'now'>): Promise<ProposalLists> {
  const patterns = []
  for (const series of numbered) patterns.push((await numberingOf(cx, series)).pattern)
  return proposalLists({
    patterns,
    numberKinds: await codesOf(cx, 'number-kind'),
    offences: await codesOf(cx, 'offence'),
    drugs: await codesOf(cx, 'drug'),
    ranks: await codesOf(cx, 'rank'),
    roles: await codesOf(cx, 'party-role'),
    year: Number(cx.now.slice(0, 4)),
  })
}
