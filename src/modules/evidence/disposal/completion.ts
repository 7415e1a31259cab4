/** What destruction and return have in common: an approved proposal, things that may go now, the signed certificate. */
import { signWith, signingFor } from '#identity/paper-signing.ts'
import { letterhead, nameOfCode, unconfirmed } from '#modules/catalogue/public.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { paperPdf } from '#platform/documents/papers.ts'
import type { CoveredRow, Cx, NewEntry } from '#platform/cx.ts'
import { keepMade } from '#platform/uploads.ts'
import { decideRows } from '../things/batch.ts'
import { disposalPaper, disposalTwin, type Gone, type Stood, type Told } from './paper.ts'
import { ruleOf, stillBlocked } from './blocks.ts'
import { mayCarryOut } from './rules.ts'
import { mayLeave } from '../hands/rules.ts'
import type { Rule } from './rules.ts'
import {
  countOf,
  type DisposalRow,
  disposalRef,
  historyOfDisposal,
  seeDisposal,
  thingsOfDisposal,
} from './store/disposals.ts'
import { type ItemRow, seeWithContents } from '../things/store/items.ts'

export interface Doing {
  readonly destroys: boolean
  readonly witnesses: number
  readonly photographs: number
}

/** Locks and asks everything once more: what was approved may have met a hold since. */
export async function mayGoNow(
  cx: Cx,
  disposal: string,
  things: readonly string[],
  doing: Doing,
): Promise<{ d: DisposalRow; rule: Rule; items: ItemRow[] }> {
  const d = await seeDisposal(cx, disposal, { lock: true })
  cx.allow(d)
  const rule = await ruleOf(cx, d)
  refuseUnless(mayCarryOut(d, doing, rule))
  // Outside a demonstration nothing is destroyed by a rule that nobody compared with the law.
  const doubted = cx.ground.house.demo ? [] : await unconfirmed(cx, [d.rule_id])
  refuseUnless(
    unless(
      doubted.length === 0,
      no('evidence.rule-unconfirmed', { rule: rule.name }, 'evidence.next-confirm-rule'),
    ),
  )
  refuseUnless(await stillBlocked(cx, d))
  const wanted = [...new Set(things)]
  const items = await seeWithContents(cx, wanted)
  const open = new Map((await thingsOfDisposal(cx, d.id)).map((t) => [t.thing, t.certificate === null]))
  const together = new Set(wanted)
  decideRows(cx, items, false, (item) =>
    allOf(
      unless(
        open.get(item.id) === true && together.has(item.id),
        no('evidence.not-of-disposal', { number: item.number, disposal: d.number }),
      ),
      mayLeave(item, cx.actor.id, [], together),
    ),
  )
  return { d, rule, items }
}

export interface Act {
  readonly method: string | null
  readonly place: string
  readonly receiver: string | null
  readonly words: string | null
  readonly gone: readonly Gone[]
  readonly witnesses: readonly (Stood & { readonly person: string | null; readonly sign: string | null })[]
  readonly photographs: readonly string[]
}

async function toldOf(cx: Cx, d: DisposalRow, rule: Rule, act: Act, number: string): Promise<Told> {
  const history = await historyOfDisposal(cx, d.id)
  const step = (kind: string): { by: string; at: string }[] =>
    history.steps.filter((s) => s.kind === kind).map((s) => ({ by: s.by_name, at: s.recorded_at }))
  return {
    number,
    disposal: d.number,
    case: d.case_number,
    action: d.action,
    rule: rule.name,
    method: act.method && (await nameOfCode(cx, 'disposal-method', act.method, cx.actor.language)),
    place: act.place,
    receiver: act.receiver,
    words: act.words,
    at: cx.occurredAt,
    by: cx.actor.name,
    asked: step('agreed')[0] ?? null,
    approvals: step('approved'),
    orders: history.orders.map((o) => ({ number: o.number, court: o.court, on: o.on_day, sha256: o.file })),
    things: act.gone,
    witnesses: act.witnesses.map(({ name, where, document, how }) => ({ name, where, document, how })),
    photographs: act.photographs,
  }
}

/** Typeset with its twin inside, and signed in the name of who carries it out. */
async function paperOf(
  cx: Cx,
  told: Told,
): Promise<{ file: { sha256: string; size: number }; signing: Awaited<ReturnType<typeof signingFor>> }> {
  const lang = cx.actor.language
  const say = await cx.ground.words(cx.tx, lang, cx.now)
  const head = await letterhead(cx, lang)
  const paper = paperPdf(disposalPaper(told, head, { lang, say, demo: cx.ground.house.demo }), {
    at: cx.now,
    attachments: [
      {
        name: `${told.number}.json`,
        bytes: disposalTwin(told),
        description: say('evidence.dc-twin'),
        mime: 'application/json',
        relation: 'data',
      },
    ],
  })
  const signing = await signingFor(cx, { id: cx.actor.id, name: cx.actor.name }, head)
  const signed = await signWith(cx, signing, paper, say('evidence.dc-reason', { number: told.number }))
  return { file: await keepMade(cx, signed, 'application/pdf'), signing }
}

/** The certificate and its rows; the caller records them with the moves. */
export async function certify(
  cx: Cx,
  d: DisposalRow,
  rule: Rule,
  act: Act,
): Promise<{ id: string; number: string; sha256: string; entry: NewEntry }> {
  const number = `${d.number}-C${(await countOf(cx, { disposal: d.id })) + 1}`
  const { file, signing } = await paperOf(cx, await toldOf(cx, d, rule, act, number))
  const id = cx.newId()
  const { method, place, receiver, words } = act
  const certificate: CoveredRow = {
    id,
    disposal: d.id,
    root: d.root,
    number,
    action: d.action,
    method,
    place,
    receiver,
    words,
    file: file.sha256,
    size: file.size,
    signer: signing.own.id,
    at: cx.occurredAt,
  }
  const witnesses = act.witnesses.map(
    (w): CoveredRow => ({
      id: cx.newId(),
      certificate: id,
      root: d.root,
      person: w.person,
      name: w.name,
      place: w.where,
      document: w.document,
      sign: w.sign,
    }),
  )
  return {
    id,
    number,
    sha256: file.sha256,
    entry: {
      subject: disposalRef(d.id),
      root: d.root,
      facts: {
        number,
        action: d.action,
        pdfSha256: file.sha256,
        signerSha256: signing.sha256,
        things: act.gone.length,
      },
      rows: {
        'evidence.disposal_certificate': [certificate],
        ...(witnesses.length > 0 ? { 'evidence.disposal_witness': witnesses } : {}),
      },
    },
  }
}
