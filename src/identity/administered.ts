/** Whose account an administrator is about to touch. */
import { type Ref, ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { mayAdminister } from './rules.ts'
import { type Account, accountOf } from './store.ts'
import { type PersonRow, getPerson } from './store/people.ts'

export interface Administered {
  readonly subject: Ref
  readonly person: PersonRow
  readonly account: Account
}

/** The person with the account, locked first. Not found where there is none; refused to who does not look after that unit's people. */
export async function personToAdminister(cx: Cx, id: string): Promise<Administered> {
  const subject = ref('identity.person', id)
  await cx.lock([subject])
  const account = await accountOf(cx.tx, id)
  if (!account) throw notFound()
  const person = await getPerson(cx.tx, id)
  refuseUnless(mayAdminister(cx.actor, person.unit, true))
  return { subject, person, account }
}
/** The same, of somebody else: nobody does this to themselves. */
export async function anotherToAdminister(cx: Cx, id: string): Promise<Administered> {
  const found = await personToAdminister(cx, id)
  refuseUnless(unless(id !== cx.actor.id, no('identity.not-yourself')))
  return found
}
