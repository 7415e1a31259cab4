/** Counts the files of a cold store again, byte for byte; by itself every night where the store can be reached. */
import { isBroken, silent } from '#platform/checked-bytes.ts'
import { command } from '#platform/define.ts'
import { CheckCold, ColdChecked } from '../contract.ts'
import { coldStoreOf, counted } from '#platform/carrying.ts'
import { disposers } from '../../roles.ts'
import { coldFilesBehind, coldPlaceRef, lastColdChecked, seeColdPlace } from '../store/cold.ts'

export const checkCold = command({
  name: 'archive.check-cold',
  summary: 'Counts the files of a cold store again, byte for byte, and names each that is not what it was.',
  who: disposers,
  input: CheckCold,
  output: ColdChecked,
  async run(cx, input) {
    const place = await seeColdPlace(cx, input.place)
    cx.allow(place)
    const store = await coldStoreOf(cx.ground, place)
    await cx.lock([coldPlaceRef(place.id)])
    const after = await lastColdChecked(cx, place.id)
    const files = await coldFilesBehind(cx, place.id, after, input.most)
    const wrong: string[] = []
    let bytes = 0
    for (const sha256 of files)
      await counted(store, sha256).then(
        (n) => (bytes += n),
        (fault: unknown) => {
          // A store that does not answer says nothing of its files: they are not told to be broken.
          if (!isBroken(fault)) throw silent(fault)
          wrong.push(sha256)
        },
      )
    const id = cx.newId()
    const whole = files.length < input.most
    await cx.record({
      subject: coldPlaceRef(place.id),
      facts: { label: place.label, checked: files.length, wrong: wrong.length },
      rows: {
        'archive.cold_check': [
          {
            id,
            place: place.id,
            from_file: files[0] ?? after,
            until_file: files.at(-1) ?? after,
            whole,
            checked: files.length,
            bytes: String(bytes),
            wrong,
            by_name: cx.actor.name,
          },
        ],
      },
    })
    return { id, checked: files.length, bytes, whole, wrong }
  },
})
