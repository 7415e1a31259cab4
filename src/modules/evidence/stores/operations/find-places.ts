/** Places of the stores by code or name, as somebody types or scans. */
import { query } from '#platform/define.ts'
import { FindPlaces, FoundPlaces } from '../contract.ts'
import { readers } from '../../roles.ts'
import { searchPlaces } from '../../things/store/places.ts'

export const findPlaces = query({
  name: 'evidence.find-places',
  summary: 'Finds places of the stores by code or name, as somebody types or scans.',
  who: readers,
  input: FindPlaces,
  output: FoundPlaces,
  async run(cx, input) {
    cx.allow(null)
    return { items: await searchPlaces(cx, input.q ?? '', input.unit, input.limit) }
  },
})
