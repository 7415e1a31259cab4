/** What only the paper and its twin print: the readings, plans and files behind the results, and every hand that held the exhibits. */
import { type EventFact, custodyTold } from '#modules/evidence/public.ts'
import { doneOn } from '#modules/results/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { Gathered, Work } from './gathering.ts'

export type Done = Awaited<ReturnType<typeof doneOn>> & Work
/** Exhibits that went through the same hands at the same times, told once. */
export interface Hands {
  readonly items: readonly string[]
  readonly hands: readonly EventFact[]
  readonly findings: readonly string[]
  readonly broken: boolean
}
export interface Details {
  readonly done: readonly Done[]
  readonly custody: readonly Hands[]
}

export async function detailsOf(cx: Cx, g: Gathered, language: 'en' | 'es'): Promise<Details> {
  const say = cx.ground.say(language)
  const done: Done[] = []
  for (const w of g.work) done.push({ ...w, ...(await doneOn(cx, w.id)) })
  const told = await custodyTold(
    cx,
    g.items.map((i) => i.id),
    say,
  )
  const groups = new Map<string, { items: string[] } & Omit<Hands, 'items'>>()
  for (const item of g.items) {
    const { hands = [], findings = [] } = told.get(item.id) ?? {}
    const said = findings.map((f) =>
      f.explained
        ? `${f.text} ${say('evidence.explained-by', { name: f.explained.by, words: f.explained.words })}`
        : f.text,
    )
    const key = JSON.stringify([hands.map((h) => [h.kind, h.at, h.from, h.to]), said])
    const known = groups.get(key)
    if (known) known.items.push(item.number)
    else
      groups.set(key, {
        items: [item.number],
        hands,
        findings: said,
        broken: findings.some((f) => f.kind === 'gap' || f.kind === 'order' || f.kind === 'two-holders'),
      })
  }
  return { done, custody: [...groups.values()] }
}

/** The last part of a number that counts: 2026-01669-12 → ['2026-01669-', 12]. */
const counted = (number: string): [string, number] => {
  const m = /^(.*?)(\d+)$/.exec(number)
  return m ? [m[1] ?? '', Number(m[2])] : [number, Number.NaN]
}
/** 2026-01669-1 … -12, -14: numbers that follow each other are told as one span. */
export function spansOf(numbers: readonly string[]): string {
  const spans: { first: string; last: string; prefix: string; at: number }[] = []
  for (const number of numbers) {
    const [prefix, at] = counted(number)
    const before = spans.at(-1)
    if (before && before.prefix === prefix && before.at + 1 === at)
      Object.assign(before, { last: number, at })
    else spans.push({ first: number, last: number, prefix, at })
  }
  return spans
    .map((s, i) => {
      const short = i > 0 && spans[i - 1]?.prefix === s.prefix
      const from = short ? s.first.slice(s.prefix.length - 1) : s.first
      const to = s.last.slice(Math.max(0, s.prefix.length - 1))
      return s.first === s.last ? from : `${from} … ${to}`
    })
    .join(', ')
}
