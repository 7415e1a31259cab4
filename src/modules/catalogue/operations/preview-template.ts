/** A statement's text with values put in; a missing value stands as its name in brackets. */
import { z } from 'zod'
import { Refusal } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { Preview, PreviewTemplate } from '../contract.ts'
import { textInForce } from '../stated.ts'
import { fill } from '../template-text.ts'

const Values = z.record(z.string(), z.union([z.string(), z.number()]))

export const previewTemplate = query({
  name: 'catalogue.preview-template',
  summary: 'Shows a statement’s text with values put in.',
  who: 'signed-in',
  input: PreviewTemplate,
  output: Preview,
  async run(cx, input) {
    cx.allow(null)
    const template = await textInForce(cx, input.key, input.language)
    return {
      text: fill(template.text, input.language, valuesOf(input.values)),
      placeholders: [...template.placeholders],
    }
  },
})

/** JSON text of an object of texts and numbers. */
function valuesOf(text: string | undefined): Record<string, string | number> {
  if (text === undefined) return {}
  try {
    return Values.parse(JSON.parse(text))
  } catch {
    throw new Refusal('invalid', 'catalogue.values-not-json')
  }
}
