/** Tells the browser who is signed in, where, and which acts to offer. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { operationsOf } from '../authority.ts'
import { WhoAmI } from '../contract.ts'
import { officesOf } from '../store/offices.ts'
import { IDLE_MINUTES, sessionNow } from '../store/sessions.ts'
import { accountOf, hasSecondFactor, settingOf, unitOf } from '../store.ts'

export const whoAmI = query({
  name: 'identity.who-am-i',
  summary: 'Tells who is signed in, where, and which acts to offer.',
  who: 'signed-in',
  input: z.strictObject({}),
  output: WhoAmI,
  async run(cx) {
    cx.allow(null)
    const account = await accountOf(cx.tx, cx.actor.id)
    const session = await sessionNow(cx.tx, cx.actor.csrf === null ? null : cx.actor.via)
    const kiosk = cx.actor.kiosk ?? false
    const all = operationsOf(cx.actor, cx.ground.operations.values())
    return {
      person: { id: cx.actor.id, name: cx.actor.name },
      unit: (await unitOf(cx.tx, cx.actor.unit)) ?? null,
      roles: [...new Set(cx.actor.grants.map((g) => g.role))],
      operations: kiosk ? all.filter((name) => cx.actor.scopes?.includes(name)) : all,
      language: cx.actor.language,
      service: {
        name: (await settingOf<string>(cx.tx, 'service-name')) ?? 'Custodia',
        demo: cx.ground.house.demo,
      },
      csrf: cx.actor.csrf,
      secondFactor: account !== undefined && hasSecondFactor(account),
      secondFactorDue: cx.actor.csrf !== null && cx.actor.scopes !== null && !kiosk,
      hasPin: account?.pin_hash != null,
      hasPassword: account?.password_hash != null,
      hasTotp: account?.totp_confirmed_at != null,
      passkeys: account?.passkeys ?? 0,
      recoveryCodes: account?.recovery_hashes.length ?? 0,
      offices: kiosk ? [] : await officesOf(cx),
      idleMinutes: session?.idle ?? IDLE_MINUTES,
      kiosk,
    }
  },
})
