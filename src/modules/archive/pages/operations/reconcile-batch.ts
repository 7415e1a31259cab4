/** Counted is scanned: then the batch is a record, with a certificate that names every page by its hash; else it stops. */
import { type Verdict, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { captureSections, captureTwin } from '../capturing.ts'
import { ReconcileBatch, Reconciled } from '../contract.ts'
import { signedArchivePaper } from '../papering.ts'
import { advanceRequest } from '../requesting.ts'
import { keepers } from '../../roles.ts'
import { mayReconcile } from '../rules.ts'
import { batchFiles, batchNow, batchRef, batchStep, seeBatch } from '../store/batches.ts'
import { fileRef, fileStep, filesNow, seeFiles } from '../../shelves/store/files.ts'
import { pagesOfBatch } from '../store/pages.ts'
import { openRequestsOf } from '../store/requests.ts'

export const reconcileBatch = command({
  name: 'archive.reconcile-batch',
  summary:
    'Compares the pages counted by hand with the pages scanned, file by file, and certifies the capture.',
  who: keepers,
  stepUp: true,
  input: ReconcileBatch,
  output: Reconciled,
  async run(cx, input) {
    const b = await seeBatch(cx, input.batch, { lock: true })
    cx.allow(b)
    const counted = await batchFiles(cx, b.id, { all: true })
    const verdict: Verdict = mayReconcile(b, counted)
    refuseUnless(verdict)
    const files = await seeFiles(
      cx,
      counted.map((f) => f.file),
      { lock: true },
    )
    const pages = await pagesOfBatch(cx, b.id)
    const language = input.language ?? cx.actor.language
    const paper = await signedArchivePaper(cx, {
      kind: 'capture',
      language,
      root: b.id,
      subject: b.id,
      subtitle: b.number,
      pages: pages.length,
      twin: captureTwin(b, pages),
      sections: (say) => captureSections(say, b, counted, pages),
    })
    const step = batchStep(cx, b, 'reconciled')
    // What was indexed before and gets more pages is keyed anew.
    const steps = files.map((f) =>
      fileStep(cx, f, 'captured', {
        stage: 'captured',
        generation: f.stage === 'prepared' || f.stage === 'listed' ? f.generation : f.generation + 1,
        screened: false,
      }),
    )
    await cx.record(
      {
        subject: batchRef(b.id),
        facts: { number: b.number, pages: pages.length, paper: paper.number, pdfSha256: paper.sha256 },
        rows: { 'archive.batch_step': [step], 'archive.paper': [paper.row] },
      },
      ...files.map((f, i) => ({
        subject: fileRef(f.id),
        root: f.root,
        facts: { number: f.number, batch: b.number },
        rows: { 'archive.file_step': [steps[i] as (typeof steps)[number]] },
      })),
    )
    await batchNow(cx, step)
    await filesNow(cx, steps)
    for (const f of files)
      for (const request of await openRequestsOf(cx, f.id, ['asked', 'located']))
        await advanceRequest(cx, request, 'scanned', {})
    return { batch: b.id, pages: pages.length, files: files.length, capture: paper.id }
  },
})
