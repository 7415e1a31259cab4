/** A copy that a court takes: every page with its hash, who scanned it and when, signed by whoever compared it with the paper. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { CertifyCopy, PaperMade } from '../contract.ts'
import { copySections, copyTwin, pagePictures } from '../copying.ts'
import { signedArchivePaper } from '../papering.ts'
import { advanceRequest } from '../requesting.ts'
import { keepers } from '../../roles.ts'
import { mayCopy, mayServe } from '../rules.ts'
import { fileRef, seeFile } from '../../shelves/store/files.ts'
import { MOST_COPIED, pagesToCopy } from '../store/pages.ts'
import { openRequestsOf, seeRequest } from '../store/requests.ts'
import { coldOfPages, pageIsCold } from '../store/cold.ts'
import { namesIn } from '../words.ts'

export const certifyCopy = command({
  name: 'archive.certify-copy',
  summary: 'Makes a signed copy of the scanned pages of a file, each with its hash and who scanned it.',
  who: keepers,
  stepUp: true,
  input: CertifyCopy,
  output: PaperMade,
  async run(cx, input) {
    const f = await seeFile(cx, input.file, { lock: true })
    cx.allow({ ...f, sensitive: false })
    const request = input.request ? await seeRequest(cx, input.request, { lock: true }) : null
    if (request) refuseUnless(mayServe(request, f.id))
    const pages = await pagesToCopy(cx, f.id, input)
    refuseUnless(mayCopy({ ...f, pages: pages.length, most: MOST_COPIED, wanted: input.pages }))
    const [away] = await coldOfPages(
      cx,
      pages.map((p) => p.id),
    )
    if (away) throw pageIsCold(away)
    const language = input.language ?? cx.actor.language
    const documents = await namesIn({ ...cx, language }, 'document-kind')
    const pictures = await pagePictures(cx, pages)
    const paper = await signedArchivePaper(cx, {
      kind: 'copy',
      language,
      root: f.root,
      subject: f.id,
      request: request?.id ?? null,
      subtitle: [f.number, ...f.said_numbers].join(' · '),
      pages: pages.length,
      pictures,
      twin: copyTwin(f, pages),
      sections: (say) => copySections(f, pages, { say, words: input.words ?? null, documents }),
    })
    await cx.record({
      subject: fileRef(f.id),
      root: f.root,
      facts: {
        number: f.number,
        paper: paper.number,
        pages: pages.length,
        pdfSha256: paper.sha256,
        request: request?.number ?? null,
      },
      rows: { 'archive.paper': [paper.row] },
    })
    if (request) await advanceRequest(cx, request, 'copied', { file: f.id })
    // A file that never left its box, or is back there, has nothing to wait for.
    if (f.state === 'in-box' && request)
      for (const open of await openRequestsOf(cx, f.id, ['copied']))
        await advanceRequest(cx, open, 'returned', {})
    return { id: paper.id, number: paper.number, sha256: paper.sha256 }
  },
})
