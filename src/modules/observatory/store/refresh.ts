/** What follows when a root was written to: the deaths of it, then incidents and victims, who tell of those deaths, and paper files; some roots at a time, so that no step is long. */
import { codesOf } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { refreshDeaths } from './deaths.ts'
import { refreshIncidents } from './incidents.ts'
import { refreshPapers } from './papers.ts'
import { refreshVictims } from './victims.ts'

export type Kept = Pick<Cx, 'tx' | 'now'>
export interface Band {
  readonly code: string
  readonly least: number
  readonly most: number
}
/** The words of the laboratory that the sums are told in. */
export interface Words {
  /** Parts in a case that make a victim. */
  readonly roles: readonly string[]
  /** Those of them that say that the person died. */
  readonly died: readonly string[]
  readonly ages: readonly Band[]
  readonly alcohol: readonly Band[]
  readonly precincts: readonly { settlement: string; precinct: string }[]
  /** Offences with their class. */
  readonly offences: readonly { offence: string; iccs: string }[]
}

const STEP = 250
export async function refreshSums(cx: Kept, roots: readonly string[]): Promise<void> {
  const words = await wordsOf(cx as Cx)
  for (let i = 0; i < roots.length; i += STEP) {
    const { deaths, files } = await affected(cx, roots.slice(i, i + STEP))
    if (deaths.length > 0) await refreshDeaths(cx, deaths, words)
    if (files.length > 0) {
      await refreshIncidents(cx, files, words)
      await refreshVictims(cx, files, words)
      await refreshPapers(cx, files, words)
    }
  }
}

/** Deaths that were written to or whose case was; those cases, and the cases of those deaths. */
async function affected(cx: Kept, roots: readonly string[]): Promise<{ deaths: string[]; files: string[] }> {
  const all = roots as string[]
  const pairs = await cx.tx.many<{ root: string; case_root: string }>(
    sql`select root, case_root from death.public_case where root = any(${all}::uuid[]) or case_root = any(${all}::uuid[])`,
  )
  return {
    deaths: [...new Set(pairs.map((p) => p.root))],
    files: [...new Set([...all, ...pairs.map((p) => p.case_root)])],
  }
}

async function wordsOf(cx: Cx): Promise<Words> {
  const roles = (await codesOf(cx, 'party-role')).map(({ code, data }) => ({
    code,
    ...(data as { victim?: boolean; died?: boolean } | null),
  }))
  return {
    roles: roles.filter((r) => r.victim === true).map((r) => r.code),
    died: roles.filter((r) => r.died === true).map((r) => r.code),
    ages: await bandsOf(cx, 'age-band'),
    alcohol: await bandsOf(cx, 'alcohol-band'),
    precincts: (await codesOf(cx, 'settlement')).flatMap(({ code, data }) => {
      const { precinct } = (data ?? {}) as { precinct?: string }
      return precinct ? [{ settlement: code, precinct }] : []
    }),
    offences: (await codesOf(cx, 'offence')).flatMap(({ code, data }) => {
      const { iccs } = (data ?? {}) as { iccs?: string }
      return iccs ? [{ offence: code, iccs }] : []
    }),
  }
}
async function bandsOf(cx: Cx, list: string): Promise<Band[]> {
  return (await codesOf(cx, list)).flatMap((b) => {
    const { least, most } = (b.data ?? {}) as { least?: number; most?: number }
    return least === undefined ? [] : [{ code: b.code, least, most: most ?? 1_000_000 }]
  })
}
