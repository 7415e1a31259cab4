/** Paper that leaves for good: asked again at each step whether nothing needs it, and told on a signed certificate. */
import { refuseUnless } from '#kernel/verdict.ts'
import type { Say } from '#kernel/say.ts'
import type { Cx } from '#platform/cx.ts'
import type { Section } from '#platform/documents/papers.ts'
import { witnessOf } from '#modules/evidence/public.ts'
import type { CoSigner } from '#modules/evidence/contract.ts'
import type { z } from 'zod'
import { signedArchivePaper } from './papering.ts'
import { mayCarryOut, mayLeave } from './rules.ts'
import { type FileRow, fileRef, fileStep, filesNow, seeFiles } from '../shelves/store/files.ts'
import {
  type DisposalRow,
  disposalRef,
  filesOfDisposals,
  leavingOf,
  seeDisposal,
  stepsOfDisposals,
} from './store/leaving.ts'
import { tiersOf } from './words.ts'

export async function refuseWhatStays(
  cx: Cx,
  files: readonly FileRow[],
  action: 'destroy' | 'transfer',
  disposal: string | null,
): Promise<void> {
  const tiers = await tiersOf(cx)
  for (const f of files) {
    const tier = tiers.find((t) => t.code === f.tier) ?? {
      code: f.tier,
      caseTypes: [],
      standard: false,
      scan: 'when-asked' as const,
      keep: true,
      years: null,
    }
    refuseUnless(mayLeave(await leavingOf(cx, f, disposal), tier, action, cx.now.slice(0, 10)))
  }
}

interface Carrying {
  readonly disposal: string
  readonly action: 'destroy' | 'transfer'
  readonly method: string | null
  readonly receivedBy: string | null
  readonly witness: z.output<typeof CoSigner>
  readonly words: string | null
  readonly language: 'en' | 'es'
}
export async function carryOut(
  cx: Cx,
  input: Carrying,
): Promise<{ id: string; number: string; sha256: string }> {
  const d = await seeDisposal(cx, input.disposal, { lock: true })
  cx.allow(d)
  refuseUnless(mayCarryOut(d, input.action, cx.actor.id, input.witness.person))
  const witness = await witnessOf(cx, [d.number], input.witness)
  const files = await seeFiles(
    cx,
    (await filesOfDisposals(cx, [d.id])).map((f) => f.id),
    { lock: true },
  )
  for (const f of files) cx.allow({ ...f, sensitive: false })
  await refuseWhatStays(cx, files, d.action, d.id)
  const paper = await paperOf(cx, d, files, { ...input, witness: witness?.name ?? '' })
  const state = input.action === 'destroy' ? ('destroyed' as const) : ('transferred' as const)
  const steps = files.map((f) => fileStep(cx, f, state, { state, holder: null, due: null }, d.number))
  await cx.record(
    {
      subject: disposalRef(d.id),
      root: d.id,
      facts: { number: d.number, files: files.length, paper: paper.number, pdfSha256: paper.sha256 },
      rows: {
        'archive.disposal_step': [
          {
            id: cx.newId(),
            root: d.id,
            disposal: d.id,
            seq: d.seq + 1,
            kind: 'carried-out',
            method: input.method ?? input.receivedBy,
            witness: witness?.id ?? null,
            witness_name: witness?.name ?? null,
            words: input.words,
            person: cx.actor.kind === 'person' ? cx.actor.id : null,
            by_name: cx.actor.name,
            at: cx.occurredAt,
          },
        ],
        'archive.paper': [paper.row],
      },
    },
    ...files.map((f, i) => ({
      subject: fileRef(f.id),
      root: f.root,
      facts: { number: f.number, disposal: d.number },
      rows: { 'archive.file_step': [steps[i] as (typeof steps)[number]] },
    })),
  )
  await filesNow(cx, steps)
  return { id: paper.id, number: paper.number, sha256: paper.sha256 }
}

async function paperOf(
  cx: Cx,
  d: DisposalRow,
  files: readonly FileRow[],
  input: Omit<Carrying, 'witness'> & { witness: string },
) {
  const yes = (await stepsOfDisposals(cx, [d.id])).filter(
    (s) => s.kind === 'authorised' || s.kind === 'agreed',
  )
  return signedArchivePaper(cx, {
    kind: 'disposal',
    language: input.language,
    root: d.id,
    subject: d.id,
    subtitle: d.number,
    pages: 0,
    twin: {
      schema: 'custodia/disposal-of-paper/1',
      number: d.number,
      action: d.action,
      authority: d.authority,
      authorityNumber: d.authority_number,
      authorityOn: d.authority_on,
      authoritySha256: d.document,
      files: files.map((f) => f.number),
      saidYes: yes.map((s) => s.by_name),
      method: input.method,
      receivedBy: input.receivedBy,
      witness: input.witness,
      at: cx.occurredAt,
    },
    sections: (say) => disposalSections(say, d, files, { yes: yes.map((y) => y.by_name), ...input }),
  })
}

interface Told {
  readonly yes: readonly string[]
  readonly witness: string
  readonly receivedBy: string | null
  readonly words: string | null
}
function disposalSections(say: Say, d: DisposalRow, files: readonly FileRow[], told: Told): Section[] {
  return [
    {
      blocks: [
        {
          kind: 'facts',
          rows: [
            { label: say('archive.disposal'), value: d.number, mono: true },
            { label: say('archive.action'), value: say(`archive.action-${d.action}`) },
            {
              label: say('archive.authority'),
              value: `${d.authority}, ${d.authority_number}, ${d.authority_on}`,
            },
            { label: say('archive.authority-hash'), value: d.document, mono: true },
            { label: say('archive.said-yes'), value: told.yes.join(', ') },
            { label: say('archive.witness'), value: told.witness },
            ...(told.receivedBy ? [{ label: say('archive.received-by'), value: told.receivedBy }] : []),
          ],
        },
        {
          kind: 'paragraphs',
          lines: [
            say(`archive.disposal-states-${d.action}`, { n: files.length }),
            ...(told.words ? [told.words] : []),
          ],
        },
      ],
    },
    {
      title: say('archive.files'),
      blocks: [
        {
          kind: 'table',
          columns: [
            { key: 'number', head: say('archive.file'), mono: true },
            { key: 'cover', head: say('archive.numbers'), mono: true, width: 1 },
            { key: 'title', head: say('archive.on-cover'), width: 2 },
          ],
          rows: files.map((f) => ({
            number: f.number,
            cover: f.said_numbers.join(' · '),
            title: f.title ?? '',
          })),
        },
      ],
    },
  ]
}
