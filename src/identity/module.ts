/** The operations of identity. */
import type { Module } from '#platform/cx.ts'
import { plain } from '#platform/define.ts'
import { addPerson } from './operations/add-person.ts'
import { addUnit } from './operations/add-unit.ts'
import { grantRole } from './operations/grant-role.ts'
import { registerAgency } from './operations/register-agency.ts'
import { setPin } from './operations/set-pin.ts'
import { signIn } from './operations/sign-in.ts'
import { stepUp } from './operations/step-up.ts'
import { whoAmI } from './operations/who-am-i.ts'

export const identity: Module = {
  name: 'identity',
  operations: [plain(addPerson), plain(addUnit), plain(grantRole), plain(registerAgency), plain(setPin), plain(signIn), plain(stepUp), plain(whoAmI)],
  constraints: { identity_account_username: 'identity.username-taken', identity_agency_name: 'identity.agency-exists', identity_unit_code: 'identity.unit-code-exists' },
}
