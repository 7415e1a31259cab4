/**
 * What stood before its rows were covered is recorded once, as an act of the migration: the change of an installation is itself an entry
 * (docs/decisions/what-is-derived.md). An installation that began later has nothing to adopt.
 */
import { z } from 'zod'
import { migrationActor } from '#identity/authority.ts'
import { ref } from '#kernel/shapes.ts'
import type { CoveredRow, Cx, Ground } from '#platform/cx.ts'
import { command, plain } from '#platform/define.ts'
import { perform } from '#platform/operation.ts'
import { sql } from '#platform/sql.ts'

const PER_ENTRY = 200
const installation = ref('ledger.installation', '00000000-0000-7000-8000-000000000004')

interface OldSight {
  opened: string
  root: string
  principal: string
  why: string
  part: string | null
  from_at: string
  until_at: string | null
  meant_until: string | null
  ended: boolean
}
type OldProgress = Omit<CoveredRow, 'id'>
type Rows = Record<string, readonly CoveredRow[]>

export async function adoptWhatStood(ground: Ground): Promise<void> {
  const { direct } = ground.db
  const due = await direct.many<{ key: string }>(
    sql`select key from platform.setting where key in ('sight-to-adopt', 'progress-to-adopt')`,
  )
  for (const { key } of due) await adopt(ground, key, key === 'sight-to-adopt' ? sightRows : progressRows)
}

async function adopt(ground: Ground, key: string, rowsOf: (cx: Cx) => Promise<Rows[]>): Promise<void> {
  const act = command({
    name: 'ledger.adopt-rows',
    summary: 'What stood before its rows were covered is recorded.',
    who: 'anyone',
    input: z.unknown(),
    output: z.unknown(),
    run: async (cx) => {
      await cx.lock([installation])
      // Whoever was faster has done it.
      const mine = await cx.tx.run(sql`delete from platform.setting where key = ${key}`)
      const parts = mine === 0 ? [] : await rowsOf(cx)
      await cx.record(...parts.map((rows) => ({ subject: installation, facts: { adopted: key }, rows })))
    },
  })
  await perform(ground, plain(act), { actor: migrationActor, input: {}, reason: 'set-up' })
}

async function sightRows(cx: Cx): Promise<Rows[]> {
  const old = await cx.tx.many<OldSight>(sql`select * from identity.sight order by root, opened`)
  return inParts(old).map((part) => {
    const ended = part.filter((s) => s.ended)
    return {
      'identity.sight_opened': part.map((s) => ({
        id: s.opened,
        root: s.root,
        principals: [s.principal],
        why: s.why,
        part: s.part,
        from_at: s.from_at,
        until_at: s.ended ? s.meant_until : s.until_at,
      })),
      ...(ended.length > 0
        ? {
            'identity.sight_ended': ended.map((s) => ({
              id: cx.newId(),
              root: s.root,
              opened: [s.opened],
              principals: [s.principal],
              at: s.until_at,
            })),
          }
        : {}),
    }
  })
}

/** Each word keeps the hour at which it was said. */
async function progressRows(cx: Cx): Promise<Rows[]> {
  const old = await cx.tx.many<OldProgress>(
    sql`select root, subject, kind, state, text, values, since from cases.progress order by root, subject, kind`,
  )
  return inParts(old).map((part) => ({
    'cases.progress_note': part.map((row) => ({ ...row, id: cx.newId() })),
  }))
}

function inParts<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = []
  for (let i = 0; i < rows.length; i += PER_ENTRY) parts.push(rows.slice(i, i + PER_ENTRY))
  return parts
}
