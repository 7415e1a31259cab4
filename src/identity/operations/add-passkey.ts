/** Adds a passkey to the account of the person who asks; with the first second factor come the recovery codes. */
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { AddPasskey, PasskeyAdded } from '../contract/sign-in.ts'
import { registeredPasskey } from '../passkeys.ts'
import { mustBeThemselves } from '../proving.ts'
import { insertPasskey } from '../store/passkeys.ts'
import { widenSessions } from '../store/sessions.ts'
import { makeRecoveryCodes } from '../totp.ts'

export const addPasskey = command({
  name: 'identity.add-passkey',
  summary: 'Adds a passkey to the account of the person who asks.',
  who: 'signed-in',
  input: AddPasskey,
  output: PasskeyAdded,
  answers: 'once',
  async run(cx, input) {
    cx.allow(null)
    const account = await mustBeThemselves(cx, input, { fresh: true })
    const made = await registeredPasskey(cx, input.passkey)

    const id = await insertPasskey(cx, { ...made, name: input.name })
    const recoveryCodes = account.recovery_hashes.length === 0 ? await makeRecoveryCodes(cx) : []
    await widenSessions(cx, cx.actor.id)
    await cx.record({
      subject: ref('identity.person', cx.actor.id),
      facts: { passkey: id, kind: made.aaguid, synced: made.synced },
    })
    return { id, recoveryCodes }
  },
})
