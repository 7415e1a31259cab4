/** The operations of identity. */
import { plain } from '#platform/define.ts'
import type { Module } from '#platform/cx.ts'
import { addPerson } from './operations/add-person.ts'
import { addUnit } from './operations/add-unit.ts'
import { declareConflict } from './operations/declare-conflict.ts'
import { endSessionOperation } from './operations/end-session.ts'
import { enrolTotp } from './operations/enrol-totp.ts'
import { grantRole } from './operations/grant-role.ts'
import { issueToken } from './operations/issue-token.ts'
import { listAgencies } from './operations/list-agencies.ts'
import { listPeople } from './operations/list-people.ts'
import { listUnits } from './operations/list-units.ts'
import { mySessions } from './operations/my-sessions.ts'
import { readLog } from './operations/read-log.ts'
import { registerAgency } from './operations/register-agency.ts'
import { reinstatePerson } from './operations/reinstate-person.ts'
import { revokeToken } from './operations/revoke-token.ts'
import { setPassword } from './operations/set-password.ts'
import { setPin } from './operations/set-pin.ts'
import { signIn } from './operations/sign-in.ts'
import { signOut } from './operations/sign-out.ts'
import { stepUp } from './operations/step-up.ts'
import { suspendPerson } from './operations/suspend-person.ts'
import { addPasskey } from './operations/add-passkey.ts'
import { endTotp } from './operations/end-totp.ts'
import { makeRecoveryCodes } from './operations/make-recovery-codes.ts'
import { myPasskeys } from './operations/my-passkeys.ts'
import { myTokens } from './operations/my-tokens.ts'
import { passkeyChallenge } from './operations/passkey-challenge.ts'
import { removePasskey } from './operations/remove-passkey.ts'
import { requireSecondFactor } from './operations/require-second-factor.ts'
import { signInChallenge } from './operations/sign-in-challenge.ts'
import { liftConflict } from './operations/lift-conflict.ts'
import { whoAmI } from './operations/who-am-i.ts'
import { withdrawRole } from './operations/withdraw-role.ts'
import { wallSql } from './store/walls.ts'

export const identity: Module = {
  name: 'identity',
  operations: [
    plain(addPerson),
    plain(addUnit),
    plain(declareConflict),
    plain(endSessionOperation),
    plain(enrolTotp),
    plain(grantRole),
    plain(issueToken),
    plain(listAgencies),
    plain(listPeople),
    plain(listUnits),
    plain(mySessions),
    plain(readLog),
    plain(registerAgency),
    plain(reinstatePerson),
    plain(revokeToken),
    plain(setPassword),
    plain(setPin),
    plain(signIn),
    plain(signOut),
    plain(stepUp),
    plain(suspendPerson),
    plain(addPasskey),
    plain(endTotp),
    plain(makeRecoveryCodes),
    plain(myPasskeys),
    plain(myTokens),
    plain(passkeyChallenge),
    plain(removePasskey),
    plain(requireSecondFactor),
    plain(signInChallenge),
    plain(liftConflict),
    plain(whoAmI),
    plain(withdrawRole),
  ],
  constraints: {
    identity_account_username: 'identity.username-taken',
    identity_agency_name: 'identity.agency-exists',
    identity_unit_code: 'identity.unit-code-exists',
    identity_withdrawn_once: 'identity.already-so',
    identity_conflict_lifted_once: 'identity.already-so',
  },
  derived: { 'identity.wall': wallSql },
}
