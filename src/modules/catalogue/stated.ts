/** The texts of the laboratory as published on a day. */
import { Refusal } from '#kernel/verdict.ts'
import type { Language } from '#kernel/say.ts'
import type { Cx } from '#platform/cx.ts'
import { dayOf } from './rules.ts'
import { type Template, definitionInForce } from './store/definitions.ts'

/** The text of a statement in a language, as published on a day; its placeholders are ICU. */
export async function textInForce(cx: Cx, key: string, language: Language, on?: string): Promise<Template> {
  const found = await definitionInForce(cx.tx, 'template', key, on ?? dayOf(cx.now))
  if (!found)
    throw new Refusal('conflict', 'catalogue.no-such-template', {
      values: { key },
      next: 'catalogue.next-define-template',
    })
  const body = found.body as unknown as { en: string; es: string; placeholders: string[] }
  return {
    id: found.id,
    key,
    version: found.version,
    text: body[language],
    placeholders: body.placeholders,
    unverified: found.unverified,
  }
}
