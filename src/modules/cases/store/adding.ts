/** What a submission brings to a case that is there already: numbers and people that the case does not have yet, under the caller's operation. */
import { refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { OpenCase } from '../contract.ts'
import { mustBeOpen } from '../rules.ts'
import { normaliseNumber } from '../rules/plain-text.ts'
import { followParty, keepParty } from './changes.ts'
import { checkCodes, wantedOfParty } from './codes.ts'
import { seeCase } from './case-file.ts'
import { addHandles } from './handles.ts'
import { caseRef } from './holds.ts'
import { partyRow, personalOf } from './opening.ts'

type Brought = Pick<OpenCase, 'aliases' | 'parties'>

/** Asks whether the actor may; adds what is new in one entry and leaves alone what is there. */
export async function addToCase(cx: Cx, root: string, brought: Brought): Promise<void> {
  const file = await seeCase(cx, root, { lock: true })
  cx.allow(file)
  refuseUnless(mustBeOpen(file))
  const there = await cx.tx.one<{ numbers: string[]; parties: string[] }>(sql`
    select coalesce((select array_agg(a.kind || ' ' || a.text) from cases.alias a where a.root = ${root}), '{}') as numbers,
           coalesce((select array_agg(distinct p.party::text) from cases.party p where p.root = ${root}), '{}') as parties`)
  const known = new Set(
    there.numbers.map((n) => n.slice(0, n.indexOf(' ')) + normaliseNumber(n.slice(n.indexOf(' ')))),
  )
  const aliases = (brought.aliases ?? []).filter((a) => !known.has(a.kind + normaliseNumber(a.text)))
  const parties = (brought.parties ?? []).filter((p) => !p.id || !there.parties.includes(p.id))
  if (aliases.length + parties.length === 0) return
  await checkCodes(cx, [
    ...aliases.map((a) => ['number-kind', a.kind] as const),
    ...parties.flatMap((p) => wantedOfParty(p)),
  ])
  const drafts = []
  for (const input of parties) {
    const value = personalOf(input)
    drafts.push({ id: input.id ?? cx.newId(), input, value, kept: await keepParty(cx, root, value) })
  }
  const on = file.offence_on ?? cx.now.slice(0, 10)
  await cx.record({
    subject: caseRef(root),
    root,
    facts: { numbers: aliases.map((a) => a.kind), parties: drafts.map((d) => d.id) },
    rows: {
      ...(aliases.length > 0
        ? { 'cases.alias': aliases.map((a) => ({ id: cx.newId(), root, kind: a.kind, text: a.text })) }
        : {}),
      ...(drafts.length > 0 ? { 'cases.party': drafts.map((d) => partyRow(cx, root, d, on)) } : {}),
    },
  })
  await addHandles(
    cx,
    aliases.map((a) => ({ text: a.text, kind: a.kind, subject: caseRef(root), root, label: file.number })),
  )
  for (const d of drafts) await followParty(cx, root, file.number, d)
}
