/** Tells where exhibits are left when nobody is at a counter, which of these places are free, and what each asks. */
import { query } from '#platform/define.ts'
import { temporaryPlaces as placesToLeave } from '../../things/store/left.ts'
import { holders } from '../../roles.ts'
import { TemporaryPlaceList, TemporaryPlaces } from '../contract.ts'

export const temporaryPlaces = query({
  name: 'evidence.temporary-places',
  summary:
    'Tells where exhibits are left when nobody is at a counter, which of these places are free, and what each asks.',
  who: holders,
  input: TemporaryPlaces,
  output: TemporaryPlaceList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await placesToLeave(cx, input.unit)
    return { items: rows.map(({ unit_name, ...p }) => ({ ...p, unitName: unit_name })) }
  },
})
