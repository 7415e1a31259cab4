/** One word written on many cases: each keeps an entry of its own in its chain, and one entry says how many, which word and why. */
import { ref } from '#kernel/shapes.ts'
import type { CoveredRow, Cx, NewEntry } from '#platform/cx.ts'
import type { What } from '../rules/batches.ts'
import type { BatchRow, Word } from './batches.ts'
import type { CaseRow } from './case-file.ts'
import { caseRef } from './holds.ts'
import { followInvestigator } from './sight.ts'
import { refreshStanding } from './standing.ts'

export const batchRef = (id: string) => ref('cases.batch', id)

/** A priority, or who investigates: one of the two is set. */
export interface Said {
  readonly priority?: number
  readonly person?: string | null
  readonly unit?: string | null
  readonly name?: string | null
}

interface Written {
  readonly id: string
  readonly what: What
  readonly word: string
  readonly undoes: string | null
  readonly to: (file: CaseRow) => Said
}

const rowOf = (b: Written, head: CoveredRow, said: Said): Record<string, readonly CoveredRow[]> =>
  b.what === 'priority'
    ? { 'cases.priority': [{ ...head, priority: said.priority ?? 3 }] }
    : {
        'cases.investigator': [
          { ...head, person: said.person ?? null, unit: said.unit ?? null, name: said.name ?? null },
        ],
      }

/** The caller has locked and asked; the reason is there (reason: 'required'). Whose a case is decides who sees it: that moves too. */
export async function writeBatch(
  cx: Cx,
  files: readonly CaseRow[],
  b: Written,
  now: ReadonlyMap<string, Word>,
): Promise<void> {
  const { id, what, word, undoes } = b
  const reason = cx.reason ?? ''
  const row = {
    id,
    what,
    word,
    cases: files.length,
    reason,
    at: cx.occurredAt,
    by_name: cx.actor.name,
    undoes,
  }
  const batch: NewEntry = {
    subject: batchRef(id),
    root: null,
    facts: { what, word, cases: files.length, undoes },
    rows: { 'cases.batch': [row] },
  }
  const each = files.map((file): NewEntry => {
    const { root } = file
    const held = now.get(root)
    const wrote = cx.newId()
    const said = b.to(file)
    const link = { id: cx.newId(), batch: id, root, wrote, before: held?.row ?? null }
    return {
      subject: caseRef(file.id),
      root,
      facts: { batch: id, what, to: said.priority ?? said.person ?? said.unit ?? null },
      rows: {
        ...rowOf(b, { id: wrote, root, seq: held?.seq ?? 1 }, said),
        'cases.batch_case': [link],
      },
    }
  })
  await cx.record(batch, ...each)
  if (what === 'investigator')
    for (const file of files) {
      const held = now.get(file.root)
      await followInvestigator(cx, file, { person: held?.person, unit: held?.office }, b.to(file))
    }
  await refreshStanding(
    cx,
    files.map((f) => f.root),
  )
}

/** A priority is said in the words of the worklist. */
export const nameOfWord = (cx: Pick<Cx, 'say'>, what: What, word: string, named: string | null): string =>
  what === 'priority' ? cx.say(`cases.priority-${word}`) : (named ?? word)

export const batchLine = (cx: Pick<Cx, 'say'>, b: BatchRow) => ({
  id: b.id,
  what: b.what,
  name: nameOfWord(cx, b.what, b.word, b.named),
  cases: b.cases,
  reason: b.reason,
  by: b.by_name,
  at: b.at,
  undoneBy: b.undone_by,
  undoes: b.undoes,
})
