/** Says by which means, by whom and in which context something happened to a victim; a later coding corrects the one before. */
import { nameOfCode } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { CodeVictim, Done, absents } from '../contract.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import { coders } from '../roles.ts'
import { victimOf } from '../store/coding.ts'

const lists = {
  means: 'means',
  firearm: 'firearm-kind',
  relationship: 'relationship',
  context: 'context',
  motive: 'motive',
  roadRole: 'road-role',
  nationality: 'nationality',
} as const

export const codeVictim = command({
  name: 'observatory.code-victim',
  summary: 'Says by which means, by whom and in which context something happened to a victim.',
  who: coders,
  input: CodeVictim,
  output: Done,
  async run(cx, input) {
    const subject = ref('observatory.victim', input.victim)
    await cx.lock([ref('cases.case', input.case)])
    const victim = await victimOf(cx, input.case, input.victim)
    cx.allow(victim)
    for (const [key, list] of Object.entries(lists)) await known(cx, list, input[key as keyof typeof lists])
    for (const code of input.ethnicity ?? []) await known(cx, 'ethnicity', code)
    const id = cx.newId()
    const { case: _, victim: __, roadRole, ethnicity, ...plain } = input
    await cx.record({
      subject,
      root: victim.root,
      facts: { seq: victim.seq + 1 },
      rows: {
        'observatory.coding': [
          {
            id,
            root: victim.root,
            victim: input.victim,
            seq: victim.seq + 1,
            ...plain,
            road_role: roadRole ?? null,
            ethnicity: ethnicity ?? null,
          },
        ],
      },
    })
    return { id }
  },
})

/** A code of the list, or one of the three absences. */
async function known(cx: Cx, list: string, code: string | null | undefined): Promise<void> {
  if (!code || (absents as readonly string[]).includes(code)) return
  if ((await codesOf(cx, list)).some((c) => c.code === code)) return
  throw new Refusal('conflict', 'observatory.no-such-value', {
    values: { value: await nameOfCode(cx, list, code, cx.language), list },
    next: 'observatory.next-see-dictionary',
  })
}
