/** By authority of the Archives paper shall be destroyed or given to them: one person says so, another agrees. */
import { nextNumber } from '#modules/catalogue/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { AuthoriseDestruction, Authorised } from '../contract.ts'
import { refuseWhatStays } from '../leaving.ts'
import { approvers } from '../../roles.ts'
import { mayAgree, mayRefuse } from '../rules.ts'
import { fileRef, seeFiles } from '../../shelves/store/files.ts'
import { disposalRef, filesOfDisposals, seeDisposal } from '../store/leaving.ts'
import type { z } from 'zod'

export const authoriseDestruction = command({
  name: 'archive.authorise-destruction',
  summary:
    'Says, with the authority of the Archives, that files shall be destroyed or given to them; two people do.',
  who: approvers,
  stepUp: true,
  input: AuthoriseDestruction,
  output: Authorised,
  run: (cx, input) => (input.disposal ? agree(cx, { ...input, disposal: input.disposal }) : begin(cx, input)),
})
type Input = z.output<typeof AuthoriseDestruction>
const stepOf = (cx: Cx, disposal: string, seq: number, kind: string, words: string | null) => ({
  id: cx.newId(),
  root: disposal,
  disposal,
  seq,
  kind,
  method: null,
  witness: null,
  witness_name: null,
  words,
  person: cx.actor.kind === 'person' ? cx.actor.id : null,
  by_name: cx.actor.name,
  at: cx.occurredAt,
})

async function begin(cx: Cx, input: Input) {
  const id = input.id ?? cx.newId()
  const files = await seeFiles(cx, input.files, { lock: true })
  for (const f of files) cx.allow({ ...f, sensitive: false })
  await refuseWhatStays(cx, files, input.action, null)
  await uploadedFile(cx, input.document ?? '')
  await cx.lock([disposalRef(id)])
  const number = await nextNumber(cx, 'archive-disposal')
  await cx.record(
    {
      subject: disposalRef(id),
      root: id,
      facts: { number, action: input.action, files: files.length, document: input.document ?? null },
      rows: {
        'archive.disposal': [
          {
            id,
            root: id,
            number,
            action: input.action,
            authority: input.authority ?? '',
            authority_number: input.number ?? '',
            authority_on: input.on ?? '',
            document: input.document ?? '',
            receiver: input.receiver ?? null,
            words: input.words ?? null,
            by_name: cx.actor.name,
          },
        ],
        'archive.disposal_step': [stepOf(cx, id, 1, 'authorised', null)],
      },
    },
    ...files.map((f) => ({
      subject: fileRef(f.id),
      root: f.root,
      facts: { number: f.number, disposal: number },
      rows: { 'archive.disposal_file': [{ id: cx.newId(), root: f.root, disposal: id, file: f.id }] },
    })),
  )
  return { id, number, state: 'authorised' }
}
async function agree(cx: Cx, input: Input & { disposal: string }) {
  const d = await seeDisposal(cx, input.disposal, { lock: true })
  cx.allow(d)
  refuseUnless(input.refuse ? mayRefuse(d) : mayAgree(d, cx.actor.id))
  if (!input.refuse) {
    const files = await seeFiles(
      cx,
      (await filesOfDisposals(cx, [d.id])).map((f) => f.id),
      { lock: true },
    )
    // Nobody says yes to what they may not see.
    for (const f of files) cx.allow({ ...f, sensitive: false })
    await refuseWhatStays(cx, files, d.action, d.id)
  }
  const kind = input.refuse ? 'refused' : 'agreed'
  await cx.record({
    subject: disposalRef(d.id),
    root: d.id,
    facts: { number: d.number, verdict: kind },
    rows: { 'archive.disposal_step': [stepOf(cx, d.id, d.seq + 1, kind, input.words ?? null)] },
  })
  return { id: d.id, number: d.number, state: kind }
}
