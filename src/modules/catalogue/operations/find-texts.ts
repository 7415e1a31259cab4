/** The sentences that a laboratory may say in its own words: notices, the certificate, what results state. */
import { query } from '#platform/define.ts'
import { FindTexts, FoundTexts } from '../contract.ts'
import { sentencesOf, valuesOf } from '../own-words.ts'
import { familyOf } from '../rules/own-words.ts'
import { newestDefinitions } from '../store/definitions.ts'

export const findTexts = query({
  name: 'catalogue.find-texts',
  summary: 'Lists the sentences that a laboratory may say in its own words, with the words it has chosen.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: FindTexts,
  output: FoundTexts,
  async run(cx, input) {
    cx.allow(null)
    const own = new Map(
      (await newestDefinitions(cx.tx)).filter((d) => d.kind === 'template').map((d) => [d.key, d]),
    )
    const { texts } = cx.ground
    const wanted = input.q.toLowerCase()
    return {
      items: sentencesOf(texts.en).flatMap((key) => {
        const family = familyOf(key)
        const mine = own.get(key)
        const body = mine?.body as { en: string; es: string } | undefined
        const said = [key, texts.en[key], texts.es[key], body?.en, body?.es].join(' ').toLowerCase()
        if (!family || (input.family && family !== input.family) || !said.includes(wanted)) return []
        if (input.own && !mine) return []
        return [
          {
            key,
            family,
            en: texts.en[key] ?? '',
            es: texts.es[key] ?? '',
            values: valuesOf(texts, key) ?? [],
            own:
              mine && body ? { version: mine.version, from: mine.from_on, en: body.en, es: body.es } : null,
          },
        ]
      }),
    }
  },
})
