/** A version as a certificate: every word of the paper, in its language (ISO/IEC 17025:2017, 7.8.2 to 7.8.8). */
import { type Letterhead, letterhead } from '#modules/catalogue/public.ts'
import { logKeyOf } from '#ledger/log-key.ts'
import { newestCheckpoint } from '#ledger/proofs.ts'
import { growTree } from '#ledger/sequencer.ts'
import { exact } from '#kernel/quantity.ts'
import type { Say } from '#kernel/say.ts'
import { inLanguage, type Result } from '#modules/results/public.ts'
import type { Certificate, Decision, Fact, ResultRow, Row } from '#platform/documents/papers.ts'
import type { Cx } from '#platform/cx.ts'
import { type Gathered, dayOf, momentOf, testsBehind } from './gathering.ts'
import { grouped } from './rules.ts'
import { newestHead, peopleOf } from './store/signers.ts'
import { type VersionNow, stepsOf, versionsOf } from './store/versions.ts'

/** 26-0001, and 26-0001-A1 for its first amendment. */
export const paperNumber = (v: { number: string; version: number }): string =>
  v.version === 1 ? v.number : `${v.number}-A${v.version - 1}`
export const verifyUrl = (cx: Pick<Cx, 'ground'>, code: string): string =>
  `${cx.ground.house.url}/verify/${code}`

export async function certificateOf(
  cx: Cx,
  v: VersionNow,
  g: Gathered,
  signer: string,
): Promise<Certificate> {
  const say = cx.ground.say(v.language)
  const head = await letterhead(cx, v.language)
  const demo = cx.ground.house.demo
  return {
    lang: v.language,
    title: say('reports.paper-title'),
    number: paperNumber(v),
    subtitle: say('reports.paper-signed-on', { on: dayOf(cx.now) }),
    letterhead: { service: head.serviceName, address: addressOf(head) },
    ...(demo ? { demo: say('reports.paper-demo') } : {}),
    pageOf: say('reports.paper-page', { page: '{page}', pages: '{pages}' }),
    check: {
      text: verifyUrl(cx, v.code),
      alt: say('reports.paper-qr', { url: verifyUrl(cx, v.code) }),
      lines: [
        say('reports.paper-check', { url: verifyUrl(cx, grouped(v.code)) }),
        say('reports.paper-code', { code: grouped(v.code) }),
      ],
    },
    end: say('reports.paper-end', { number: paperNumber(v) }),
    ...(await amendment(cx, v, say)),
    ...(g.card.investigator?.unitName
      ? {
          to: {
            title: say('reports.paper-to'),
            lines: [
              g.card.investigator.name,
              g.card.investigator.unitName,
              g.card.investigator.agencyName,
            ].filter((l): l is string => Boolean(l)),
          },
        }
      : {}),
    references: { rows: references(g, say) },
    exhibits: exhibits(g, say),
    question: {
      title: say('reports.paper-question'),
      lines: [g.questionName, ...(g.request.question_text ? [g.request.question_text] : [])],
    },
    methods: methods(g, say, v.language),
    ...findings(g, say),
    statements: {
      title: say('reports.paper-statements'),
      lines: [
        ...g.results.map((r) => `${numberOf(g, r.item)}: ${inLanguage({ say }, r)}`),
        ...(g.remarks ? [g.remarks] : []),
      ],
    },
    ...unexamined(g, say),
    ...(g.deviations.length > 0
      ? { deviations: { title: say('reports.paper-deviations'), lines: g.deviations } }
      : {}),
    ...doubts(g, say),
    signatories: { title: say('reports.paper-signatories'), rows: await signatories(cx, v, g, signer, say) },
    ...(await ledgerNote(cx, say)),
    verify: {
      title: say('reports.paper-verify-title'),
      lines: [say('reports.paper-verify-1'), say('reports.paper-verify-2')],
      rows: [{ label: say('reports.paper-verify-page'), value: verifyUrl(cx, grouped(v.code)), mono: true }],
    },
  }
}

const addressOf = (head: Letterhead): string[] => [
  ...head.address,
  ...[head.phone, head.email].filter((t): t is string => Boolean(t)),
]
export const numberOf = (g: Gathered, item: string): string =>
  g.items.find((i) => i.id === item)?.number ?? ''

async function amendment(cx: Cx, v: VersionNow, say: Say): Promise<Pick<Certificate, 'amendment'>> {
  if (v.supersedes === null) return {}
  const old = (await versionsOf(cx, v.report)).find((o) => o.id === v.supersedes)
  const number = old ? paperNumber({ number: v.number, version: old.version }) : v.number
  return {
    amendment: {
      title: say('reports.paper-amended'),
      sentences: [
        say('reports.paper-supersedes', { number }),
        say('reports.paper-changes', { changes: v.changes ?? '' }),
      ],
    },
  }
}

function references(g: Gathered, say: Say): Fact[] {
  const days = (list: (string | null)[]): string => {
    const known = list.filter((d): d is string => d !== null).sort()
    const [first, last] = [known[0], known.at(-1)]
    return first && last
      ? dayOf(first) === dayOf(last)
        ? dayOf(first)
        : say('reports.paper-from-to', { from: dayOf(first), to: dayOf(last) })
      : '—'
  }
  // Minors are never named on paper that leaves the house; complainants are not named at all.
  const named = g.card.parties
    .filter(
      (p) =>
        ['accused', 'suspect', 'deceased'].includes(p.role) &&
        p.name !== null &&
        !p.minor &&
        p.hidden === null,
    )
    .map((p) => p.name as string)
  return [
    { label: say('reports.paper-case'), value: g.card.number, mono: true },
    ...g.card.aliases.map((a) => ({
      label: g.aliasNames.get(a.kind) ?? say('reports.paper-their-number'),
      value: a.text,
      mono: true,
    })),
    ...(named.length > 0 ? [{ label: say('reports.paper-re'), value: named.join('; ') }] : []),
    { label: say('reports.paper-request'), value: g.request.number, mono: true },
    { label: say('reports.paper-asked'), value: dayOf(g.request.asked_at) },
    { label: say('reports.paper-received'), value: days([...g.packaging.values()].map((p) => p.receivedAt)) },
    {
      label: say('reports.paper-examined'),
      value: days(g.results.flatMap((r) => [r.recorded_at, r.reviewed_at])),
    },
  ]
}

function exhibits(g: Gathered, say: Say): Certificate['exhibits'] {
  const rows: Row[] = g.items.map((item) => {
    const p = g.packaging.get(item.id)
    const packed = g.packed.get(item.id)
    return {
      number: item.number,
      description: p?.theirNumber
        ? [item.description, say('reports.paper-their-mark', { mark: p.theirNumber })]
        : item.description,
      packaging: packed?.words ?? '',
      seals: packed && packed.seals.length > 0 ? packed.seals : '—',
      received: p
        ? [
            momentOf(p.receivedAt),
            ...(p.submittedBy ? [say('reports.paper-from', { who: p.submittedBy })] : []),
            ...(p.receivedBy ? [say('reports.paper-by', { who: p.receivedBy })] : []),
          ]
        : '—',
    }
  })
  const notes = g.items.flatMap((i) => (g.packed.get(i.id)?.later ?? []).map((l) => `${i.number}: ${l}`))
  return {
    title: say('reports.paper-exhibits'),
    rows,
    notes: [say('reports.paper-packaging-note'), ...notes],
    columns: [
      { key: 'number', head: say('reports.paper-exhibit'), mono: true },
      { key: 'description', head: say('reports.paper-description'), width: 1.2 },
      { key: 'packaging', head: say('reports.paper-packaging'), width: 1.2 },
      { key: 'seals', head: say('reports.paper-seals'), width: 0.9 },
      { key: 'received', head: say('reports.paper-receipt'), width: 1.1 },
    ],
  }
}

function methods(g: Gathered, say: Say, language: 'en' | 'es'): Certificate['methods'] {
  const seen = new Map(g.work.map((w) => [w.method.id, w.method]))
  const tools = [
    ...new Set(
      g.work
        .flatMap((w) => w.relies)
        .filter((r) => r.kind === 'equipment' || r.kind === 'lot')
        .map((r) => r.name),
    ),
  ]
  return {
    title: say('reports.paper-methods'),
    columns: [
      { key: 'code', head: say('reports.paper-method'), mono: true },
      { key: 'name', head: say('reports.paper-name'), width: 2 },
      { key: 'version', head: say('reports.paper-version') },
      { key: 'since', head: say('reports.paper-in-force') },
    ],
    rows: [...seen.values()].map((m) => ({
      code: m.code,
      name: language === 'es' ? m.titleEs : m.title,
      version: String(m.version),
      since: dayOf(m.from),
    })),
    ...(tools.length > 0 ? { notes: [say('reports.paper-relied-on', { things: tools.join('; ') })] } : {}),
  }
}

export function determinationOf(r: Pick<Result, 'kind'>, say: Say): string {
  return say(`reports.determination-${r.kind}`)
}

function resultRow(g: Gathered, r: Result, say: Say): ResultRow {
  const item = numberOf(g, r.item)
  if (r.kind === 'quantity') {
    const pounds = r.statement_values.pounds
    return {
      item,
      determination: determinationOf(r, say),
      value: r.value ?? '',
      ...(r.uncertainty ? { uncertainty: r.uncertainty } : {}),
      ...(r.unit ? { unit: r.unit } : {}),
      ...(r.k ? { k: r.k } : {}),
      ...(pounds ? { note: `${pounds} lb` } : {}),
    }
  }
  const known = g.work.find((w) => w.id === r.worksheet)?.method.techniques ?? []
  const nameOf = (key: string): string => {
    const technique = known.find((t) => t.key === key)
    return (say('language-code') === 'es' && technique?.titleEs) || technique?.title || key
  }
  const techniques = [
    ...new Set(
      testsBehind(r)
        .filter((t) => t.outcome === 'positive')
        .map((t) => `${nameOf(t.technique)} (${t.category})`),
    ),
  ]
  // A presumptive result is said with its whole sentence and never as a name alone.
  const value =
    r.kind === 'identity'
      ? String(r.statement_values[say('language-code')] ?? r.substance ?? '')
      : inLanguage({ say }, r)
  return {
    item,
    determination: determinationOf(r, say),
    value,
    ...(techniques.length > 0 ? { note: techniques.join(', ') } : {}),
  }
}

function findings(g: Gathered, say: Say): Pick<Certificate, 'results' | 'decisions'> {
  const decided = g.results.filter((r) => r.kind === 'quantity' && r.decision !== null)
  const rows: Decision[] = decided.map((r) => {
    const values = r.statement_values
    const mark = r.decision === 'above' ? 'over' : r.decision === 'below' ? 'under' : 'open'
    return {
      mark,
      outcome: `${numberOf(g, r.item)}: ${say(`results.decision-${r.decision}`, { limit: String(values.limit ?? ''), unit: String(values.limitUnit ?? '') })}`,
      facts: [
        {
          label: say('reports.paper-limit'),
          value: `${String(values.limit ?? '')} ${String(values.limitUnit ?? '')}`,
        },
        { label: say('reports.paper-interval'), value: intervalOf(r) },
        { label: say('reports.paper-rule'), value: say('reports.decision-rule') },
        {
          label: say('reports.paper-law'),
          value: say('reports.paper-law-on', {
            law: lawOf(g, r),
            on: dayOf(String((r.basis as { on?: string }).on ?? r.recorded_at)),
          }),
        },
      ],
    }
  })
  return {
    results: {
      title: say('reports.paper-results'),
      rows: g.results.map((r) => resultRow(g, r, say)),
      columns: {
        item: say('reports.paper-exhibit'),
        determination: say('reports.paper-determination'),
        result: say('reports.paper-result'),
        k: 'k',
        note: say('reports.paper-note'),
      },
      notes: [
        ...(decided.length > 0 || g.results.some((r) => r.uncertainty)
          ? [say('reports.paper-uncertainty-note')]
          : []),
        ...(g.results.some((r) => r.presumptive) ? [say('reports.paper-presumptive-note')] : []),
        ...(g.results.some((r) => r.kind === 'identity') ? [say('reports.paper-category-note')] : []),
      ],
    },
    ...(rows.length > 0 ? { decisions: { title: say('reports.paper-decisions'), rows } } : {}),
  }
}
const lawOf = (g: Gathered, r: Result): string => {
  const limit = r.statutory_limit === null ? undefined : g.limits.get(r.statutory_limit)
  return [limit?.law ?? String(r.statement_values.law ?? ''), limit?.clause].filter(Boolean).join(', ')
}
const intervalOf = (r: Result): string => {
  const [value, u] = [exact(r.value ?? '0'), exact(r.uncertainty ?? '0')]
  const places = r.value?.split('.')[1]?.length ?? 0
  return `${value.minus(u).toFixed(places)} … ${value.plus(u).toFixed(places)} ${r.unit ?? ''}`
}

function unexamined(g: Gathered, say: Say): Pick<Certificate, 'notExamined'> {
  const rows = g.items
    .filter((i) => !g.results.some((r) => r.item === i.id))
    .map((i) => ({ number: i.number, description: i.description }))
  if (rows.length === 0) return {}
  return {
    notExamined: {
      title: say('reports.paper-not-examined'),
      columns: [
        { key: 'number', head: say('reports.paper-exhibit'), mono: true },
        { key: 'description', head: say('reports.paper-description'), width: 1 },
      ],
      rows,
    },
  }
}

function doubts(g: Gathered, say: Say): Pick<Certificate, 'unconfirmed'> {
  if (g.unconfirmed.length === 0) return {}
  return {
    unconfirmed: {
      title: say('reports.paper-unconfirmed'),
      sentences: [say('reports.paper-unconfirmed-note')],
      columns: [
        { key: 'key', head: say('reports.paper-value'), width: 1 },
        { key: 'source', head: say('reports.paper-source'), width: 2 },
      ],
      rows: g.unconfirmed.map((u) => ({ key: u.key, source: u.source ?? '—' })),
    },
  }
}

async function signatories(
  cx: Cx,
  v: VersionNow,
  g: Gathered,
  signer: string,
  say: Say,
): Promise<Certificate['signatories']['rows']> {
  const technical = [...new Set(g.results.map((r) => r.reviewed_by).filter((p): p is string => p !== null))]
  const analysts = [
    ...new Set(g.work.filter((w) => g.results.some((r) => r.worksheet === w.id)).map((w) => w.analyst)),
  ]
  const people = await peopleOf(cx, [signer, v.author, v.reviewer, ...technical, ...analysts])
  const reviewedAt = (await stepsOf(cx, v.id)).findLast((s) => s.kind === 'reviewed')?.at
  const row = (id: string | null, role: string, lines: string[]) => {
    const p = id === null ? undefined : people.get(id)
    return p
      ? [
          {
            name: [p.rank, p.name].filter(Boolean).join(' '),
            role,
            lines: [[p.title, p.unit_name].filter(Boolean).join(', '), ...lines].filter((l) => l !== ''),
          },
        ]
      : []
  }
  return [
    ...row(signer, say('reports.paper-signer'), [say('reports.paper-signed-at', { at: momentOf(cx.now) })]),
    ...analysts.filter((a) => a !== signer).flatMap((a) => row(a, say('reports.paper-analyst'), [])),
    ...(v.author !== signer && !analysts.includes(v.author)
      ? row(v.author, say('reports.paper-author'), [])
      : []),
    ...technical.flatMap((t) => row(t, say('reports.paper-technical-reviewer'), [])),
    ...row(
      v.reviewer,
      say('reports.paper-reviewer'),
      reviewedAt ? [say('reports.paper-reviewed-at', { at: momentOf(reviewedAt) })] : [],
    ),
  ]
}

async function ledgerNote(cx: Cx, say: Say): Promise<Pick<Certificate, 'ledger'>> {
  const key = await logKeyOf(cx.ground)
  if (!key) return {}
  // Only the very first certificate of an installation can come before the first signed head.
  const checkpoint =
    (await newestHead(cx)) ??
    (await growTree(cx.ground, { checkpoint: true }).then(() => newestCheckpoint(cx.ground)))
  return {
    ledger: {
      title: say('reports.paper-ledger-title'),
      lines: [say('reports.paper-ledger-1'), say('reports.paper-ledger-2')],
      checkpoint: (checkpoint ?? say('reports.paper-no-head')).trimEnd(),
      keyLabel: say('reports.paper-key'),
      key: key.vkey,
    },
  }
}
