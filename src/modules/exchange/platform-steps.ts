/** A platform as it is told, and its steps: locked, judged, recorded. */
import type { dataAgreements } from '#identity/store/agreements.ts'
import { ref } from '#kernel/shapes.ts'
import { type Verdict, refuseUnless } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import type { PlatformSeen } from './contract/platforms.ts'
import { mayApprovePlatform, mayEndPlatform } from './rules/platforms.ts'
import { type PlatformRow, platformById } from './store/platforms.ts'

export async function platformStep(
  cx: Cx,
  platform: string,
  kind: 'approved' | 'ended',
  judge: (row: PlatformRow) => Verdict,
  words: string | null = null,
): Promise<{ id: string }> {
  const subject = ref('exchange.platform', platform)
  await cx.lock([subject])
  const row = await platformById(cx, platform)
  refuseUnless(judge(row))
  const id = cx.newId()
  await cx.record({
    subject,
    facts: { kind, code: row.code, ...(kind === 'approved' ? { form: row.asked_form } : {}) },
    rows: {
      'exchange.platform_step': [{ id, platform, version: row.newest, seq: row.steps + 1, kind, words }],
    },
  })
  return { id }
}

export function platformSeen(
  cx: Cx,
  row: PlatformRow,
  agreementOf: Awaited<ReturnType<typeof dataAgreements>>,
): PlatformSeen {
  const agreement = agreementOf(row.agreement, row.agency)
  const standing = { ...row, waits: row.waits !== null }
  return {
    id: row.id,
    code: row.code,
    agency: row.agency,
    agencyName: row.agency_name,
    agreement: agreement.title,
    holds: agreement.holds,
    name: row.name,
    state: row.state,
    form: row.form,
    asked:
      row.waits === null
        ? null
        : { name: row.asked_name, form: row.asked_form, by: row.asked_by_name, at: row.asked_at },
    words: row.words,
    by: row.step_by ?? row.asked_by_name,
    at: row.step_at ?? row.asked_at,
    actions: actionsOf(
      cx,
      { may_see: true },
      {
        ...(row.waits === null
          ? {}
          : { 'exchange.approve-platform': mayApprovePlatform(standing, cx.actor.id) }),
        ...(row.state === 'ended' ? {} : { 'exchange.end-platform': mayEndPlatform(standing) }),
      },
    ),
  }
}
