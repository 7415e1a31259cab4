/** A word on a recording that a platform holds: checked, kept beside those before it, and shown as this reader may see it. */
import { type CaseRow, addHandles, partiesOf } from '#modules/cases/public.ts'
import { codeOf } from '#modules/catalogue/public.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { type Ref, ref } from '#kernel/shapes.ts'
import { Refusal, yes } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { z } from 'zod'
import type { CopySeen, RecordingSeen, RecordingWord, Told } from './contract/recordings.ts'
import { addressAt, numberIn } from '#kernel/address-form.ts'
import { compared, mayWithdraw, quiet } from './rules/recordings.ts'
import { type CopyRow, type Kept, type WordRow, copiesOf } from './store/recordings.ts'

export const recordingRef = (id: string): Ref => ref('exchange.recording', id)
type Said = Omit<Told, 'id' | 'case' | 'platform' | 'number'>

/** What stands in the address in place of the number; an address of another form than the one that was approved is kept by nobody. */
export function pageOf(
  form: string | null,
  said: Pick<Told, 'page' | 'address'>,
  number: string,
): string | null {
  if (!said.address) return said.page && said.page !== number ? said.page : null
  const page = form === null ? null : numberIn(form, said.address)
  if (page === null)
    throw new Refusal('conflict', 'exchange.address-of-another-form', {
      values: { form: form ?? '' },
      next: 'exchange.next-copy-address',
    })
  return page === number ? null : page
}

export interface NewWord {
  readonly recording: string
  readonly root: string
  readonly platform: string
  readonly number: string
  readonly before: Pick<WordRow, 'word' | 'seq' | 'kind'> | null
  readonly state: 'held' | 'withdrawn'
  readonly came: 'person' | 'wire'
  readonly page: string | null
  /** Of the whole message, where the platform sent it. */
  readonly saidDigest?: string
  readonly words?: string | null
}
/** The covered row of a word; what may name somebody goes into the vault. */
export async function wordRow(cx: Cx, of: NewWord, said: Said): Promise<CoveredRow> {
  // What is taken back, or said again, keeps the word it had, though the list has it no more.
  if (of.state === 'held' && of.before?.kind !== said.kind) await codeOf(cx, 'recording-kind', said.kind)
  const kept: Kept = {
    ...(said.title ? { title: said.title } : {}),
    ...(said.device ? { device: said.device } : {}),
    ...(said.by ? { by: said.by } : {}),
    ...(said.saidBy ? { saidBy: said.saidBy } : {}),
    ...(of.words ? { words: of.words } : {}),
  }
  const empty = Object.keys(kept).length === 0
  return {
    id: cx.newId(),
    recording: of.recording,
    root: of.root,
    seq: (of.before?.seq ?? 0) + 1,
    corrects: of.before?.word ?? null,
    platform: of.platform,
    number: of.number,
    page: of.page,
    kind: said.kind,
    state: of.state,
    taken_at: said.takenAt ?? null,
    taken_on: said.takenOn ?? null,
    seconds: said.seconds ?? null,
    size: said.size ?? null,
    stated_digest: said.sha256 ?? null,
    kept_until: said.keptUntil ?? null,
    came: of.came,
    said_digest: of.saidDigest ?? null,
    ...(empty ? { vault: null, commitment: null } : await keepPersonal(cx, of.root, { ...kept })),
  }
}
/** Found by its number at the platform from its first word on. */
export const findable = (cx: Cx, recording: string, root: string, number: string, platform: string) =>
  addHandles(cx, [
    {
      text: number,
      kind: 'recording',
      subject: recordingRef(recording),
      root,
      label: `${platform} ${number}`,
    },
  ])

/** Names on the case that this reader may not see: what says one of them is left out. */
export async function hiddenNames(
  cx: Cx,
  file: Pick<CaseRow, 'root' | 'guarded' | 'sexual'>,
): Promise<string[]> {
  if (!file.guarded) return []
  const seen = await partiesOf(cx, file.root, file.sexual)
  const hidden = new Set(seen.flatMap((p) => (p.hidden === null ? [] : [p.id])))
  if (hidden.size === 0) return []
  const all = await partiesOf(cx, file.root, file.sexual, { names: 'all' })
  return all.filter((p) => hidden.has(p.id)).flatMap((p) => [p.name ?? '', ...p.otherNames])
}

export function wordSeen(cx: Cx, row: WordRow, names: readonly string[]): z.output<typeof RecordingWord> {
  const said = row.said ?? {}
  const shown = {
    title: quiet(said.title ?? null, names),
    device: quiet(said.device ?? null, names),
    by: quiet(said.by ?? null, names),
    saidBy: quiet(said.saidBy ?? null, names),
    words: quiet(said.words ?? null, names),
  }
  const keys = ['title', 'device', 'by', 'saidBy', 'words'] as const
  return {
    ...shown,
    hidden: keys.some((key) => (said[key] ?? null) !== shown[key]),
    kind: { code: row.kind, name: (cx.language === 'es' ? row.kind_es : row.kind_en) ?? row.kind },
    state: row.state,
    takenAt: row.taken_at,
    takenOn: row.taken_on,
    seconds: row.seconds,
    size: row.size,
    sha256: row.stated_digest,
    keptUntil: row.kept_until,
    page: row.page,
    came: row.came,
    writtenBy: row.by_name,
    at: row.at,
    version: row.seq,
  }
}
/** In words that a court understands; where they differ, with both. */
export function saysOf(cx: Pick<Cx, 'say'>, copy: string, stated: string | null): string {
  return cx.say(`exchange.copy-${compared(copy, stated)}`, { copy, stated: stated ?? '' })
}
const copySeen = (cx: Cx, y: CopyRow, stated: string | null): z.output<typeof CopySeen> => ({
  id: y.id,
  fileName: y.file_name,
  size: y.size,
  sha256: y.file,
  item: y.item ? { id: y.item, number: y.item_number ?? '' } : null,
  compares: compared(y.file, stated),
  says: saysOf(cx, y.file, stated),
  by: y.by_name,
  at: y.at,
})

/** Rows of one case, with their copies in one statement more. */
export async function recordingsSeen(
  cx: Cx,
  file: Pick<CaseRow, 'root' | 'guarded' | 'sexual'>,
  rows: readonly WordRow[],
): Promise<z.output<typeof RecordingSeen>[]> {
  const names = await hiddenNames(cx, file)
  const brought =
    rows.length > 0
      ? await copiesOf(
          cx,
          rows.map((r) => r.id),
        )
      : []
  return rows.map((r) => ({
    ...wordSeen(cx, r, names),
    id: r.id,
    number: r.number,
    platform: { id: r.platform, name: r.platform_name, agency: r.agency_name },
    opens: r.form !== null && addressAt(r.form, r.page ?? r.number) !== null,
    copies: brought.filter((y) => y.recording === r.id).map((y) => copySeen(cx, y, r.stated_digest)),
    actions: actionsOf(cx, r, {
      'exchange.correct-recording': yes,
      'exchange.withdraw-recording': mayWithdraw(r),
      'exchange.bring-copy': yes,
    }),
  }))
}
