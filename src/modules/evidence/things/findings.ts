/** Gaps and contradictions of a chain, found from what was entered; pure, shown as they are, never corrected silently. */
import { exact, convert, isMass } from '#kernel/quantity.ts'
import type { Say } from '#kernel/say.ts'
import type { Finding } from './contract.ts'
import { cashRounds, cashTotals, decideWeight } from './rules.ts'
import type { ChainFacts, EventFact } from './store/chain.ts'

/** Two clocks and a signature: less than this between two hands is not a gap. */
export const GAP_MS = 5 * 60_000

type Bare = Omit<Finding, 'explained'>

/** An entry as it should have said: the newest correction holds, the entry itself is kept beside it. */
export function corrected(facts: Pick<ChainFacts, 'events' | 'corrections'>): EventFact[] {
  const newest = new Map(facts.corrections.map((c) => [c.event, c]))
  return facts.events.map((e) => {
    const c = newest.get(e.id)
    return c
      ? { ...e, at: c.at ?? e.at, gave_at: c.gave_at ?? e.gave_at, purpose: c.purpose ?? e.purpose }
      : e
  })
}

type NameOf = (list: string, code: string) => string

/** `nameOf` puts the codes of packaging into words; without it they stand as codes. */
export function findingsOf(facts: ChainFacts, say: Say, nameOf: NameOf = (_, code) => code): Finding[] {
  const events = corrected(facts)
  const found = [
    ...hands(events, say),
    ...seals(facts, say),
    ...packaging(facts, say, nameOf),
    ...weights(facts, say),
    ...noted(facts),
    ...money(facts, say),
  ]
  const reasons = new Map(facts.explanations.map((x) => [x.about, x]))
  return found.map((f) => {
    const x = reasons.get(f.key)
    return { ...f, explained: x ? { words: x.words, by: x.by_name, at: x.recorded_at } : null }
  })
}

/** How long, as people say it: minutes below two hours stay exact. */
export function spanOf(ms: number, say: Say): string {
  const minutes = Math.round(ms / 60_000)
  const days = Math.floor(minutes / 1440)
  return say('evidence.span', {
    days,
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
    whole: minutes,
  }).trim()
}

function hands(events: readonly EventFact[], say: Say): Bare[] {
  const out: Bare[] = []
  events.forEach((e, i) => {
    const before = events[i - 1]
    // Found in a store that was there before the record: where it was until then nobody knows.
    if (e.kind === 'registered')
      out.push({
        key: `gap:${e.id}`,
        kind: 'gap',
        text: say('evidence.finding-found-here', { to: e.to?.name ?? '' }),
        from: null,
        until: e.at,
        events: [e.id],
      })
    if (!before) return
    const gave = Date.parse(e.gave_at ?? e.at)
    const took = Date.parse(e.at)
    const start = Date.parse(before.at)
    const from = before.to?.name ?? ''
    const to = e.to?.name ?? ''
    if (took < start || gave < start)
      out.push({
        key: `order:${e.id}`,
        kind: 'order',
        text: say('evidence.finding-order', { from, to }),
        from: e.at,
        until: before.at,
        events: [before.id, e.id],
      })
    else if (gave > took)
      out.push({
        key: `two:${e.id}`,
        kind: 'two-holders',
        text: say('evidence.finding-two-holders', { from, to, span: spanOf(gave - took, say) }),
        from: e.at,
        until: e.gave_at,
        events: [before.id, e.id],
      })
    else if (took - gave > GAP_MS)
      out.push({
        key: `gap:${e.id}`,
        kind: 'gap',
        text: say('evidence.finding-gap', { from, to, span: spanOf(took - gave, say) }),
        from: e.gave_at,
        until: e.at,
        events: [before.id, e.id],
      })
    else if (before.state === 'missing' && took > start)
      out.push({
        key: `gap:${e.id}`,
        kind: 'gap',
        text: say('evidence.finding-missing', { span: spanOf(took - start, say) }),
        from: before.at,
        until: e.at,
        events: [before.id, e.id],
      })
    if (e.from && before.to && !sameHand(e.from, before.to))
      out.push({
        key: `giver:${e.id}`,
        kind: 'two-holders',
        text: say('evidence.finding-other-giver', { said: e.from.name, held: before.to.name }),
        // Of an instant: no stretch of the river is in doubt.
        from: e.at,
        until: null,
        events: [before.id, e.id],
      })
  })
  return out
}
function sameHand(
  a: { kind: string; id: string | null; name: string },
  b: { kind: string; id: string | null; name: string },
): boolean {
  if (a.kind !== b.kind) return false
  return a.id !== null && b.id !== null
    ? a.id === b.id
    : a.name.trim().toLowerCase() === b.name.trim().toLowerCase()
}

function seals(facts: ChainFacts, say: Say): Bare[] {
  return facts.seals_of.flatMap((s) =>
    s.events.flatMap((v, i): Bare[] => {
      // Opened by us is no finding; found damaged, or found open where it was closed, is one.
      const wrong = v.kind === 'damaged' || (v.kind === 'broken' && i === 0)
      return wrong
        ? [
            {
              key: `seal:${s.id}:${i}`,
              kind: 'seal',
              text: say(
                v.kind === 'damaged' ? 'evidence.finding-seal-damaged' : 'evidence.finding-seal-open',
                { seal: s.number, by: v.by_name },
              ),
              from: v.at,
              until: null,
              events: [],
            },
          ]
        : []
    }),
  )
}

function packaging(facts: ChainFacts, say: Say, nameOf: NameOf): Bare[] {
  const words = (p: { type: string; colour: string | null }): string =>
    [nameOf('packaging-type', p.type), ...(p.colour ? [nameOf('colour', p.colour)] : [])].join(', ')
  const first = facts.packaging[0]
  if (!first) return []
  return facts.packaging.slice(1).flatMap((p): Bare[] => {
    const differs = p.type !== first.type || (p.colour ?? '') !== (first.colour ?? '')
    return differs
      ? [
          {
            key: `packaging:${p.seq}`,
            kind: 'packaging',
            text: say('evidence.finding-packaging', {
              first: words(first),
              now: words(p),
              why: p.words ?? '',
            }),
            from: p.recorded_at,
            until: null,
            events: [],
          },
        ]
      : []
  })
}

/** Each weight against the one before it, less what was taken and used in between. */
function weights(facts: ChainFacts, say: Say): Bare[] {
  const out: Bare[] = []
  facts.weighings.forEach((w, i) => {
    const before = facts.weighings[i - 1]
    if (!before) return
    const between = facts.taken.filter((t) => t.no > before.no && t.no <= w.no)
    if (between.some((t) => t.unit !== before.unit && !(isMass(t.unit) && isMass(before.unit)))) return
    const left = between.reduce(
      (sum, t) => sum.minus(convert({ value: t.value, unit: t.unit }, before.unit)),
      exact(before.net),
    )
    const should = { value: left.isNegative() ? '0' : left.toFixed(), unit: before.unit }
    const verdict = decideWeight(
      { value: w.net, unit: w.unit },
      should,
      exact(w.tolerance)
        .plus(before.unit === w.unit ? before.tolerance : '0')
        .toFixed(),
    )
    if (verdict === 'grew' || verdict === 'lost')
      out.push({
        key: `weight:${w.id}`,
        kind: 'weight',
        text: say(`evidence.finding-${verdict}`, {
          expected: `${should.value} ${should.unit}`,
          found: `${w.net} ${w.unit}`,
        }),
        from: w.at,
        until: null,
        events: [],
      })
  })
  return out
}

function noted(facts: ChainFacts): Bare[] {
  return facts.discrepancies.map((d) => ({
    key: `noted:${d.id}`,
    kind: 'discrepancy',
    text:
      d.expected || d.found ? `${d.words} (${[d.expected, d.found].filter(Boolean).join(' / ')})` : d.words,
    from: d.recorded_at,
    until: null,
    events: [],
  }))
}

/** Two people who counted the same money differently, until two agree; nobody's figure is taken for the right one. */
function money(facts: ChainFacts, say: Say): Bare[] {
  const last = cashRounds(facts.cash).at(-1)
  if (last?.state !== 'differs' || !last.second) return []
  const told = (lines: typeof last.first.lines): string =>
    cashTotals(lines)
      .map((t) => `${t.currency} ${t.value}`)
      .join(', ')
  return [
    {
      key: `cash:${last.second.id}`,
      kind: 'cash',
      text: say('evidence.finding-cash', {
        one: last.first.by_name,
        first: told(last.first.lines),
        two: last.second.by_name,
        second: told(last.second.lines),
      }),
      from: last.second.at,
      until: null,
      events: [],
    },
  ]
}
