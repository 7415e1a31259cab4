/** The file of a death as its page shows it: a handful of statements, whatever it holds. */
import { answersSaid, codesOf } from '#modules/catalogue/public.ts'
import { actionsOf } from '#platform/actions.ts'
import { yes } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { z } from 'zod'
import type { DeathSeen } from './contract.ts'
import { lineOf, wantedOf } from '../call/lines.ts'
import { certifiedSeenOf, certifiedVerdicts } from '../certification/certification-seen.ts'
import { bodySeenOf, bodyVerdicts } from '../morgue/body-seen.ts'
import { type Names, type Wanted, namesOf } from '../call/store/names.ts'
import { dutiesOf, mayAcceptDeath, mayDeclineDeath, mustBeAccepted, profileOf } from '../call/rules.ts'
import { inquirySeenOf } from '../inquiry/inquiry-seen.ts'
import { inquestsOf } from '../certification/store/certifications.ts'
import { ordersOf } from '../examination/store/examinations.ts'
import {
  type CallRow,
  type DeathRow,
  type DecisionRow,
  type NotificationRow,
  type PlaceRow,
  askedOf,
  callOf,
  caseNumberOf,
  decisionsOf,
  notificationsOf,
  placesOf,
} from '../call/store/deaths.ts'

type Seen = z.input<typeof DeathSeen>

export async function seenOf(cx: Cx, d: DeathRow): Promise<Seen> {
  const call = await callOf(cx, d.root)
  const notifications = await notificationsOf(cx, d.root)
  const decisions = await decisionsOf(cx, d.root)
  const places = await placesOf(cx, d.root)
  const asked = await askedOf(cx, d.root)
  const names = await namesOf(cx, [
    ...wantedOf(d),
    ['death-caller', call.caller_kind],
    ...notifications.map((n): Wanted => ['death-told', n.whom]),
    ...decisions.flatMap((j): Wanted[] => [
      ['death-authority', j.profile],
      ['decline-jurisdiction', j.reason],
    ]),
    ...places.flatMap((p): Wanted[] => [
      ['district', p.district],
      ['settlement', p.settlement],
    ]),
  ])
  const body = await bodySeenOf(cx, d)
  return {
    ...lineOf(d, names, true),
    unit: null,
    minor: d.minor,
    caseNumber: await caseNumberOf(cx, d.case_root),
    signs: d.signs,
    told: await callSeen(cx, call, names),
    notifications: notifications.map((n) => notificationSeen(n, call, names)),
    decisions: decisions.map((j) => decisionSeen(j, names)),
    places: places.map((p) => placeSeen(p, names)),
    asked: asked.map((a) => ({
      id: a.id,
      kind: a.kind,
      whom: a.whom,
      what: a.what,
      at: a.at,
      dueOn: a.due_on,
      outcome: a.outcome,
      answerWords: a.answer_words,
      file: a.file,
      answeredAt: a.answered_at,
    })),
    duties: await dutiesSeen(cx, d, {
      asked,
      notifications,
      decisions,
      inquest: (await inquestsOf(cx, d.root)).length > 0,
      bloodOrdered: await bloodOrdered(cx, d.root),
    }),
    ...body,
    ...(await certifiedSeenOf(cx, d)),
    ...(await inquirySeenOf(cx, d)),
    actions: actionsOf(cx, d, {
      ...bodyVerdicts(d, body),
      ...certifiedVerdicts(d),
      'death.accept-jurisdiction': mayAcceptDeath(d),
      'death.decline-jurisdiction': mayDeclineDeath(d),
      'death.change-authority': mustBeAccepted(d),
      'death.record-notification': yes,
      'death.record-place': yes,
      'death.record-inquiry': yes,
      'death.add-number': yes,
      'death.request-medical-records': mustBeAccepted(d),
      'death.request-hospital-specimen': mustBeAccepted(d),
    }),
  }
}

async function callSeen(cx: Cx, c: CallRow, names: Names): Promise<DeathSeen['told']> {
  const [said] =
    c.form && c.answers ? await answersSaid(cx, [{ form: c.form, answers: c.answers as never }]) : []
  const took = c.began_at ? (Date.parse(c.ended_at) - Date.parse(c.began_at)) / 60_000 : null
  // A device whose clock was ahead says when it began, and not how long it took.
  const minutes = took !== null && took >= 0 ? took : null
  return {
    number: c.number,
    way: c.way,
    callerKind: names.of('death-caller', c.caller_kind),
    caller: c.caller
      ? { name: c.caller.name, phone: c.caller.phone ?? null, where: c.caller.where ?? null }
      : null,
    beganAt: c.began_at,
    endedAt: c.ended_at,
    minutes: minutes === null ? null : Math.round(minutes * 10) / 10,
    by: c.by,
    name: c.told?.name ?? null,
    words: c.told?.words ?? null,
    form: said?.form.name ?? null,
    answers: [...(said?.answers ?? [])],
  }
}

const notificationSeen = (
  n: NotificationRow,
  c: CallRow,
  names: Names,
): DeathSeen['notifications'][number] => ({
  id: n.id,
  whom: names.of('death-told', n.whom),
  name: n.name,
  way: n.way,
  at: n.at,
  after: Math.round((Date.parse(n.at) - Date.parse(c.ended_at)) / 60_000),
  outcome: n.outcome,
  words: n.words,
  by: n.by,
})
const decisionSeen = (j: DecisionRow, names: Names): DeathSeen['decisions'][number] => ({
  decision: j.decision,
  profile: names.of('death-authority', j.profile),
  authority: j.authority_kind
    ? { kind: j.authority_kind, number: j.authority, by: j.authority_by, at: j.authority_at }
    : null,
  reason: names.of('decline-jurisdiction', j.reason),
  words: j.words,
  signs: j.signs,
  at: j.recorded_at,
  by: j.by,
})
const placeSeen = (p: PlaceRow, names: Names): DeathSeen['places'][number] => ({
  kind: p.kind,
  on: p.on_text,
  time: p.time_text,
  approximate: p.approximate,
  timeAbsent: p.at_absent,
  absent: p.absent,
  district: names.of('district', p.district),
  settlement: names.of('settlement', p.settlement),
  text: p.text,
  latitude: p.latitude,
  longitude: p.longitude,
  byWhom: p.by_whom,
  how: p.how,
  condition: p.condition,
  at: p.recorded_at,
  by: p.by,
})

async function dutiesSeen(
  cx: Cx,
  d: DeathRow,
  known: {
    readonly asked: readonly { readonly kind: string }[]
    readonly notifications: readonly NotificationRow[]
    readonly decisions: readonly DecisionRow[]
    readonly inquest: boolean
    readonly bloodOrdered: boolean
  },
): Promise<DeathSeen['duties']> {
  const settings = await codesOf(cx, 'death-setting')
  const setting = settings.find((s) => s.code === d.setting)?.data as { duties?: unknown } | null | undefined
  const law = d.profile ? (await codesOf(cx, 'death-authority')).find((p) => p.code === d.profile) : undefined
  const profile = law ? profileOf(law.code, law.data) : undefined
  return dutiesOf({
    state: d.state,
    duties: Array.isArray(setting?.duties) ? setting.duties.map(String) : [],
    inquest: known.inquest,
    asked: known.asked.map((a) => a.kind),
    told: known.notifications.filter((n) => n.outcome !== 'no-answer').map((n) => n.whom),
    order: known.decisions.at(-1)?.authority_kind === 'order',
    needsOrder: profile?.examination === 'order',
    bloodOrdered: known.bloodOrdered,
  }).map(({ key, done }) => ({
    key,
    done,
    text: cx.say(`death.duty-${key}`, { clause: profile?.clause ?? '' }),
  }))
}

/** The discipline of the laboratory’s own request for alcohol and drugs was asked about this death. */
async function bloodOrdered(cx: Cx, root: string): Promise<boolean> {
  const wanted = (await codesOf(cx, 'death-request')).find((c) => c.code === 'blood-alcohol')
  const discipline = (wanted?.data as { discipline?: unknown } | null | undefined)?.discipline
  return (await ordersOf(cx, [root])).some((o) => o.discipline === discipline)
}
