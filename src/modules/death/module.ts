/** The operations of death. */
import type { Module } from '#platform/cx.ts'
import { plain } from '#platform/define.ts'
import { acceptJurisdiction } from './operations/accept-jurisdiction.ts'
import { acknowledgeResults } from './operations/acknowledge-results.ts'
import { addPicture } from './operations/add-picture.ts'
import { addRelative } from './operations/add-relative.ts'
import { ageing } from './operations/ageing.ts'
import { answerDoubt } from './operations/answer-doubt.ts'
import { calls } from './operations/calls.ts'
import { certifyCause } from './operations/certify-cause.ts'
import { changeAuthority } from './operations/change-authority.ts'
import { clearCremation } from './operations/clear-cremation.ts'
import { confirmMatch } from './operations/confirm-match.ts'
import { countBodies } from './operations/count-bodies.ts'
import { declineJurisdiction } from './operations/decline-jurisdiction.ts'
import { describeBody } from './operations/describe-body.ts'
import { doubts } from './operations/doubts.ts'
import { excludeMatch } from './operations/exclude-match.ts'
import { exhumeBody } from './operations/exhume-body.ts'
import { finishExamination } from './operations/finish-examination.ts'
import { freeBody } from './operations/free-body.ts'
import { getDeath } from './operations/get-death.ts'
import { getExamination } from './operations/get-examination.ts'
import { giveManner } from './operations/give-manner.ts'
import { holdBody } from './operations/hold-body.ts'
import { identifyDecedent } from './operations/identify-decedent.ts'
import { inventoryEffects } from './operations/inventory-effects.ts'
import { markDiagram } from './operations/mark-diagram.ts'
import { markUnclaimed } from './operations/mark-unclaimed.ts'
import { matchCandidates } from './operations/match-candidates.ts'
import { missingPersons } from './operations/missing-persons.ts'
import { morgueBoard } from './operations/morgue-board.ts'
import { moveBody } from './operations/move-body.ts'
import { movingPlan } from './operations/moving-plan.ts'
import { notifyRelative } from './operations/notify-relative.ts'
import { orderExamination } from './operations/order-examination.ts'
import { orderToxicology } from './operations/order-toxicology.ts'
import { pendingBecause } from './operations/pending-because.ts'
import { picture } from './operations/picture.ts'
import { proposeMatch } from './operations/propose-match.ts'
import { radiographFrame } from './operations/radiograph-frame.ts'
import { receiveBody } from './operations/receive-body.ts'
import { recordBurial } from './operations/record-burial.ts'
import { recordFinding } from './operations/record-finding.ts'
import { recordHospitalAnswer } from './operations/record-hospital-answer.ts'
import { recordNotification } from './operations/record-notification.ts'
import { recordOrgan } from './operations/record-organ.ts'
import { recordPaper } from './operations/record-paper.ts'
import { recordPlace } from './operations/record-place.ts'
import { recordTemperature } from './operations/record-temperature.ts'
import { recordVerdict } from './operations/record-verdict.ts'
import { recordViewing } from './operations/record-viewing.ts'
import { recoverItem } from './operations/recover-item.ts'
import { referToInquest } from './operations/refer-to-inquest.ts'
import { registerMissing } from './operations/register-missing.ts'
import { releaseBody } from './operations/release-body.ts'
import { releaseEffects } from './operations/release-effects.ts'
import { requestHospitalSpecimen } from './operations/request-hospital-specimen.ts'
import { requestMedicalRecords } from './operations/request-medical-records.ts'
import { returnOrgan } from './operations/return-organ.ts'
import { reviewExamination } from './operations/review-examination.ts'
import { startExamination } from './operations/start-examination.ts'
import { takeCall } from './operations/take-call.ts'
import { takeSpecimen } from './operations/take-specimen.ts'
import { tally } from './operations/tally.ts'
import { wristband } from './operations/wristband.ts'
import { derived } from './store/standing.ts'

export const death: Module = {
  name: 'death',
  operations: [
    plain(acceptJurisdiction),
    plain(acknowledgeResults),
    plain(addPicture),
    plain(addRelative),
    plain(ageing),
    plain(answerDoubt),
    plain(calls),
    plain(certifyCause),
    plain(changeAuthority),
    plain(clearCremation),
    plain(confirmMatch),
    plain(countBodies),
    plain(declineJurisdiction),
    plain(describeBody),
    plain(doubts),
    plain(excludeMatch),
    plain(exhumeBody),
    plain(finishExamination),
    plain(freeBody),
    plain(getDeath),
    plain(getExamination),
    plain(giveManner),
    plain(holdBody),
    plain(identifyDecedent),
    plain(inventoryEffects),
    plain(markDiagram),
    plain(markUnclaimed),
    plain(matchCandidates),
    plain(missingPersons),
    plain(morgueBoard),
    plain(moveBody),
    plain(movingPlan),
    plain(notifyRelative),
    plain(orderExamination),
    plain(orderToxicology),
    plain(pendingBecause),
    plain(picture),
    plain(proposeMatch),
    plain(radiographFrame),
    plain(receiveBody),
    plain(recordBurial),
    plain(recordFinding),
    plain(recordHospitalAnswer),
    plain(recordNotification),
    plain(recordOrgan),
    plain(recordPaper),
    plain(recordPlace),
    plain(recordTemperature),
    plain(recordVerdict),
    plain(recordViewing),
    plain(recoverItem),
    plain(referToInquest),
    plain(registerMissing),
    plain(releaseBody),
    plain(releaseEffects),
    plain(requestHospitalSpecimen),
    plain(requestMedicalRecords),
    plain(returnOrgan),
    plain(reviewExamination),
    plain(startExamination),
    plain(takeCall),
    plain(takeSpecimen),
    plain(tally),
    plain(wristband),
  ],
  constraints: {
    call_pkey: 'death.id-in-use',
    death_call_number: 'somebody-was-faster',
    death_number: 'somebody-was-faster',
    death_jurisdiction_order: 'somebody-was-faster',
    death_place_order: 'somebody-was-faster',
    death_answered_once: 'death.answered-already',
    death_one_body: 'death.body-here-already',
    death_body_thing: 'death.id-in-use',
    death_released_once: 'death.body-gone',
    death_effects_released_once: 'death.effects-gone',
    death_unclaimed_once: 'death.unclaimed-already',
    death_paper_order: 'somebody-was-faster',
    death_identity_order: 'somebody-was-faster',
    death_burial_order: 'somebody-was-faster',
    death_match_order: 'somebody-was-faster',
    death_missing_number: 'somebody-was-faster',
    death_examination_no: 'somebody-was-faster',
    death_examination_request: 'somebody-was-faster',
    death_examination_step_order: 'somebody-was-faster',
    death_finding_order: 'somebody-was-faster',
    death_wound_order: 'somebody-was-faster',
    death_organ_order: 'somebody-was-faster',
    death_specimen_thing: 'death.id-in-use',
    death_order_request: 'somebody-was-faster',
    death_cause_order: 'somebody-was-faster',
    death_manner_order: 'somebody-was-faster',
    death_inquest_order: 'somebody-was-faster',
    death_relative_order: 'death.id-in-use',
    examination_pkey: 'death.id-in-use',
    contact_pkey: 'death.id-in-use',
    lab_order_pkey: 'death.id-in-use',
    missing_pkey: 'death.id-in-use',
    identity_pkey: 'death.id-in-use',
    count_pkey: 'death.id-in-use',
  },
  derived,
}
