/** Where a followed kit may go next and who may say so; the stages are the laboratory’s own list. Pure. */
import { addDays } from '#kernel/calendar.ts'
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

/** What a code of the list `kit-stage` says. */
export interface Stage {
  readonly code: string
  readonly order: number
  /** Kinds of agency that set it. */
  readonly agencies: readonly string[]
  /** Days until the next stage is expected; none where it says none. */
  readonly days: number | null
  readonly end: boolean
}
export function stagesIn(codes: readonly { readonly code: string; readonly data: unknown }[]): Stage[] {
  return codes
    .map(({ code, data }) => {
      const said = (data ?? {}) as { order?: number; agencies?: string[]; days?: number; end?: boolean }
      return {
        code,
        order: said.order ?? 0,
        agencies: said.agencies ?? [],
        days: said.days ?? null,
        end: said.end === true,
      }
    })
    .sort((a, b) => a.order - b.order)
}
export const firstFor = (stages: readonly Stage[], agency: string): Stage | undefined =>
  stages[0]?.agencies.includes(agency) ? stages[0] : undefined
/** The next stage at all, whoever sets it; none after the end. */
export const nextAfter = (stages: readonly Stage[], now: string): Stage | undefined => {
  const at = stages.findIndex((s) => s.code === now)
  return at < 0 || stages[at]?.end ? undefined : stages[at + 1]
}
/** The nearest stage ahead that this kind of agency sets: what lies between belongs to others and is not skipped. */
export function mayReach(
  stages: readonly Stage[],
  now: string,
  wanted: Stage | undefined,
  by: { readonly agency: string; readonly to: boolean },
): Verdict {
  const next = nextAfter(stages, now)
  return allOf(
    unless(next !== undefined, no('portal.kit-ended', {}, 'portal.next-see-kit')),
    unless(
      wanted !== undefined && next?.code === wanted.code,
      no('portal.kit-not-next', {}, 'portal.next-kit-order'),
    ),
    unless(
      wanted?.agencies.includes(by.agency) ?? false,
      no('portal.kit-not-yours', {}, 'portal.next-kit-whose'),
    ),
    unless(
      !wanted || by.to || !goesOn(stages, wanted, by.agency),
      no('portal.kit-whereto', {}, 'portal.next-kit-to'),
    ),
  )
}
/** Whether the stage after this one is set by somebody else, who must be able to see the kit. */
export function goesOn(stages: readonly Stage[], at: Stage, agency: string): boolean {
  const next = nextAfter(stages, at.code)
  return next !== undefined && !next.agencies.includes(agency)
}
export const dueAfter = (stage: Stage, day: string): string | null =>
  stage.days === null || stage.end ? null : addDays(day, stage.days)
