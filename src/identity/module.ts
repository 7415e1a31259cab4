/** The operations of identity. */
import { plain } from '#platform/define.ts'
import type { Module } from '#platform/cx.ts'
import { accessDue } from './operations/access-due.ts'
import { addPasskey } from './operations/add-passkey.ts'
import { addPerson } from './operations/add-person.ts'
import { addPushDevice } from './operations/add-push-device.ts'
import { addUnit } from './operations/add-unit.ts'
import { agreementFile } from './operations/agreement-file.ts'
import { breakGlass } from './operations/break-glass.ts'
import { brokenGlass } from './operations/broken-glass.ts'
import { confirmRecovery } from './operations/confirm-recovery.ts'
import { declareConflict } from './operations/declare-conflict.ts'
import { delegate } from './operations/delegate.ts'
import { endAgreement } from './operations/end-agreement.ts'
import { endDelegation } from './operations/end-delegation.ts'
import { endLeave } from './operations/end-leave.ts'
import { endSessionOperation } from './operations/end-session.ts'
import { endTotp } from './operations/end-totp.ts'
import { enrolTotp } from './operations/enrol-totp.ts'
import { getPerson } from './operations/get-person.ts'
import { grantRole } from './operations/grant-role.ts'
import { findActs } from './operations/find-acts.ts'
import { explainRight } from './operations/explain-right.ts'
import { workAt } from './operations/work-at.ts'
import { invitePerson } from './operations/invite-person.ts'
import { offerAgreement } from './operations/offer-agreement.ts'
import { countersignAgreement } from './operations/countersign-agreement.ts'
import { myAgreements } from './operations/my-agreements.ts'
import { holdAgency } from './operations/hold-agency.ts'
import { issueToken } from './operations/issue-token.ts'
import { liftConflict } from './operations/lift-conflict.ts'
import { listAgencies } from './operations/list-agencies.ts'
import { listAgreements } from './operations/list-agreements.ts'
import { listMail } from './operations/list-mail.ts'
import { listPeople } from './operations/list-people.ts'
import { listUnits } from './operations/list-units.ts'
import { makeRecoveryCodes } from './operations/make-recovery-codes.ts'
import { myDuties } from './operations/my-duties.ts'
import { forgetView } from './operations/forget-view.ts'
import { keepView } from './operations/keep-view.ts'
import { myNotices } from './operations/my-notices.ts'
import { myViews } from './operations/my-views.ts'
import { myPasskeys } from './operations/my-passkeys.ts'
import { myPushDevices } from './operations/my-push-devices.ts'
import { mySessions } from './operations/my-sessions.ts'
import { myTokens } from './operations/my-tokens.ts'
import { openRecoveries } from './operations/open-recoveries.ts'
import { passkeyChallenge } from './operations/passkey-challenge.ts'
import { putAwayNotices } from './operations/put-away-notices.ts'
import { readLog } from './operations/read-log.ts'
import { recordDeparture } from './operations/record-departure.ts'
import { recordLeave } from './operations/record-leave.ts'
import { recoverAccount } from './operations/recover-account.ts'
import { registerAgency } from './operations/register-agency.ts'
import { reinstatePerson } from './operations/reinstate-person.ts'
import { removePasskey } from './operations/remove-passkey.ts'
import { removePushDevice } from './operations/remove-push-device.ts'
import { requireSecondFactor } from './operations/require-second-factor.ts'
import { reviewAccess } from './operations/review-access.ts'
import { reviewGlass } from './operations/review-glass.ts'
import { revokeToken } from './operations/revoke-token.ts'
import { sendMailAgain } from './operations/send-mail-again.ts'
import { setHeadRecipients } from './operations/set-head-recipients.ts'
import { setPassword } from './operations/set-password.ts'
import { setPin } from './operations/set-pin.ts'
import { signAgreement } from './operations/sign-agreement.ts'
import { signInChallenge } from './operations/sign-in-challenge.ts'
import { signIn } from './operations/sign-in.ts'
import { signInRules } from './operations/sign-in-rules.ts'
import { beginSignOn } from './operations/begin-sign-on.ts'
import { linkSignOn } from './operations/link-sign-on.ts'
import { signOnProvider } from './operations/sign-on-provider.ts'
import { signOn } from './operations/sign-on.ts'
import { unlinkSignOn } from './operations/unlink-sign-on.ts'
import { signOut } from './operations/sign-out.ts'
import { startRecovery } from './operations/start-recovery.ts'
import { stepUp } from './operations/step-up.ts'
import { suspendPerson } from './operations/suspend-person.ts'
import { whoAmI } from './operations/who-am-i.ts'
import { withdrawRecovery } from './operations/withdraw-recovery.ts'
import { withdrawRole } from './operations/withdraw-role.ts'
import { pushTask, sendPushTask } from './push.ts'
import { answerClaim } from './operations/answer-claim.ts'
import { listDeviceKeys } from './operations/list-device-keys.ts'
import { myClaims } from './operations/my-claims.ts'
import { presentClaim } from './operations/present-claim.ts'
import { recoverDevice } from './operations/recover-device.ts'
import { registerDeviceKey } from './operations/register-device-key.ts'
import { settleClaim } from './operations/settle-claim.ts'
import { withdrawDeviceKey } from './operations/withdraw-device-key.ts'
import { performClaims } from './claims.ts'
import { claimSql } from './store/claims.ts'
import { readHeadSql } from './sealing-reads.ts'
import { sightSql } from './sight.ts'
import { wallSql } from './store/walls.ts'

export const identity: Module = {
  name: 'identity',
  operations: [
    plain(accessDue),
    plain(addPasskey),
    plain(addPerson),
    plain(addPushDevice),
    plain(addUnit),
    plain(agreementFile),
    plain(breakGlass),
    plain(brokenGlass),
    plain(confirmRecovery),
    plain(declareConflict),
    plain(delegate),
    plain(endAgreement),
    plain(endDelegation),
    plain(endLeave),
    plain(endSessionOperation),
    plain(endTotp),
    plain(enrolTotp),
    plain(getPerson),
    plain(grantRole),
    plain(invitePerson),
    plain(offerAgreement),
    plain(countersignAgreement),
    plain(myAgreements),
    plain(holdAgency),
    plain(issueToken),
    plain(liftConflict),
    plain(listAgencies),
    plain(listAgreements),
    plain(listMail),
    plain(listPeople),
    plain(listUnits),
    plain(makeRecoveryCodes),
    plain(myDuties),
    plain(forgetView),
    plain(keepView),
    plain(workAt),
    plain(explainRight),
    plain(findActs),
    plain(myNotices),
    plain(myViews),
    plain(myPasskeys),
    plain(myPushDevices),
    plain(mySessions),
    plain(myTokens),
    plain(openRecoveries),
    plain(passkeyChallenge),
    plain(putAwayNotices),
    plain(readLog),
    plain(recordDeparture),
    plain(recordLeave),
    plain(recoverAccount),
    plain(registerAgency),
    plain(reinstatePerson),
    plain(removePasskey),
    plain(removePushDevice),
    plain(requireSecondFactor),
    plain(reviewAccess),
    plain(reviewGlass),
    plain(revokeToken),
    plain(sendMailAgain),
    plain(setHeadRecipients),
    plain(setPassword),
    plain(setPin),
    plain(signAgreement),
    plain(signInChallenge),
    plain(signIn),
    plain(signInRules),
    plain(signOnProvider),
    plain(beginSignOn),
    plain(signOn),
    plain(linkSignOn),
    plain(unlinkSignOn),
    plain(signOut),
    plain(startRecovery),
    plain(stepUp),
    plain(suspendPerson),
    plain(whoAmI),
    plain(withdrawRecovery),
    plain(withdrawRole),
    plain(answerClaim),
    plain(listDeviceKeys),
    plain(myClaims),
    plain(presentClaim),
    plain(recoverDevice),
    plain(registerDeviceKey),
    plain(settleClaim),
    plain(withdrawDeviceKey),
  ],
  constraints: {
    identity_claim_sequence: 'somebody-was-faster',
    identity_claim_outcome_order: 'somebody-was-faster',
    identity_device_key_sha256: 'identity.device-known',
    identity_device_key_ended: 'identity.device-ended',
    identity_sign_on_subject: 'identity.sign-on-linked',
    identity_sign_on_person: 'identity.sign-on-linked',
    identity_account_username: 'identity.username-taken',
    identity_agency_name: 'identity.agency-exists',
    identity_unit_code: 'identity.unit-code-exists',
    identity_withdrawn_once: 'identity.already-so',
    identity_conflict_lifted_once: 'identity.already-so',
    identity_absence_ended_once: 'identity.already-so',
    identity_agreement_offer_once: 'identity.already-so',
    agency_code: 'identity.agency-code-taken',
    identity_agreement_ended_once: 'identity.already-so',
    identity_glass_reviewed_once: 'identity.already-so',
    identity_recovery_step_once: 'identity.already-so',
  },
  derived: {
    'identity.wall': wallSql,
    'identity.sight': sightSql,
    'identity.claim_now': claimSql,
    'platform.read_head': readHeadSql,
  },
  tasks: {
    [sendPushTask]: pushTask(),
    'perform-claims': async (ground) => void (await performClaims(ground)),
  },
}
