/** One person's own count of money, signed; the second person counts without seeing it, and what differs is shown and counted again. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { CashCounted, type CashRound, CountCash } from '../contract.ts'
import { facesOf } from '../cash.ts'
import { handlers } from '../../roles.ts'
import { cashDiffers, cashRounds, cashTotals, knownFaces, mayCountCash, tidied } from '../rules.ts'
import { cashCounts, isCash } from '../store/cash.ts'
import { checkCoSigner, peopleOf } from '../store/hands.ts'
import { itemRef, seeItem } from '../store/items.ts'

export const countCash = command({
  name: 'evidence.count-cash',
  summary:
    'One person’s own count of money, signed; the second person counts without seeing it, and what differs is shown and counted again.',
  who: handlers,
  input: CountCash,
  output: CashCounted,
  stepUp: true,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    const rounds = cashRounds(await cashCounts(cx, item.id))
    const open = rounds.at(-1)?.state === 'waits' ? (rounds.at(-1)?.first ?? null) : null
    const person = input.counter?.person ?? cx.actor.id
    refuseUnless(mayCountCash(item, await isCash(cx, item.type), person, open))
    refuseUnless(knownFaces(input.lines, new Map((await facesOf(cx)).map((c) => [c.code, c.faces]))))
    if (input.counter) await checkCoSigner(cx, input.counter)
    const name = input.counter ? (await peopleOf(cx, [person])).get(person)?.name : cx.actor.name
    const lines = tidied(input.lines)
    const differs = open ? cashDiffers(open.lines, lines) : []
    const state: CashRound['state'] = open === null ? 'waits' : differs.length > 0 ? 'differs' : 'agreed'
    const round = open?.round ?? rounds.length + 1
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      // Not the sum: whoever reads the log counts towards nothing.
      facts: { round, state },
      rows: {
        'evidence.cash_count': [
          {
            id,
            thing: item.id,
            root: item.root,
            round,
            place: open ? 2 : 1,
            person,
            by_name: name ?? cx.actor.name,
            signed: input.counter ? 'pin' : 'session',
            lines,
            totals: cashTotals(lines),
            doubtful: input.doubtful ?? null,
            words: input.words ?? null,
            at: cx.occurredAt,
          },
        ],
      },
    })
    return { id, round, state, totals: cashTotals(lines), differs }
  },
})
