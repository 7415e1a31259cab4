/** The operations of quality. */
import type { Module } from '#platform/cx.ts'
import { standingQuality } from './store/laboratory.ts'
import { plain } from '#platform/define.ts'
import { affectedBy } from './operations/affected-by.ts'
import { authorisePerson } from './operations/authorise-person.ts'
import { clauseEvidence } from './operations/clause-evidence.ts'
import { endDeviation } from './operations/end-deviation.ts'
import { getMethod } from './operations/get-method.ts'
import { grantDeviation } from './operations/grant-deviation.ts'
import { issueMethodVersion } from './operations/issue-method-version.ts'
import { listDeviations } from './operations/list-deviations.ts'
import { listEquipment } from './operations/list-equipment.ts'
import { listLots } from './operations/list-lots.ts'
import { listMethods } from './operations/list-methods.ts'
import { listNonconformities } from './operations/list-nonconformities.ts'
import { lotHistory } from './operations/lot-history.ts'
import { raiseNonconformity } from './operations/raise-nonconformity.ts'
import { receiveLot } from './operations/receive-lot.ts'
import { recordCalibration } from './operations/record-calibration.ts'
import { recordCompetence } from './operations/record-competence.ts'
import { registerEquipment } from './operations/register-equipment.ts'
import { registerMethod } from './operations/register-method.ts'
import { returnToService } from './operations/return-to-service.ts'
import { takeOutOfService } from './operations/take-out-of-service.ts'
import { verifyLot } from './operations/verify-lot.ts'
import { whatIsDue } from './operations/what-is-due.ts'
import { whoMayDo } from './operations/who-may-do.ts'
import { withdrawAuthorisation } from './operations/withdraw-authorisation.ts'
import { withdrawLot } from './operations/withdraw-lot.ts'

export const quality: Module = {
  name: 'quality',
  laboratory: standingQuality,
  operations: [
    plain(registerMethod),
    plain(issueMethodVersion),
    plain(authorisePerson),
    plain(withdrawAuthorisation),
    plain(recordCompetence),
    plain(registerEquipment),
    plain(recordCalibration),
    plain(takeOutOfService),
    plain(returnToService),
    plain(receiveLot),
    plain(verifyLot),
    plain(withdrawLot),
    plain(grantDeviation),
    plain(endDeviation),
    plain(raiseNonconformity),
    plain(getMethod),
    plain(listMethods),
    plain(whoMayDo),
    plain(listEquipment),
    plain(listLots),
    plain(listDeviations),
    plain(listNonconformities),
    plain(lotHistory),
    plain(whatIsDue),
    plain(affectedBy),
    plain(clauseEvidence),
  ],
  constraints: {
    quality_method_code: 'quality.method-code-taken',
    quality_method_version_number: 'quality.version-taken',
    quality_equipment_code: 'quality.equipment-code-taken',
    quality_lot_number: 'quality.lot-taken',
    quality_service_seq: 'somebody-was-faster',
    quality_lot_step_seq: 'somebody-was-faster',
    quality_withdrawn_once: 'quality.withdrawn-already',
    quality_deviation_step_once: 'somebody-was-faster',
    quality_nonconformity_number: 'somebody-was-faster',
    method_pkey: 'quality.there-already',
    method_version_pkey: 'quality.there-already',
    equipment_pkey: 'quality.there-already',
    calibration_pkey: 'quality.there-already',
    lot_pkey: 'quality.there-already',
  },
}
