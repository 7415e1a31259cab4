/** What stands on a custody form; pure, in the language of the paper. */
import { zoned } from '#kernel/calendar.ts'
import { type CustodyForm as Paper, houseFrame } from '#platform/documents/papers.ts'
import type { Say } from '#kernel/say.ts'
import { corrected, findingsOf } from './findings.ts'
import type { Finding, ItemSeen } from './contract.ts'
import { cashRounds, cashTotals, shortWay } from './rules.ts'
import type { EventFact, WholeItem } from './store/chain.ts'

/** Day and minute as the service's clock showed them; custody is told in the time of the place. */
export function when(instant: string | null, language: 'en' | 'es'): string {
  if (!instant) return '–'
  return zoned(language === 'es' ? 'es-GT' : 'en-BZ', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(instant))
}

interface Ground {
  readonly lang: 'en' | 'es'
  readonly say: Say
  readonly nameOf: (list: string, code: string) => string
}
interface Paperwork {
  readonly now: string
  readonly demo: boolean
}

export function formOf(
  item: WholeItem,
  particulars: ItemSeen['particulars']['told'][number] | undefined,
  head: { serviceName: string; address: readonly string[] },
  g: Ground,
  at: Paperwork,
): Paper {
  const { lang, say } = g
  const findings = findingsOf(item, say, g.nameOf)
  const broken = findings.some((f) => ['gap', 'order', 'two-holders'].includes(f.kind))
  return {
    lang,
    title: say('evidence.form-title'),
    number: item.number,
    subtitle: item.description,
    ...houseFrame(say, head, at.demo),
    facts: [
      ...factsOf(item, g),
      ...(particulars?.answers ?? []).map((a) => ({ label: a.label, value: a.text })),
    ],
    code: { text: item.barcode, alt: item.barcode },
    chain: {
      title: say('evidence.c-title'),
      columns: {
        at: say('evidence.c-at'),
        act: say('evidence.c-act'),
        from: say('evidence.c-from'),
        to: say('evidence.c-to'),
        place: say('evidence.c-place'),
        seals: say('evidence.c-seals'),
        note: say('evidence.c-note'),
      },
      rows: rowsOf(item, findings, g),
      blankRows: 4,
      notes: findings.filter((f) => f.events.length === 0).map((f) => sentenceOf(f, say)),
    },
    statements: {
      title: say('evidence.form-statement'),
      lines: [say(broken ? 'evidence.form-broken' : 'evidence.form-unbroken', { at: when(at.now, lang) })],
    },
  }
}

/** A finding with the reason that somebody gave for it. */
const sentenceOf = (f: Finding, say: Say): string =>
  f.explained
    ? `${f.text} ${say('evidence.explained-by', { name: f.explained.by, words: f.explained.words })}`
    : f.text

function factsOf(item: WholeItem, { lang, say }: Ground): Paper['facts'] {
  const fact = (
    label: string,
    value: string,
    mono = false,
  ): { label: string; value: string; mono?: boolean } => ({
    label: say(label),
    value,
    ...(mono ? { mono } : {}),
  })
  const received = corrected(item).find((e) => e.kind === 'received')?.at ?? item.received_at
  const by = item.submitted
  return [
    fact('evidence.f-case', item.case_number, true),
    fact('evidence.f-number', item.number, true),
    fact('evidence.f-received', when(received, lang)),
    ...(by
      ? [
          fact('evidence.f-submitted-by', [by.by, by.where].filter(Boolean).join(', ')),
          fact('evidence.f-submission', by.number, true),
        ]
      : []),
    ...cashFact(item, say),
    ...(item.their_number ? [fact('evidence.f-their-number', item.their_number, true)] : []),
  ]
}

/** Money as two people counted it, with their names. */
function cashFact(item: WholeItem, say: Say): Paper['facts'] {
  const last = cashRounds(item.cash).at(-1)
  if (last?.state !== 'agreed') return []
  const sums = cashTotals(last.first.lines).map((t) => `${t.currency} ${t.value}`)
  const value = say('evidence.form-cash', {
    sums: sums.join(', '),
    one: last.first.by_name,
    two: last.second?.by_name ?? '',
  })
  return [{ label: say('evidence.cm-title'), value }]
}

type Hand = { kind: string; name: string; where: string | null } | null
type Rows = Paper['chain']['rows']

/** Every hand and every seal in its order; a gap stands as a row of its own before the hand that ended it. */
function rowsOf(item: WholeItem, findings: readonly Finding[], g: Ground): Rows {
  const events = corrected(item)
  const moves = events.map((e) => ({
    at: e.at,
    rows: [
      ...findings
        .filter((f) => f.events.at(-1) === e.id)
        .map((f) => ({ kind: 'gap' as const, sentence: sentenceOf(f, g.say) })),
      moveRow(item, e, g),
    ],
  }))
  // What was done to a seal between two hands stands where it was done.
  const known = new Set(events.map((e) => e.at))
  const seals = item.seals_of.flatMap((s) =>
    s.events
      .filter((v) => !known.has(v.at))
      .map((v) => ({
        at: v.at,
        rows: [
          {
            kind: 'event' as const,
            at: when(v.at, g.lang),
            act: g.say('evidence.c-seal-act'),
            to: v.by_name,
            seals: g.say(`evidence.seal-${v.kind}`, { seal: s.number }),
            note: v.words ?? '',
          },
        ],
      })),
  )
  return [...moves, ...seals].sort((a, b) => a.at.localeCompare(b.at)).flatMap((r): Rows => r.rows)
}

function moveRow(item: WholeItem, e: EventFact, { lang, say }: Ground): Rows[number] {
  const hand = (h: Hand): string[] =>
    h ? [h.name, ...(h.where && h.kind !== 'place' ? [h.where] : [])] : ['–']
  const marks = item.seals_of.flatMap((s) =>
    s.events.filter((v) => v.at === e.at).map((v) => say(`evidence.seal-${v.kind}`, { seal: s.number })),
  )
  return {
    kind: 'event',
    at: when(e.at, lang),
    act: say(`evidence.act-${e.kind}`),
    from: hand(e.from),
    to: hand(e.to),
    ...(e.to?.kind === 'place' && e.to.where ? { place: shortWay(e.to.where) } : {}),
    seals: marks,
    note: [e.purpose, e.words, ...signedNotes(e, say)].filter((n): n is string => Boolean(n)),
  }
}

/** Between two persons both sign; where one did not, the paper says so. */
function signedNotes(e: EventFact, say: Say): string[] {
  const persons = e.kind !== 'before' && e.from?.kind === 'person' && e.to?.kind === 'person'
  const gave = e.gave_by ?? e.gave_sign
  const took = e.took_by ?? e.took_sign
  return [
    ...(e.witness_name ? [say('evidence.witness-was', { name: e.witness_name })] : []),
    ...(persons && !(gave && took)
      ? [say('evidence.c-not-signed', { name: (gave ? e.to?.name : e.from?.name) ?? '' })]
      : []),
    ...(e.gave_sign ? [say('evidence.c-on-device', { name: e.from?.name ?? '' })] : []),
    ...(e.took_sign ? [say('evidence.c-on-device', { name: e.to?.name ?? '' })] : []),
  ]
}
