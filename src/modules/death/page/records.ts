/** Who may have which papers of this death today, by the laboratory's rule for each asker: for the page, and for whoever releases them. */
import { codesOf } from '#modules/catalogue/public.ts'
import type { Verdict } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { DeathRow } from '../call/store/deaths.ts'
import { inquestsOf, relativesOf } from '../certification/store/certifications.ts'
import { examinationsOf, openExaminationsOf, ordersOf } from '../examination/store/examinations.ts'
import { picturesOf } from '../examination/store/pictures.ts'
import { effectsOf } from '../morgue/store/bodies.ts'
import {
  mayGiveWhole,
  partOf,
  type RecordPart,
  type RecordsStanding,
  recordsRuleOf,
} from './rules/records.ts'

export interface RecordsFor {
  readonly code: string
  readonly name: string
  readonly parts: readonly { readonly part: RecordPart; readonly state: 'ready' | 'waits' | 'absent' }[]
  /** All parts, at once, or the reason why nothing goes yet. */
  readonly verdict: Verdict
}

/** Every asker that the laboratory names in the list `death-records-rule`. */
export async function recordsFor(cx: Cx, death: DeathRow): Promise<RecordsFor[]> {
  const standing = await standingOf(cx, death)
  return (await codesOf(cx, 'death-records-rule')).map((c) => {
    const rule = recordsRuleOf(c.data)
    return {
      code: c.code,
      name: c[cx.language],
      parts: rule.parts.map((part) => ({ part, state: partOf(part, standing) })),
      verdict: mayGiveWhole(rule, standing),
    }
  })
}

async function standingOf(cx: Cx, d: DeathRow): Promise<RecordsStanding> {
  const examinations = await examinationsOf(cx, d.root)
  const open = await openExaminationsOf(cx, d.root)
  let pictures = 0
  for (const e of examinations) pictures += (await picturesOf(cx, e.id)).length
  return {
    manner: d.manner,
    ended: (await inquestsOf(cx, d.root)).some((i) => i.verdict !== null),
    cause: d.cause,
    examination: examinations.length === 0 ? 'none' : open.length > 0 ? 'open' : 'done',
    waiting: (await ordersOf(cx, [d.root], { open: true })).length,
    pictures,
    effects: (await effectsOf(cx, d.root)).length,
    entitled: (await relativesOf(cx, [d.root])).filter((r) => r.entitled).length,
  }
}
