/** Telling a browser that is shut: the installation's own key, made at first use and sealed like its other secrets, and the job that sends. */
import { createECDH } from 'node:crypto'
import type { Json } from '#kernel/canonical.ts'
import type { Ground } from '#platform/cx.ts'
import { seal, unseal } from '#platform/sealing.ts'
import { sql } from '#platform/sql.ts'
import {
  type Reach,
  type VapidKey,
  newVapidKey,
  sealPush,
  sendPush,
  vapidHeader,
  vapidKeyOf,
} from '#platform/web-push.ts'
import { type PushDeviceRow, dropGonePush, notePushFailed, notePushed, pushDue } from './store/push.ts'

export const sendPushTask = 'identity.send-push'
const SETTING = 'push-key'
const MOST_FAILURES = 5
/** A notice that could not be given for a day is found in the product. */
const TTL_SECONDS = 86_400

/** Of two servers that begin at once, the first key counts. */
export async function pushKey(ground: Pick<Ground, 'db' | 'house'>): Promise<VapidKey> {
  const find = (): Promise<{ value: string } | undefined> =>
    ground.db.direct.maybe(sql`select value from platform.setting where key = ${SETTING}`)
  let kept = await find()
  if (!kept) {
    const sealed = await seal(ground, SETTING, newVapidKey())
    await ground.db.direct.run(
      sql`insert into platform.setting (key, value) values (${SETTING}, ${JSON.stringify(sealed)}::jsonb) on conflict (key) do nothing`,
    )
    kept = (await find()) ?? { value: sealed }
  }
  return vapidKeyOf(await unseal(ground, SETTING, kept.value))
}

export const pushTask =
  (reach?: Reach) =>
  async (ground: Ground, payload: Json): Promise<void> => {
    const { notice } = payload as { notice: string }
    const due = await pushDue(ground.db.direct, notice, ground.now())
    if (!due || due.devices.length === 0) return
    const service = await ground.db.direct.maybe<{ value: string }>(
      sql`select value from platform.setting where key = 'service-name'`,
    )
    const words = {
      title: service?.value ?? 'Custodia',
      body: ground.say(due.language)(`${due.kind}-subject`),
      to: due.path,
      tag: notice,
    }
    const key = await pushKey(ground)
    const outcomes = await Promise.all(
      due.devices.map((device) => tellDevice(ground, key, device, words, reach)),
    )
    // What may come back is tried again by the queue; who has it already is told under the same tag, once on the screen.
    if (outcomes.includes('later')) throw new Error('a push service could not take it')
  }

async function tellDevice(
  ground: Ground,
  key: VapidKey,
  device: PushDeviceRow,
  words: object,
  reach: Reach | undefined,
): Promise<'told' | 'gone' | 'later'> {
  const tx = ground.db.direct
  const ecdh = createECDH('prime256v1')
  ecdh.generateKeys()
  const chance = { ephemeral: ecdh.getPrivateKey(), salt: ground.randomBytes(16) }
  const body = sealPush(device, Buffer.from(JSON.stringify(words), 'utf8'), chance)
  const subject = ground.house.url.startsWith('https:')
    ? ground.house.url
    : 'mailto:custodia@localhost.invalid'
  const headers = {
    authorization: vapidHeader(key, device.endpoint, subject, Date.parse(ground.now())),
    ttl: String(TTL_SECONDS),
    urgency: 'normal',
  }
  const answer = await sendPush(device, body, headers, reach).catch(() => null)
  if (answer && answer.status >= 200 && answer.status < 300) {
    await notePushed(tx, device.id, ground.now())
    return 'told'
  }
  if (answer?.status === 404 || answer?.status === 410) {
    await dropGonePush(tx, device.id)
    return 'gone'
  }
  await notePushFailed(tx, device.id, MOST_FAILURES)
  // A line that is missing, a service that is busy: again later. A refusal for good does not change by asking.
  return answer === null || answer.status === 429 || answer.status >= 500 ? 'later' : 'gone'
}
