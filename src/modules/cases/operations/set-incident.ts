/** Says when and where it happened, as far as known; who was under age that day follows. */
import { command } from '#platform/define.ts'
import { Done, SetIncident } from '../contract.ts'
import { writers } from '../roles.ts'
import { firstDayOf } from '../rules.ts'
import { follow, nextSeq, partiesWhoseAgeMoved } from '../store/changes.ts'
import { checkCodes, wantedOfPlace } from '../store/codes.ts'
import { caseCard, seeCase } from '../store/case-file.ts'
import { placedOrRefused } from '../store/completing.ts'
import { caseRef } from '../store/holds.ts'
import { incidentRow } from '../store/opening.ts'

export const setIncident = command({
  name: 'cases.set-incident',
  summary: 'Says when and where it happened, as far as known.',
  who: writers,
  input: SetIncident,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const said = await placedOrRefused(cx, input.place, await checkCodes(cx, wantedOfPlace(input.place)))
    const { incident: was } = await caseCard(cx, file.id)
    const { seq, corrects } = await nextSeq(cx, 'incident', file.root)
    // What is not spoken of stays as it was: a new time does not forget the place.
    const place =
      said ??
      (was && {
        district: was.district,
        settlement: was.settlement,
        highway: was.highway,
        mile: was.mile,
        text: was.place,
        latitude: was.latitude,
        longitude: was.longitude,
      })
    const time =
      input.incident ?? (was && { on: was.on, absent: was.absent, time: was.time, until: was.until })
    const row = incidentRow(cx, file.root, seq, corrects, time, place)
    const aged = await partiesWhoseAgeMoved(
      cx,
      file.root,
      time?.on ? firstDayOf(time.on) : file.opened_at.slice(0, 10),
    )
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { on: time?.on ?? null, district: place?.district ?? null },
      rows: { 'cases.incident': [row], ...(aged.length > 0 ? { 'cases.party': aged } : {}) },
    })
    await follow(cx, file.root)
    return { id: row.id }
  },
})
