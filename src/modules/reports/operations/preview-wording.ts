/** A real certificate as it would read with words that somebody is about to propose; nothing of it is kept. */
import { sayWith } from '#modules/catalogue/public.ts'
import { query } from '#platform/define.ts'
import type { Cx } from '#platform/cx.ts'
import { certificateSvg } from '#platform/documents/papers.ts'
import { PreviewWording, WordingSeen } from '../contract.ts'
import { type Gathered, gather } from '../gathering.ts'
import { certificateOf, printingOf } from '../paper.ts'
import { paperNumber } from '../rules.ts'
import { type VersionNow, listVersions } from '../store/versions.ts'

/** So many of the newest are looked through for one that says the sentence. */
const LOOKED_AT = 12

export const previewWording = query({
  name: 'reports.preview-wording',
  summary: 'Shows a certificate that the reader may see as it would read with other words.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  reads: 'sensitive',
  input: PreviewWording,
  output: WordingSeen,
  async run(cx, input) {
    cx.allow(null)
    const texts = { en: input.en, es: input.es }
    const say = await sayWith(cx, input.language, input.key, texts)
    const found = await oneThatSays(cx, input.key, input.language)
    if (!found) return { number: null, svg: '', pages: 0 }
    const { v, g } = found
    cx.allow({ may_see: v.may_see, root: v.root })
    const results = g.results.map((r) =>
      r.statement === input.key
        ? { ...r, statement_values: { ...r.statement_values, words_en: texts.en, words_es: texts.es } }
        : r,
    )
    const printing = await printingOf(cx, v, { ...g, results }, null)
    const certificate = await certificateOf(cx, printing, say)
    return { number: paperNumber(v), ...certificateSvg(certificate, { at: cx.now }) }
  },
})

/** For words of the paper itself any certificate will do; a statement is looked for. */
async function oneThatSays(
  cx: Cx,
  key: string,
  language: 'en' | 'es',
): Promise<{ v: VersionNow; g: Gathered } | undefined> {
  for (const row of await listVersions(cx, {}, { limit: LOOKED_AT }, true)) {
    const v = { ...row, language }
    const g = await gather(cx, v)
    if (!key.startsWith('results.') || g.results.some((r) => r.statement === key)) return { v, g }
  }
  return undefined
}
