/** Who used this device last, for when the server cannot be asked: sealed, opened for three days after the server last said so. */
import type { Me } from '../me.ts'
import { ask } from '../client.ts'
import type { KeptQuestion } from '../route.ts'
import { forgetHere, personHere, rememberHere } from './here.ts'
import { findKept, keep, letKindsGo } from './store.ts'
import { actsOf } from './waiting.ts'

/** A right that was withdrawn meanwhile is not known here: longer than this nothing opens before the server has said so again. */
const TRUSTED_MS = 72 * 3_600_000
/** What was kept to be read; what waits to be sent is of another kind. */
const READING = ['me', 'form', 'case', 'cases'] as const

export async function rememberMe(me: Me): Promise<void> {
  // A device that is locked knows all the same whose PIN it asks for.
  await keep(me.person.id, 'me', 'me', { ...me, csrf: null }).finally(() => rememberHere(me.person.id))
}
/** One after another: whoever works meanwhile on a narrow line comes first. */
export async function keepAnswers(person: string, questions: readonly KeptQuestion[]): Promise<void> {
  for (const { name, params, kind, id } of questions)
    await ask(name, params).then(
      (answer) => keep(person, kind, id, answer),
      () => undefined,
    )
}
export async function rememberedMe(): Promise<{ me: Me; at: string } | null> {
  const person = personHere()
  const kept = person === null ? null : await findKept<Me>(person, 'me', 'me')
  return kept && Date.parse(kept.at) > Date.now() - TRUSTED_MS ? { me: kept.value, at: kept.at } : null
}
/** How much would stay behind, unsent. */
export const leftWaiting = async (person: string): Promise<number> =>
  (await actsOf(person)).filter((act) => act.state !== 'sent').length
/** Signed out: what was kept to be read is let go. */
export async function leaveDevice(person: string): Promise<void> {
  forgetHere()
  await letKindsGo(person, READING)
}
