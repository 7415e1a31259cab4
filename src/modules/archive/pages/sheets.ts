/** Sheets that lie between pages, one a page, with a code large enough for a feeder that runs askew. */
import type { Letterhead } from '#modules/catalogue/public.ts'
import type { Say } from '#kernel/say.ts'
import { barcodeSvg } from '#platform/documents/barcode.ts'
import { type Section, paperPdf, openFrame } from '#platform/documents/papers.ts'
import { sheetSays } from './seen-batches.ts'
import type { BatchFileRow, SheetRow } from './store/batches.ts'

interface Making {
  readonly batch: string
  readonly sheets: readonly SheetRow[]
  readonly files: readonly BatchFileRow[]
  readonly names: { documents: ReadonlyMap<string, string>; removed: ReadonlyMap<string, string> }
  readonly head: Letterhead
  readonly lang: 'en' | 'es'
  readonly say: Say
  readonly demo: boolean
  readonly at: string
}
export function separatorsPdf(m: Making): Buffer {
  const { say } = m
  const files = new Map(m.files.map((f) => [f.file, f]))
  return paperPdf(
    {
      lang: m.lang,
      title: say('archive.sheets'),
      number: m.batch,
      ...openFrame(say, m.head, m.demo),
      sections: m.sheets.map((s, i): Section => {
        const f = files.get(s.file)
        return {
          ...(i > 0 ? { newPage: true as const } : {}),
          title: say(`archive.sheet-${s.kind}`),
          blocks: [
            { kind: 'picture', name: s.id, alt: s.code, widthMm: 60 },
            {
              kind: 'facts',
              rows: [
                { label: say('archive.file'), value: s.number, mono: true },
                { label: say('archive.code'), value: s.code, mono: true },
                ...(s.kind === 'cover'
                  ? [{ label: say('archive.counted'), value: String(f?.counted ?? '') }]
                  : [{ label: say('archive.document'), value: sheetSays(s, m.names) }]),
              ],
            },
            { kind: 'paragraphs', lines: [say(`archive.sheet-${s.kind}-how`)] },
          ],
        }
      }),
    },
    {
      at: m.at,
      pictures: Object.fromEntries(
        m.sheets.map((s) => [s.id, Buffer.from(barcodeSvg('qr', s.code), 'utf8')]),
      ),
    },
  )
}
