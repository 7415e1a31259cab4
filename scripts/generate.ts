/** Writes what documents restate, from the code itself; with --check, says what has gone stale and writes nothing. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import pg from 'pg'
import { makeRegistry } from '../src/app/registry.ts'
import { openapiOf } from '../src/app/openapi.ts'
import { neededBy } from '../src/app/shapes.ts'
import { roles } from '../src/identity/roles.ts'
import { describeSchema } from './describe-schema.ts'
import { onDatabase, testCluster } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'

const registry = makeRegistry()
const say = registry.say('en')
const operations = [...registry.operations.values()].sort((a, b) => a.name.localeCompare(b.name))

function operationsPage(): string {
  const modules = [...new Set(operations.map((op) => op.name.split('.')[0] as string))]
  const line = (op: (typeof operations)[number]): string =>
    `| \`${op.name}\` | ${op.kind} | ${say(`op.${op.name}`)} | ${op.summary} | ${[op.stepUp ? 'PIN or passkey' : '', op.reason ? 'reason' : '', op.reads ? 'logged look' : ''].filter(Boolean).join(', ')} |`
  return `# Operations\n\nMade from the code by \`npm run generate\`. Each is a URL (\`/api/<module>/<operation>\`), a command-line command and an action of the ledger.\n\n${modules
    .map(
      (m) =>
        `## ${m}\n\n| name | kind | on screen | what it does | asks for |\n| --- | --- | --- | --- | --- |\n${operations
          .filter((op) => op.name.startsWith(`${m}.`))
          .map(line)
          .join('\n')}\n`,
    )
    .join('\n')}`
}

function matrix(): string {
  const width = Math.max(...operations.map((op) => op.name.length)) + 2
  const head = `${''.padEnd(width)}${roles.join(' ')}\n`
  const row = (op: (typeof operations)[number]): string => {
    if (op.who === 'anyone' || op.who === 'signed-in') return `${op.name.padEnd(width)}${op.who}`
    const who = op.who
    return `${op.name.padEnd(width)}${roles.map((r) => (who.includes(r) ? 'x' : '.').padEnd(r.length)).join(' ')}`.trimEnd()
  }
  return `Who may do what: role by operation. Rights hold at a unit and beneath it, and only on what the person may see.\n\n${head}${operations.map(row).join('\n')}\n`
}

/** Names are for ever: a name that once stood here stays, whatever becomes of the operation. */
async function ledgerActions(): Promise<string> {
  const before = await readFile('docs/generated/ledger-actions.txt', 'utf8').catch(() => '')
  const names = new Set([
    ...before.split('\n').filter(Boolean),
    ...operations.filter((op) => op.kind === 'command').map((op) => op.name),
    ...registry.reactions.map((r) => r.name),
  ])
  return `${[...names].sort().join('\n')}\n`
}

/** The shapes of the main job for those who look from outside. */
const mainJob = [
  'cases.open-case',
  'evidence.receive-submission',
  'evidence.hand-over',
  'evidence.accept-hand-over',
  'work.request-examination',
  'work.accept-request',
  'work.assign-request',
  'results.start-worksheet',
  'results.record-measurement',
  'results.import-run',
  'results.record-conclusion',
  'results.verify-result',
  'results.review-technically',
  'reports.draft-report',
  'reports.sign-report',
  'reports.issue-report',
  'reports.amend-report',
  'evidence.get-item',
  'evidence.custody-of-item',
  'cases.find-anything',
  'reports.report-file',
  'reports.report-data',
  'reports.report-proof',
]
function contracts(): [string, string][] {
  const api = openapiOf(operations, say, 'http://127.0.0.1:8080') as {
    paths: Record<string, Record<string, unknown>>
    components: { schemas: Record<string, Record<string, unknown>> }
  }
  return mainJob
    .filter((name) => registry.operations.has(name))
    .map((name) => {
      const described = api.paths[`/api/${name.replace('.', '/')}`]
      // Whole in itself: with the shapes that it names.
      const schemas = neededBy(described, api.components.schemas)
      const page = { ...described, components: { schemas } }
      return [`docs/contract/${name}.json`, `${JSON.stringify(page, null, 2)}\n`]
    })
}

async function schema(): Promise<string> {
  const cluster = await testCluster()
  try {
    const admin = new pg.Client({ connectionString: cluster.superUrl })
    await admin.connect()
    await admin.query('create database described owner custodia_owner')
    await admin.end()
    const url = onDatabase(cluster.ownerUrl, 'described')
    await migrate({ connectionString: url })
    return await describeSchema(url)
  } finally {
    await cluster.stop()
  }
}

const files: [string, string][] = [
  ['docs/generated/operations.md', operationsPage()],
  ['docs/generated/who-may-do-what.txt', matrix()],
  ['docs/generated/ledger-actions.txt', await ledgerActions()],
  ...contracts(),
  ['db/schema.sql', await schema()],
]
const stale: string[] = []
for (const [path, text] of files) {
  if ((await readFile(path, 'utf8').catch(() => '')) === text) continue
  stale.push(path)
  if (process.argv.includes('--check')) continue
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
if (process.argv.includes('--check') && stale.length > 0) {
  process.stderr.write(`Stale, run npm run generate: ${stale.join(', ')}\n`)
  process.exit(1)
}
process.stdout.write(
  stale.length === 0 ? 'Generated files are up to date.\n' : `Written: ${stale.join(', ')}\n`,
)
process.exit(0)
