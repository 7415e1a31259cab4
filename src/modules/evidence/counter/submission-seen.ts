/** A submission as its page and its receipt show it. */
import { yes } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import type { z } from 'zod'
import type { SubmissionLine, SubmissionSeen } from './contract.ts'
import { namesFor, type Names } from '../things/store/chain.ts'
import { packagingOf, type PackagingFacts } from '../things/store/facts.ts'
import { linesOf } from '../things/lines.ts'
import { seeItems } from '../things/store/items.ts'
import { refusedOfSubmission, thingsOfSubmission, type SubmissionRow } from './store/submissions.ts'

export const submissionLine = (s: SubmissionRow): z.output<typeof SubmissionLine> => ({
  id: s.id,
  number: s.number,
  state: s.state,
  case: { id: s.root, number: s.case_number, title: s.case_title },
  by: s.by,
  where: s.where,
  at: s.at,
  receivedBy: s.received_by,
  unit: s.unit_name,
  items: s.items,
  refused: s.refused,
})

function cameAs(p: PackagingFacts | undefined, names: Names): SubmissionSeen['things'][number]['came'] {
  const words = p
    ? ([
        ['packaging-type', p.type],
        ['colour', p.colour],
        ['condition', p.condition],
      ] as const)
    : []
  return {
    packaging: words.flatMap(([list, code]) => (code ? [names.code(list, code)] : [])).join(', ') || null,
    seals: (p?.seals ?? []).map((x) => x.number),
  }
}

export async function submissionSeen(cx: Cx, s: SubmissionRow): Promise<SubmissionSeen> {
  const things = await seeItems(cx, await thingsOfSubmission(cx, s.id))
  const came = await packagingOf(
    cx,
    things.map((t) => t.id),
  )
  const refused = await refusedOfSubmission(cx, s.id)
  const names = await namesFor(
    cx,
    [
      ['delivery-way', s.way],
      ['refusal-reason', s.refusal],
      ...refused.map((r) => ['refusal-reason', r.reason] as const),
      ...[...came.values()].flatMap((p) => [
        ['packaging-type', p.type] as const,
        ['colour', p.colour] as const,
        ['condition', p.condition] as const,
      ]),
    ],
    [],
    cx.say('evidence.language') === 'es' ? 'es' : 'en',
  )
  return {
    ...submissionLine(s),
    way: s.way,
    wayName: s.way ? names.code('delivery-way', s.way) : null,
    words: s.words,
    refusal: s.refusal,
    refusalName: s.refusal ? names.code('refusal-reason', s.refusal) : null,
    signed: s.signed,
    things: (await linesOf(cx, things)).map((line) => ({ ...line, came: cameAs(came.get(line.id), names) })),
    notTaken: refused.map((r) => ({
      description: r.description,
      theirNumber: r.their_number,
      seal: r.seal,
      why: r.reason,
      whyName: names.code('refusal-reason', r.reason),
      words: r.words,
    })),
    actions: actionsOf(
      cx,
      s,
      s.state === 'received' ? { 'evidence.receive-item': yes, 'evidence.print-label': yes } : {},
    ),
  }
}
