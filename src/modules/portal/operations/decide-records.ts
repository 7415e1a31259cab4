/** A named person grants records or refuses them with the reason; what is free and asked by account is given at once. */
import { keepPersonal } from '#ledger/vault.ts'
import { mayHavePapers } from '#modules/death/public.ts'
import { type ReportRow, seeReport } from '#modules/reports/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { DecideRecords, RecordSeen } from '../contract/records.ts'
import { decidesRecords } from '../roles.ts'
import { mayDecideRecords, owedForRecords } from '../rules/records.ts'
import {
  chargeRow,
  kindOf,
  recordRef,
  recordSeen,
  releaseStep,
  standing,
  tellAsker,
} from '../records-steps.ts'
import { recordById } from '../store/records.ts'

export const decideRecords = command({
  name: 'portal.decide-records',
  summary: 'Grants records that were asked for, certificate by certificate, or refuses them with the reason.',
  who: decidesRecords,
  input: DecideRecords,
  output: RecordSeen,
  stepUp: true,
  async run(cx, input) {
    await cx.lock([recordRef(input.request)])
    const r = await recordById(cx, input.request)
    cx.allow(r)
    refuseUnless(mayDecideRecords(standing(r)))
    const versions = await inForce(cx, input.decision === 'granted' ? input.reports : [])
    const roots = [...new Set(versions.map((v) => v.root))]
    refuseUnless(unless(roots.length <= 1, no('portal.records-one-case', {}, 'portal.next-one-case')))
    refuseUnless(
      await mayHavePapers(
        cx,
        versions.map((v) => v.request),
        input.as ?? null,
        input.relative ?? null,
      ),
    )
    const owed =
      versions.length > 0
        ? owedForRecords(r.kind, await kindOf(cx, r.kind), {
            agencyKind: r.agency_kind,
            papers: versions.length,
          })
        : null
    const kept = input.reason ? await keepPersonal(cx, r.root, { reason: input.reason }) : null
    await cx.record({
      subject: recordRef(r.id),
      root: r.root,
      facts: {
        decision: input.decision,
        as: input.as ?? null,
        relative: input.relative ?? null,
        versions: versions.map((v) => v.id),
        owed: owed?.amount ?? null,
      },
      rows: {
        'portal.record_decision': [
          {
            id: cx.newId(),
            request: r.id,
            root: r.root,
            decision: input.decision,
            about: roots[0] ?? null,
            asked_as: input.as ?? null,
            relative: input.relative ?? null,
            versions: versions.map((v) => v.id),
            vault: kept?.vault ?? null,
            commitment: kept?.commitment ?? null,
            by_name: cx.actor.name,
          },
        ],
        ...(owed
          ? {
              'portal.charge': [
                chargeRow(cx, owed, { root: r.root, subject: recordRef(r.id), agency: null }),
              ],
            }
          : {}),
      },
    })
    const decided = await recordById(cx, r.id)
    if (standing(decided) === 'ready' && decided.asker) await releaseStep(cx, decided)
    else await tellAsker(cx, decided)
    return recordSeen(cx, await recordById(cx, r.id))
  },
})

/** The certificates that are given; each is issued and stands. */
async function inForce(cx: Cx, reports: readonly string[]): Promise<ReportRow[]> {
  const versions: ReportRow[] = []
  for (const report of new Set(reports)) {
    const v = await seeReport(cx, report)
    cx.allow({ may_see: v.may_see, root: v.root })
    const issued = no('portal.records-not-issued', { number: v.number }, 'portal.next-issued')
    refuseUnless(unless(v.state === 'issued', issued))
    versions.push(v)
  }
  return versions
}
