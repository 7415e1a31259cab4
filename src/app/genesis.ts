/**
 * What an installation is, for ever: the entry that begins it says `kind`, live or demo (ledger/format.md, 5). An entry is
 * never changed, so neither a flag at start nor a setting makes a demonstration of a place where people work.
 */
import { z } from 'zod'
import { migrationActor } from '#identity/authority.ts'
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Ground } from '#platform/cx.ts'
import type { Db } from '#platform/db.ts'
import { command, plain } from '#platform/define.ts'
import { perform } from '#platform/operation.ts'
import { sql } from '#platform/sql.ts'

export type Kind = 'live' | 'demo'

/** One subject, whose first entry can be written once only, and is the one that counts. */
const installation = ref('ledger.installation', '00000000-0000-7000-8000-000000000004')

/** `undefined`: nobody has begun here. Where people were brought in and no entry says what for, they are real. */
export async function kindOf(db: Db): Promise<Kind | undefined> {
  const genesis = await db.direct.maybe<{ leaf: Buffer }>(
    sql`select leaf from ledger.entry where subject = ${installation} and seq = 1`,
  )
  if (genesis) {
    const { facts } = JSON.parse(genesis.leaf.toString('utf8')) as { facts: { kind?: unknown } }
    return facts.kind === 'demo' ? 'demo' : 'live'
  }
  const people = await db.direct.maybe(sql`select 1 from identity.account limit 1`)
  return people ? 'live' : undefined
}

/** Asked before anything made-up is written, or anybody let in by one click. */
export async function refuseUnlessDemo(db: Db): Promise<void> {
  if ((await kindOf(db)) === 'live') throw new Refusal('conflict', 'not-a-demonstration')
}

/** An empty place that is asked to becomes a demonstration; what stands says itself which it is. */
export async function isDemo(db: Db, asked: boolean): Promise<boolean> {
  if (asked) await refuseUnlessDemo(db)
  return asked || (await kindOf(db)) === 'demo'
}

/** The first entry of the log. A set-up that did not come to its end may be begun again, as the same kind. */
export async function beginInstallation(ground: Ground, kind: Kind): Promise<void> {
  const stands = await kindOf(ground.db)
  if (stands === kind) return
  if (stands) throw new Refusal('conflict', stands === 'live' ? 'not-a-demonstration' : 'is-a-demonstration')
  const beginning = command({
    name: 'ledger.begin-installation',
    summary: 'The log begins and says whether this is a demonstration.',
    who: 'anyone',
    input: z.unknown(),
    output: z.unknown(),
    run: async (cx) => {
      await cx.record({ subject: installation, facts: { kind } })
    },
  })
  await perform(ground, plain(beginning), { actor: migrationActor, input: {}, reason: 'set-up' })
}
