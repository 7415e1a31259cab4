/** Cold stores and what lies in them: whose turn it is to bring a disk is seen at once. */
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { ColdList, ColdStore } from '../contract.ts'
import { disposers } from '../../roles.ts'
import { mayBringBack } from '../rules.ts'
import { listCold, listColdPlaces } from '../store/cold.ts'

export const coldStore = query({
  name: 'archive.cold-store',
  summary: 'Lists cold stores, the batches and scenes whose masters lie in them, and who asked for them.',
  who: disposers,
  input: ColdStore,
  output: ColdList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listCold(cx, input.state, input)
    const shown = rows.slice(0, input.limit)
    const places = []
    for (const { checked_at, may_see: _see, unit: _unit, ...p } of await listColdPlaces(cx))
      places.push({ ...p, checkedAt: checked_at, there: (await cx.ground.cold?.there(p.label)) ?? false })
    return {
      possible: cx.ground.cold !== null,
      places,
      items: shown.map((b) => ({
        kind: b.kind,
        id: b.id,
        number: b.number,
        place: b.place ?? '',
        label: b.label ?? '',
        whereabouts: b.whereabouts ?? '',
        keeper: b.keeper ?? '',
        state: b.cold,
        files: b.files ?? 0,
        bytes: b.bytes ?? 0,
        since: b.since ?? '',
        by: b.by_name ?? '',
        words: b.words,
        actions: actionsOf(cx, b, {
          'archive.bring-back': mayBringBack({ number: b.number, cold: b.cold }),
        }),
      })),
      nextCursor: rows.length > input.limit ? (shown.at(-1)?.number ?? null) : null,
    }
  },
})
