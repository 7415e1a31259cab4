/** One report whole: what it says, what it stands on, every step and recipient, and what may be done next. */
import { caseworkers } from '#identity/roles.ts'
import { namesOfCodes } from '#modules/catalogue/public.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import { query } from '#platform/define.ts'
import { no, unless, yes } from '#kernel/verdict.ts'
import { GetReport, ReportSeen } from '../contract.ts'
import { offeredTo } from '../delivering.ts'
import { type Gathered, gather } from '../gathering.ts'
import { verifyUrl } from '../paper.ts'
import {
  grouped,
  isOut,
  mayAmend,
  mayChange,
  mayDeliver,
  mayIssue,
  mayReturn,
  mayReview,
  maySign,
  mayWithdraw,
  paperNumber,
  standsOn,
} from '../rules.ts'
import { mustBeReleased, releaseLevelOf } from '../releasing.ts'
import { isInside, lineOf } from '../seeing.ts'
import { substance } from '../substance.ts'
import { type DeliveryRow, deliveriesOf, isMine } from '../store/recipients.ts'
import { type VersionNow, getVersion, signatureOf, stepsOf, versionsOf } from '../store/versions.ts'

export const getReport = query({
  name: 'reports.get-report',
  summary: 'Shows one report whole, with every step.',
  who: caseworkers,
  reads: 'sensitive',
  input: GetReport,
  output: ReportSeen,
  async run(cx, input) {
    const v = await getVersion(cx, input.report, input.version)
    cx.allow({ may_see: v.may_see, root: v.root })
    await mustBeReleased(cx, v)
    // On screen in the reader's language; the paper keeps its own.
    const [g, signature, all, given, steps, release] = await Promise.all([
      gather(cx, { ...v, language: cx.language }),
      signatureOf(cx, v.id),
      versionsOf(cx, v.report),
      deliveriesOf(cx, v.id),
      stepsOf(cx, v.id),
      releaseLevelOf(cx, v.root),
    ])
    const inside = isInside(cx)
    const versions = all.filter((o) => inside || isOut(o.state))
    const deliveries = given.filter((d) => inside || isMine(cx, d))
    const [wayName, shown] = await Promise.all([waysNamed(cx, deliveries), substance(cx, g)])
    return {
      ...lineOf(v, g.questionName),
      language: v.language,
      code: isOut(v.state) || inside ? grouped(v.code) : null,
      verify: isOut(v.state) ? verifyUrl(cx, v.code) : null,
      remarks: g.remarks,
      changes: v.changes,
      supersedes: versions.find((o) => o.id === v.supersedes)?.version ?? null,
      reviewer: v.reviewer ? { id: v.reviewer, name: v.reviewer_name ?? '' } : null,
      signer: v.signer ? { id: v.signer, name: v.signer_name ?? '' } : null,
      waiting: waitingFor(cx, v, g),
      ...shown,
      steps: steps.map((s) => ({
        kind: s.kind,
        says: cx.say(`reports.step-${s.kind}`),
        at: s.at,
        by: s.by,
        words: s.words,
        findings: inside ? (s.findings ?? []) : [],
      })),
      signature: signature
        ? {
            pdfSha256: signature.pdf,
            dataSha256: signature.data,
            size: signature.pdf_size,
            at: signature.recorded_at,
          }
        : null,
      versions: versions.map((o) => ({
        id: o.id,
        number: paperNumber({ number: v.number, version: o.version }),
        version: o.version,
        state: o.state,
        since: o.since,
      })),
      deliveries: deliveries.map((d) => ({
        id: d.id,
        kind: d.kind,
        to: d.to_name,
        way: d.way,
        wayName: d.way === null ? null : wayName(d.way),
        words: d.words,
        at: d.at,
        by: d.by,
        acknowledged: d.receipt_at ? { at: d.receipt_at, by: d.receipt_by ?? '' } : null,
        mine: isMine(cx, d),
      })),
      release,
      offered: inside ? await offered(cx, v, g, deliveries) : [],
      actions: actionsFor(cx, v, g),
    }
  },
})

function waitingFor(cx: Cx, v: VersionNow, g: Gathered): string[] {
  const verdict = standsOn(g.grounds)
  return isOut(v.state) || verdict.ok
    ? []
    : [cx.say(verdict.code, verdict.values), ...(verdict.next ? [cx.say(verdict.next, verdict.values)] : [])]
}

/** Nobody who has a copy is offered one; what is over is offered to nobody. */
async function offered(cx: Cx, v: VersionNow, g: Gathered, given: readonly DeliveryRow[]) {
  if (v.state !== 'signed' && v.state !== 'issued') return []
  const has = new Set(given.filter((d) => d.kind === 'copy').map((d) => d.to_unit ?? d.to_person))
  return (await offeredTo(cx, g)).filter((o) => !has.has(o.unit ?? o.person ?? null))
}

async function waysNamed(cx: Cx, given: readonly DeliveryRow[]): Promise<(way: string) => string> {
  const name = await namesOfCodes(
    cx,
    given.map((d) => ['delivery-way', d.way === 'custodia' ? null : d.way]),
    cx.language,
  )
  return (way) => (way === 'custodia' ? cx.say('reports.way-custodia') : name('delivery-way', way))
}

function actionsFor(cx: Cx, v: VersionNow, g: Gathered) {
  const amend = unless(v.newest, no('reports.amended-already', {}, 'reports.next-open-it'))
  return actionsOf(cx, v, {
    'reports.include-result': mayChange(v, cx.actor.id),
    'reports.review-administratively': mayReview(v, cx.actor.id, g.grounds),
    'reports.return-report': mayReturn(v, cx.actor.id),
    'reports.sign-report': maySign(v, cx.actor.id, g.grounds),
    'reports.issue-report': mayIssue(v, g.grounds),
    'reports.deliver-report': mayDeliver(v),
    'reports.amend-report': amend.ok ? mayAmend(v) : amend,
    'reports.withdraw-report': mayWithdraw(v),
    'reports.set-release': yes,
  })
}
