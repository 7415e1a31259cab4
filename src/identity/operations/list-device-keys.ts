/** Devices on which a person may act without a network: one's own, or those of somebody one looks after. */
import { notFound } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { DeviceKeyList, ListDeviceKeys } from '../contract/claims.ts'
import { deviceKeys } from '../store/claims.ts'
import { unitOfPerson } from '../store/people.ts'

export const listDeviceKeys = query({
  name: 'identity.list-device-keys',
  summary: 'Devices on which a person may act without a network.',
  who: 'signed-in',
  input: ListDeviceKeys,
  output: DeviceKeyList,
  async run(cx, input) {
    cx.allow(null)
    const person = input.person ?? cx.actor.id
    if (
      person !== cx.actor.id &&
      !cx.may('identity.recover-device', { may_see: true, unit: await unitOfPerson(cx.tx, person) })
    )
      throw notFound()
    return { items: await deviceKeys(cx.tx, person) }
  },
})
