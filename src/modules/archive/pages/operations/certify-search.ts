/** It was searched for and not found: where, by whom, signed; the request ends with that. */
import { refuseUnless } from '#kernel/verdict.ts'
import type { Say } from '#kernel/say.ts'
import type { Section } from '#platform/documents/papers.ts'
import { command } from '#platform/define.ts'
import { CertifySearch, PaperMade } from '../contract.ts'
import { signedArchivePaper } from '../papering.ts'
import { keepers } from '../../roles.ts'
import { maySearchInVain } from '../rules.ts'
import { type RequestRow, requestNow, requestRef, seeRequest } from '../store/requests.ts'

export const certifySearch = command({
  name: 'archive.certify-search',
  summary: 'Certifies that a file was searched for and not found: where, when and by whom.',
  who: keepers,
  stepUp: true,
  input: CertifySearch,
  output: PaperMade,
  async run(cx, input) {
    const r = await seeRequest(cx, input.request, { lock: true })
    cx.allow(r)
    refuseUnless(maySearchInVain(r))
    const language = input.language ?? cx.actor.language
    const sought = [r.file_number, r.case_number, r.said].filter(Boolean).join(' · ')
    const paper = await signedArchivePaper(cx, {
      kind: 'search',
      language,
      root: r.root,
      subject: r.id,
      request: r.id,
      subtitle: r.number,
      pages: 0,
      twin: {
        schema: 'custodia/certificate-of-search/1',
        request: r.number,
        sought,
        where: input.where,
        words: input.words ?? null,
        by: cx.actor.name,
        at: cx.occurredAt,
      },
      sections: (say) => searchSections(say, r, sought, input),
    })
    await cx.record({
      subject: requestRef(r.id),
      root: r.root,
      facts: { number: r.number, paper: paper.number, pdfSha256: paper.sha256 },
      rows: {
        'archive.paper': [paper.row],
        'archive.request_step': [
          {
            id: cx.newId(),
            root: r.root,
            request: r.id,
            seq: r.seq + 1,
            kind: 'not-found',
            file: r.file,
            words: input.words ?? null,
            by_name: cx.actor.name,
            at: cx.occurredAt,
          },
        ],
      },
    })
    await requestNow(cx, r, { state: 'not-found', ended: true, file: r.file })
    return { id: paper.id, number: paper.number, sha256: paper.sha256 }
  },
})

function searchSections(
  say: Say,
  r: RequestRow,
  sought: string,
  input: { where: readonly string[]; words?: string | null | undefined },
): Section[] {
  return [
    {
      blocks: [
        {
          kind: 'facts',
          rows: [
            { label: say('archive.request'), value: r.number, mono: true },
            { label: say('archive.sought'), value: sought },
            { label: say('archive.asked-by'), value: r.by_name },
          ],
        },
      ],
    },
    {
      title: say('archive.searched-where'),
      blocks: [
        { kind: 'points', lines: input.where },
        {
          kind: 'paragraphs',
          lines: [
            say('archive.search-states', { n: input.where.length }),
            ...(input.words ? [input.words] : []),
          ],
        },
      ],
    },
  ]
}
