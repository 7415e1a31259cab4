/**
 * Anchors the read log in the ledger: where each person's chain of reads had come to, as a covered row. What was anchored can be neither
 * taken out nor rewritten unseen, by the application's role or by a superuser; what was not yet is a minute's reads at most.
 */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import type { Ground } from '#platform/cx.ts'
import { command, plain } from '#platform/define.ts'
import { perform } from '#platform/operation.ts'
import { sql } from '#platform/sql.ts'
import { systemActor } from './authority.ts'

export const sealReadsTask = 'identity.seal-read-log'
const readLog = ref('platform.read-log', '00000000-0000-7000-8000-000000000005')

/** What platform.read_head must hold. */
export const readHeadSql = `
  select distinct on (h.person) h.person, h.seq, h.hash from platform.read_seal s cross join unnest(s.people, s.seqs, s.hashes) as h(person, seq, hash)
   order by h.person, h.seq desc`

interface Head {
  readonly person: string
  readonly seq: number
  readonly hash: string
}

/** Answers how many people's chains had grown; nothing is recorded where none had. */
export async function sealReads(ground: Ground): Promise<number> {
  if ((await grown(ground)).length === 0) return 0
  const act = command({
    name: sealReadsTask,
    summary: 'Anchors the read log in the ledger.',
    who: 'anyone',
    input: z.unknown(),
    output: z.object({ heads: z.number() }),
    run: async (cx) => {
      await cx.lock([readLog])
      const heads = await grown({ db: { direct: cx.tx } })
      await cx.record({
        subject: readLog,
        facts: { people: heads.length },
        ...(heads.length > 0 ? { rows: { 'platform.read_seal': [sealOf(cx.newId(), heads)] } } : {}),
      })
      await cx.tx.run(sql`
        insert into platform.read_head (person, seq, hash) select person, seq, hash from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as r(person uuid, seq int, hash text)
        on conflict (person) do update set seq = excluded.seq, hash = excluded.hash`)
      return { heads: heads.length }
    },
  })
  const { heads } = (await perform(ground, plain(act), { actor: systemActor, input: {} })) as {
    heads: number
  }
  return heads
}

const sealOf = (id: string, heads: readonly Head[]) => ({
  id,
  people: heads.map((h) => h.person),
  seqs: heads.map((h) => h.seq),
  hashes: heads.map((h) => h.hash),
})

/** One look into the index for each person who ever read, not one for each read. */
const grown = ({ db }: { db: { direct: Pick<Ground['db']['direct'], 'many'> } }): Promise<Head[]> =>
  db.direct.many<Head>(sql`
    with recursive readers as (
      (select person from platform.read_log order by person limit 1)
      union all select (select l.person from platform.read_log l where l.person > r.person order by l.person limit 1) from readers r where r.person is not null)
    select l.person, l.seq, encode(l.hash, 'hex') as hash from readers r
      cross join lateral (select person, seq, hash from platform.read_log where person = r.person order by seq desc limit 1) l
      left join platform.read_head h on h.person = l.person
     where r.person is not null and l.seq > coalesce(h.seq, 0) order by l.person`)
