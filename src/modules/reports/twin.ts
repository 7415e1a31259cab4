/** The machine-readable twin of a certificate: canonical JSON that cites the ledger leaves of its results; attached to the PDF and kept beside it. */
import { type Json, canonical } from '#kernel/canonical.ts'
import type { Say } from '#kernel/say.ts'
import { letterhead } from '#modules/catalogue/public.ts'
import { inLanguage } from '#modules/results/public.ts'
import type { Cx } from '#platform/cx.ts'
import { type Gathered, numberOf, testsBehind } from './gathering.ts'
import { paperNumber } from './rules.ts'
import { verifyUrl } from './paper.ts'
import { leavesOf } from './store/signers.ts'
import type { VersionNow } from './store/versions.ts'

export const twinFormat = 'custodia-certificate/1'

export async function twinOf(cx: Cx, v: VersionNow, g: Gathered, signer: string): Promise<Buffer> {
  const leaves = await leavesOf(
    cx,
    g.results.map((r) => r.entry),
  )
  const say = cx.ground.say(v.language)
  const { serviceName } = await letterhead(cx, v.language)
  const twin: Json = {
    format: twinFormat,
    demo: cx.ground.house.demo,
    service: serviceName,
    number: paperNumber(v),
    report: v.report,
    version: v.version,
    versionId: v.id,
    language: v.language,
    code: v.code,
    verify: verifyUrl(cx, v.code),
    supersedes: v.supersedes,
    changes: v.changes,
    signedAt: cx.now,
    signedBy: signer,
    author: v.author,
    reviewedBy: v.reviewer,
    case: {
      id: v.root,
      number: g.card.number,
      aliases: g.card.aliases.map((a) => ({ kind: a.kind, text: a.text })),
    },
    request: {
      id: g.request.id,
      number: g.request.number,
      question: v.question,
      questionText: g.request.question_text,
      askedAt: g.request.asked_at,
    },
    items: itemsOf(g),
    methods: [...new Map(g.work.map((w) => [w.method.id, w.method])).values()].map((m) => ({
      id: m.id,
      code: m.code,
      title: m.title,
      version: m.version,
      from: m.from,
    })),
    reliedOn: g.work
      .flatMap((w) => w.relies)
      .filter((r) => r.kind !== 'person')
      .map((r) => ({ kind: r.kind, id: r.thing, name: r.name, basis: r.basis, deviation: r.deviation })),
    results: resultsOf(g, say, leaves),
    deviations: g.deviations,
    unconfirmed: g.unconfirmed.map((u) => ({ id: u.id, key: u.key, source: u.source })),
    remarks: g.remarks,
  }
  return Buffer.from(canonical(twin), 'utf8')
}

function itemsOf(g: Gathered): Json {
  return g.items.map((i) => {
    const p = g.packaging.get(i.id)
    return {
      id: i.id,
      number: i.number,
      description: i.description,
      packaging: p
        ? {
            type: p.type,
            colour: p.colour,
            size: p.size,
            condition: p.condition,
            words: p.words,
            seals: p.seals.map((s) => ({ number: s.number, state: s.state })),
            inWords: g.packed.get(i.id)?.words ?? null,
          }
        : null,
      receivedAt: p?.receivedAt ?? null,
      receivedBy: p?.receivedBy ?? null,
      submittedBy: p?.submittedBy ?? null,
      submission: p?.submission ?? null,
    }
  })
}

function resultsOf(g: Gathered, say: Say, leaves: ReadonlyMap<string, string>): Json {
  return g.results.map((r) => ({
    id: r.id,
    item: r.item,
    itemNumber: numberOf(g, r.item),
    kind: r.kind,
    presumptive: r.presumptive,
    substance: r.substance,
    value: r.value,
    uncertainty: r.uncertainty,
    k: r.k,
    unit: r.unit,
    decision: r.decision,
    statutoryLimit: r.statutory_limit,
    decisionRule: r.limit_rule,
    says: inLanguage({ say }, r),
    methodVersion: r.method_version,
    concludedBy: r.recorded_by,
    concludedAt: r.recorded_at,
    reviewedBy: r.reviewed_by,
    reviewedAt: r.reviewed_at,
    tests: testsBehind(r).map((t) => ({
      technique: t.technique,
      category: t.category,
      outcome: t.outcome,
      sampling: t.sampling,
    })),
    entry: r.entry,
    leaf: leaves.get(r.entry) ?? null,
  }))
}
