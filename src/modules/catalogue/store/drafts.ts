/** The SQL of drafts: each person's own, read by nobody else. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { DraftsSeen } from '../contract.ts'

type Mine = Pick<Cx, 'tx' | 'actor' | 'now'>
export const MOST_DRAFTS = 50
export interface DraftRow {
  readonly section: string
  readonly key: string
  readonly version: number
  readonly words: DraftsSeen['items'][number]['words']
  readonly kept_at: string
}

export const draftsOf = (cx: Mine): Promise<DraftRow[]> =>
  cx.tx.many<DraftRow>(
    sql`select section, key, version, words, kept_at from catalogue.draft where person = ${cx.actor.id} order by kept_at desc, section, key limit ${MOST_DRAFTS}`,
  )

/** The same rule again is the same draft; answers how many there are then. */
export async function keepOne(cx: Mine, draft: Omit<DraftRow, 'kept_at'>): Promise<number> {
  const { section, key, version, words } = draft
  await cx.tx.run(sql`
    insert into catalogue.draft (person, section, key, version, words, kept_at)
    values (${cx.actor.id}, ${section}, ${key}, ${version}, ${JSON.stringify(words)}::jsonb, ${cx.now})
    on conflict (person, section, key) do update set version = excluded.version, words = excluded.words, kept_at = excluded.kept_at`)
  const there = await cx.tx.one<{ n: number }>(
    sql`select count(*)::int as n from catalogue.draft where person = ${cx.actor.id}`,
  )
  return there.n
}

export const dropOne = async (cx: Mine, section: string, key: string): Promise<boolean> =>
  (await cx.tx.run(
    sql`delete from catalogue.draft where person = ${cx.actor.id} and section = ${section} and key = ${key}`,
  )) > 0
