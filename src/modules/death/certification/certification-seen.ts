/** Examinations, cause, manner, doubts, inquest and relatives, as the file of a death shows them. */
import type { Verdict } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { answersAbout } from '../examination/answers.ts'
import { doubtsAbout } from './standing-words.ts'
import type { CertifiedPart } from './contract.ts'
import { type Wanted, namesOf } from '../call/store/names.ts'
import { mayCertify, reviewWanted } from './rules.ts'
import { mustBeAccepted } from '../call/rules.ts'
import { lineOfExamination } from '../examination/examination-seen.ts'
import {
  type CauseRow,
  causesOf,
  contactsOf,
  doubtAnswersOf,
  inquestsOf,
  mannersOf,
  relativesOf,
} from './store/certifications.ts'
import type { DeathRow } from '../call/store/deaths.ts'
import { examinationsOf } from '../examination/store/examinations.ts'

export const certifiedVerdicts = (d: DeathRow): Record<string, Verdict> => ({
  'death.order-examination': mustBeAccepted(d),
  'death.certify-cause': mayCertify(
    { status: d.cause, accepted: d.state === 'accepted' },
    d.cause === null || d.cause === 'pending' ? 'final' : 'amended',
  ),
  'death.give-manner': mustBeAccepted(d),
  'death.acknowledge-results': mustBeAccepted(d),
  'death.refer-to-inquest': mustBeAccepted(d),
  'death.record-verdict': mustBeAccepted(d),
  'death.clear-cremation': mustBeAccepted(d),
})

export async function certifiedSeenOf(cx: Cx, d: DeathRow): Promise<CertifiedPart> {
  const examinations = await examinationsOf(cx, d.root)
  const causes = await causesOf(cx, d.root)
  const manners = await mannersOf(cx, d.root)
  const names = await namesOf(
    cx,
    manners.map((m): Wanted => ['manner', m.manner]),
  )
  return {
    examinations: examinations.map(lineOfExamination),
    causes: causes.map(causeSeen).toReversed(),
    manners: manners
      .map((m) => ({
        manner: names.of('manner', m.manner),
        how: m.how,
        injuryAtWork: m.injury_at_work,
        transportRole: m.transport_role,
        words: m.words,
        at: m.at,
        by: m.by,
      }))
      .toReversed(),
    doubts: await doubtsSeen(cx, d),
    inquest: (await inquestsOf(cx, d.root)).map((i) => ({
      kind: i.kind,
      court: i.court,
      on: i.on_day,
      jury: i.jury,
      reason: i.reason,
      verdict: i.verdict,
      number: i.number,
      at: i.at,
    })),
    relatives: await relativesSeen(cx, d),
    certificateRequest: causes.find((c) => c.request !== null)?.request ?? null,
    answers: await answersAbout(cx, d),
    reviewWanted: reviewWanted(d.manner, examinations),
  }
}

export const causeSeen = (c: CauseRow): CertifiedPart['causes'][number] => ({
  status: c.status,
  lines: c.lines.map((l) => ({
    text: l.text,
    interval: 'value' in l.interval ? l.interval.value : null,
    intervalAbsent: 'absent' in l.interval ? l.interval.absent : null,
    code: l.code ? [l.code, l.codeVersion].filter(Boolean).join(' ') : null,
  })),
  other: c.other,
  tobacco: c.tobacco,
  pregnancy: c.pregnancy,
  pendingBecause: c.pending_because,
  why: c.why,
  at: c.at,
  by: c.by,
  byId: c.by_id,
})

async function doubtsSeen(cx: Cx, d: DeathRow): Promise<CertifiedPart['doubts']> {
  const raised = await doubtsAbout(cx, d)
  if (raised.length === 0) return []
  const answers = await doubtAnswersOf(cx, d.root)
  return raised.map((one) => {
    const answer = answers.find((a) => a.doubt === one.key)
    return {
      key: one.key,
      text: cx.say(one.code, one.values),
      answer: answer ? { outcome: answer.outcome, words: answer.words, by: answer.by, at: answer.at } : null,
    }
  })
}

async function relativesSeen(cx: Cx, d: DeathRow): Promise<CertifiedPart['relatives']> {
  const rows = await relativesOf(cx, [d.root])
  if (rows.length === 0) return []
  const contacts = await contactsOf(cx, d.root)
  const names = await namesOf(cx, [
    ...rows.map((r): Wanted => ['language', r.language]),
    ...contacts.map((c): Wanted => ['language', c.language]),
  ])
  return rows.map((r) => ({
    id: r.id,
    name: r.value?.name ?? '',
    relation: r.relation,
    phone: r.value?.phone ?? null,
    language: names.of('language', r.language),
    entitled: r.entitled,
    contacts: contacts
      .filter((c) => c.relative === r.id)
      .map((c) => ({
        kind: c.kind,
        way: c.way,
        language: names.of('language', c.language),
        outcome: c.outcome,
        words: c.value?.words ?? null,
        at: c.at,
        by: c.by,
      })),
  }))
}
