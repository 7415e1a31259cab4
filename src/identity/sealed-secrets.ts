/** What identity keeps sealed: the seeds of authenticators, and the key of passkey challenges. */
import type { Ground } from '#platform/cx.ts'
import { ensureSealKey, seal } from '#platform/sealing.ts'
import { sql } from '#platform/sql.ts'

export const totpOf = (person: string): string => `identity.totp/${person}`

/** At the start of a server: the key is made, and seeds from before are sealed, once (the migration says that there are any). */
export async function sealSecrets(ground: Ground): Promise<void> {
  const missing = await ensureSealKey(ground).then(
    () => false,
    () => true,
  )
  if (missing) {
    ground.log.warn(
      {},
      'the key that opens sealed secrets is not in the key folder: codes of authenticators cannot be checked here',
    )
    return
  }
  const due = await ground.db.direct.run(sql`delete from platform.setting where key = 'seeds-to-seal'`)
  if (due === 0) return
  const clear = await ground.db.direct.many<{
    person: string
    secret: string | null
    pending: string | null
  }>(
    sql`select person, totp_secret as secret, totp_pending as pending from identity.account where totp_secret is not null or totp_pending is not null`,
  )
  for (const { person, secret, pending } of clear) {
    const sealed = async (text: string | null): Promise<string | null> =>
      text === null || text.startsWith('sealed.') ? text : seal(ground, totpOf(person), text)
    await ground.db.direct.run(
      sql`update identity.account set totp_secret = ${await sealed(secret)}, totp_pending = ${await sealed(pending)} where person = ${person}`,
    )
  }
}
