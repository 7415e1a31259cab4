/** The order on which things leave: its number, its court, its day, and the document itself, kept byte for byte. */
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { uploadedFile } from '#platform/uploads.ts'

export async function orderRow(
  cx: Cx,
  o: { disposal: string; root: string; number: string; court: string; on: string; file: string },
): Promise<CoveredRow> {
  const file = await uploadedFile(cx, o.file)
  return {
    id: cx.newId(),
    disposal: o.disposal,
    root: o.root,
    number: o.number,
    court: o.court,
    on_day: o.on,
    file: file.sha256,
    name: file.name,
    media_type: file.media_type,
    size: file.size,
  }
}
