/** The operations of death. */
import type { Module } from '#platform/cx.ts'
import { plain } from '#platform/define.ts'
import { acceptJurisdiction } from './operations/accept-jurisdiction.ts'
import { calls } from './operations/calls.ts'
import { changeAuthority } from './operations/change-authority.ts'
import { declineJurisdiction } from './operations/decline-jurisdiction.ts'
import { getDeath } from './operations/get-death.ts'
import { recordHospitalAnswer } from './operations/record-hospital-answer.ts'
import { recordNotification } from './operations/record-notification.ts'
import { recordPlace } from './operations/record-place.ts'
import { requestHospitalSpecimen } from './operations/request-hospital-specimen.ts'
import { requestMedicalRecords } from './operations/request-medical-records.ts'
import { takeCall } from './operations/take-call.ts'
import { derived } from './store/standing.ts'

export const death: Module = {
  name: 'death',
  operations: [
    plain(acceptJurisdiction),
    plain(calls),
    plain(changeAuthority),
    plain(declineJurisdiction),
    plain(getDeath),
    plain(recordHospitalAnswer),
    plain(recordNotification),
    plain(recordPlace),
    plain(requestHospitalSpecimen),
    plain(requestMedicalRecords),
    plain(takeCall),
  ],
  constraints: {
    call_pkey: 'death.id-in-use',
    death_call_number: 'somebody-was-faster',
    death_number: 'somebody-was-faster',
    death_jurisdiction_order: 'somebody-was-faster',
    death_place_order: 'somebody-was-faster',
    death_answered_once: 'death.answered-already',
  },
  derived,
}
