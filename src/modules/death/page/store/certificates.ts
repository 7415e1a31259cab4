/** Certificates that a registrar sent, with what a person decided of them: only what the reader may see. */
import { visible } from '#identity/sight.ts'
import { ref, type Ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'
import type { TextValues } from '#kernel/say.ts'

export const certificateRef = (id: string): Ref => ref('death.certificate', id)

export interface CertificateContent {
  readonly causes: readonly { readonly text: string; readonly interval: string }[]
  readonly other: string | null
  readonly manner: string | null
  readonly sex: string
  readonly died: string | null
  readonly place: string | null
  readonly certifier: string | null
}
export interface CertificateRow extends Protected {
  readonly id: string
  readonly root: string
  readonly state: 'called' | 'laid' | 'waits'
  readonly key: string | null
  readonly number: string | null
  readonly file: string
  readonly file_name: string
  readonly document_state: string | null
  readonly value: { readonly name?: string | null; readonly born?: string | null } | null
  readonly content: CertificateContent | null
  readonly not_understood: readonly string[]
  readonly why: string | null
  readonly why_values: TextValues | null
  readonly at: string
  readonly by: string | null
  readonly decision: 'laid' | 'called' | 'dismissed' | null
  /** Of which death it is, whether by its numbers or by a person's word. */
  readonly death: string | null
  readonly decided_words: string | null
  readonly decided_by: string | null
}
/** Once it is laid to a death, whoever may not see that death does not see it. */
const seenBy = (cx: Cx): Sql =>
  sql`(${visible(cx, 'c.root')} and (d.death is null or ${visible(cx, 'd.death')}))`
const columns = sql`c.id, c.root, c.state, c.key, c.number, c.file, c.file_name, c.document_state, v.value, c.content, c.not_understood, c.why, c.why_values, c.recorded_at as at, p.name as by,
  d.decision, case when c.state <> 'waits' then c.root else d.death end as death, d.words as decided_words, q.name as decided_by, null as unit, true as sensitive`
const from = sql`from death.certificate c left join ledger.vault v on v.id = c.vault left join identity.person p on p.id = c.recorded_by
  left join death.certificate_settled d on d.certificate = c.id left join identity.person q on q.id = d.recorded_by`

export async function seeCertificate(
  cx: Cx,
  id: string,
  opts: { lock?: boolean } = {},
): Promise<CertificateRow> {
  if (opts.lock) await cx.lock([certificateRef(id)])
  const row = await cx.tx.maybe<CertificateRow>(
    sql`select ${columns}, ${seenBy(cx)} as may_see ${from} where c.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
/** The very same file, where it came before; whoever may not see it is told so by the constraint alone. */
export const certificateOfFile = (cx: Cx, file: string): Promise<CertificateRow | undefined> =>
  cx.tx.maybe<CertificateRow>(
    sql`select ${columns}, true as may_see ${from} where c.file = ${file} and ${seenBy(cx)}`,
  )
/** The deaths of earlier versions of this certificate. */
export const deathsOfKey = async (cx: Cx, key: string): Promise<string[]> =>
  (
    await cx.tx.many<{ death: string }>(
      sql`select distinct s.root as death from death.certificate c left join death.certificate_settled d on d.certificate = c.id
            join death.standing s on s.root = case when c.state <> 'waits' then c.root else d.death end where c.key = ${key} and ${visible(cx, 's.root')}`,
    )
  ).map((r) => r.death)
/** Newest first; those that wait before all. */
export const listCertificates = (
  cx: Cx,
  f: { show: 'waiting' | 'all'; limit: number; death?: string | undefined },
): Promise<CertificateRow[]> =>
  cx.tx.many<CertificateRow>(sql`
    select ${columns}, true as may_see ${from} where ${seenBy(cx)} and (${f.death ?? null}::uuid is null or c.root = ${f.death ?? null} or d.death = ${f.death ?? null})
       and (${f.show} = 'all' or (c.state = 'waits' and d.id is null)) order by (c.state = 'waits' and d.id is null) desc, c.recorded_at desc, c.id desc limit ${f.limit}`)
export const countWaiting = async (cx: Cx): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from death.certificate c where c.state = 'waits' and ${visible(cx, 'c.root')} and not exists (select 1 from death.certificate_settled d where d.certificate = c.id)`,
    )
  ).n
