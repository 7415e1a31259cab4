/** Records the pages that a machine found in a scan, each to its file by the sheets between them; or why the scan is set aside. */
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { OpenScan, ScanOpened } from '../contract.ts'
import { recordPages, setAside } from '../recording-scans.ts'
import { keepers } from '../../roles.ts'
import { asRead, layOut } from '#formats/pages/laying.ts'
import { batchFiles, seeBatch, sheetsByCode } from '../store/batches.ts'
import { foundPages, seeScan } from '../store/scans.ts'

export const openScan = command({
  name: 'archive.open-scan',
  summary: 'Records the pages that were found in a scan, each to its file, or why the scan is set aside.',
  who: keepers,
  input: OpenScan,
  output: ScanOpened,
  async run(cx, input) {
    const s = await seeScan(cx, input.scan, { lock: true })
    cx.allow(s)
    if (s.work !== 'found')
      throw new Refusal('conflict', 'archive.scan-not-open', {
        values: { name: s.name },
        next: 'archive.next-wait',
      })
    const say = (code: string, values: Record<string, string | number> = {}) => ({
      code,
      words: cx.ground.say('en')(code, values),
    })
    if (s.code) return setAside(cx, s, s.batch, { code: s.code, words: s.problem ?? s.code })
    const found = await foundPages(cx, s.id)
    const pages = asRead(found, s.feeding ?? 'as-scanned')
    if (!pages)
      return setAside(cx, s, s.batch, say('archive.scan-odd-sides', { name: s.name, n: found.length }))
    const sheets = await sheetsByCode(
      cx,
      pages.flatMap((p) => p.codes),
    )
    const batchId = s.batch ?? sheets[0]?.batch ?? null
    if (!batchId) return setAside(cx, s, null, say('archive.scan-no-cover', { name: s.name }))
    const b = await seeBatch(cx, batchId, { lock: true })
    if (b.state === 'reconciled')
      return setAside(cx, s, null, say('archive.batch-reconciled', { number: b.number }))
    if (sheets.some((sheet) => sheet.batch !== b.id))
      return setAside(cx, s, b.id, say('archive.scan-other-batch', { name: s.name, number: b.number }))
    const files = await batchFiles(cx, b.id, { all: true })
    const only = files.length === 1 ? (files[0]?.file ?? null) : null
    const laid = layOut(pages, new Map(sheets.map((sheet) => [sheet.code, sheet])), only)
    if (laid.strays > 0)
      return setAside(cx, s, b.id, say('archive.scan-strays', { name: s.name, n: laid.strays }))
    if (laid.foreign.length > 0) return setAside(cx, s, b.id, say('archive.scan-foreign', { name: s.name }))
    return recordPages(cx, s, b, { found: pages, laid: laid.pages, files })
  },
})
