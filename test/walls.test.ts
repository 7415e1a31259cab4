/** The walls hold: every forbidden import, planted in a small copy of the house, is objected to by name, and a clean house is not. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const home = join(import.meta.dirname, '..')

/** A house in which everything is as it should be; each file is what it imports. */
const clean: Readonly<Record<string, string>> = {
  'src/kernel/verdict.ts': `export type Verdict = { ok: boolean }\nexport const yes: Verdict = { ok: true }`,
  'src/kernel/shapes.ts': `import { z } from 'zod'\nexport const Id = z.string()`,
  'src/platform/sql.ts': `import tag from 'sql-template-tag'\nexport const sql = tag`,
  'src/platform/db.ts': `import pg from 'pg'\nimport { yes } from '#kernel/verdict.ts'\nexport const pool = () => [pg.Pool, yes]`,
  'src/formats/jcamp.ts': `import { yes } from '#kernel/verdict.ts'\nexport const read = () => yes`,
  'src/ledger/append.ts': `import { sql } from '#platform/sql.ts'\nexport const append = () => sql`,
  'src/identity/sight.ts': `import { append } from '#ledger/append.ts'\nimport { sql } from '#platform/sql.ts'\nexport const visible = () => [append, sql]`,
  'src/ui/kit.tsx': `import { yes } from '#kernel/verdict.ts'\nexport const kit = yes`,
  'src/modules/cases/contract.ts': `import { Id } from '#kernel/shapes.ts'\nexport const OpenCase = Id`,
  'src/modules/cases/rules.ts': `import type { Verdict } from '#kernel/verdict.ts'\nimport { OpenCase } from './contract.ts'\nexport const mayOpen = (): Verdict => ({ ok: OpenCase !== undefined })`,
  'src/modules/cases/store.ts': `import { sql } from '#platform/sql.ts'\nexport const find = () => sql`,
  'src/modules/cases/operations/open-case.ts': `import { visible } from '#identity/sight.ts'\nimport { mayOpen } from '../rules.ts'\nimport { find } from '../store.ts'\nexport const openCase = () => [visible, mayOpen, find]`,
  'src/modules/cases/public.ts': `import { find } from './store.ts'\nexport const caseOf = () => find()`,
  'src/modules/cases/module.ts': `import { openCase } from './operations/open-case.ts'\nexport const cases = [openCase]`,
  'src/modules/cases/examples.ts': `import { OpenCase } from './contract.ts'\nexport const example = OpenCase`,
  'src/modules/cases/client.ts': `import type { openCase } from './operations/open-case.ts'\nimport { mayOpen } from './rules.ts'\nexport const client = (call: typeof openCase) => [call, mayOpen]`,
  'src/modules/cases/screens/CasePage.tsx': `import { kit } from '#ui/kit.tsx'\nimport { client } from '../client.ts'\nexport const page = [kit, client]`,
  'src/modules/evidence/contract.ts': `import { OpenCase } from '#modules/cases/contract.ts'\nexport const Receive = OpenCase`,
  'src/modules/evidence/operations/receive.ts': `import { caseOf } from '#modules/cases/public.ts'\nimport { Receive } from '../contract.ts'\nexport const receive = () => [caseOf, Receive]`,
  'src/modules/evidence/public.ts': `export const itemOf = () => 1`,
  'src/modules/evidence/module.ts': `import { receive } from './operations/receive.ts'\nimport { handOver } from './hands/operations/hand-over.ts'\nimport { sealItem } from './things/operations/seal-item.ts'\nimport { itemOf } from './public.ts'\nexport const evidence = [receive, itemOf, handOver, sealItem]`,
  'src/modules/evidence/roles.ts': `export const keepers = ['evidence-officer']`,
  'src/modules/evidence/things/rules/standing.ts': `import type { Verdict } from '#kernel/verdict.ts'\nexport const stillHere: Verdict = { ok: true }`,
  'src/modules/evidence/things/rules.ts': `export * from './rules/standing.ts'`,
  'src/modules/evidence/things/store/items.ts': `import { sql } from '#platform/sql.ts'\nexport const itemRow = () => sql`,
  'src/modules/evidence/things/operations/seal-item.ts': `import { keepers } from '../../roles.ts'\nimport { stillHere } from '../rules.ts'\nexport const sealItem = () => [keepers, stillHere]`,
  'src/modules/evidence/hands/answers.ts': `import { itemRow } from '../things/store/items.ts'\nexport const answers = () => itemRow`,
  'src/modules/evidence/hands/operations/hand-over.ts': `import { stillHere } from '../../things/rules.ts'\nimport { answers } from '../answers.ts'\nexport const handOver = () => [stillHere, answers]`,
  'src/modules/evidence/hands/screens/HandsPage.tsx': `import { stillHere } from '../../things/rules.ts'\nexport const hands = stillHere`,
  'src/modules/evidence/hands/hands.test.ts': `import { receive } from '../operations/receive.ts'\nimport { expect } from 'vitest'\nexpect(receive)`,
  'src/modules/evidence/screens/ItemPage.tsx': `import { page } from '#modules/cases/screens/CasePage.tsx'\nexport const item = page`,
  'src/modules/evidence/evidence.test.ts': `import { example } from '#modules/cases/examples.ts'\nimport { lab } from '../../../test/lab.ts'\nimport { expect } from 'vitest'\nexpect([example, lab])`,
  'src/app/server.ts': `import fastify from 'fastify'\nimport { pool } from '#platform/db.ts'\nimport { read } from '#formats/jcamp.ts'\nimport { cases } from '#modules/cases/module.ts'\nimport { evidence } from '#modules/evidence/module.ts'\nexport const server = [fastify, pool, read, cases, evidence]`,
  'src/app/web.tsx': `import { item } from '#modules/evidence/screens/ItemPage.tsx'\nexport const web = item`,
  'test/lab.ts': `import { server } from '../src/app/server.ts'\nexport const lab = server`,
  'verifier/verify.mjs': `import { createHash } from 'node:crypto'\nexport const hash = createHash`,
}

/** Each breach is a file of its own; `rule` is the objection that it must meet. */
const breaches: readonly { rule: string; file: string; imports: string }[] = [
  {
    rule: 'cases-looks-down',
    file: 'src/modules/cases/operations/look-up.ts',
    imports: '#modules/evidence/public.ts',
  },
  {
    rule: 'evidence-looks-down',
    file: 'src/modules/evidence/operations/past-the-door.ts',
    imports: '#modules/cases/store.ts',
  },
  {
    rule: 'evidence-looks-down',
    file: 'src/modules/evidence/operations/foreign-act.ts',
    imports: '#modules/cases/operations/open-case.ts',
  },
  {
    rule: 'cases-shapes-look-down',
    file: 'src/modules/cases/rules.ts',
    imports: '#modules/evidence/contract.ts',
  },
  { rule: 'rules-are-pure', file: 'src/modules/evidence/rules.ts', imports: '#platform/db.ts' },
  { rule: 'rules-are-pure', file: 'src/modules/work/rules.ts', imports: 'node:crypto' },
  { rule: 'rules-are-pure', file: 'src/modules/evidence/contract/seen.ts', imports: '#platform/db.ts' },
  {
    rule: 'sql-lives-in-store',
    file: 'src/modules/evidence/operations/own-sql.ts',
    imports: '#platform/sql.ts',
  },
  {
    rule: 'evidence-things-looks-down',
    file: 'src/modules/evidence/things/reaches-up.ts',
    imports: '../hands/answers.ts',
  },
  {
    rule: 'evidence-things-looks-down',
    file: 'src/modules/evidence/things/to-the-top.ts',
    imports: '../public.ts',
  },
  {
    rule: 'evidence-things-looks-down',
    file: 'src/modules/evidence/things/screens/Above.tsx',
    imports: '../../hands/screens/HandsPage.tsx',
  },
  {
    rule: 'evidence-hands-looks-down',
    file: 'src/modules/evidence/hands/operations/foreign-act.ts',
    imports: '../../things/operations/seal-item.ts',
  },
  {
    rule: 'evidence-looks-down',
    file: 'src/modules/evidence/hands/past-the-door.ts',
    imports: '#modules/cases/store.ts',
  },
  {
    rule: 'evidence-shapes-look-down',
    file: 'src/modules/evidence/things/rules/past-the-door.ts',
    imports: '#modules/cases/store.ts',
  },
  {
    rule: 'rules-are-pure',
    file: 'src/modules/evidence/things/rules/standing.ts',
    imports: '#platform/db.ts',
  },
  {
    rule: 'sql-lives-in-store',
    file: 'src/modules/evidence/hands/own-sql.ts',
    imports: '#platform/sql.ts',
  },
  {
    rule: 'browser-takes-the-pure-half',
    file: 'src/modules/evidence/hands/screens/Store.tsx',
    imports: '../../things/store/items.ts',
  },
  { rule: 'driver-lives-below', file: 'src/identity/driver.ts', imports: 'pg' },
  { rule: 'http-lives-in-app', file: 'src/modules/evidence/operations/own-http.ts', imports: 'fastify' },
  {
    rule: 'browser-takes-the-pure-half',
    file: 'src/modules/cases/screens/Store.tsx',
    imports: '../store.ts',
  },
  { rule: 'browser-has-no-node', file: 'src/modules/cases/screens/Disk.tsx', imports: 'node:fs' },
  { rule: 'server-takes-no-screen', file: 'src/platform/shows.ts', imports: '#ui/kit.tsx' },
  { rule: 'ui-knows-the-kernel', file: 'src/ui/forensic.tsx', imports: '#modules/cases/contract.ts' },
  { rule: 'kernel-is-pure', file: 'src/kernel/disk.ts', imports: 'node:fs' },
  { rule: 'kernel-is-pure', file: 'src/kernel/reaches.ts', imports: '#platform/db.ts' },
  { rule: 'platform-knows-its-floor', file: 'src/platform/reaches.ts', imports: '#ledger/append.ts' },
  { rule: 'ledger-knows-its-floor', file: 'src/ledger/reaches.ts', imports: '#identity/sight.ts' },
  { rule: 'identity-knows-its-floor', file: 'src/identity/reaches.ts', imports: '#modules/cases/public.ts' },
  { rule: 'formats-are-pure', file: 'src/formats/stored.ts', imports: '#platform/db.ts' },
  {
    rule: 'only-app-knows-app',
    file: 'src/modules/evidence/operations/knows-app.ts',
    imports: '#app/server.ts',
  },
  {
    rule: 'examples-are-for-tests',
    file: 'src/modules/cases/operations/by-example.ts',
    imports: '../examples.ts',
  },
  {
    rule: 'evidence-tells-downwards',
    file: 'src/modules/evidence/tells.test.ts',
    imports: '#modules/cases/store.ts',
  },
  {
    rule: 'work-knows-no-test',
    file: 'src/modules/evidence/operations/tested.ts',
    imports: '../../../../test/lab.ts',
  },
  { rule: 'verifier-stands-alone', file: 'verifier/leans.mjs', imports: '../src/kernel/verdict.ts' },
  { rule: 'nobody-leans-on-verifier', file: 'src/ledger/leans.ts', imports: '../../verifier/verify.mjs' },
  { rule: 'no-ghosts', file: 'src/modules/evidence/operations/ghost.ts', imports: './nowhere.ts' },
  { rule: 'declared-packages-only', file: 'src/platform/undeclared.ts', imports: 'postgres-array' },
  { rule: 'no-dev-package-in-src', file: 'src/platform/develops.ts', imports: 'fast-check' },
]
const circle: Readonly<Record<string, string>> = {
  'src/ledger/hen.ts': `import { egg } from './egg.ts'\nexport const hen = (): unknown => egg`,
  'src/ledger/egg.ts': `import { hen } from './hen.ts'\nexport const egg = (): unknown => hen`,
}

let copy = ''
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'custodia-walls-'))
  for (const file of ['.dependency-cruiser.cjs', 'house.json', 'package.json', 'tsconfig.json'])
    await cp(join(home, file), join(copy, file))
  await symlink(join(home, 'node_modules'), join(copy, 'node_modules'))
  await build(clean)
})
afterAll(() => rm(copy, { recursive: true, force: true }))

async function build(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(copy, file)), { recursive: true })
    await writeFile(join(copy, file), `${text}\n`)
  }
}

async function objections(): Promise<{ rule: string; from: string; to: string }[]> {
  const command = join(home, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const args = [command, 'src', 'test', 'verifier', '--output-type', 'json']
  const said = await new Promise<string>((settle, fail) => {
    execFile(process.execPath, args, { cwd: copy, maxBuffer: 50_000_000 }, (error, stdout, stderr) =>
      stdout.startsWith('{') ? settle(stdout) : fail(error ?? new Error(stderr)),
    )
  })
  const { summary } = JSON.parse(said) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] }
  }
  return summary.violations.map((found) => ({ rule: found.rule.name, from: found.from, to: found.to }))
}

test('a clean house meets no objection', async () => {
  expect(await objections()).toEqual([])
})

test('every planted breach is objected to by its own rule', async () => {
  await build(circle)
  for (const breach of breaches) {
    const before = clean[breach.file] ?? ''
    await build({
      [breach.file]: `${before}\nimport * as planted from '${breach.imports}'\nexport const kept${breach.rule.length} = planted`,
    })
  }
  const found = await objections()
  const missed = breaches.filter(
    (breach) => !found.some((one) => one.rule === breach.rule && one.from === breach.file),
  )
  expect(missed).toEqual([])
  expect(found.filter((one) => one.rule === 'no-circles').length).toBeGreaterThan(0)
  // Nothing is objected to but what was planted: a rule that objects to everything would prove nothing.
  const planted = new Set([...breaches.map((breach) => breach.file), ...Object.keys(circle)])
  expect(found.filter((one) => !planted.has(one.from))).toEqual([])
})
