/** A device as stories need one: a key of its own, a count of what it signed, a clock that may be wrong; it signs as a browser does. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { canonical, type Json } from '../src/kernel/canonical.ts'
import type { Lab, Said } from './lab.ts'

export interface Signed {
  readonly payload: string
  readonly signature: string
}
export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

export interface Device {
  readonly key: string
  readonly recovery: string
  /** What the clock of the device is ahead of the house's. */
  skew: number
  signs(
    operation: string,
    input: object,
    more?: { at?: string; after?: readonly string[]; reason?: string | null; confirmed?: boolean },
  ): Signed
  /** Hands one in, as this person or as somebody who carries it. */
  hands(signed: Signed, carrier?: string): Promise<Said>
}

export async function deviceOf(lab: Lab, username: string, name = 'Phone 3'): Promise<Device> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { id, recovery } = await lab
    .as(username)
    .do(
      'identity.register-device-key',
      { name, publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') },
      { stepUp: true },
    )
  return makeDevice(lab, username, { id, recovery, privateKey })
}

function makeDevice(
  lab: Lab,
  username: string,
  { id, recovery, privateKey }: { id: string; recovery: string; privateKey: KeyObject },
): Device {
  let sequence = 0
  let previous: string | null = null
  const device: Device = {
    key: id,
    recovery,
    skew: 0,
    signs(operation, input, more = {}) {
      sequence += 1
      const at = more.at ?? lab.clock.now()
      const payload = canonical({
        schema: 'custodia/claim/1',
        key: id,
        sequence,
        previous,
        after: more.after ?? [],
        act: lab.ground.newId(),
        operation,
        input: input as Json,
        occurredAt: new Date(Date.parse(at) + device.skew).toISOString(),
        reason: more.reason ?? null,
        confirmed: more.confirmed ?? false,
      } as unknown as Json)
      previous = sha256Of(payload)
      const signature = sign('sha256', Buffer.from(payload, 'utf8'), {
        key: privateKey,
        dsaEncoding: 'ieee-p1363',
      }).toString('base64')
      return { payload, signature }
    },
    hands: (signed, carrier = username) =>
      lab.as(carrier).do('identity.present-claim', {
        ...signed,
        deviceNow: new Date(Date.parse(lab.clock.now()) + device.skew).toISOString(),
      }),
  }
  return device
}
