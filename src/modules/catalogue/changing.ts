/** A change to the laboratory's rules: put into whole words when it is proposed, compared with what stands, and entered when another approves. */
import type { Json } from '#kernel/canonical.ts'
import { ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx, PartDifference } from '#platform/cx.ts'
import { type Work, changesOf } from './applying.ts'
import type { ChangeSeen, Content } from './contract.ts'
import { PLACE_LAST, mustStand } from './defining.ts'
import { mayApprove, mayDecline } from './rules/change.ts'
import type { ChangeRow } from './store/changes.ts'
import { findChange } from './store/changes.ts'
import { newestCode } from './store/codes.ts'

export const changeRef = (id: string) => ref('catalogue.change', id)

/** Codes keep their place. Days are put when it is approved: nothing that was recorded before reads otherwise. */
export async function wholeContent(cx: Cx, content: Content): Promise<Content> {
  const lists: Content['lists'] = []
  for (const list of content.lists) {
    const codes: Content['lists'][number]['codes'] = []
    for (const code of list.codes) {
      const before = await newestCode(cx.tx, list.list, code.code)
      codes.push({ ...code, place: code.place ?? before?.place ?? PLACE_LAST })
    }
    lists.push({ ...list, codes })
  }
  return { ...content, lists }
}

export interface ChangeWork extends Work {
  /** By the name of the part in the files: what the module that keeps it would enter. */
  readonly parts: readonly { readonly part: string; readonly differences: readonly PartDifference[] }[]
}

/** What the content would change today; what cannot stand beside what stands is refused. */
export async function workOf(cx: Cx, content: Content): Promise<ChangeWork> {
  const { stores, ...own } = content
  const work = await changesOf(cx, { name: 'change', language: 'en', ...noParts, ...own })
  for (const { definition } of work.definitions)
    await mustStand(cx, definition.kind, definition.key, definition.body)
  const keeper = cx.ground.ruleParts.get('stores')
  const differences = keeper && stores.length > 0 ? await keeper.compare(cx, stores) : []
  return { ...work, parts: differences.length > 0 ? [{ part: 'stores', differences }] : [] }
}

/** What a part keeps for ever is added to, never written otherwise. */
export const mustBeNew = (work: ChangeWork): void => {
  const stands = work.parts.flatMap((p) => p.differences).find((d) => d.before !== null)
  refuseUnless(
    unless(
      stands === undefined,
      no('catalogue.place-stands', { code: stands?.key ?? '' }, 'catalogue.next-new-place'),
    ),
  )
}

/** Nothing of it begins before this day. */
export function begunOn(content: Content, day: string): Content {
  const later = (from: string | null | undefined): string => (from && from > day ? from : day)
  return {
    ...content,
    lists: content.lists.map((l) => ({
      ...l,
      codes: l.codes.map((c) => ({ ...c, validFrom: later(c.validFrom) })),
    })),
    limits: content.limits.map((l) => ({ ...l, validFrom: later(l.validFrom) })),
  }
}
const noParts = { agencies: [], units: [], stores: [], methods: [], equipment: [], lots: [] }

/** The versions that the change was drawn up against: whoever approves approves this, not what somebody changed since. */
export function baseOf(work: ChangeWork): Record<string, number> {
  return Object.fromEntries([
    ...work.lists.flatMap((l) => [
      ...(l.naming === null ? [] : [[`list ${l.list.list}`, l.naming]]),
      ...l.codes.map((c) => [`code ${l.list.list}/${c.code.code}`, c.before?.seq ?? 0]),
    ]),
    ...work.limits.map((l) => [`limit ${l.limit.key}`, l.seq]),
    ...work.definitions.map((d) => [`${d.definition.kind} ${d.definition.key}`, d.version]),
    ...work.parts.flatMap((p) => p.differences.map((d) => [`${p.part} ${d.key}`, d.before === null ? 0 : 1])),
  ]) as Record<string, number>
}

/** So many things are told one by one; a whole laboratory has more of them than anybody reads. */
const MOST_TOLD = 200

/** Each thing with what it was and would be, and what in the laboratory stands on it now. */
export async function touchesOf(cx: Cx, work: ChangeWork): Promise<Pick<ChangeSeen, 'touches' | 'more'>> {
  const out: ChangeSeen['touches'] = []
  const parts = work.parts.flatMap((p) =>
    p.differences.map((d) => ({
      ...d,
      what: p.part,
      change: 'added' as const,
      fields: [],
      after: { ...(d.after as object), en: d.name, es: d.name },
    })),
  )
  const all = [...work.differences, ...parts]
  for (const d of all.slice(0, MOST_TOLD)) {
    const uses = await cx.ground.uses(cx.tx, { what: d.what, key: d.key })
    const after = d.after as { en?: string; es?: string }
    out.push({
      what: d.what,
      key: d.key,
      change: d.change,
      fields: d.fields,
      name: after[cx.language] ?? d.key,
      before: (d.before ?? null) as Json as never,
      after: d.after as Json as never,
      uses: uses.map((u) => cx.say(u.text, { n: u.n })),
    })
  }
  return { touches: out, more: Math.max(0, all.length - MOST_TOLD) }
}

/** What was proposed before places could be says nothing of them. */
export const contentIn = (change: Pick<ChangeRow, 'content'>): Content => ({
  stores: [],
  ...(change.content as unknown as Omit<Content, 'stores'> & Partial<Pick<Content, 'stores'>>),
})

export async function changeOf(cx: Cx, id: string): Promise<ChangeRow> {
  const change = await findChange(cx.tx, id)
  if (!change) throw notFound()
  return change
}

export function changeActions(cx: Cx, change: ChangeRow): ChangeSeen['actions'] {
  return actionsOf(
    cx,
    { may_see: true },
    {
      'catalogue.approve-change': mayApprove(change, cx.actor.id),
      'catalogue.decline-change': mayDecline(change),
    },
  )
}
