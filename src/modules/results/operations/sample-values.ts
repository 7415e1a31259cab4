/** Values of real results that say a sentence: with them the laboratory's own text is looked at before it is proposed. */
import { query } from '#platform/define.ts'
import { SampleValues, Samples } from '../contract.ts'
import { samplesOf } from '../store/uses.ts'

export const sampleValues = query({
  name: 'results.sample-values',
  summary:
    'Shows the values of the newest results that say a sentence, to preview the laboratory’s text with.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: SampleValues,
  output: Samples,
  async run(cx, input) {
    cx.allow(null)
    return { items: input.statement ? await samplesOf(cx, input.statement) : [] }
  },
})
