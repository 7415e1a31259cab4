/** Opens a session for whoever shows name and password; counts failures even though they are refused. */
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { sql } from '#platform/sql.ts'
import { instantOf } from '#kernel/shapes.ts'
import { SessionOpened, SignIn } from '../contract.ts'
import { secretMatches } from '../secrets.ts'
import { findAccount, openSession } from '../store.ts'

/** After this many failures in a row each further try waits; never for ever, so that a stranger cannot lock a laboratory out. */
const FREE_TRIES = 5
const PAUSE_MS = 5 * 60_000

export const signIn = command({
  name: 'identity.sign-in',
  summary: 'Opens a session for whoever shows name, password and second factor.',
  who: 'anyone',
  input: SignIn,
  output: SessionOpened,
  async run(cx, input) {
    const account = await findAccount(cx.tx, input.username)
    if (account?.locked_until && account.locked_until > cx.now) throw new Refusal('too-many', 'identity.sign-in-paused', { values: { minutes: 5 } })
    const fits = await secretMatches(input.password, account?.password_hash)
    if (!account || !fits || account.suspended) {
      if (account) await cx.aside((tx) => tx.run(sql`update identity.account set failed_count = failed_count + 1, failed_at = ${cx.now}, locked_until = case when failed_count + 1 >= ${FREE_TRIES} then ${instantOf(Date.parse(cx.now) + PAUSE_MS)}::timestamptz end where person = ${account.person}`))
      throw new Refusal('not-signed-in', 'identity.wrong-sign-in')
    }

    await cx.tx.run(sql`update identity.account set failed_count = 0, locked_until = null where person = ${account.person}`)
    const session = await openSession(cx, account.person, null)
    await cx.record({ subject: ref('identity.person', account.person), facts: { session: session.id } })
    return { person: { id: account.person, name: account.name }, csrf: session.csrf, setSession: { token: session.token, csrf: session.csrf, until: session.until } }
  },
})
