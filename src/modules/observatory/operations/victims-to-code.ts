/** Victims of the cases that the reader sees, with what is said of them and what a statistic still asks. */
import { nameOfCode } from '#modules/catalogue/public.ts'
import { yes } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { ToCode, VictimsToCode, absents } from '../contract.ts'
import { coders } from '../roles.ts'
import { coded, listVictims } from '../store/coding.ts'

const absentOnes: readonly string[] = absents

export const victimsToCode = query({
  name: 'observatory.victims-to-code',
  summary: 'Victims of the cases one sees, with what is said of them and what is not yet.',
  who: coders,
  input: ToCode,
  output: VictimsToCode,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listVictims(cx, input)
    const names = new Map<string, string>()
    for (const [list, key] of [
      ['offence', 'offence'],
      ['sex', 'sex'],
      ['age-band', 'age_band'],
    ] as const)
      for (const code of new Set(rows.map((r) => r[key])))
        names.set(
          `${list} ${code}`,
          absentOnes.includes(code)
            ? cx.say(`observatory.absent-${code}`)
            : await nameOfCode(cx, list, code, cx.language),
        )
    const named = (list: string, code: string): string => names.get(`${list} ${code}`) ?? code
    return {
      items: rows.map((r) => ({
        victim: r.victim,
        case: r.root,
        number: r.number,
        title: r.title,
        offence: named('offence', r.offence),
        year: r.year,
        sex: named('sex', r.sex),
        ageBand: named('age-band', r.age_band),
        coded: Object.fromEntries(
          coded.map((c) => [c === 'road_role' ? 'roadRole' : c, r[c] === 'not-yet-determined' ? null : r[c]]),
        ),
        missing: r.missing,
        actions: actionsOf(cx, r, { 'observatory.code-victim': yes }),
      })),
      nextCursor,
    }
  },
})
