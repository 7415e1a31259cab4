/** How far the archive has come: files and pages by tier, days, cost, and the day on which it ends at this pace. */
import { codesOf } from '#modules/catalogue/public.ts'
import { query } from '#platform/define.ts'
import { ProgressQuery, ProgressSeen } from '../contract.ts'
import { inside } from '../../roles.ts'
import { costOf, endsOn, paceOf, pagesLeftOf } from '#kernel/forecast.ts'
import { inventorySums, pageSums, pagesByDay, stagesByTier } from '../store/progress.ts'
import { tiersOf } from '../words.ts'

const done = new Set(['captured', 'keyed', 'indexed', 'accepted'])
export const progress = query({
  name: 'archive.progress',
  summary: 'Shows how far the archive has come: files, pages, days, cost, and when it ends at this pace.',
  who: inside,
  input: ProgressQuery,
  output: ProgressSeen,
  async run(cx) {
    cx.allow(null)
    const sums = await inventorySums(cx)
    const stages = await stagesByTier(cx)
    const pages = await pageSums(cx)
    const days = await pagesByDay(cx)
    const costs = await codesOf(cx, 'archive-cost')
    const data = costs.map((c) => (c.data ?? {}) as Record<string, unknown>)
    const shares = data.flatMap((d) => (typeof d['perPage'] === 'string' ? [d['perPage']] : []))
    const plan = data.find((d) => typeof d['pagesADay'] === 'number')
    const tiers = (await tiersOf(cx)).map((t) => {
      const own = stages.filter((s) => s.tier === t.code)
      return {
        tier: t.code,
        name: t.name,
        scan: t.scan,
        files: own.reduce((n, s) => n + s.n, 0),
        stages: Object.fromEntries(own.map((s) => [s.stage, s.n])),
      }
    })
    // What is only scanned when somebody asks is not work that waits.
    const filesLeft = tiers
      .filter((t) => t.scan !== 'when-asked')
      .reduce(
        (n, t) => n + Object.entries(t.stages).reduce((m, [stage, of]) => (done.has(stage) ? m : m + of), 0),
        0,
      )
    const left = pagesLeftOf(filesLeft, pages, Number(plan?.['pagesAFile'] ?? 40))
    const pace = paceOf(days, typeof plan?.['pagesADay'] === 'number' ? plan['pagesADay'] : null)
    return {
      at: cx.now,
      boxes: sums.boxes,
      files: sums.files,
      linked: sums.linked,
      out: sums.out,
      overdue: sums.overdue,
      missing: sums.missing,
      openRequests: sums.open_requests,
      lateRequests: sums.late_requests,
      tiers,
      pages: pages.pages,
      blank: pages.blank,
      read: pages.read,
      waiting: pages.waiting,
      quarantined: pages.quarantined,
      days,
      left: { files: filesLeft, ...left },
      cost:
        shares.length > 0
          ? {
              currency: String(plan?.['currency'] ?? ''),
              spent: costOf(shares, pages.pages),
              left: costOf(shares, left.pages),
              perPage: costOf(shares, 1),
            }
          : null,
      pace,
      ends: pace && left.pages > 0 ? endsOn(cx.now.slice(0, 10), left.pages, pace.pagesADay) : null,
    }
  },
})
