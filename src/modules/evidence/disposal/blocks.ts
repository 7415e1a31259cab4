/** What the rules of retention say of things today, and everything that stands in the way, each in a sentence. */
import { holdsOn } from '#modules/cases/public.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { ref } from '#kernel/shapes.ts'
import { no, type Verdict, yes } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { RetentionRule } from './contract.ts'
import { findingsOf } from '../things/findings.ts'
import { blocksOf, type CaseFacts, type Rule, type Ruled, ruleFor } from './rules.ts'
import { chainsOf } from '../things/store/chain.ts'
import { type CourtRow, type DisposalRow, courtOf, proposalsOn, thingsOfDisposal } from './store/disposals.ts'
import { itemRef, type ItemRow, seeItems } from '../things/store/items.ts'
import { neededElsewhere } from '../things/store/other-cases.ts'

export interface Judged {
  readonly item: ItemRow
  readonly court: CourtRow
  readonly ruled: Ruled | null
  readonly blocks: readonly string[]
}

const language = (cx: Cx): 'en' | 'es' => (cx.say('evidence.language') === 'es' ? 'es' : 'en')

/** The rules that hold today; one that cannot be read is no rule, and what it would allow stays. */
export async function rulesToday(cx: Cx): Promise<Rule[]> {
  const lang = language(cx)
  return (await codesOf(cx, 'retention-rule')).flatMap((row) => {
    const read = RetentionRule.safeParse(row.data)
    return read.success ? [{ ...read.data, id: row.id, code: row.code, name: row[lang] }] : []
  })
}

/** A type with the class that it carries: rules may name either. */
async function classesOf(cx: Cx): Promise<(type: string | null) => string[]> {
  const types = new Map(
    (await codesOf(cx, 'item-type')).map((t) => [t.code, (t.data as { class?: unknown } | null)?.class]),
  )
  return (type) => {
    if (type === null) return []
    const kind = types.get(type)
    return typeof kind === 'string' ? [type, kind] : [type]
  }
}

const factsOf = (c: CourtRow): CaseFacts => ({
  state: c.state,
  closedOn: c.closed_at === null ? null : dayOfInstant(c.closed_at),
  offences: c.offences,
  outcome: c.outcome,
  outcomeOn: c.on_day,
  appealUntil: c.appeal_until,
  onlyTold: c.only_told,
})

/** `but`: a proposal that does not count as one, because it is the one being carried out. */
export async function judgeThings(
  cx: Cx,
  items: readonly ItemRow[],
  opts: { but?: string } = {},
): Promise<Judged[]> {
  if (items.length === 0) return []
  const ids = items.map((i) => i.id)
  const roots = [...new Set(items.map((i) => i.root))]
  const [rules, classes, courts, holds, chains, proposals, elsewhere] = [
    await rulesToday(cx),
    await classesOf(cx),
    await courtOf(cx, roots),
    await holdsOn(cx, [...ids.map(itemRef), ...roots.map((r) => ref('cases.case', r))]),
    await chainsOf(cx, ids),
    await proposalsOn(cx, ids),
    await neededElsewhere(cx, ids),
  ]
  const today = dayOfInstant(cx.now)
  return items.map((item) => {
    const court = courts.get(item.root) as CourtRow
    const facts = factsOf(court)
    const ruled = ruleFor(classes(item.type), facts, rules)
    const standing = [
      ...(holds.get(itemRef(item.id)) ?? []),
      ...(holds.get(ref('cases.case', item.root)) ?? []),
    ]
    const chain = chains.get(item.id)
    const proposal = proposals.get(item.id)
    const blocks = blocksOf(
      item,
      facts,
      ruled,
      {
        holds: standing.filter((h) => h.kind !== 'born').map((h) => cx.say(h.why, h.values)),
        doubts: chain
          ? findingsOf(chain, cx.say)
              .filter((f) => f.explained === null)
              .map((f) => f.text)
          : [],
        proposed: proposal && proposal.proposed !== (opts.but ?? null) ? proposal.proposed : null,
        keptUntil: proposal?.kept_until ?? null,
        elsewhere: elsewhere.has(item.id),
      },
      today,
    )
    return { item, court, ruled, blocks: blocks.map((b) => cx.say(b.code, b.values)) }
  })
}

/** The rule of a proposal as it holds today; where it ended since, the strictest that can be asked. */
export async function ruleOf(cx: Cx, d: Pick<DisposalRow, 'rule'>): Promise<Rule> {
  return (
    (await rulesToday(cx)).find((r) => r.code === d.rule) ?? {
      id: '',
      code: d.rule,
      name: d.rule,
      actions: [],
      from: 'outcome',
      days: null,
      order: true,
      weigh: true,
      photographs: true,
      witnesses: 2,
    }
  )
}

/** What came in the way since a proposal was made: a hold, work, an appeal, a doubt; the first thing that it hits is named. */
export async function stillBlocked(cx: Cx, d: Pick<DisposalRow, 'id' | 'number'>): Promise<Verdict> {
  const things = (await thingsOfDisposal(cx, d.id)).filter((t) => t.certificate === null)
  const items = await seeItems(
    cx,
    things.map((t) => t.thing),
    { lock: true },
  )
  const bad = (await judgeThings(cx, items, { but: d.number })).find((j) => j.blocks.length > 0)
  return bad
    ? no(
        'evidence.disposal-blocked',
        { number: bad.item.number, why: bad.blocks.join(' ') },
        'evidence.next-clear-blocks',
      )
    : yes
}
