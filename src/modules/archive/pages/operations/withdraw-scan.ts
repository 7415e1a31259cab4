/** A scan counts no longer: it is kept, and its pages are no longer shown or counted. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ScanOpened, WithdrawScan } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { mayReceive, mayWithdraw } from '../rules.ts'
import { seeBatch } from '../store/batches.ts'
import { scanRef, seeScan } from '../store/scans.ts'
import { dropTexts } from '../store/reading.ts'

export const withdrawScan = command({
  name: 'archive.withdraw-scan',
  summary: 'Says that a scan counts no longer and why; its bytes are kept, the pages are scanned again.',
  who: keepers,
  input: WithdrawScan,
  output: ScanOpened,
  async run(cx, input) {
    const s = await seeScan(cx, input.scan, { lock: true })
    cx.allow(s)
    refuseUnless(mayWithdraw(s))
    const b = s.batch ? await seeBatch(cx, s.batch, { lock: true }) : null
    if (b) refuseUnless(mayReceive(b))
    await cx.record({
      subject: scanRef(s.id),
      facts: { name: s.name },
      rows: {
        'archive.scan_step': [
          {
            id: cx.newId(),
            scan: s.id,
            seq: s.seq + 1,
            kind: 'withdrawn',
            batch: s.batch,
            pages: 0,
            code: null,
            words: input.words,
            by_name: cx.actor.name,
          },
        ],
      },
    })
    await dropTexts(cx, s.id)
    return { scan: s.id, pages: 0, blank: 0, quarantined: false, why: input.words }
  },
})
