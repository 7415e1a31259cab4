/** The code by which a device opens again whose PIN is forgotten: read out by whoever looks after its person, with the reason; written down. */
import { ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { unseal } from '#platform/sealing.ts'
import { RecoverDevice, RecoveryCode } from '../contract/claims.ts'
import { deviceKey } from '../store/claims.ts'
import { recoveryOf } from './register-device-key.ts'

export const recoverDevice = command({
  name: 'identity.recover-device',
  summary: 'Shows the code by which a device opens again whose PIN is forgotten.',
  who: ['section-head', 'director', 'administrator'],
  stepUp: true,
  reason: 'required',
  answers: 'once',
  input: RecoverDevice,
  output: RecoveryCode,
  async run(cx, input) {
    const key = await deviceKey(cx.tx, input.key)
    if (!key) throw notFound()
    cx.allow({ may_see: true, unit: key.person_unit })
    const recovery = key.recovery === null ? null : await unseal(cx.ground, recoveryOf(key.id), key.recovery)
    if (recovery === null) throw notFound()
    await cx.record({ subject: ref('identity.person', key.person), facts: { key: key.id } })
    return { recovery, person: key.person_name, device: key.name }
  },
})
