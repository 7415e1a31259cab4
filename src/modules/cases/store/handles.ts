/** Handles: what find-anything searches; each module brings its numbers, names and barcodes through the door. */
import type { Ref } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import { visible } from '#identity/sight.ts'
import { sql } from '#platform/sql.ts'
import { normalisedFor } from '../normalise.ts'
import { normaliseNumber } from '../rules/plain-text.ts'

export interface Handle {
  readonly text: string
  /** `name`, `title`, `barcode`, `case-number`, `seal` …: names and titles by sound and word, anything else as a number. */
  readonly kind: string
  readonly subject: Ref
  readonly root: string | null
  /** What a list shows; never a personal name (a hit on a name shows the case). */
  readonly label: string
  /** For names of parties of a case: the party, so that a guarded name is found only by who may see it. */
  readonly party?: string
  readonly guarded?: boolean
}

/** One statement whatever the number; texts that have no letter or figure are left out. */
export async function addHandles(cx: Pick<Cx, 'tx'>, handles: readonly Handle[]): Promise<void> {
  const seen = new Set<string>()
  const rows = handles.flatMap((h) => {
    const n = normalisedFor(h.kind, h.text)
    // Two offices that use one number for a case need one handle.
    const same = `${h.subject} ${n.class} ${n.normalised}`
    if (n.normalised === '' || seen.has(same)) return []
    seen.add(same)
    return [
      {
        class: n.class,
        normalised: n.normalised,
        phonetic: n.phonetic && n.phonetic.length > 0 ? n.phonetic : null,
        kind: h.kind,
        subject: h.subject,
        root: h.root,
        label: h.label,
        party: h.party ?? null,
        guarded: h.guarded ?? false,
      },
    ]
  })
  if (rows.length === 0) return
  await cx.tx.send(sql`
    insert into cases.handle (class, normalised, phonetic, kind, subject, root, label, party, guarded)
    select class, normalised, phonetic, kind, subject, root, label, party, guarded
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(class text, normalised text, phonetic text[], kind text, subject text, root uuid, label text, party uuid, guarded boolean)`)
}

/** Of the index what is new stands in a heap that every search reads whole: sorted in behind whoever registered, not by them. */
export async function sortHandles(cx: Pick<Cx, 'tx'>): Promise<void> {
  await cx.tx.run(sql`select cases.sort_handles()`)
}

/** All handles of a subject, or those of one kind. */
export async function dropHandles(cx: Pick<Cx, 'tx'>, subject: Ref, kind?: string): Promise<number> {
  return cx.tx.run(
    sql`delete from cases.handle where subject = ${subject} and (${kind ?? null}::text is null or kind = ${kind ?? null})`,
  )
}

export async function dropPartyHandles(cx: Pick<Cx, 'tx'>, root: string, party: string): Promise<number> {
  return cx.tx.run(sql`delete from cases.handle where root = ${root} and party = ${party}`)
}

/** The label under which each subject is known: of several handles the oldest. */
export async function labelsOf(
  cx: Pick<Cx, 'tx'>,
  subjects: readonly string[],
): Promise<Map<string, string>> {
  const rows = await cx.tx.many<{ subject: string; label: string }>(
    sql`select distinct on (subject) subject, label from cases.handle where subject = any(${subjects as string[]}) order by subject, id`,
  )
  return new Map(rows.map((r) => [r.subject, r.label]))
}

/** What bears one of these numbers, whole, as far as the reader may know of it: the text as asked, beside its root. */
export async function subjectsWithNumbers(
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  texts: readonly string[],
): Promise<{ root: string; subject: string; text: string }[]> {
  const asked = new Map(texts.map((t) => [normaliseNumber(t), t] as const).filter(([n]) => n !== ''))
  if (asked.size === 0) return []
  const rows = await cx.tx.many<{ root: string; subject: string; normalised: string }>(
    sql`select distinct h.root, h.subject, h.normalised from cases.handle h where h.class = 'number' and h.root is not null and h.normalised = any(${[...asked.keys()]}) and ${visible(cx, 'h.root')} limit 500`,
  )
  return rows.map((r) => ({
    root: r.root,
    subject: r.subject,
    text: asked.get(r.normalised) ?? r.normalised,
  }))
}
