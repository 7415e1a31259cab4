/** The door of results: what reports may say, and what they must wait for. */
import { methodVersion, relianceOf } from '#modules/quality/public.ts'
import type { Cx } from '#platform/cx.ts'
import { ref } from '#kernel/shapes.ts'
import {
  type ConclusionRow,
  conclusionsWhere,
  runsOf,
  samplingsOf,
  sheetsOfRequest,
  unaccountedOf,
  verificationsOf,
  weighingsOf,
} from './store.ts'
import { inLanguage } from './statements.ts'
import { portionsOf } from './store/portions.ts'

export interface Result extends ConclusionRow {
  /** The sentence in the reader's language. */
  readonly says: string
  /** A presumptive outcome never becomes an identity, whatever a report does with it. */
  readonly presumptive: boolean
}

export async function resultsFor(
  cx: Cx,
  which: {
    request?: string
    items?: readonly string[]
    ids?: readonly string[]
    passed?: readonly string[]
  },
): Promise<Result[]> {
  return (await conclusionsWhere(cx, which)).map((c) => ({
    ...c,
    says: inLanguage(cx, c),
    presumptive: c.kind === 'presumptive',
  }))
}
export const unaccountedRuns = (cx: Cx, request: string) => unaccountedOf(cx, request)

/** Worksheets of a request with their method, and everything they relied on. */
export async function workOf(cx: Cx, request: string) {
  const work = []
  for (const s of await sheetsOfRequest(cx, request))
    work.push({
      ...s,
      method: await methodVersion(cx, s.method_version),
      relies: await relianceOf(cx, [ref('results.worksheet', s.id)]),
    })
  return work
}

/** The heads under which everything on the worksheets of a request is written: who holds them reads what stays so. */
export const sheetRefsOf = async (cx: Cx, request: string) =>
  (await sheetsOfRequest(cx, request)).map((s) => ref('results.worksheet', s.id))

/** What was done on a worksheet, reading by reading and file by file: for papers and their twins. */
export async function doneOn(cx: Cx, worksheet: string) {
  return {
    weighings: await weighingsOf(cx, worksheet),
    portions: await portionsOf(cx, worksheet),
    samplings: await samplingsOf(cx, worksheet),
    runs: await runsOf(cx, worksheet),
    verifications: await verificationsOf(cx, worksheet),
  }
}
export { inLanguage } from './statements.ts'
export { writersOf } from './store/written.ts'
