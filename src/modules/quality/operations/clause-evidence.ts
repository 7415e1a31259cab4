/** What the log holds for each clause of a standard: the laboratory says which acts show that a clause is kept, and a clause without any stands out. */
import { codesOf } from '#modules/catalogue/public.ts'
import { dayOfInstant, instantAt } from '#kernel/calendar.ts'
import { instantOf } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import { query } from '#platform/define.ts'
import { ClauseEvidence, ClausesEvidenced } from '../contract.ts'
import { type Clause, clauseOf } from '../rules.ts'
import { actsDone, newestDone, reliedOn } from '../store/clauses.ts'

const DAY_MS = 86_400_000
const DAYS = 365
const SHOWN = 3

export const clauseEvidence = query({
  name: 'quality.clause-evidence',
  summary: 'What the log holds for each clause of a standard, and for which it holds nothing.',
  who: ['director', 'quality-manager', 'section-head', 'outside-reviewer'],
  input: ClauseEvidence,
  output: ClausesEvidenced,
  async run(cx, input) {
    cx.allow(null)
    const all = (await codesOf(cx, 'accreditation-clause')).flatMap(
      (c) => clauseOf(c.code, c[cx.language], c.data) ?? [],
    )
    const standards = [...new Set(all.map((c) => c.standard))].toSorted()
    const standard = input.standard ?? standards[0] ?? null
    const until = input.until ?? dayOfInstant(cx.now)
    const from = input.from ?? instantOf(Date.parse(until) - DAYS * DAY_MS).slice(0, 10)
    const span = {
      from: instantAt(from, '00:00'),
      until: instantOf(Date.parse(instantAt(until, '00:00')) + DAY_MS),
    }
    const clauses = all
      .filter((c) => c.standard === standard)
      .toSorted((a, b) => a.clause.localeCompare(b.clause, 'en', { numeric: true }))
    return { standards, standard, from, until, clauses: await evidenced(cx, clauses, span) }
  },
})

async function evidenced(cx: Cx, clauses: readonly Clause[], span: { from: string; until: string }) {
  const actions = [...new Set(clauses.flatMap((c) => c.acts))]
  const done = new Map((await actsDone(cx, actions, span)).map((d) => [d.action, d]))
  const newest = await newestDone(cx, [...done.keys()], span)
  const kinds = [...new Set(clauses.flatMap((c) => c.relied))]
  const relied = new Map((await reliedOn(cx, kinds, span)).map((r) => [r.kind, r.n]))
  return clauses.map((c) => {
    const acts = c.acts.map((action) => ({
      action,
      title: cx.say(`op.${action}`),
      n: done.get(action)?.n ?? 0,
    }))
    const used = c.relied.reduce((sum, kind) => sum + (relied.get(kind) ?? 0), 0)
    return {
      code: c.code,
      clause: c.clause,
      title: c.title,
      acts,
      relied: c.relied.length > 0 ? used : null,
      total: acts.reduce((sum, a) => sum + a.n, used),
      last:
        c.acts
          .flatMap((a) => done.get(a)?.last ?? [])
          .toSorted()
          .at(-1) ?? null,
      entries: newest
        .filter((e) => c.acts.includes(e.action))
        .slice(0, SHOWN)
        .map((e) => ({ no: e.no, action: e.action, subject: e.subject, at: e.at, by: e.by_name })),
    }
  })
}
