/** One case said to be another, which goes on, and that taken back: for the operation here, and for whoever compares what came with what is there. */
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { type Verdict, allOf } from '#kernel/verdict.ts'
import { mayMarkDuplicate } from '../rules.ts'
import type { CaseRow } from './case-file.ts'

/** A pair that points at each other would leave no case that goes on. */
export const mayBeDuplicate = (file: CaseRow, other: CaseRow): Verdict =>
  allOf(
    mayMarkDuplicate(file, other.id, file.id),
    mayMarkDuplicate(
      { ...other, duplicate_of: other.duplicate_of === file.id ? file.id : null },
      null,
      other.id,
    ),
  )

/** For the caller's entry, under `cases.relation`; after it is recorded the standing follows (`followCase`). */
export const duplicateRow = (
  cx: Pick<Cx, 'newId' | 'reason'>,
  file: CaseRow,
  other: CaseRow,
  is: boolean,
): CoveredRow => ({
  id: cx.newId(),
  root: file.root,
  other: other.id,
  kind: is ? 'duplicate-of' : 'no-duplicate',
  note: cx.reason,
})
