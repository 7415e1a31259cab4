/** The machine-readable twin of a certificate: canonical JSON that cites the ledger leaves of its results; attached to the PDF and kept beside it. */
import { type Json, canonical } from '#kernel/canonical.ts'
import type { Say } from '#kernel/say.ts'
import { letterhead } from '#modules/catalogue/public.ts'
import type { EventFact } from '#modules/evidence/public.ts'
import { inLanguage } from '#modules/results/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { Done } from './details.ts'
import { type Gathered, numberOf, testsBehind } from './gathering.ts'
import { paperNumber } from './rules.ts'
import { type Printing, verifyUrl } from './paper.ts'
import { leavesOf } from './store/signers.ts'

export const twinFormat = 'custodia-certificate/1'

/** `signing` is the certificate in whose name the paper will be signed: whoever trusts the ledger need not trust the file about it. */
export async function twinOf(
  cx: Cx,
  { v, g, d, head, changes }: Printing,
  signing: { readonly sha256: string; readonly authoritySha256: string },
): Promise<Buffer> {
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
    changed: changes.map((c) => ({ ...c })),
    signedAt: cx.now,
    signedBy: cx.actor.id,
    signature: { certificateSha256: signing.sha256, authoritySha256: signing.authoritySha256 },
    ledger: head ? { checkpoint: head.checkpoint, key: head.key } : null,
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
    examinedAt: { unit: v.unit, name: v.unit_name },
    items: itemsOf(g),
    custody: d.custody.map((c) => ({
      items: [...c.items],
      unbroken: !c.broken,
      findings: [...c.findings],
      hands: c.hands.map((h) => ({ kind: h.kind, at: h.at, from: nameOf(h.from), to: nameOf(h.to) })),
    })),
    methods: [...new Map(g.work.map((w) => [w.method.id, w.method])).values()].map((m) => ({
      id: m.id,
      code: m.code,
      title: m.title,
      version: m.version,
      from: m.from,
    })),
    reliedOn: reliedOn(g),
    bench: d.done.map((w) => benchOf(g, w)),
    results: resultsOf(g, say, leaves),
    deviations: g.deviations,
    unconfirmed: g.unconfirmed.map((u) => ({ id: u.id, key: u.key, source: u.source })),
    remarks: g.remarks,
    ...(g.stated ? { stated: g.stated.data } : {}),
  }
  return Buffer.from(canonical(twin), 'utf8')
}

const reliedOn = (g: Gathered): Json =>
  g.work
    .flatMap((w) => w.relies)
    .filter((r) => r.kind !== 'person')
    .map((r) => ({ kind: r.kind, id: r.thing, name: r.name, basis: r.basis, deviation: r.deviation }))

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

const nameOf = (h: EventFact['from']): Json => (h ? { kind: h.kind, name: h.name, where: h.where } : null)

/** Reading by reading and file by file, so that anybody can compute the result again and compare the instrument's own files. */
function benchOf(g: Gathered, w: Done): Json {
  return {
    worksheet: w.number,
    analyst: w.analyst,
    began: w.began,
    weighings: w.weighings.map((r) => ({
      item: numberOf(g, r.item),
      parcel: r.parcel,
      gross: r.gross,
      tare: r.tare,
      unit: r.unit,
      equipment: r.equipment,
      at: r.recorded_at,
    })),
    samplings: w.samplings.map((s) => ({
      item: numberOf(g, s.item),
      population: s.population,
      sampleSize: s.sample_size,
      fraction: s.fraction,
      confidence: s.confidence,
      seed: s.seed,
      units: s.units,
    })),
    runs: w.runs.map((r) => ({
      number: r.number,
      of: r.sample_kind,
      item: r.item ? numberOf(g, r.item) : null,
      technique: r.technique,
      sha256: r.file,
      size: r.size,
      format: r.format,
      account: r.account,
      words: r.account_words,
    })),
    verifications: w.verifications.map((s) => ({ result: s.conclusion, outcome: s.outcome, by: s.by })),
  }
}
