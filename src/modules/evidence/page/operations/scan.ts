/** What a scanner read: the thing with what may be done with it, or the person, purpose, place or consignment that it names. */
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import type { Cx } from '#platform/cx.ts'
import { standingVerdicts } from '../acts.ts'
import { readPurpose } from '../../things/barcode.ts'
import { Scan, Scanned } from '../../things/contract.ts'
import { linesOf } from '../../things/lines.ts'
import { readers } from '../../roles.ts'
import { namesFor } from '../../things/store/chain.ts'
import type { ItemRow } from '../../things/store/items.ts'
import {
  consignmentByNumber,
  itemsByMark,
  itemsByName,
  personByBadge,
  placeByCode,
} from '../store/scanning.ts'

const nothing = { items: [], person: null, purpose: null, place: null, consignment: null }

export const scan = query({
  name: 'evidence.scan',
  summary:
    'Tells what a scanned text names: a thing with what may be done with it, a person, purpose, place or consignment.',
  who: readers,
  input: Scan,
  output: Scanned,
  async run(cx, { text }) {
    cx.allow(null)
    const named = await itemsByName(cx, text)
    if (named.length > 0) return { ...nothing, kind: 'items' as const, items: await scannedItems(cx, named) }
    const person = await personByBadge(cx, text)
    if (person) return { ...nothing, kind: 'person' as const, person }
    const purpose = await purposeOf(cx, text)
    if (purpose) return { ...nothing, kind: 'purpose' as const, purpose }
    const place = await placeByCode(cx, text)
    if (place) return { ...nothing, kind: 'place' as const, place }
    const consignment = await consignmentByNumber(cx, text)
    if (consignment) return { ...nothing, kind: 'consignment' as const, consignment }
    const marked = await itemsByMark(cx, text)
    return {
      ...nothing,
      kind: marked.length > 0 ? ('items' as const) : ('nothing' as const),
      items: await scannedItems(cx, marked),
    }
  },
})

async function scannedItems(cx: Cx, rows: readonly ItemRow[]) {
  const lines = await linesOf(cx, rows)
  return lines.map((line, i) => {
    const row = rows[i] as ItemRow
    return { ...line, actions: actionsOf(cx, row, standingVerdicts(cx, row)) }
  })
}

async function purposeOf(cx: Cx, text: string): Promise<{ code: string; name: string } | null> {
  const code = readPurpose(text)
  if (!code) return null
  const names = await namesFor(
    cx,
    [['purpose-of-transfer', code]],
    [],
    cx.say('evidence.language') === 'es' ? 'es' : 'en',
  )
  return { code, name: names.code('purpose-of-transfer', code) }
}
