/** Puts the ground together: database, files, clock, and the two things that platform only knows by type (authorise, append). */
import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import { authorise } from '#identity/authority.ts'
import { glimpsedBy } from '#identity/sight.ts'
import { append, lockHeads } from '#ledger/append.ts'
import { ownSay } from '#modules/catalogue/public.ts'
import { coldCopies } from '#modules/archive/public.ts'
import { tellingAway } from '#platform/away.ts'
import { type Clock, systemClock } from '#platform/clock.ts'
import type { Ground, RuleUse } from '#platform/cx.ts'
import type { Db } from '#platform/db.ts'
import type { ColdStores, Files } from '#platform/files.ts'
import { sql } from '#platform/sql.ts'
import type { Registry } from './registry.ts'

export interface GroundParts {
  readonly db: Db
  readonly files: Files
  readonly cold?: ColdStores | null
  readonly registry: Registry
  readonly log: Logger
  readonly house: Ground['house']
  readonly clock?: Clock
  readonly randomBytes?: (count: number) => Buffer
}

export function makeGround(parts: GroundParts): Ground {
  const clock = parts.clock ?? systemClock
  return {
    db: parts.db,
    files: tellingAway(parts.files, (sha256) => coldCopies(parts, sha256)),
    cold: parts.cold ?? null,
    now: clock.now,
    newId: clock.newId,
    randomBytes: parts.randomBytes ?? ((n) => randomBytes(n)),
    say: (language) => parts.registry.say(language),
    authorise,
    sees: glimpsedBy,
    append,
    lockHeads,
    operations: parts.registry.operations,
    constraints: parts.registry.constraints,
    roots: parts.registry.roots,
    uses: async (tx, of) => {
      const all: RuleUse[] = []
      for (const module of parts.registry.modules) all.push(...((await module.uses?.(tx, of)) ?? []))
      return all.filter((use) => use.n > 0)
    },
    ruleParts: new Map(parts.registry.modules.flatMap((m) => Object.entries(m.rules ?? {}))),
    texts: parts.registry.catalogues,
    words: (tx, language, now) => ownSay(tx, language, now, parts.registry.say(language)),
    queue: async (tx, task, payload, options) => {
      await tx.run(
        sql`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, run_at := ${options?.runAt ?? null}::timestamptz, job_key := ${options?.key ?? null}, max_attempts := 12)`,
      )
    },
    log: parts.log,
    house: parts.house,
  }
}
