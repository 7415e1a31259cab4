/** The acts of the product by the words in which people know them. */
import { query } from '#platform/define.ts'
import { ActsFound, FindActs } from '../contract/places.ts'

export const findActs = query({
  name: 'identity.find-acts',
  summary: 'Finds acts of the product by their titles, as somebody types.',
  who: 'signed-in',
  input: FindActs,
  output: ActsFound,
  run(cx, input) {
    cx.allow(null)
    const plain = (text: string): string => text.toLocaleLowerCase(cx.language)
    const wanted = plain(input.q ?? '')
    const items = [...cx.ground.operations.values()]
      .map((op) => ({ name: op.name, title: cx.say(`op.${op.name}`) }))
      .filter((op) => plain(op.title).includes(wanted) || op.name.includes(wanted))
      .toSorted((a, b) => a.title.localeCompare(b.title, cx.language))
    return Promise.resolve({ items: items.slice(0, input.limit), nextCursor: null })
  },
})
