/** The operations of death. */
import type { Module } from '#platform/cx.ts'
import { plain } from '#platform/define.ts'
import { acceptJurisdiction } from './operations/accept-jurisdiction.ts'
import { calls } from './operations/calls.ts'
import { changeAuthority } from './operations/change-authority.ts'
import { confirmMatch } from './operations/confirm-match.ts'
import { countBodies } from './operations/count-bodies.ts'
import { declineJurisdiction } from './operations/decline-jurisdiction.ts'
import { describeBody } from './operations/describe-body.ts'
import { excludeMatch } from './operations/exclude-match.ts'
import { exhumeBody } from './operations/exhume-body.ts'
import { freeBody } from './operations/free-body.ts'
import { getDeath } from './operations/get-death.ts'
import { holdBody } from './operations/hold-body.ts'
import { identifyDecedent } from './operations/identify-decedent.ts'
import { inventoryEffects } from './operations/inventory-effects.ts'
import { markUnclaimed } from './operations/mark-unclaimed.ts'
import { matchCandidates } from './operations/match-candidates.ts'
import { missingPersons } from './operations/missing-persons.ts'
import { morgueBoard } from './operations/morgue-board.ts'
import { moveBody } from './operations/move-body.ts'
import { movingPlan } from './operations/moving-plan.ts'
import { proposeMatch } from './operations/propose-match.ts'
import { receiveBody } from './operations/receive-body.ts'
import { recordBurial } from './operations/record-burial.ts'
import { recordHospitalAnswer } from './operations/record-hospital-answer.ts'
import { recordNotification } from './operations/record-notification.ts'
import { recordPaper } from './operations/record-paper.ts'
import { recordPlace } from './operations/record-place.ts'
import { recordTemperature } from './operations/record-temperature.ts'
import { registerMissing } from './operations/register-missing.ts'
import { releaseBody } from './operations/release-body.ts'
import { releaseEffects } from './operations/release-effects.ts'
import { requestHospitalSpecimen } from './operations/request-hospital-specimen.ts'
import { requestMedicalRecords } from './operations/request-medical-records.ts'
import { takeCall } from './operations/take-call.ts'
import { wristband } from './operations/wristband.ts'
import { derived } from './store/standing.ts'

export const death: Module = {
  name: 'death',
  operations: [
    plain(acceptJurisdiction),
    plain(calls),
    plain(changeAuthority),
    plain(confirmMatch),
    plain(countBodies),
    plain(declineJurisdiction),
    plain(describeBody),
    plain(excludeMatch),
    plain(exhumeBody),
    plain(freeBody),
    plain(getDeath),
    plain(holdBody),
    plain(identifyDecedent),
    plain(inventoryEffects),
    plain(markUnclaimed),
    plain(matchCandidates),
    plain(missingPersons),
    plain(morgueBoard),
    plain(moveBody),
    plain(movingPlan),
    plain(proposeMatch),
    plain(receiveBody),
    plain(recordBurial),
    plain(recordHospitalAnswer),
    plain(recordNotification),
    plain(recordPaper),
    plain(recordPlace),
    plain(recordTemperature),
    plain(registerMissing),
    plain(releaseBody),
    plain(releaseEffects),
    plain(requestHospitalSpecimen),
    plain(requestMedicalRecords),
    plain(takeCall),
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
    missing_pkey: 'death.id-in-use',
    identity_pkey: 'death.id-in-use',
    count_pkey: 'death.id-in-use',
  },
  derived,
}
