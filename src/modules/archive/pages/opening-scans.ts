/** The task that opens scans: any number of workers take from one list; a worker holds the row of its scan, and another goes on where it ended. */
import { systemActor } from '#identity/authority.ts'
import type { AnyOperation, Ground } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#kernel/verdict.ts'
import { perform } from '#platform/operation.ts'
import { keepFile } from '#platform/uploads.ts'
import { isSheetCode } from '#formats/pages/laying.ts'
import { TRIES, begun, holdLong } from './store/reading.ts'
import { claimScan, foundScans, keepFound, lastFound, scanFound } from './store/scans.ts'

export const openScansTask = 'archive.open-scans'

/** Whoever finds something calls for another hand. What was found is recorded scan by scan, so that nothing waits for the last. */
export async function openScans(ground: Ground): Promise<void> {
  await recordFound(ground)
  if (!(await openNext(ground))) return
  await ground.db.transaction((tx) => ground.queue(tx, openScansTask, {}, { key: openScansTask }))
  do await recordFound(ground)
  while (await openNext(ground))
}
async function recordFound(ground: Ground): Promise<void> {
  const op = ground.operations.get('archive.open-scan') as AnyOperation
  for (const { scan } of await foundScans(ground))
    await perform(ground, op, { actor: systemActor, input: { scan } }).catch((fault: unknown) => {
      // Another worker recorded it first.
      if (!(fault instanceof Refusal && fault.code === 'archive.scan-not-open')) throw fault
    })
}

/** False where no scan waits. */
async function openNext(ground: Ground): Promise<boolean> {
  return ground.db.transaction(async (tx) => {
    const one = await claimScan(tx)
    if (!one) return false
    await holdLong(tx)
    await openOne(ground, tx, one)
    return true
  })
}
async function openOne(
  ground: Ground,
  tx: Tx,
  one: { scan: string; file: string; name: string },
): Promise<void> {
  const say = ground.say('en')
  const found = (pages: number, code: string | null, problem: string | null) =>
    scanFound(tx, one.scan, { pages, code, problem })
  if ((await begun(ground, one.scan)) > TRIES)
    return void (await found(
      0,
      'archive.scan-ends-reader',
      say('archive.scan-ends-reader', { name: one.name }),
    ))
  const [{ openPages }, { lookAt }] = await Promise.all([
    import('#formats/pages/open-pages.ts'),
    import('#formats/pages/look.ts'),
  ])
  const bytes = await ground.files.read(one.file)
  const opened = await openPages(bytes, one.name)
  if (!opened.ok) return void (await found(0, opened.code, opened.reason))
  const { pages } = opened
  try {
    // What a worker that is gone had found stays found.
    for (let place = 1 + (await lastFound(ground, one.scan)); place <= pages.count; place += 1) {
      const answer = await pages.page(place)
      // One page that cannot be read is one page that would be missing: the whole scan is made again.
      if (!answer.ok) return void (await found(0, answer.code, answer.reason))
      const { page } = answer
      const seen = await lookAt(page)
      const picture =
        pages.count === 1 && (pages.kind === 'jpeg' || pages.kind === 'png')
          ? { mime: pages.mime, bytes }
          : await page.picture()
      const { sha256 } = await keepFile(ground, picture.bytes, picture.mime)
      await holdLong(tx)
      await keepFound(ground, one.scan, {
        place,
        codes: seen.codes.map((code) => code.text).filter(isSheetCode),
        blank: seen.blank,
        turned: seen.turn,
        lean: String(seen.sureOfLines ? seen.lean : 0),
        sha256,
        media_type: picture.mime,
        width: page.width,
        height: page.height,
        dpi: page.dpi,
      })
    }
    await found(pages.count, null, null)
  } finally {
    await pages.close()
  }
}
