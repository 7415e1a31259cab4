/** What the acts on followed kits share: the stages of the laboratory, one step as a row, and who sees the kit from then on. */
import { openNewSight, openSight, oversight } from '#identity/sight.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { ref, type Ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { type Stage, dueAfter, stagesIn } from './rules/kits.ts'
import { agencyKindOf, unitNamed } from './store/kits.ts'

export const kitRef = (id: string): Ref => ref('portal.kit_track', id)
const whySeen = 'portal.scan-kit'

export interface Stages {
  readonly list: readonly Stage[]
  readonly name: (code: string) => { code: string; name: string }
}
export async function stagesOf(cx: Cx): Promise<Stages> {
  const codes = await codesOf(cx, 'kit-stage')
  if (codes.length === 0)
    throw new Refusal('conflict', 'portal.kit-no-stages', { next: 'portal.next-define-stages' })
  const names = new Map(codes.map((c) => [c.code, c[cx.language]]))
  return { list: stagesIn(codes), name: (code) => ({ code, name: names.get(code) ?? code }) }
}

export interface Here {
  readonly agency: string
  readonly unit: string
  readonly unitName: string
}
/** The office for which somebody scans, and what kind of agency it is of. */
export async function whereIAm(cx: Cx): Promise<Here> {
  const [agency, unitName] = [await agencyKindOf(cx, cx.actor.agency), await unitNamed(cx, cx.actor.unit)]
  if (!agency || !cx.actor.unit || !unitName)
    throw new Refusal('conflict', 'portal.kit-no-office', { next: 'portal.next-kit-office' })
  return { agency, unit: cx.actor.unit, unitName }
}

export async function stepRow(
  cx: Cx,
  kit: string,
  seq: number,
  stage: Stage,
  here: Here,
  more: { to: string | null; words: string | null },
): Promise<CoveredRow> {
  const toName = more.to ? await unitNamed(cx, more.to) : null
  if (more.to && !toName)
    throw new Refusal('conflict', 'portal.kit-no-such-office', { next: 'portal.next-kit-to' })
  return {
    id: cx.newId(),
    kit,
    root: kit,
    seq,
    stage: stage.code,
    unit: here.unit,
    unit_name: here.unitName,
    to_unit: more.to,
    to_name: toName ?? null,
    due_on: dueAfter(stage, dayOfInstant(cx.occurredAt)),
    words: more.words,
    by_name: cx.actor.name,
    at: cx.occurredAt,
  }
}
export function showKit(cx: Cx, kit: string, here: Here, to: string | null, fresh = false): Promise<void> {
  const see = [oversight, here.unit, ...(to ? [to] : [])]
  const sights = see.map((principal) => ({ root: kit, principal, why: whySeen }))
  return fresh ? openNewSight(cx, 'portal.id-in-use', sights) : openSight(cx, sights)
}
