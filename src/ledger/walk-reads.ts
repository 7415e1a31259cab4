/** Holds the read log against itself and against what was anchored of it: each person's reads in a row, each hash over the one before. */
import type pg from 'pg'
import { type Found, batches } from './findings.ts'

/** As platform.read_hash computes it; said here again, because a superuser may change a function. */
const ought = `sha256(convert_to(jsonb_build_array(coalesce(encode(before, 'hex'), ''), seq, to_char(read_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), person, operation, root, subject, reason)::text, 'UTF8'))`

export async function walkReads(client: pg.ClientBase, found: Found): Promise<void> {
  const chain = `
    select id, person, seq, place, hash = ${ought} as holds from (
      select *, coalesce(lag(seq) over mine, 0) as place, lag(hash) over mine as before from platform.read_log window mine as (partition by person order by seq, id)) l
     where seq <> place + 1 or hash is distinct from ${ought}`
  for await (const rows of batches<{ id: string; person: string; seq: number; place: number }>(
    client,
    chain,
  )) {
    for (const { id, person, seq, place } of rows)
      if (seq > place + 1)
        found({
          kind: 'read-missing',
          table: 'platform.read_log',
          row: id,
          detail: `before this look the looks ${place + 1} to ${seq - 1} of the person ${person} are gone`,
        })
      else
        found({
          kind: 'read-changed',
          table: 'platform.read_log',
          row: id,
          detail: `look ${seq} of the person ${person} is not the one that was written`,
        })
  }
  await compareAnchors(client, found)
}

/** The newest anchor of each person says enough of those before: they stand on one chain. */
async function compareAnchors(client: pg.ClientBase, found: Found): Promise<void> {
  const { rows } = await client.query<{ person: string; seq: number; id: string | null; entry: string }>(`
    select h.person, h.seq, l.id, h.entry from (
      select distinct on (h.person) h.person, h.seq, h.hash, s.entry from platform.read_seal s cross join unnest(s.people, s.seqs, s.hashes) as h(person, seq, hash)
       order by h.person, h.seq desc) h
      left join platform.read_log l on l.person = h.person and l.seq = h.seq where encode(l.hash, 'hex') is distinct from h.hash`)
  for (const { person, seq, id, entry } of rows)
    found({
      kind: id === null ? 'read-missing' : 'read-changed',
      table: 'platform.read_log',
      ...(id === null ? {} : { row: id }),
      entry,
      detail:
        id === null
          ? `look ${seq} of the person ${person}, which an entry anchors, is gone`
          : `up to look ${seq} the looks of the person ${person} are not those that an entry anchors`,
    })
}
