/** Turns rows of equipment and lots into what readers see: the standing today, with its sentence. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import { yes } from '#kernel/verdict.ts'
import { judgeEquipment, judgeLot, mayReturn, mayStepLot, mayTakeOut, standingOf } from './rules.ts'
import type { EquipmentRow, LotRow } from './store/standing.ts'

const open = { may_see: true }

export function equipmentSeen(cx: Cx, e: EquipmentRow) {
  const today = dayOfInstant(cx.now)
  const { verdict } = judgeEquipment(e, today)
  return {
    id: e.id,
    code: e.code,
    kind: e.kind,
    name: e.name,
    make: e.make,
    model: e.model,
    serial: e.serial,
    unit: e.unit_name,
    place: e.place,
    calibrated: e.calibrated,
    standing: standingOf(e, today),
    ...saying(cx, verdict),
    calibratedOn: e.done_on,
    dueOn: e.due_on,
    uncertainty:
      e.uncertainty === null
        ? null
        : { value: e.uncertainty, unit: e.uncertainty_unit ?? '', k: e.coverage ?? '2' },
    certificate: e.certificate,
    data: e.data as never,
    actions: actionsOf(cx, open, {
      'quality.record-calibration': yes,
      'quality.take-out-of-service': mayTakeOut(e),
      'quality.return-to-service': mayReturn(e),
    }),
  }
}

export function lotSeen(cx: Cx, l: LotRow) {
  const { verdict } = judgeLot(l, dayOfInstant(cx.now))
  return {
    id: l.id,
    number: l.number,
    material: l.material,
    name: l.name,
    kind: l.kind,
    supplier: l.supplier,
    received: l.received_on,
    expires: l.expires_on,
    amount: l.amount === null ? null : { value: l.amount, unit: l.unit ?? '' },
    storage: l.storage,
    state: l.state,
    usable: verdict.ok,
    ...saying(cx, verdict),
    actions: actionsOf(cx, open, {
      'quality.verify-lot': mayStepLot(l, 'verified'),
      'quality.withdraw-lot': mayStepLot(l, 'withdrawn'),
    }),
  }
}

function saying(
  cx: Cx,
  verdict: ReturnType<typeof judgeLot>['verdict'],
): { why: string | null; next: string | null } {
  if (verdict.ok) return { why: null, next: null }
  return {
    why: cx.say(verdict.code, verdict.values),
    next: verdict.next ? cx.say(verdict.next, verdict.values) : null,
  }
}
