/**
 * Destroys what is kept of a party, by order of law: its rows and search handles, every personal value of the case that says its name
 * (rows of an import, announcements, notes, questions), and, where the order says so, the name in other records and the bytes of papers.
 */
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { digestsAfter, strikeRows } from '#ledger/striking.ts'
import { destroyRows, emptyValues } from '#ledger/vault.ts'
import { forgetAnswersOf } from '#platform/remembered.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { Done, ExpungeParty } from '../contract.ts'
import { follow, newestParty } from '../store/changes.ts'
import { type CaseRow, seeCase } from '../store/case-file.ts'
import {
  type Paper,
  dropHandlesNaming,
  namesOfParty,
  papersNaming,
  rootsOf,
  rowsNaming,
  usedElsewhere,
} from '../store/expunging.ts'
import { addHandles, dropHandles, dropPartyHandles } from '../store/handles.ts'
import { caseRef, holdsOfRoot } from '../store/holds.ts'
import { partyRowsOf, valuesThatName } from '../store/readings.ts'

export const expungeParty = command({
  name: 'cases.expunge-party',
  summary: 'Destroys what is kept of a party, by order of law.',
  who: ['director', 'quality-manager'],
  reason: 'required',
  stepUp: true,
  input: ExpungeParty,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const { party } = await newestParty(cx, file.root, input.party)
    const legal = (await holdsOfRoot(cx, file.root)).find((h) => h.kind === 'legal' || h.kind === 'appeal')
    refuseUnless(unless(legal === undefined, no('cases.expunge-held', {}, 'cases.next-lift-hold')))
    const rows = await partyRowsOf(cx, file.root, party)
    const said = await valuesThatName(cx, file.root, party)
    const names = await namesOfParty(cx, file.root, party)
    const roots = await rootsOf(cx, file.root)
    const struck = await chosenRows(cx, roots, names, input.strike ?? [])
    const papers = await chosenPapers(cx, file.root, names, input.papers ?? [])
    const id = cx.newId()
    const expunction = {
      id,
      root: file.root,
      party: input.party,
      authority: input.authority,
      destroyed: rows.length,
    }
    const gone: CoveredRow[] = papers.map((p) => ({ id: cx.newId(), root: file.root, document: p.id }))
    const subject = caseRef(file.id)
    // What stands under a root of its own (an announcement) is struck by an entry of that root.
    const elsewhere = roots.filter((root) => root !== file.root && struck.some((s) => s.root === root))
    const [entry] = await cx.record(
      {
        subject,
        root: file.root,
        facts: {
          party: input.party,
          authority: input.authority,
          destroyed: rows.length,
          emptied: said,
          struck: digestsAfter(struck.filter((s) => s.root === file.root)),
          papers: papers.map((p) => p.file),
        },
        rows: {
          'cases.expunction': [expunction],
          ...(gone.length > 0 ? { 'cases.paper_destroyed': gone } : {}),
        },
      },
      ...elsewhere.map((root) => ({
        subject,
        root,
        facts: { struck: digestsAfter(struck.filter((s) => s.root === root)) },
      })),
    )
    await destroyRows(cx, 'cases.party', rows, entry)
    await emptyValues(cx, said)
    await strikeRows(cx, roots, struck)
    for (const paper of papers) await cx.ground.queue(cx.tx, 'cases.destroy-paper', { file: paper.file })
    await forgetAnswersOf(cx, file.root)
    await dropPartyHandles(cx, file.root, party)
    await findAgain(cx, file, roots, names)
    return { id }
  },
})

type Names = readonly (readonly string[])[]

/** The rows that were chosen, as they say the name now; a row that does not is not struck. */
async function chosenRows(
  cx: Cx,
  roots: readonly string[],
  names: Names,
  chosen: readonly { table: string; id: string }[],
) {
  if (chosen.length === 0) return []
  const wanted = new Set(chosen.map((c) => `${c.table}/${c.id}`))
  const rows = (await rowsNaming(cx, roots, names)).filter((r) =>
    wanted.has(`${r.table.name}/${String(r.row.id)}`),
  )
  if (rows.length !== wanted.size) throw notFound()
  return rows
}

async function chosenPapers(
  cx: Cx,
  root: string,
  names: Names,
  chosen: readonly string[],
): Promise<readonly Paper[]> {
  if (chosen.length === 0) return []
  const papers = (await papersNaming(cx, root, names)).filter((p) => chosen.includes(p.id))
  if (papers.length !== new Set(chosen).size) throw notFound()
  for (const paper of papers)
    refuseUnless(
      unless(
        !(await usedElsewhere(cx, paper.file, chosen)),
        no('cases.paper-elsewhere', { name: paper.name }, 'cases.next-paper-elsewhere'),
      ),
    )
  return papers
}

async function findAgain(cx: Cx, file: CaseRow, roots: readonly string[], names: Names): Promise<void> {
  await dropHandlesNaming(cx, roots, names)
  await follow(cx, file.root)
  const { title } = await seeCase(cx, file.id)
  await dropHandles(cx, caseRef(file.id), 'title')
  await addHandles(cx, [
    { text: title, kind: 'title', subject: caseRef(file.id), root: file.root, label: file.number },
  ])
}
