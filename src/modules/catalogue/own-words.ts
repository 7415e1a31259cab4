/** The laboratory's own words for sentences of the product: in force by day, and refused where they name what is not there. */
import type { Language, Say, Texts } from '#kernel/say.ts'
import { makeSay } from '#kernel/say.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx, Ground } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { dayOf } from './rules.ts'
import { familyOf, mayNameValues } from './rules/own-words.ts'
import { definitionsInForce } from './store/definitions.ts'
import { maySay, placeholdersOf } from './template-text.ts'

interface TextBody {
  readonly en: string
  readonly es: string
}

/**
 * The product's sentences with the laboratory's in their place. What a result states is not among them: it was kept with the
 * result when it was concluded (`ownWords`), and no later version speaks for it.
 */
export async function ownSay(tx: Tx, language: Language, now: string, house: Say): Promise<Say> {
  const own: Record<string, string> = {}
  for (const { key, body } of await definitionsInForce(tx, 'template', dayOf(now)))
    if (familyOf(key) !== undefined && familyOf(key) !== 'statement')
      own[key] = (body as unknown as TextBody)[language]
  if (Object.keys(own).length === 0) return house
  const say = makeSay({ [language]: own }, language)
  return (key, values) => (key in own ? say(key, values) : house(key, values))
}

/** What the product's sentence under a key names, in either language; undefined where there is no such sentence. */
export function valuesOf(texts: Ground['texts'], key: string): string[] | undefined {
  const said = [texts.en[key], texts.es[key]].filter((t): t is string => t !== undefined)
  if (said.length === 0) return undefined
  return [...new Set(said.flatMap((t) => placeholdersOf(t) ?? []))].sort()
}

/** Own words stand under the key of a sentence that exists, and name only its values. */
export function mustBeSayable(cx: Pick<Cx, 'ground'>, key: string, body: TextBody): void {
  if (familyOf(key) === undefined) return
  const given = valuesOf(cx.ground.texts, key)
  refuseUnless(unless(given !== undefined, no('catalogue.no-such-sentence', { key })))
  refuseUnless(mayNameValues(given ?? [], placeholdersOf(body.en) ?? []))
}

export const sentencesOf = (texts: Texts): string[] =>
  Object.keys(texts).filter((key) => familyOf(key) !== undefined)

/** The sentences as they would be said with these words under a key, before anybody proposes them; refused where they cannot be. */
export async function sayWith(cx: Cx, language: Language, key: string, texts: TextBody): Promise<Say> {
  refuseUnless(maySay(texts))
  mustBeSayable(cx, key, texts)
  const house = await cx.ground.words(cx.tx, language, cx.now)
  const tried = makeSay({ [language]: { [key]: texts[language] } }, language)
  return (asked, values) => (asked === key ? tried(key, values) : house(asked, values))
}
