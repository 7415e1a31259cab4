/** The code book: what can be counted, along what, and which values each dimension has. */
import { query } from '#platform/define.ts'
import { namesOf } from '../asking.ts'
import { Dictionary, DictionarySeen, absents, datasets } from '../contract.ts'
import { readers } from '../roles.ts'
import { datasetOf } from '../store/datasets.ts'

export const dictionary = query({
  name: 'observatory.dictionary',
  summary: 'The code book: what can be counted, along what, and which values there are.',
  who: readers,
  input: Dictionary,
  output: DictionarySeen,
  async run(cx, input) {
    cx.allow(null)
    const told = []
    for (const name of input.dataset ? [input.dataset] : datasets) {
      const { dimensions, measures } = datasetOf[name]
      const known = []
      for (const d of dimensions)
        known.push({
          key: d.key,
          title: cx.say(`observatory.dim-${d.title ?? d.key}`),
          meaning: cx.say(
            d.list ? 'observatory.dim-of-list' : d.own ? 'observatory.dim-own' : 'observatory.dim-itself',
            { list: d.list ?? '' },
          ),
          list: d.list,
          values: [
            ...Array.from(await namesOf(cx, d), ([code, label]) => ({ code, label })),
            ...absents.map((code) => ({ code, label: cx.say(`observatory.absent-${code}`) })),
          ],
        })
      told.push({
        name,
        title: cx.say(`observatory.dataset-${name}`),
        definition: cx.say(`observatory.definition-${name}-count`),
        measures: [...measures],
        dimensions: known,
      })
    }
    return { datasets: told }
  },
})
