/** Which cases, and which other announcements, bear one of the numbers of this one: as far as the reader may know of them. */
import { subjectsWithNumbers } from '#modules/cases/public.ts'
import { query } from '#platform/define.ts'
import { OfPrelog, PrelogMatches } from '../contract.ts'
import { counter } from '../../roles.ts'
import { announcementNumber } from '../rules.ts'
import { announcementBy, announcedItems, casesByRoot, waitingOn } from '../store/announced.ts'

export const matchPrelog = query({
  name: 'evidence.match-prelog',
  summary: 'Finds the cases and announcements that bear one of the numbers of an announcement.',
  who: counter,
  input: OfPrelog,
  output: PrelogMatches,
  async run(cx, input) {
    const there = await announcementBy(cx, input.submission)
    cx.allow(there)
    const items = await announcedItems(cx, there.row)
    const texts = [
      ...there.numbers.map((n) => n.text),
      ...items.flatMap((i) => [i.their_number, ...i.seals.map((s) => s.number)]),
    ].filter((t): t is string => Boolean(t))
    const found = (await subjectsWithNumbers(cx, texts)).filter((f) => f.root !== there.root)
    const byRoot = new Map<string, string[]>()
    for (const f of found) byRoot.set(f.root, [...(byRoot.get(f.root) ?? []), f.text])
    const cases = await casesByRoot(cx, [...byRoot.keys(), ...(there.case_root ? [there.case_root] : [])])
    return {
      cases: cases
        .map((c) => ({ ...c, by: byRoot.get(c.id) ?? [], named: c.id === there.case_root }))
        .sort((a, b) => Number(b.named) - Number(a.named) || b.by.length - a.by.length),
      announcements: (await waitingOn(cx, [...byRoot.keys()])).map((a) => ({
        id: a.submission,
        number: announcementNumber(a.submission),
        by: a.by_name,
        at: a.first_at,
        numbers: byRoot.get(a.root) ?? [],
      })),
    }
  },
})
