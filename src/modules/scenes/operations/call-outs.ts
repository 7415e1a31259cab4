/** Calls that wait for somebody, oldest first, and what became of the others. */
import { nameOfCode } from '#modules/catalogue/public.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { CallOutList, CallOuts } from '../contract.ts'
import { readers } from '../roles.ts'
import { mayAttend, mayDecline, mayDispatch } from '../rules.ts'
import { listCallOuts } from '../store/call-outs.ts'
import { position } from '../writing.ts'

export const callOuts = query({
  name: 'scenes.call-outs',
  summary: 'Lists calls that wait for somebody, oldest first, and what became of the others.',
  who: readers,
  input: CallOuts,
  output: CallOutList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listCallOuts(cx, input)
    const shown = rows.slice(0, input.limit)
    const last = shown.at(-1)
    const items = []
    for (const r of shown)
      items.push({
        id: r.id,
        case: { id: r.root, number: r.case_number, title: r.case_title },
        unit: { id: r.unit, name: r.unit_name },
        sceneType: r.scene_type,
        sceneTypeName: await nameOfCode(cx, 'scene-type', r.scene_type, cx.language),
        place: r.place,
        district: r.district && (await nameOfCode(cx, 'district', r.district, cx.language)),
        position: position(r),
        words: r.words,
        caller: r.caller ? [r.caller.name, r.caller.where].filter(Boolean).join(', ') : null,
        state: r.state,
        people: r.people,
        attendance: r.attendance,
        at: r.at,
        since: r.since,
        minutesWaiting:
          r.state === 'waiting' ? Math.floor((Date.parse(cx.now) - Date.parse(r.at)) / 60_000) : 0,
        why:
          r.state === 'declined' && r.code
            ? [await nameOfCode(cx, 'scene-decline-reason', r.code, cx.language), r.step_words]
                .filter(Boolean)
                .join(': ')
            : null,
        actions: actionsOf(
          cx,
          { may_see: true, root: r.root, unit: null },
          {
            'scenes.dispatch': mayDispatch(r),
            'scenes.open-attendance': mayAttend(r),
            'scenes.decline-call-out': mayDecline(r),
          },
        ),
      })
    return {
      items,
      nextCursor: rows.length > input.limit && last ? `${last.at}|${last.id}` : null,
    }
  },
})
