/** Every variable of the outside contract: its default, what it accepts, and the sentence when it is wrong. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CannotStart, type Environment, loadConfig } from './config.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'custodia-config-'))
  await writeFile(join(folder, 'cert.pem'), 'x')
  await writeFile(join(folder, 'key.pem'), 'x')
  await writeFile(join(folder, 'browser'), 'x')
  await chmod(join(folder, 'browser'), 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const load = (env: Environment) => loadConfig(env, folder)
function sentence(env: Environment): string {
  try {
    load(env)
  } catch (error) {
    expect(error).toBeInstanceOf(CannotStart)
    return (error as Error).message
  }
  throw new Error(`Accepted: ${JSON.stringify(env)}`)
}

test('nothing set: the defaults of the contract', () => {
  const defaults = {
    dataDir: join(folder, 'data'),
    files: { kind: 'folder', dir: join(folder, 'data', 'files') },
    host: '127.0.0.1',
    port: 8080,
    logLevel: 'info',
    trustProxy: false,
  }
  expect(load({})).toEqual(defaults)
  const empty = Object.fromEntries(
    ['DATABASE_URL', 'DATA', 'FILES', 'HOST', 'PORT', 'URL', 'SMTP_URL', 'LOG'].map((name) => [
      `CUSTODIA_${name}`,
      ' ',
    ]),
  )
  expect(load(empty)).toEqual(defaults)
})

test('everything set', () => {
  expect(
    load({
      CUSTODIA_DATABASE_URL: 'postgresql://app:w@db/custodia',
      CUSTODIA_MIGRATE_URL: 'postgres://owner:w@db/custodia',
      CUSTODIA_DATA: '/srv/custodia',
      CUSTODIA_FILES: 's3://evidence/one/two/',
      CUSTODIA_S3_ENDPOINT: 'http://127.0.0.1:9000',
      CUSTODIA_HOST: '[::1]',
      CUSTODIA_PORT: '0',
      CUSTODIA_URL: 'https://custodia.example.org/',
      CUSTODIA_SMTP_URL: 'smtps://mail.example.org',
      CUSTODIA_LOG: 'debug',
      CUSTODIA_TLS_CERT: 'cert.pem',
      CUSTODIA_TLS_KEY: 'key.pem',
      CUSTODIA_TRUST_PROXY: '10.0.0.0/8, ::1',
      CUSTODIA_KEY_PASSPHRASE_FILE: 'key.pem',
      CUSTODIA_CHROMIUM: 'browser',
    }),
  ).toEqual({
    databaseUrl: 'postgresql://app:w@db/custodia',
    migrateUrl: 'postgres://owner:w@db/custodia',
    dataDir: '/srv/custodia',
    files: { kind: 's3', bucket: 'evidence', prefix: 'one/two', endpoint: 'http://127.0.0.1:9000' },
    host: '::1',
    port: 0,
    url: 'https://custodia.example.org',
    smtpUrl: 'smtps://mail.example.org',
    logLevel: 'debug',
    tls: { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') },
    trustProxy: ['10.0.0.0/8', '::1'],
    keyPassphraseFile: join(folder, 'key.pem'),
    chromium: join(folder, 'browser'),
  })
})

test('the migrating role is the same unless another is named', () => {
  expect(load({ CUSTODIA_DATABASE_URL: 'postgres://a@b/c' }).migrateUrl).toBe('postgres://a@b/c')
})

test('the second place and the cold one may stand in another store, with keys of their own', () => {
  const here = {
    CUSTODIA_S3_ENDPOINT: 'http://127.0.0.1:9000',
    CUSTODIA_FILES_SECOND: 's3://copies',
    CUSTODIA_COLD: 's3://cold/lab',
  }
  const bucket = { kind: 's3', bucket: 'copies', prefix: '', endpoint: 'http://127.0.0.1:9000' }
  expect(load(here).secondFiles).toEqual(bucket)
  const apart = load({
    ...here,
    CUSTODIA_FILES_SECOND_ENDPOINT: 'https://elsewhere.example.org',
    CUSTODIA_FILES_SECOND_PROFILE: 'copies',
    CUSTODIA_COLD_ENDPOINT: 'https://cold.example.org',
  })
  expect(apart.secondFiles).toEqual({
    ...bucket,
    endpoint: 'https://elsewhere.example.org',
    profile: 'copies',
  })
  expect(apart.cold).toEqual({
    kind: 's3',
    bucket: 'cold',
    prefix: 'lab',
    endpoint: 'https://cold.example.org',
  })
})

test('a proxy may be a word, a number or addresses', () => {
  expect(load({ CUSTODIA_TRUST_PROXY: 'true' }).trustProxy).toBe(true)
  expect(load({ CUSTODIA_TRUST_PROXY: '2' }).trustProxy).toBe(2)
  expect(load({ CUSTODIA_TRUST_PROXY: 'loopback' }).trustProxy).toEqual(['loopback'])
})

test.each([
  ['CUSTODIA_DATABASE_URL', 'mysql://a:topsecret@b/c', 'PostgreSQL address'],
  ['CUSTODIA_MIGRATE_URL', 'postgres://a@b/c', 'CUSTODIA_DATABASE_URL beside it'],
  ['CUSTODIA_FILES', 's3://UPPER', 's3://bucket/prefix'],
  ['CUSTODIA_FILES', 'https://somewhere', 's3://bucket/prefix'],
  ['CUSTODIA_COLD_ENDPOINT', 'cold.example.org', 'begins with http'],
  ['CUSTODIA_DATA', 'cert.pem', 'a folder, not a file'],
  ['CUSTODIA_HOST', 'two words', 'host name'],
  ['CUSTODIA_PORT', '65536', '0 to 65535'],
  ['CUSTODIA_PORT', '-1', '0 to 65535'],
  ['CUSTODIA_PORT', '80a', '0 to 65535'],
  ['CUSTODIA_URL', 'custodia.example.org', 'https://'],
  ['CUSTODIA_URL', 'https://example.org/custodia', 'without a path'],
  ['CUSTODIA_SMTP_URL', 'mail:topsecret@example.org', 'smtp://'],
  ['CUSTODIA_LOG', 'loud', 'one of trace, debug, info'],
  ['CUSTODIA_TLS_CERT', 'missing.pem', 'a file that exists'],
  ['CUSTODIA_TLS_CERT', 'cert.pem', 'CUSTODIA_TLS_CERT and CUSTODIA_TLS_KEY together'],
  ['CUSTODIA_TLS_KEY', 'key.pem', 'CUSTODIA_TLS_CERT and CUSTODIA_TLS_KEY together'],
  ['CUSTODIA_TRUST_PROXY', 'perhaps', 'a number of proxies'],
  ['CUSTODIA_KEY_PASSPHRASE_FILE', 'missing', 'a file that exists'],
  ['CUSTODIA_CHROMIUM', 'missing', 'browser program'],
  ['CUSTODIA_OIDC_ISSUER', 'http://sso.example.org', 'https://'],
  [
    'CUSTODIA_OIDC_ISSUER',
    'https://sso.example.org',
    'CUSTODIA_OIDC_ISSUER and CUSTODIA_OIDC_CLIENT together',
  ],
  ['CUSTODIA_OIDC_CLIENT', 'custodia', 'CUSTODIA_OIDC_ISSUER and CUSTODIA_OIDC_CLIENT together'],
])('%s=%s stops the start with one sentence', (name, value, expected) => {
  const said = sentence({ [name]: value })
  expect(said.startsWith(name)).toBe(true)
  expect(said).toContain(`expected ${expected.startsWith('CUSTODIA') ? expected : ''}`)
  expect(said).toContain(expected)
  expect(said).not.toContain('topsecret')
  expect(said.split('\n')).toHaveLength(1)
  expect(sentence({ [name]: value, LANG: 'es_BZ.UTF-8' })).toMatch(/no sirve: se esperaba /)
})
