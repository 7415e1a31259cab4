/** The operations of scenes. */
import type { Module } from '#platform/cx.ts'
import { plain } from '#platform/define.ts'
import { addMeasurement } from './operations/add-measurement.ts'
import { addPhotograph } from './operations/add-photograph.ts'
import { addSketch } from './operations/add-sketch.ts'
import { allocateLabels } from './operations/allocate-labels.ts'
import { amendSceneRecord } from './operations/amend-scene-record.ts'
import { announceCollected } from './operations/announce-collected.ts'
import { annotatePhotograph } from './operations/annotate-photograph.ts'
import { arrive } from './operations/arrive.ts'
import { bays } from './operations/bays.ts'
import { bookBay } from './operations/book-bay.ts'
import { cancelBay } from './operations/cancel-bay.ts'
import { callOuts } from './operations/call-outs.ts'
import { collectItem } from './operations/collect-item.ts'
import { completeChecklist } from './operations/complete-checklist.ts'
import { contactSheet } from './operations/contact-sheet.ts'
import { correctEntry } from './operations/correct-entry.ts'
import { declineCallOut } from './operations/decline-call-out.ts'
import { dispatch } from './operations/dispatch.ts'
import { examineVehicle } from './operations/examine-vehicle.ts'
import { findAttendances } from './operations/find-attendances.ts'
import { getAttendance } from './operations/get-attendance.ts'
import { labelSheet } from './operations/label-sheet.ts'
import { leaveScene } from './operations/leave-scene.ts'
import { liftPrint } from './operations/lift-print.ts'
import { logEntry } from './operations/log-entry.ts'
import { markEvidence } from './operations/mark-evidence.ts'
import { onCall } from './operations/on-call.ts'
import { openAttendance } from './operations/open-attendance.ts'
import { photograph } from './operations/photograph.ts'
import { photographs } from './operations/photographs.ts'
import { publishRoster } from './operations/publish-roster.ts'
import { receiveCallOut } from './operations/receive-call-out.ts'
import { recordIdentity } from './operations/record-identity.ts'
import { recordStatement } from './operations/record-statement.ts'
import { releaseVehicle } from './operations/release-vehicle.ts'
import { sceneRecord } from './operations/scene-record.ts'
import { settleConflict } from './operations/settle-conflict.ts'
import { sideCar } from './operations/side-car.ts'
import { signSceneRecord } from './operations/sign-scene-record.ts'
import { sketchFile } from './operations/sketch-file.ts'
import { statementFile } from './operations/statement-file.ts'
import { thumbnail } from './operations/thumbnail.ts'
import { checkFixity } from './operations/check-fixity.ts'
import { fixityReports } from './operations/fixity-reports.ts'
import { paperForm } from './operations/paper-form.ts'
import { printForm } from './operations/print-form.ts'
import { proveFiles } from './operations/prove-files.ts'
import { readForm } from './operations/read-form.ts'
import { whatIsMissing } from './operations/what-is-missing.ts'
import { fixityTask, recount } from './recounting.ts'
import { derived } from './store/attendances.ts'

export const scenes: Module = {
  name: 'scenes',
  operations: [
    plain(receiveCallOut),
    plain(dispatch),
    plain(declineCallOut),
    plain(publishRoster),
    plain(callOuts),
    plain(onCall),
    plain(openAttendance),
    plain(arrive),
    plain(logEntry),
    plain(completeChecklist),
    plain(markEvidence),
    plain(addPhotograph),
    plain(annotatePhotograph),
    plain(addSketch),
    plain(addMeasurement),
    plain(collectItem),
    plain(liftPrint),
    plain(announceCollected),
    plain(recordStatement),
    plain(recordIdentity),
    plain(bookBay),
    plain(cancelBay),
    plain(examineVehicle),
    plain(releaseVehicle),
    plain(bays),
    plain(leaveScene),
    plain(correctEntry),
    plain(settleConflict),
    plain(signSceneRecord),
    plain(amendSceneRecord),
    plain(allocateLabels),
    plain(findAttendances),
    plain(getAttendance),
    plain(photographs),
    plain(photograph),
    plain(thumbnail),
    plain(contactSheet),
    plain(sideCar),
    plain(sketchFile),
    plain(statementFile),
    plain(sceneRecord),
    plain(labelSheet),
    plain(checkFixity),
    plain(fixityReports),
    plain(paperForm),
    plain(printForm),
    plain(readForm),
    plain(proveFiles),
    plain(whatIsMissing),
  ],
  constraints: {
    scenes_attendance_number: 'somebody-was-faster',
    scenes_attendance_step_order: 'somebody-was-faster',
    scenes_call_out_step_order: 'somebody-was-faster',
    scenes_photograph_order: 'somebody-was-faster',
    scenes_sketch_order: 'somebody-was-faster',
    scenes_record_version: 'somebody-was-faster',
    scenes_label_code: 'somebody-was-faster',
    scenes_paper_form_code: 'somebody-was-faster',
    scenes_bay_step_order: 'somebody-was-faster',
  },
  derived,
  tasks: { [fixityTask]: recount },
}
