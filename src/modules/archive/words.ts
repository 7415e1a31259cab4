/** The laboratory's own words for paper: tiers, fields, plans and costs, as its lists say them today. */
import { codesOf } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import { type Tier, tierFrom } from './rules.ts'

export const tiersOf = async (cx: Cx): Promise<(Tier & { name: string })[]> =>
  (await codesOf(cx, 'archive-tier')).map((row) => ({
    ...tierFrom(row.code, row.data),
    name: row[cx.language],
  }))

export const namesIn = async (cx: Cx, list: string): Promise<ReadonlyMap<string, string>> =>
  new Map((await codesOf(cx, list)).map((row) => [row.code, row[cx.language]]))
