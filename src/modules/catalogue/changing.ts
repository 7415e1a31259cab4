/** A change to the laboratory's rules: put into whole words when it is proposed, compared with what stands, and entered when another approves. */
import type { Json } from '#kernel/canonical.ts'
import { ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import { type Work, changesOf } from './applying.ts'
import type { ChangeSeen, Content } from './contract.ts'
import { PLACE_LAST, keepMeanings } from './defining.ts'
import { mayApprove, mayDecline } from './rules/change.ts'
import type { ChangeRow } from './store/changes.ts'
import { findChange } from './store/changes.ts'
import { newestCode } from './store/codes.ts'

export const changeRef = (id: string) => ref('catalogue.change', id)

/** Codes keep their place, and what is proposed begins on its day. */
export async function wholeContent(cx: Cx, content: Content, from: string): Promise<Content> {
  const lists: Content['lists'] = []
  for (const list of content.lists) {
    const codes: Content['lists'][number]['codes'] = []
    for (const code of list.codes) {
      const before = await newestCode(cx.tx, list.list, code.code)
      codes.push({
        ...code,
        place: code.place ?? before?.place ?? PLACE_LAST,
        validFrom: code.validFrom ?? from,
      })
    }
    lists.push({ ...list, codes })
  }
  return {
    lists,
    limits: content.limits.map((l) => ({ ...l, validFrom: l.validFrom ?? from })),
    definitions: content.definitions,
  }
}

/** What the content would change today; a form's keys keep their meanings. */
export async function workOf(cx: Cx, content: Content): Promise<Work> {
  const work = await changesOf(cx, { name: 'change', language: 'en', ...noParts, ...content })
  for (const { definition } of work.definitions)
    if (definition.kind === 'form') await keepMeanings(cx, definition.key, definition.body)
  return work
}
const noParts = { agencies: [], units: [], stores: [], methods: [], equipment: [], lots: [] }

/** The versions that the change was drawn up against: whoever approves approves this, not what somebody changed since. */
export function baseOf(work: Work): Record<string, number> {
  return Object.fromEntries([
    ...work.lists.flatMap((l) => [
      ...(l.naming === null ? [] : [[`list ${l.list.list}`, l.naming]]),
      ...l.codes.map((c) => [`code ${l.list.list}/${c.code.code}`, c.before?.seq ?? 0]),
    ]),
    ...work.limits.map((l) => [`limit ${l.limit.key}`, l.seq]),
    ...work.definitions.map((d) => [`${d.definition.kind} ${d.definition.key}`, d.version]),
  ]) as Record<string, number>
}

/** Each thing with what it was and would be, and what in the laboratory stands on it now. */
export async function touchesOf(cx: Cx, work: Work): Promise<ChangeSeen['touches']> {
  const language = cx.actor.language
  const out: ChangeSeen['touches'] = []
  for (const d of work.differences) {
    const uses = await cx.ground.uses(cx.tx, { what: d.what, key: d.key })
    const after = d.after as { en?: string; es?: string }
    out.push({
      what: d.what,
      key: d.key,
      change: d.change,
      fields: d.fields,
      name: after[language] ?? d.key,
      before: (d.before ?? null) as Json as never,
      after: d.after as Json as never,
      uses: uses.map((u) => cx.say(u.text, { n: u.n })),
    })
  }
  return out
}

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
