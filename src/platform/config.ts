/**
 * What the environment says, read once and checked: a wrong value stops the start with one sentence that names the
 * variable and what was expected, so that nobody finds out at midnight.
 *
 *   loadConfig(env = process.env, cwd = process.cwd()) → Config     throws CannotStart
 *   class CannotStart                                               its message is for the console: no stack, exit 1
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { isNetwork } from './outside.ts'

/** Why the program does not start, in the language of the console; whoever starts it prints the message alone. */
export class CannotStart extends Error {
  readonly texts: { readonly en: string; readonly es: string }
  constructor(en: string, es: string, options: { cause?: unknown; env?: Environment } = {}) {
    super(
      consoleLanguage(options.env ?? process.env) === 'es' ? es : en,
      options.cause === undefined ? {} : { cause: options.cause },
    )
    this.name = 'CannotStart'
    this.texts = { en, es }
  }
}

export type Environment = Readonly<Record<string, string | undefined>>

/** POSIX order: LC_ALL, LC_MESSAGES, LANG. */
export function consoleLanguage(env: Environment): 'en' | 'es' {
  return /^es\b|^es_/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'es' : 'en'
}

export type FilesConfig =
  | { readonly kind: 'folder'; readonly dir: string }
  | {
      readonly kind: 's3'
      readonly bucket: string
      readonly prefix: string
      readonly endpoint?: string
      readonly profile?: string
    }

export interface Config {
  /** Absent: the embedded PostgreSQL under the data folder. */
  readonly databaseUrl?: string
  /** The role that owns the schema; the same as databaseUrl unless CUSTODIA_MIGRATE_URL says otherwise. */
  readonly migrateUrl?: string
  /** Absolute. */
  readonly dataDir: string
  readonly files: FilesConfig
  /** Where masters go that are seldom asked for. */
  readonly cold?: FilesConfig
  /** Every file is written here too. */
  readonly secondFiles?: FilesConfig
  /** Absolute; what a scanner writes there is taken. */
  readonly scansDir?: string
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  /** The public address without a slash at the end; absent: from host and port, once the port is known. */
  readonly url?: string
  readonly smtpUrl?: string
  readonly logLevel: LogLevel
  /** Absolute paths of PEM files. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string }
  /** As Fastify's trustProxy: false, true, a number of hops, or a list of addresses and networks. */
  readonly trustProxy: boolean | number | readonly string[]
  readonly keyPassphraseFile?: string
  readonly chromium?: string
  /** Networks in which machines of partners may be called though they are not public. */
  readonly partnerNetworks?: readonly string[]
  /** The provider with whose accounts people may sign on. */
  readonly signOn?: {
    readonly issuer: string
    readonly clientId: string
    readonly name: string
    readonly secretFile?: string
  }
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** What was expected, in both languages; zod carries the index of the expectation as its message. */
const expected = {
  database: [
    'a PostgreSQL address such as postgresql://user:password@host:5432/custodia',
    'una dirección de PostgreSQL como postgresql://usuario:clave@servidor:5432/custodia',
  ],
  files: ['a folder, or s3://bucket/prefix', 'una carpeta, o s3://cubo/prefijo'],
  endpoint: [
    'an address that begins with http:// or https://',
    'una dirección que empiece con http:// o https://',
  ],
  profile: ['a name in the file of AWS profiles', 'un nombre del archivo de perfiles de AWS'],
  host: [
    'a host name or an IP address, such as 127.0.0.1 or 0.0.0.0',
    'un nombre de equipo o una dirección IP, como 127.0.0.1 o 0.0.0.0',
  ],
  port: ['a whole number from 0 to 65535', 'un número entero de 0 a 65535'],
  url: [
    'an address such as https://custodia.example.org, without a path',
    'una dirección como https://custodia.ejemplo.org, sin ruta',
  ],
  smtp: [
    'an address such as smtp://user:password@mail.example.org:587',
    'una dirección como smtp://usuario:clave@correo.ejemplo.org:587',
  ],
  log: [`one of ${logLevels.join(', ')}`, `una de estas palabras: ${logLevels.join(', ')}`],
  proxy: [
    'true, false, a number of proxies, or addresses and networks with commas between',
    'true, false, una cantidad de proxies, o direcciones y redes separadas por comas',
  ],
  networks: [
    'networks with commas between, such as 10.4.0.0/16',
    'redes separadas por comas, como 10.4.0.0/16',
  ],
  file: ['a file that exists and can be read', 'un archivo que exista y pueda leerse'],
  executable: ['the path of a browser program', 'la ruta de un programa de navegación'],
  folder: ['a folder, not a file', 'una carpeta, no un archivo'],
  issuer: [
    'an address that begins with https:// (http:// on this machine alone)',
    'una dirección que empiece con https:// (http:// solo en esta máquina)',
  ],
  client: [
    'the name under which the provider knows Custodia',
    'el nombre con que el proveedor conoce a Custodia',
  ],
  issuerToo: [
    'CUSTODIA_OIDC_ISSUER and CUSTODIA_OIDC_CLIENT together',
    'CUSTODIA_OIDC_ISSUER y CUSTODIA_OIDC_CLIENT juntas',
  ],
  both: ['CUSTODIA_TLS_CERT and CUSTODIA_TLS_KEY together', 'CUSTODIA_TLS_CERT y CUSTODIA_TLS_KEY juntas'],
  databaseToo: ['CUSTODIA_DATABASE_URL beside it', 'CUSTODIA_DATABASE_URL junto a ella'],
} as const
type Expectation = keyof typeof expected

const parsed = (s: string): URL | undefined => (URL.canParse(s) ? new URL(s) : undefined)
const withScheme = (what: Expectation, ...schemes: string[]) =>
  z.string().refine((s) => schemes.includes(parsed(s)?.protocol ?? ''), what)
const readable = (what: Expectation, mode: number) =>
  z.string().refine((path) => {
    try {
      accessSync(path, mode)
      return statSync(path).isFile()
    } catch {
      return false
    }
  }, what)

const database = withScheme('database', 'postgres:', 'postgresql:')
const origin = withScheme('url', 'http:', 'https:')
  .refine((s) => parsed(s)?.pathname === '/' && !parsed(s)?.search && !parsed(s)?.hash, 'url')
  .transform((s) => new URL(s).origin)
const host = z
  .string()
  .regex(/^(\[?[0-9a-f:.]+\]?|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)$/i, 'host')
  .transform((s) => s.replace(/^\[|\]$/g, ''))
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'port')
  .transform(Number)
  .refine((n) => n <= 65_535, 'port')
const network = /^[0-9a-f:.]+(\/\d{1,3})?$|^(loopback|linklocal|uniquelocal)$/i
const proxy = z.string().transform((s, ctx): boolean | number | string[] => {
  if (/^(true|false)$/i.test(s)) return s.toLowerCase() === 'true'
  if (/^\d{1,2}$/.test(s)) return Number(s)
  const list = s.split(',').map((part) => part.trim())
  if (!list.every((part) => network.test(part))) ctx.addIssue({ code: 'custom', message: 'proxy' })
  return list
})
const networks = z
  .string()
  .transform((s) => s.split(',').map((part) => part.trim()))
  .refine((list) => list.every((one) => /^[0-9a-f:.]+(\/\d{1,3})?$/i.test(one) && isNetwork(one)), 'networks')
const issuer = z.string().refine((s) => {
  const { protocol, hostname, username, password, search, hash } = parsed(s) ?? {}
  const here = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname ?? '')
  return (
    !(username || password || search || hash) && (protocol === 'https:' || (protocol === 'http:' && here))
  )
}, 'issuer')
const s3 = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/
const files = z.string().refine((s) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(s) ? s3.test(s) : true), 'files')
const folder = z.string().refine((path) => !existsSync(path) || statSync(path).isDirectory(), 'folder')

const Variables = z.object({
  CUSTODIA_DATABASE_URL: database.optional(),
  CUSTODIA_MIGRATE_URL: database.optional(),
  CUSTODIA_DATA: folder.default('data'),
  CUSTODIA_FILES: files.optional(),
  CUSTODIA_COLD: files.optional(),
  CUSTODIA_FILES_SECOND: files.optional(),
  CUSTODIA_FILES_SECOND_ENDPOINT: withScheme('endpoint', 'http:', 'https:').optional(),
  CUSTODIA_FILES_SECOND_PROFILE: z.string().max(200, 'profile').optional(),
  CUSTODIA_COLD_ENDPOINT: withScheme('endpoint', 'http:', 'https:').optional(),
  CUSTODIA_COLD_PROFILE: z.string().max(200, 'profile').optional(),
  CUSTODIA_SCANS: folder.optional(),
  CUSTODIA_S3_ENDPOINT: withScheme('endpoint', 'http:', 'https:').optional(),
  CUSTODIA_HOST: host.default('127.0.0.1'),
  CUSTODIA_PORT: port.default(8080),
  CUSTODIA_URL: origin.optional(),
  CUSTODIA_SMTP_URL: withScheme('smtp', 'smtp:', 'smtps:').optional(),
  CUSTODIA_LOG: z.enum(logLevels, 'log').default('info'),
  CUSTODIA_TLS_CERT: readable('file', constants.R_OK).optional(),
  CUSTODIA_TLS_KEY: readable('file', constants.R_OK).optional(),
  CUSTODIA_TRUST_PROXY: proxy.default(false),
  CUSTODIA_KEY_PASSPHRASE_FILE: readable('file', constants.R_OK).optional(),
  CUSTODIA_CHROMIUM: readable('executable', constants.X_OK).optional(),
  CUSTODIA_PARTNER_NETWORKS: networks.optional(),
  CUSTODIA_OIDC_ISSUER: issuer.optional(),
  CUSTODIA_OIDC_CLIENT: z.string().max(300, 'client').optional(),
  CUSTODIA_OIDC_SECRET_FILE: readable('file', constants.R_OK).optional(),
  CUSTODIA_OIDC_NAME: z.string().max(80, 'client').optional(),
})
type Name = keyof typeof Variables.shape
const paths: readonly Name[] = [
  'CUSTODIA_DATA',
  'CUSTODIA_SCANS',
  'CUSTODIA_TLS_CERT',
  'CUSTODIA_TLS_KEY',
  'CUSTODIA_KEY_PASSPHRASE_FILE',
  'CUSTODIA_CHROMIUM',
  'CUSTODIA_OIDC_SECRET_FILE',
]

/** Secrets may stand in these: the sentence then names the variable without repeating the value. */
const secret: readonly Name[] = ['CUSTODIA_DATABASE_URL', 'CUSTODIA_MIGRATE_URL', 'CUSTODIA_SMTP_URL']

/** An empty variable counts as not set: that is how a service file leaves one out. Relative paths are taken from `cwd`. */
export function loadConfig(env: Environment = process.env, cwd: string = process.cwd()): Config {
  const given: Partial<Record<Name, string>> = {}
  for (const name of Object.keys(Variables.shape) as Name[]) {
    const value = env[name]?.trim()
    if (value) given[name] = paths.includes(name) && !isAbsolute(value) ? resolve(cwd, value) : value
  }
  const result = Variables.safeParse(given)
  if (!result.success) {
    const issue = result.error.issues[0]
    const name = issue?.path[0] as Name
    throw wrong(env, name, issue?.message as Expectation, secret.includes(name) ? undefined : env[name])
  }
  const v = result.data
  if (!v.CUSTODIA_TLS_CERT !== !v.CUSTODIA_TLS_KEY)
    throw wrong(env, v.CUSTODIA_TLS_CERT ? 'CUSTODIA_TLS_CERT' : 'CUSTODIA_TLS_KEY', 'both')
  if (!v.CUSTODIA_OIDC_ISSUER !== !v.CUSTODIA_OIDC_CLIENT)
    throw wrong(env, v.CUSTODIA_OIDC_ISSUER ? 'CUSTODIA_OIDC_ISSUER' : 'CUSTODIA_OIDC_CLIENT', 'issuerToo')
  if (v.CUSTODIA_MIGRATE_URL && !v.CUSTODIA_DATABASE_URL)
    throw wrong(env, 'CUSTODIA_MIGRATE_URL', 'databaseToo')
  const dataDir = resolve(cwd, v.CUSTODIA_DATA)
  // Two places at one endpoint go down together: each may have its own.
  const place = (value?: string, endpoint = v.CUSTODIA_S3_ENDPOINT, profile?: string): FilesConfig =>
    filesOf(value, { endpoint, profile }, dataDir, cwd)
  const migrateUrl = v.CUSTODIA_MIGRATE_URL ?? v.CUSTODIA_DATABASE_URL
  return {
    ...(v.CUSTODIA_DATABASE_URL ? { databaseUrl: v.CUSTODIA_DATABASE_URL } : {}),
    ...(migrateUrl ? { migrateUrl } : {}),
    dataDir,
    files: place(v.CUSTODIA_FILES),
    ...(v.CUSTODIA_COLD
      ? { cold: place(v.CUSTODIA_COLD, v.CUSTODIA_COLD_ENDPOINT, v.CUSTODIA_COLD_PROFILE) }
      : {}),
    ...(v.CUSTODIA_FILES_SECOND
      ? {
          secondFiles: place(
            v.CUSTODIA_FILES_SECOND,
            v.CUSTODIA_FILES_SECOND_ENDPOINT,
            v.CUSTODIA_FILES_SECOND_PROFILE,
          ),
        }
      : {}),
    ...(v.CUSTODIA_SCANS ? { scansDir: v.CUSTODIA_SCANS } : {}),
    host: v.CUSTODIA_HOST,
    port: v.CUSTODIA_PORT,
    ...(v.CUSTODIA_URL ? { url: v.CUSTODIA_URL } : {}),
    ...(v.CUSTODIA_SMTP_URL ? { smtpUrl: v.CUSTODIA_SMTP_URL } : {}),
    logLevel: v.CUSTODIA_LOG,
    ...(v.CUSTODIA_TLS_CERT && v.CUSTODIA_TLS_KEY
      ? { tls: { certFile: v.CUSTODIA_TLS_CERT, keyFile: v.CUSTODIA_TLS_KEY } }
      : {}),
    trustProxy: v.CUSTODIA_TRUST_PROXY,
    ...(v.CUSTODIA_KEY_PASSPHRASE_FILE ? { keyPassphraseFile: v.CUSTODIA_KEY_PASSPHRASE_FILE } : {}),
    ...(v.CUSTODIA_CHROMIUM ? { chromium: v.CUSTODIA_CHROMIUM } : {}),
    ...(v.CUSTODIA_PARTNER_NETWORKS ? { partnerNetworks: v.CUSTODIA_PARTNER_NETWORKS } : {}),
    ...(v.CUSTODIA_OIDC_ISSUER && v.CUSTODIA_OIDC_CLIENT
      ? {
          signOn: {
            issuer: v.CUSTODIA_OIDC_ISSUER,
            clientId: v.CUSTODIA_OIDC_CLIENT,
            name: v.CUSTODIA_OIDC_NAME ?? new URL(v.CUSTODIA_OIDC_ISSUER).host,
            ...(v.CUSTODIA_OIDC_SECRET_FILE ? { secretFile: v.CUSTODIA_OIDC_SECRET_FILE } : {}),
          },
        }
      : {}),
  }
}

function filesOf(
  value: string | undefined,
  at: { readonly endpoint: string | undefined; readonly profile: string | undefined },
  dataDir: string,
  cwd: string,
): FilesConfig {
  const [, bucket, prefix] = s3.exec(value ?? '') ?? []
  if (bucket)
    return {
      kind: 's3',
      bucket,
      prefix: (prefix ?? '').replace(/\/+$/, ''),
      ...(at.endpoint ? { endpoint: at.endpoint } : {}),
      ...(at.profile ? { profile: at.profile } : {}),
    }
  return { kind: 'folder', dir: value ? resolve(cwd, value) : join(dataDir, 'files') }
}

function wrong(env: Environment, name: Name, what: Expectation, value?: string): CannotStart {
  const [en, es] = expected[what]
  const shown = value === undefined ? '' : ` (${JSON.stringify(value)})`
  return new CannotStart(
    `${name}${shown} is not usable: expected ${en}.`,
    `${name}${shown} no sirve: se esperaba ${es}.`,
    { env },
  )
}
