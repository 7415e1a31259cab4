/** A version as a certificate: every word of the paper, in its language (ISO/IEC 17025:2017, 7.8.2 to 7.8.8). */
import { type Letterhead, letterhead } from '#modules/catalogue/public.ts'
import type { Say } from '#kernel/say.ts'
import { inLanguage } from '#modules/results/public.ts'
import type { Certificate, Fact, Frame } from '#platform/documents/papers.ts'
import type { Cx } from '#platform/cx.ts'
import { exhibitsOf, unexaminedOf } from './exhibits.ts'
import { doubtsOf, findingsOf, methodsOf } from './findings.ts'
import { type Gathered, dayOf, numberOf } from './gathering.ts'
import { ledgerNoteOf } from './ledger-note.ts'
import { grouped, paperNumber } from './rules.ts'
import { signatoriesOf } from './signatories.ts'
import { type VersionNow, versionsOf } from './store/versions.ts'

export const verifyUrl = (cx: Pick<Cx, 'ground'>, code: string): string =>
  `${cx.ground.house.url}/verify/${code}`

export async function certificateOf(
  cx: Cx,
  v: VersionNow,
  g: Gathered,
  signer: string,
): Promise<Certificate> {
  const say = cx.ground.say(v.language)
  return {
    ...(await frameOf(cx, v, say)),
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
    exhibits: exhibitsOf(g, say),
    question: {
      title: say('reports.paper-question'),
      lines: [g.questionName, ...(g.request.question_text ? [g.request.question_text] : [])],
    },
    methods: methodsOf(g, say, v.language),
    ...findingsOf(g, say),
    statements: {
      title: say('reports.paper-statements'),
      lines: [
        ...g.results.map((r) => `${numberOf(g, r.item)}: ${inLanguage({ say }, r)}`),
        ...(g.remarks ? [g.remarks] : []),
      ],
    },
    ...unexaminedOf(g, say),
    ...(g.deviations.length > 0
      ? { deviations: { title: say('reports.paper-deviations'), lines: g.deviations } }
      : {}),
    ...doubtsOf(g, say),
    signatories: {
      title: say('reports.paper-signatories'),
      rows: await signatoriesOf(cx, v, g, signer, say),
    },
    ...(await ledgerNoteOf(cx, say)),
    verify: {
      title: say('reports.paper-verify-title'),
      lines: [say('reports.paper-verify-1'), say('reports.paper-verify-2')],
      rows: [{ label: say('reports.paper-verify-page'), value: verifyUrl(cx, grouped(v.code)), mono: true }],
    },
  }
}

/** What stands on every page: letterhead, number, page count, the code by which anybody checks it. */
async function frameOf(cx: Cx, v: VersionNow, say: Say): Promise<Frame> {
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
  }
}

const addressOf = (head: Letterhead): string[] => [
  ...head.address,
  ...[head.phone, head.email].filter((t): t is string => Boolean(t)),
]

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
