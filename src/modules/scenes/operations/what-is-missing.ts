/** My attendances that are not whole yet, each with what is missing in a sentence: a list to be worked off from a telephone. */
import { formsFor } from '#modules/catalogue/public.ts'
import { query } from '#platform/define.ts'
import { MissingList, WhatIsMissing } from '../contract.ts'
import { attending } from '../roles.ts'
import { missingIn } from '../rules/missing.ts'
import { unfinishedOf } from '../store/keeping.ts'

export const whatIsMissing = query({
  name: 'scenes.what-is-missing',
  summary: 'My attendances that are not whole yet, each with what is missing in it.',
  who: attending,
  input: WhatIsMissing,
  output: MissingList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await unfinishedOf(cx, input.limit)
    const asked = new Map<string, boolean>()
    for (const type of new Set(rows.map((row) => row.scene_type)))
      asked.set(type, (await formsFor(cx, 'scene-checklist', { of: type })).length > 0)
    return {
      items: rows
        .map((row) => ({
          id: row.id,
          number: row.number,
          place: row.place,
          state: row.state,
          since: row.since,
          missing: missingIn(row, { hasChecklist: asked.get(row.scene_type) ?? false, now: cx.now }).map(
            ({ code, n }) => ({ code, text: cx.say(`scenes.missing-${code}`, { n }) }),
          ),
        }))
        .filter((row) => row.missing.length > 0),
    }
  },
})
