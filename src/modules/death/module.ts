/** The operations of death. */
import type { Module } from '#platform/cx.ts'
import { plain } from '#platform/define.ts'
import { acceptJurisdiction } from './call/operations/accept-jurisdiction.ts'
import { acknowledgeResults } from './examination/operations/acknowledge-results.ts'
import { addNumber } from './inquiry/operations/add-number.ts'
import { addPicture } from './examination/operations/add-picture.ts'
import { addRelative } from './certification/operations/add-relative.ts'
import { correctRelative } from './certification/operations/correct-relative.ts'
import { ageing } from './examination/operations/ageing.ts'
import { answerDoubt } from './certification/operations/answer-doubt.ts'
import { calls } from './call/operations/calls.ts'
import { certifyCause } from './certification/operations/certify-cause.ts'
import { changeAuthority } from './call/operations/change-authority.ts'
import { clearCremation } from './morgue/operations/clear-cremation.ts'
import { confirmMatch } from './identity/operations/confirm-match.ts'
import { countBodies } from './morgue/operations/count-bodies.ts'
import { declineJurisdiction } from './call/operations/decline-jurisdiction.ts'
import { describeBody } from './identity/operations/describe-body.ts'
import { doubts } from './certification/operations/doubts.ts'
import { excludeMatch } from './identity/operations/exclude-match.ts'
import { exhumeBody } from './morgue/operations/exhume-body.ts'
import { finishExamination } from './examination/operations/finish-examination.ts'
import { withdrawExamination } from './examination/operations/withdraw-examination.ts'
import { freeBody } from './morgue/operations/free-body.ts'
import { getDeath } from './page/operations/get-death.ts'
import { getExamination } from './examination/operations/get-examination.ts'
import { giveManner } from './certification/operations/give-manner.ts'
import { holdBody } from './morgue/operations/hold-body.ts'
import { identifyDecedent } from './identity/operations/identify-decedent.ts'
import { inventoryEffects } from './morgue/operations/inventory-effects.ts'
import { markDiagram } from './examination/operations/mark-diagram.ts'
import { markUnclaimed } from './morgue/operations/mark-unclaimed.ts'
import { matchCandidates } from './identity/operations/match-candidates.ts'
import { missingPersons } from './identity/operations/missing-persons.ts'
import { morgueBoard } from './morgue/operations/morgue-board.ts'
import { moveBody } from './morgue/operations/move-body.ts'
import { movingPlan } from './morgue/operations/moving-plan.ts'
import { notifyRelative } from './certification/operations/notify-relative.ts'
import { orderExamination } from './examination/operations/order-examination.ts'
import { orderToxicology } from './examination/operations/order-toxicology.ts'
import { pendingBecause } from './examination/operations/pending-because.ts'
import { picture } from './examination/operations/picture.ts'
import { proposeMatch } from './identity/operations/propose-match.ts'
import { radiographFrame } from './examination/operations/radiograph-frame.ts'
import { receiveBody } from './morgue/operations/receive-body.ts'
import { recordBurial } from './morgue/operations/record-burial.ts'
import { recordFinding } from './examination/operations/record-finding.ts'
import { recordHospitalAnswer } from './call/operations/record-hospital-answer.ts'
import { recordInquiry } from './inquiry/operations/record-inquiry.ts'
import { recordNotification } from './call/operations/record-notification.ts'
import { recordOrgan } from './examination/operations/record-organ.ts'
import { recordPaper } from './morgue/operations/record-paper.ts'
import { recordPlace } from './call/operations/record-place.ts'
import { recordTemperature } from './morgue/operations/record-temperature.ts'
import { recordVerdict } from './certification/operations/record-verdict.ts'
import { recordViewing } from './certification/operations/record-viewing.ts'
import { recoverItem } from './examination/operations/recover-item.ts'
import { referToInquest } from './certification/operations/refer-to-inquest.ts'
import { registerMissing } from './identity/operations/register-missing.ts'
import { releaseBody } from './morgue/operations/release-body.ts'
import { releaseEffects } from './morgue/operations/release-effects.ts'
import { requestHospitalSpecimen } from './call/operations/request-hospital-specimen.ts'
import { requestMedicalRecords } from './call/operations/request-medical-records.ts'
import { returnOrgan } from './examination/operations/return-organ.ts'
import { reviewExamination } from './examination/operations/review-examination.ts'
import { startExamination } from './examination/operations/start-examination.ts'
import { takeCall } from './call/operations/take-call.ts'
import { takeSpecimen } from './examination/operations/take-specimen.ts'
import { tally } from './certification/operations/tally.ts'
import { wristband } from './morgue/operations/wristband.ts'
import { certificateFile } from './page/operations/certificate-file.ts'
import { certificates } from './page/operations/certificates.ts'
import { emergencyPackFile } from './page/operations/emergency-pack-file.ts'
import { emergencyPacks } from './page/operations/emergency-packs.ts'
import { makeEmergencyPack } from './page/operations/make-emergency-pack.ts'
import { receiveCertificate } from './page/operations/receive-certificate.ts'
import { recordsFor } from './page/operations/records-for.ts'
import { settleCertificate } from './page/operations/settle-certificate.ts'
import { derived } from './call/store/standing.ts'

export const death: Module = {
  name: 'death',
  operations: [
    plain(acceptJurisdiction),
    plain(acknowledgeResults),
    plain(addNumber),
    plain(addPicture),
    plain(addRelative),
    plain(correctRelative),
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
    plain(withdrawExamination),
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
    plain(recordInquiry),
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
    plain(certificateFile),
    plain(certificates),
    plain(emergencyPackFile),
    plain(emergencyPacks),
    plain(makeEmergencyPack),
    plain(receiveCertificate),
    plain(recordsFor),
    plain(settleCertificate),
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
    certificate_pkey: 'death.id-in-use',
    pack_pkey: 'death.id-in-use',
    death_certificate_file: 'death.certificate-elsewhere',
    death_certificate_called: 'death.certificate-elsewhere',
    death_certificate_settled_once: 'death.certificate-decided',
    death_sheet_entered_once: 'somebody-was-faster',
  },
  derived,
}
