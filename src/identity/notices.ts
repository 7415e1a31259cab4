/**
 * The one door by which anybody is told anything: a line in the product; where an address is known and no choice says otherwise, a mail; and
 * in the browsers that the person turned on, a notice while they are shut. All are written in the act's own transaction and say that something waits and on which page, never what it is (docs/decisions/mail.md).
 */
import type { Ref } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import { sendLater } from '#platform/outbox.ts'
import { sendPushTask } from './push.ts'
import { insertNotices, peopleOfRoles, peopleOfUnit } from './store/notices.ts'

export { toldOf } from './store/notices.ts'

export interface About {
  readonly subject: Ref
  /** What it hangs on: the line is shown while the reader may see that. */
  readonly root: string | null
  /** A page of ours, such as `/reports/…`. */
  readonly path: string
  /** By which number the reader knows it: said in the product alone, never in a mail. */
  readonly number?: string | null
}
type Telling = Pick<Cx, 'tx' | 'now' | 'newId' | 'ground' | 'actor'>

/** `kind` is the text key: `<kind>-subject` is the line and the mail's subject, `<kind>-body` the mail's words ({name}, {service}, {link}). Nobody is told of their own act. */
export async function notify(
  cx: Telling,
  people: readonly (string | null | undefined)[],
  kind: string,
  about: About,
): Promise<void> {
  const whom = [...new Set(people)].filter((p): p is string => Boolean(p) && p !== cx.actor.id)
  if (whom.length === 0) return
  const told = await insertNotices(
    cx,
    whom.map((person) => ({ id: cx.newId(), person, kind, ...about })),
  )
  for (const { id, person, mail, push } of told) {
    if (mail) await sendLater(cx, { to: { person }, key: kind, values: { path: about.path } })
    if (push) await cx.ground.queue(cx.tx, sendPushTask, { notice: id }, { key: `push:${id}` })
  }
}

/** Everybody of an office: who belongs to it or holds a role there. */
export async function notifyUnit(cx: Telling, unit: string, kind: string, about: About): Promise<void> {
  await notify(cx, await peopleOfUnit(cx, unit), kind, about)
}

/** Whoever holds one of these roles and is shown the root. */
export async function notifyRoles(
  cx: Telling,
  roles: readonly string[],
  kind: string,
  about: About & { readonly root: string },
): Promise<void> {
  await notify(cx, await peopleOfRoles(cx, roles, about.root), kind, about)
}

export { choicesOf, insertChoices, peopleOfUnit, putAwayAbout } from './store/notices.ts'
