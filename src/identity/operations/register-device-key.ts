/** Takes a device in on which its person may act without a network: its public key, with PIN or passkey; the private one never leaves it. */
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { seal } from '#platform/sealing.ts'
import { readPublicKey } from '../claims.ts'
import { DeviceKeyRegistered, RegisterDeviceKey } from '../contract/claims.ts'

/** Twenty letters and figures that are told over a bad line: none of I, L, O, U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const newCode = (bytes: Buffer): string =>
  [...bytes]
    .map((b) => letters[b & 31])
    .join('')
    .replace(/(.{5})(?=.)/g, '$1-')
export const recoveryOf = (key: string): string => `identity.device-recovery/${key}`

export const registerDeviceKey = command({
  name: 'identity.register-device-key',
  summary: 'Takes a device in on which its person may act without a network.',
  who: 'signed-in',
  stepUp: true,
  answers: 'once',
  input: RegisterDeviceKey,
  output: DeviceKeyRegistered,
  async run(cx, input) {
    cx.allow(null)
    if (cx.actor.kind !== 'person')
      throw new Refusal('forbidden', 'right-missing', {
        values: { act: cx.say(`op.${cx.operation}`), roles: 'none' },
      })
    const { sha256 } = readPublicKey(input.publicKey)
    const id = input.id ?? cx.newId()
    const recovery = newCode(cx.ground.randomBytes(20))
    await cx.record({
      subject: ref('identity.person', cx.actor.id),
      facts: { key: id, sha256, name: input.name },
      rows: {
        'identity.device_key': [
          {
            id,
            person: cx.actor.id,
            name: input.name,
            spki: input.publicKey,
            sha256,
            recovery: await seal(cx.ground, recoveryOf(id), recovery),
          },
        ],
      },
    })
    return { id, recovery }
  },
})
