/** A version as a certificate: every word of the paper, in its language (ISO/IEC 17025:2017, 7.8.2 to 7.8.8). */
import { type Letterhead, letterhead } from '#modules/catalogue/public.ts'
import type { Say } from '#kernel/say.ts'
import type { Certificate, Frame, Section } from '#platform/documents/papers.ts'
import type { Cx } from '#platform/cx.ts'
import { type Change, amendmentOf, changesOf } from './amendment.ts'
import { runsSection, samplingOf, secondsOf, weighedOf } from './bench-work.ts'
import { type Details, detailsOf } from './details.ts'
import { custodyOf, exhibitsOf, unexaminedOf } from './exhibits.ts'
import { conclusionsOf, decisionsSection, doubtsOf, methodsOf, resultsSection } from './findings.ts'
import type { Gathered } from './gathering.ts'
import { type Head, headOf, ledgerNoteOf } from './ledger-note.ts'
import { dayOf, zoneName } from './paper-dates.ts'
import { grouped, paperNumber } from './rules.ts'
import { limitsOf, plainWordsOf } from './plain-words.ts'
import { signatoriesOf } from './signatories.ts'
import type { VersionNow } from './store/versions.ts'

export const verifyUrl = (cx: Pick<Cx, 'ground'>, code: string): string =>
  `${cx.ground.house.url}/verify/${code}`

/** What a version is printed from; `signer` is null while it is only read as a draft. */
export interface Printing {
  readonly v: VersionNow
  readonly g: Gathered
  readonly d: Details
  readonly signer: string | null
  readonly head: Head | null
  readonly changes: readonly Change[]
}

export async function printingOf(
  cx: Cx,
  v: VersionNow,
  g: Gathered,
  signer: string | null,
): Promise<Printing> {
  return {
    v,
    g,
    d: await detailsOf(cx, g, v.language),
    signer,
    // A draft is made anew each time it is read; only what is signed quotes the ledger.
    head: signer === null ? null : await headOf(cx),
    changes: await changesOf(cx, v, g),
  }
}

/** `tried` are words that nobody has proposed yet: only a preview is made with them. */
export async function certificateOf(cx: Cx, p: Printing, tried?: Say): Promise<Certificate> {
  const { v, g, signer } = p
  const say = tried ?? (await cx.ground.words(cx.tx, v.language, cx.now))
  const head = await letterhead(cx, v.language)
  return {
    ...frameOf(cx, p, head, say),
    ...(await amendmentOf(cx, v, p.changes, say)),
    ...recipientOf(g, say),
    asked: { rows: [...askedOf(g, say), ...(g.stated?.asked ?? [])] },
    references: { rows: referencesOf(v, g, head, say) },
    conclusions: g.stated
      ? { title: say('reports.paper-statements'), rows: g.stated.conclusions }
      : conclusionsOf(g, say),
    ...(g.stated ? {} : plainOf(g, say)),
    sections: sectionsOf(p, { at: cx.now, law: head.law }, say),
    signatories: {
      title: say('reports.paper-signatories'),
      rows: await signatoriesOf(cx, v, g, signer, say),
    },
    ...ledgerNoteOf(p.head, say),
    verify: {
      title: say('reports.paper-verify-title'),
      lines: [say('reports.paper-verify-1'), say('reports.paper-verify-2'), say('reports.paper-verify-3')],
    },
  }
}

function plainOf(g: Gathered, say: Say): Pick<Certificate, 'plain'> {
  const lines = plainWordsOf(g, say)
  return lines.length === 0 ? {} : { plain: { title: say('reports.paper-plain'), lines } }
}

/** The answer stands on the first page; here is what it rests on, from the thing to the method to the hands. */
function sectionsOf(
  { v, g, d }: Printing,
  { at, law }: { readonly at: string; readonly law?: string | undefined },
  say: Say,
): Section[] {
  const lines = (title: string, list: readonly string[]): Section[] =>
    list.length === 0 ? [] : [{ title: say(title), blocks: [{ kind: 'paragraphs', lines: list }] }]
  if (g.stated)
    return [
      ...lines('reports.form-remarks', g.remarks ? [g.remarks] : []),
      ...g.stated.sections,
      custodyOf(d, say),
      ...(law ? lines('reports.paper-about', [law]) : []),
    ]
  return [
    ...lines('reports.form-remarks', g.remarks ? [g.remarks] : []),
    exhibitsOf(g, say),
    resultsSection(g, say, secondsOf(g, d, say)),
    ...decisionsSection(g, say),
    ...weighedOf(g, d, say),
    ...samplingOf(g, d, say),
    methodsOf(g, say, v.language),
    ...runsSection(g, d, say),
    ...unexaminedOf(g, say),
    {
      title: say('reports.paper-deviations'),
      blocks: [
        g.deviations.length > 0
          ? { kind: 'points', lines: g.deviations }
          : { kind: 'paragraphs', lines: [say('reports.paper-no-deviations')] },
      ],
    },
    ...doubtsOf(g, say),
    custodyOf(d, say),
    {
      title: say('reports.paper-about'),
      blocks: [
        {
          kind: 'notes',
          lines: [
            ...(law ? [law] : []),
            ...limitsOf(g, say),
            say('reports.paper-about-items'),
            say('reports.paper-about-told'),
            say('reports.paper-about-opinion'),
            say('reports.paper-about-copy'),
            say('reports.paper-about-times', { zone: zoneName(at) }),
          ],
        },
      ],
    },
  ]
}

/** What stands on every page: letterhead, number, page count, the code by which anybody checks it. */
function frameOf(cx: Cx, { v, g: { stated }, signer }: Printing, head: Letterhead, say: Say): Frame {
  const banner = [
    ...(signer === null ? [say('reports.paper-draft')] : []),
    ...(cx.ground.house.demo ? [say('reports.paper-demo')] : []),
  ]
  return {
    lang: v.language,
    title: stated?.title ?? say('reports.paper-title'),
    number: paperNumber(v),
    ...(signer === null ? {} : { subtitle: say('reports.paper-signed-on', { on: dayOf(cx.now) }) }),
    letterhead: { service: head.serviceName, address: addressOf(head) },
    ...(banner.length > 0 ? { demo: banner.join(' · ') } : {}),
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
  }
}

const addressOf = (head: Letterhead): string[] => [
  ...head.address,
  ...[head.phone, head.email].filter((t): t is string => Boolean(t)),
]

/** The customer (7.8.2.1 e): who investigates, else who submitted the exhibits. */
function recipientOf(g: Gathered, say: Say): Pick<Certificate, 'to'> {
  const who = g.card.investigator
  const [brought] = g.packaging.values()
  const named = who?.unitName
    ? [who.name, who.unitName, who.agencyName]
    : [brought?.submittedBy, brought?.submittedWhere]
  const lines = named.filter((l): l is string => Boolean(l))
  return lines.length === 0 ? {} : { to: { title: say('reports.paper-to'), lines } }
}

/** Whose matter it is and what was asked: what one reads before the answer. */
function askedOf(g: Gathered, say: Say): Certificate['asked']['rows'] {
  // Minors are never named on paper that leaves the house; complainants are not named at all.
  const named = g.card.parties
    .filter((p) => ['accused', 'suspect', 'deceased'].includes(p.role) && !p.minor && p.hidden === null)
    .flatMap((p) => p.name ?? [])
  return [
    ...(named.length > 0 ? [{ label: say('reports.paper-re'), value: named.join('; ') }] : []),
    {
      label: say('reports.paper-question'),
      value: [g.questionName, ...(g.request.question_text ? [g.request.question_text] : [])].join(' '),
    },
  ]
}

function referencesOf(
  v: VersionNow,
  g: Gathered,
  head: Letterhead,
  say: Say,
): Certificate['references']['rows'] {
  const days = (list: (string | null)[]): string => {
    const known = list.filter((d): d is string => d !== null).sort()
    const [first, last] = [known[0], known.at(-1)]
    if (!first || !last) return '—'
    return dayOf(first) === dayOf(last)
      ? dayOf(first)
      : say('reports.paper-from-to', { from: dayOf(first), to: dayOf(last) })
  }
  return [
    { label: say('reports.paper-case'), value: g.card.number, mono: true },
    ...g.card.aliases.map((a) => ({
      label: g.aliasNames.get(a.kind) ?? say('reports.paper-their-number'),
      value: a.text,
      mono: true,
    })),
    { label: say('reports.paper-request'), value: g.request.number, mono: true },
    { label: say('reports.paper-asked'), value: dayOf(g.request.asked_at) },
    { label: say('reports.paper-received'), value: days([...g.packaging.values()].map((p) => p.receivedAt)) },
    {
      label: say('reports.paper-examined'),
      value: days([...g.work.map((w) => w.began), ...g.results.map((r) => r.recorded_at)]),
    },
    {
      label: say('reports.paper-examined-at'),
      value: [v.unit_name, ...head.address].filter((t): t is string => Boolean(t)).join(', '),
      wide: true,
    },
  ]
}
