/** Signs what stands in the code of an announcement with the key of the log; the form is stated in rules/announcement-code.ts. */
import { sign } from 'node:crypto'
import { logKeyOf } from '#ledger/log-key.ts'
import { parseVkey } from '#ledger/note.ts'
import type { Json } from '#kernel/canonical.ts'
import type { Cx } from '#platform/cx.ts'
import { codeContent, signedText, writeCode } from './rules.ts'
import { toldOf } from './announcement-seen.ts'
import type { AnnouncedItemRow, AnnouncedWhole } from './store/announced.ts'

/** Signs where this process holds the key; a code that nobody signed says so by itself. */
export async function signedCode(
  cx: Cx,
  row: AnnouncedWhole,
  items: readonly AnnouncedItemRow[],
): Promise<{ parts: string[]; signed: boolean; key: string | null }> {
  const key = await logKeyOf(cx.ground)
  const name = key && parseVkey(key.vkey)
  const content = codeContent(toldOf(row, items) as { readonly [key: string]: Json }, {
    id: row.submission,
    seq: row.seq,
    at: row.at,
    by: row.by_name,
    unit: row.unit_name,
  })
  const parts = await writeCode(
    content,
    key && name
      ? (hash) => ({ keyId: name.id, signature: sign(null, signedText(name.name, hash), key.privateKey) })
      : undefined,
  )
  return { parts: parts ?? [], signed: Boolean(parts && key && name), key: key?.vkey ?? null }
}
