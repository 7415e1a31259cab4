/** The operations of cases, and how its derived tables are computed again. */
import { destroyFile } from '#platform/destroying.ts'
import type { Module } from '#platform/cx.ts'
import { usesOfRules } from './store/uses.ts'
import { plain } from '#platform/define.ts'
import { accessAsked } from './operations/access-asked.ts'
import { addAlias } from './operations/add-alias.ts'
import { addDocument } from './operations/add-document.ts'
import { addNote } from './operations/add-note.ts'
import { addOffence } from './operations/add-offence.ts'
import { addParty } from './operations/add-party.ts'
import { assignTask } from './operations/assign-task.ts'
import { batches } from './operations/batches.ts'
import { caseAsKnown } from './operations/case-as-known.ts'
import { caseCompleteness } from './operations/case-completeness.ts'
import { caseTimeline } from './operations/case-timeline.ts'
import { changeInvestigator } from './operations/change-investigator.ts'
import { changeTogether } from './operations/change-together.ts'
import { clearHazard } from './operations/clear-hazard.ts'
import { closeCase } from './operations/close-case.ts'
import { completeTask } from './operations/complete-task.ts'
import { correctCase } from './operations/correct-case.ts'
import { correctParty } from './operations/correct-party.ts'
import { counts } from './operations/counts.ts'
import { declineAccess } from './operations/decline-access.ts'
import { documentFile } from './operations/document-file.ts'
import { endAccess } from './operations/end-access.ts'
import { expungeParty } from './operations/expunge-party.ts'
import { findAnything } from './operations/find-anything.ts'
import { findCases } from './operations/find-cases.ts'
import { findParty } from './operations/find-party.ts'
import { getBatch } from './operations/get-batch.ts'
import { flagHazard } from './operations/flag-hazard.ts'
import { getCase } from './operations/get-case.ts'
import { giveAccess } from './operations/give-access.ts'
import { history } from './operations/history.ts'
import { identifyParty } from './operations/identify-party.ts'
import { liftHold } from './operations/lift-hold.ts'
import { markDuplicate } from './operations/mark-duplicate.ts'
import { myAccessAsks } from './operations/my-access-asks.ts'
import { myTasks } from './operations/my-tasks.ts'
import { openCase } from './operations/open-case.ts'
import { placeHold } from './operations/place-hold.ts'
import { putBack } from './operations/put-back.ts'
import { recordAppeal } from './operations/record-appeal.ts'
import { recordCharge } from './operations/record-charge.ts'
import { recordCommunication } from './operations/record-communication.ts'
import { recordCourtOutcome } from './operations/record-court-outcome.ts'
import { recordHearing } from './operations/record-hearing.ts'
import { relateCases } from './operations/relate-cases.ts'
import { relatedCases } from './operations/related-cases.ts'
import { reopenCase } from './operations/reopen-case.ts'
import { requestAccess } from './operations/request-access.ts'
import { restrictCase } from './operations/restrict-case.ts'
import { sealCase } from './operations/seal-case.ts'
import { setIncident } from './operations/set-incident.ts'
import { setPriority } from './operations/set-priority.ts'
import { tryBatch } from './operations/try-batch.ts'
import { unmaskParty } from './operations/unmask-party.ts'
import { unsealCase } from './operations/unseal-case.ts'
import { whereNamed } from './operations/where-named.ts'
import { onAccessAsked } from './reactions/on-access-asked.ts'
import { progressSql } from './store/holds.ts'
import { roots } from './store/roots.ts'
import { sortHandles } from './store/handles.ts'
import { monthCountSql, standingSql } from './store/standing.ts'

export const cases: Module = {
  name: 'cases',
  uses: usesOfRules,
  operations: [
    plain(accessAsked),
    plain(addAlias),
    plain(addDocument),
    plain(addNote),
    plain(addOffence),
    plain(addParty),
    plain(assignTask),
    plain(batches),
    plain(caseAsKnown),
    plain(caseCompleteness),
    plain(caseTimeline),
    plain(changeInvestigator),
    plain(changeTogether),
    plain(clearHazard),
    plain(closeCase),
    plain(completeTask),
    plain(correctCase),
    plain(correctParty),
    plain(counts),
    plain(declineAccess),
    plain(documentFile),
    plain(endAccess),
    plain(expungeParty),
    plain(findAnything),
    plain(findCases),
    plain(findParty),
    plain(getBatch),
    plain(flagHazard),
    plain(getCase),
    plain(giveAccess),
    plain(history),
    plain(identifyParty),
    plain(liftHold),
    plain(markDuplicate),
    plain(myAccessAsks),
    plain(myTasks),
    plain(openCase),
    plain(placeHold),
    plain(putBack),
    plain(recordAppeal),
    plain(recordCharge),
    plain(recordCommunication),
    plain(recordCourtOutcome),
    plain(recordHearing),
    plain(relateCases),
    plain(relatedCases),
    plain(reopenCase),
    plain(requestAccess),
    plain(restrictCase),
    plain(sealCase),
    plain(setIncident),
    plain(setPriority),
    plain(tryBatch),
    plain(unmaskParty),
    plain(unsealCase),
    plain(whereNamed),
  ],
  reactions: [onAccessAsked],
  followers: [{ name: 'cases.sort-handles', run: sortHandles }],
  constraints: {
    cases_batch_undone_once: 'cases.batch-over',
    cases_case_number: 'cases.number-taken',
    cases_withdrawn: 'cases.withdrawn',
    cases_withdrawn_once: 'cases.withdrawn',
    cases_case_pkey: 'cases.already-there',
    case_pkey: 'cases.already-there',
    cases_hold_lifted_once: 'cases.hold-already-lifted',
    cases_hazard_newest: 'somebody-was-faster',
    access_asked_pkey: 'cases.already-there',
    cases_access_declined_once: 'cases.asking-answered',
    cases_paper_destroyed_once: 'somebody-was-faster',
    cases_task_done_once: 'cases.task-already-done',
  },
  roots,
  tasks: {
    'cases.destroy-paper': (ground, payload) => destroyFile(ground, (payload as { file: string }).file),
  },
  derived: {
    'cases.standing': standingSql,
    'cases.month_count': monthCountSql,
    'cases.progress': progressSql,
  },
}
