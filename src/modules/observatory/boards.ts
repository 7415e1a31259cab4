/** `data` of a code of the list `board`: for which roles, which indicators, and tiles, each one line that a person can write. */
import { z } from 'zod'

/** `Homicides by month | Homicidios por mes | victims rows=month where=iccs:0101 show=lines`. */
const Tile = z.string().transform((line, cx) => {
  const [en = '', es = '', asked = ''] = line.split('|').map((part) => part.trim())
  const [dataset = '', ...words] = asked.split(/\s+/)
  const given = Object.fromEntries(words.map((w) => w.split(/=(.*)/s).slice(0, 2))) as Record<string, string>
  if (!en || !es || !dataset || !given.rows) cx.addIssue({ code: 'custom', message: 'tile' })
  const { show = 'table', ...question } = given
  return { en, es, question: { dataset, ...question } as Record<string, string>, show }
})
export const Board = z.object({
  who: z.array(z.string()),
  indicators: z.array(z.string()).default([]),
  tiles: z.array(Tile).default([]),
})
