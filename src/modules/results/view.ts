/** What people are shown of a worksheet: each kind of row by itself, in the words of the contract. */
import { seeItems } from '#modules/evidence/public.ts'
import { exact } from '#kernel/quantity.ts'
import type { Cx } from '#platform/cx.ts'
import { inLanguage } from './statements.ts'
import { portionsOf } from './store/portions.ts'
import {
  type ConclusionRow,
  type Sheet,
  observationsOf,
  reviewsOf,
  runsOf,
  samplingsOf,
  testsOf,
  verificationsOf,
  weighingsOf,
} from './store.ts'

export async function itemsShown(cx: Cx, ids: string[]) {
  return (await seeItems(cx, ids)).map((i) => ({
    id: i.id,
    number: i.number,
    description: i.description,
    hazards: [...i.hazards].map((h) => (typeof h === 'string' ? h : String(h))),
  }))
}

export async function observationsShown(cx: Cx, sheet: Sheet) {
  return (await observationsOf(cx, sheet.id)).map((o) => ({
    id: o.id,
    item: o.item,
    step: o.step,
    field: o.field,
    answer: o.answer,
    at: o.recorded_at,
    by: o.by,
    corrects: o.corrects,
  }))
}

export async function weighingsShown(cx: Cx, sheet: Sheet) {
  return (await weighingsOf(cx, sheet.id)).map((w) => ({
    id: w.id,
    item: w.item,
    parcel: w.parcel,
    gross: w.gross,
    tare: w.tare,
    net: exact(w.gross).minus(w.tare).toFixed(),
    unit: w.unit,
    equipment: w.equipment,
    at: w.recorded_at,
  }))
}

export async function portionsShown(cx: Cx, sheet: Sheet) {
  return (await portionsOf(cx, sheet.id)).map(({ recorded_at, run: _run, ...p }) => ({
    ...p,
    at: recorded_at,
  }))
}

export async function samplingsShown(cx: Cx, sheet: Sheet) {
  return (await samplingsOf(cx, sheet.id)).map((s) => ({
    id: s.id,
    item: s.item,
    population: s.population,
    sampleSize: s.sample_size,
    fraction: s.fraction,
    confidence: s.confidence,
    seed: s.seed,
    units: s.units,
  }))
}

export async function testsShown(cx: Cx, sheet: Sheet, titles: ReadonlyMap<string, string>) {
  return (await testsOf(cx, sheet.id)).map((t) => ({
    id: t.id,
    item: t.item,
    technique: titles.get(t.technique) ?? t.technique,
    category: t.category,
    principle: t.principle,
    outcome: t.outcome,
    pointsTo: t.points_to,
    words: t.words,
    at: t.recorded_at,
  }))
}

export async function runsShown(cx: Cx, sheet: Sheet) {
  return (await runsOf(cx, sheet.id)).map((r) => ({
    id: r.id,
    number: r.number,
    item: r.item,
    fileName: r.file_name,
    format: r.format,
    sampleKind: r.sample_kind,
    readable: r.readable,
    account: r.account,
  }))
}

export async function reviewsShown(cx: Cx, sheet: Sheet) {
  return (await reviewsOf(cx, sheet.id)).map((r) => ({
    by: r.by,
    at: r.at,
    outcome: r.outcome,
    findings: r.findings,
    answers: r.answers,
    answeredAt: r.answered_at,
  }))
}

export async function conclusionsShown(cx: Cx, sheet: Sheet, rows: readonly ConclusionRow[]) {
  const verified = await verificationsOf(cx, sheet.id)
  return rows.map((c) => ({
    id: c.id,
    item: c.item,
    kind: c.kind,
    substance: c.substance,
    value: c.value,
    uncertainty: c.uncertainty,
    unit: c.unit,
    decision: c.decision,
    says: inLanguage(cx, c),
    at: c.recorded_at,
    verified: verified
      .filter((v) => v.conclusion === c.id)
      .map((v) => ({ by: v.by, outcome: v.outcome, words: v.words })),
  }))
}
