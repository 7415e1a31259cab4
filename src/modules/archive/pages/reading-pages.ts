/**
 * The task that reads pages. Any number of workers on any number of machines take from one list; a worker holds the row of the page it
 * reads, so that a worker that is killed lets it go at once. How often reading was begun is told outside of that: a page that has
 * ended three readers is set aside with a sentence, and the rest goes on.
 */
import type { Page } from '#formats/pages/page.ts'
import type { ProposalLists } from '#formats/recognition/propose.ts'
import type { Ground } from '#platform/cx.ts'
import { type Reader, keptOf } from '#formats/recognition/kept.ts'
import { ear } from './ear.ts'
import { listsToPropose } from './words.ts'
import { TRIES, begun, claimPage, holdLong, keepText, quarantinePage } from './store/reading.ts'

/** `worker --only recognition` runs this and nothing else. */
export const readPagesTask = 'archive.recognition'
/** Then somebody else has a turn: scans that came meanwhile are opened. */
const TURN_MS = 30_000

/** Whoever finds something calls for another hand: there are as many as pages keep busy, on whichever machines. */
export async function readPages(ground: Ground, read: Reader): Promise<void> {
  const lists = await ground.db.transaction((tx) => listsToPropose({ tx, now: ground.now() }))
  const until = Date.parse(ground.now()) + TURN_MS
  if (!(await readOne(ground, read, lists))) return
  await ground.db.transaction((tx) => ground.queue(tx, readPagesTask, {}, { key: readPagesTask }))
  while (Date.parse(ground.now()) < until && (await readOne(ground, read, lists)));
}

/** False where no page waits. */
async function readOne(ground: Ground, reader: Reader, lists: ProposalLists): Promise<boolean> {
  return ground.db.transaction(async (tx) => {
    const one = await claimPage(tx)
    if (!one) return false
    await holdLong(tx)
    const say = ground.say('en')
    if ((await begun(ground, one.page)) > TRIES) {
      await quarantinePage(tx, one.page, ground.now(), say('archive.page-ends-reader'))
      return true
    }
    const page = await pageOf(ground, one.sha256)
    const read = 'problem' in page ? page : await reader(page.page)
    if ('problem' in read) await quarantinePage(tx, one.page, ground.now(), read.problem)
    else await keepText(tx, one.page, ground.now(), keptOf(read, lists, ear))
    return true
  })
}
async function pageOf(ground: Ground, sha256: string): Promise<{ page: Page } | { problem: string }> {
  const { openPages } = await import('#formats/pages/open-pages.ts')
  const opened = await openPages(await ground.files.read(sha256), 'page')
  if (!opened.ok) return { problem: opened.reason }
  try {
    const answer = await opened.pages.page(1)
    return answer.ok ? { page: answer.page } : { problem: answer.reason }
  } finally {
    await opened.pages.close()
  }
}
