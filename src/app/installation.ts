/** Opens an installation from its configuration: database (embedded or outside), files, keys, ground. Closes it cleanly. */
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Clock } from '#platform/clock.ts'
import { CannotStart, type Config } from '#platform/config.ts'
import type { Ground } from '#platform/cx.ts'
import { type Db, openDb } from '#platform/db.ts'
import { type Embedded, openEmbedded } from '#platform/embedded.ts'
import { folderFiles, folderStores } from '#platform/files.ts'
import { inTwoPlaces } from '#platform/two-places.ts'
import { migrate } from '#platform/migrate.ts'
import { sql } from '#platform/sql.ts'
import { adoptWhatStood } from './adopting.ts'
import { isDemo } from './genesis.ts'
import { makeGround } from './ground.ts'
import { migrateJobs } from './jobs.ts'
import { makeLog } from './log.ts'
import { takeZone } from './zone.ts'
import { type Registry, makeRegistry } from './registry.ts'

export interface Installation {
  readonly config: Config
  readonly ground: Ground
  readonly db: Db
  readonly registry: Registry
  readonly log: Logger
  /** The role that owns the schema: migrations and backups. */
  readonly ownerUrl: string
  readonly appUrl: string
  /** Told once the port is known (0 takes a free one): links and QR codes lead there. Answers the address. */
  listensAt(port: number): string
  close(): Promise<void>
}

export interface OpenOptions {
  readonly as: 'serve' | 'command'
  readonly quiet?: boolean
  readonly clock?: Clock
  /** An empty place will be filled as a demonstration; a live one is refused. What stands says itself which it is. */
  readonly demo?: boolean
  readonly url?: string
}

export async function openInstallation(config: Config, options: OpenOptions): Promise<Installation> {
  const log = makeLog(config, options.quiet)
  const keysFolder = join(config.dataDir, 'keys')
  await mkdir(keysFolder, { recursive: true, mode: 0o700 })
  const embedded: Embedded | undefined = config.databaseUrl
    ? undefined
    : await openEmbedded({ dataDir: config.dataDir, as: options.as })
  const ownerUrl = embedded?.ownerUrl ?? (config.migrateUrl as string)
  const appUrl = embedded?.appUrl ?? (config.databaseUrl as string)
  try {
    await migrate({ connectionString: ownerUrl })
    await migrateJobs(ownerUrl)
    const db = openDb({ connectionString: appUrl }, (error) =>
      // The error carries its client, and that every statement it prepared: the words are enough.
      log.warn({ reason: error.message }, 'a database connection was lost'),
    )
    await refuseSuperuser(db, embedded !== undefined)
    const registry = makeRegistry()
    const demo = await isDemo(db, options.demo ?? false)
    let address = options.url ?? config.url ?? addressOf(config, config.port)
    const ground = makeGround({
      db,
      registry,
      log,
      files: await openFiles(config),
      cold: await openCold(config),
      house: {
        get url() {
          return address
        },
        keysFolder,
        demo,
        keyPassphrase: await passphraseOf(config),
        mail: config.smtpUrl !== undefined,
        partnerNetworks: config.partnerNetworks ?? [],
        signOn: config.signOn ?? null,
      },
      ...(options.clock ? { clock: options.clock } : {}),
    })
    await takeZone(ground)
    await adoptWhatStood(ground)
    return {
      config,
      ground,
      db,
      registry,
      log,
      ownerUrl,
      appUrl,
      listensAt: (port) => {
        address = options.url ?? config.url ?? addressOf(config, port)
        return address
      },
      close: async () => {
        await db.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

function addressOf(config: Config, port: number): string {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  return `${config.tls ? 'https' : 'http'}://${host}:${port}`
}

async function openFiles(config: Config): Promise<Ground['files']> {
  const near = await openPlace(config, config.files)
  if (!config.secondFiles) return near
  return inTwoPlaces(near, await openPlace(config, config.secondFiles), Date.now)
}
async function openPlace(config: Config, place: Config['files']): Promise<Ground['files']> {
  if (place.kind === 'folder') return folderFiles(place.dir)
  const { bucketFiles } = await import('#platform/bucket.ts')
  return bucketFiles({ ...place, stagingFolder: join(config.dataDir, 'incoming') })
}

/** A folder in which each store has its own, or a bucket in which each has its prefix; a bucket is always there. */
async function openCold(config: Config): Promise<Ground['cold']> {
  const { cold } = config
  if (!cold) return null
  if (cold.kind === 'folder') return folderStores(cold.dir)
  const { bucketStores } = await import('#platform/bucket.ts')
  return bucketStores({ ...cold, stagingFolder: join(config.dataDir, 'incoming') })
}

async function passphraseOf(config: Config): Promise<string | null> {
  return config.keyPassphraseFile ? (await readFile(config.keyPassphraseFile, 'utf8')).trim() : null
}

/** A superuser ignores every wall in the database; only the embedded cluster, which sets its roles up itself, is known not to be one. */
async function refuseSuperuser(db: Db, embedded: boolean): Promise<void> {
  if (embedded) return
  const row = await db.direct.one<{ super: boolean; version: number }>(
    sql`select rolsuper as super, current_setting('server_version_num')::int as version from pg_roles where rolname = current_user`,
  )
  if (row.version < 150_000)
    throw new CannotStart(
      'CUSTODIA_DATABASE_URL points to a PostgreSQL older than 15: expected 15 or newer.',
      'CUSTODIA_DATABASE_URL apunta a un PostgreSQL anterior a 15: se esperaba 15 o más nuevo.',
    )
  if (row.super)
    throw new CannotStart(
      'CUSTODIA_DATABASE_URL signs in as a superuser: expected an ordinary role, with CUSTODIA_MIGRATE_URL for the owner of the schema.',
      'CUSTODIA_DATABASE_URL entra como superusuario: se esperaba una función corriente, y CUSTODIA_MIGRATE_URL para el dueño del esquema.',
    )
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const { value } = await db.direct.one<{ value: string }>(sql`select current_setting(${setting}) as value`)
    if (value === 'off')
      throw new CannotStart(
        `The database runs with ${setting} off and would lose what it acknowledged: expected ${setting} = on.`,
        `La base de datos tiene ${setting} apagado y perdería lo confirmado: se esperaba ${setting} = on.`,
      )
  }
}
