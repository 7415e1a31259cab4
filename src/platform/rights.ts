/** What is said to whoever lacks a right: the scope of the session or token, or the roles that bring it. */
import { Refusal } from '#kernel/verdict.ts'
import type { Actor, AnyOperation, Ground } from './cx.ts'

export function mustHaveScope(actor: Actor, name: string): void {
  const { scopes } = actor
  if (!scopes || scopes.some((s) => s === '*' || s === name || s === `${name.split('.')[0]}.*`)) return
  if (actor.kiosk) throw new Refusal('forbidden', 'kiosk-only', { next: 'kiosk-only-next' })
  // Otherwise a session has scopes only while its person still owes the second factor that the service asks for.
  throw actor.csrf === null
    ? new Refusal('forbidden', 'scope-missing', { values: { scope: name } })
    : new Refusal('forbidden', 'second-factor-due', { next: 'second-factor-due-next' })
}

/** Which roles bring the right is no secret: whoever lacks it should know whom to ask. */
export function rightMissing(ground: Ground, op: AnyOperation, language: string): Refusal {
  const say = ground.say(language)
  const roles = Array.isArray(op.who) ? op.who.map((role) => say(`role.${role}`)) : []
  return new Refusal('forbidden', 'right-missing', {
    values: { act: say(`op.${op.name}`), roles: roles.join(', ') || 'none' },
    next: 'right-missing-next',
  })
}

/** What was asked for in this request, or else what the person chose. */
export const languageOf = (request: { readonly language?: string | undefined }, actor: Actor): 'en' | 'es' =>
  (request.language ?? actor.language) === 'es' ? 'es' : 'en'
