/** Why an act is somebody's or not: which roles bring it, which of them the person holds, held, or was never given. */
import { Refusal, notFound } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { ExplainRight, RightExplained } from '../contract/places.ts'
import { nameOfPerson } from '../store/people.ts'
import { grantsEver } from '../store/offices.ts'

export const explainRight = query({
  name: 'identity.explain-right',
  summary: 'Says why an act is open to a person or not: which roles bring it, and which of them they hold.',
  who: 'signed-in',
  input: ExplainRight,
  output: RightExplained,
  async run(cx, input) {
    cx.allow(null)
    const person = input.person ?? cx.actor.id
    // Of others only whoever keeps the accounts asks.
    if (person !== cx.actor.id && !cx.may('identity.grant-role'))
      throw new Refusal('forbidden', 'identity.others-rights', {
        next: 'identity.next-ask-your-administrator',
      })
    const operation = cx.ground.operations.get(input.operation)
    const name = await nameOfPerson(cx.tx, person)
    if (!operation || name === undefined) throw notFound()
    const act = cx.say(`op.${operation.name}`)
    if (operation.who === 'anyone' || operation.who === 'signed-in')
      return { holds: true, says: [cx.say('identity.right-of-all', { act })], roles: [] }
    const wanted: readonly string[] = operation.who
    const grants = (await grantsEver(cx, person)).filter((g) => wanted.includes(g.role))
    const roles = wanted.map((role) => cx.say(`role.${role}`))
    const at = (g: (typeof grants)[number]): string => g.unit_name ?? cx.say('identity.whole-service')
    const holding = grants.filter((g) => g.holds)
    if (holding.length > 0)
      return {
        holds: true,
        roles,
        says: holding.map((g) =>
          cx.say('identity.right-held', { name, act, role: cx.say(`role.${g.role}`), at: at(g) }),
        ),
      }
    return {
      holds: false,
      roles,
      says: [
        cx.say('identity.right-not-held', { name, act, roles: roles.join(', ') }),
        ...grants.map((g) =>
          cx.say('identity.right-over', { role: cx.say(`role.${g.role}`), at: at(g), until: g.until ?? '' }),
        ),
        cx.say('identity.right-from-whom'),
      ],
    }
  },
})
