/** Adds a photograph of a thing, its packaging, seal or label; the bytes are kept as they came, by their SHA-256. */
import { command } from '#platform/define.ts'
import { Done, PhotographItem } from '../contract.ts'
import { photographRow } from '../birth.ts'
import { handlers } from '../../roles.ts'
import { itemRef, seeItem } from '../store/items.ts'
import { refreshThings } from '../store/now.ts'

export const photographItem = command({
  name: 'evidence.photograph-item',
  summary: 'Adds a photograph of a thing, its packaging, seal or label.',
  who: handlers,
  input: PhotographItem,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    const { id: given, item: _item, ...photo } = input
    const id = given ?? cx.newId()
    const row = await photographRow(cx, item.id, item.root, photo, id)
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { file: photo.file, shows: photo.shows },
      rows: { 'evidence.photograph': [row] },
    })
    await refreshThings(cx, [item.id])
    return { id }
  },
})
