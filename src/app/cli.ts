/** The command line: everything that a person at the server does. Each command has --help; --json where it prints data. */
import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { Refusal } from '#kernel/verdict.ts'
import { CannotStart, consoleLanguage } from '#platform/config.ts'
import { fromStandardInput, print, withInstallation } from './console.ts'
import { operationCommands } from './operation-commands.ts'
import { problemOf } from './problem.ts'
import { makeRegistry } from './registry.ts'

const USAGE = 2

const program = new Command('custodia')
  .description('Custodia, the open forensic LIMS')
  .showHelpAfterError()
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : USAGE)
  })

program
  .command('serve')
  .description('runs the server, with a worker inside')
  .option('--no-worker', 'only answer requests; workers run elsewhere')
  .option('--demo', 'an installation of its own with 2,000 made-up cases, for trying out')
  .action(async (options: { worker: boolean; demo?: boolean }) => {
    const { runServer } = await import('./run-server.ts')
    await runServer(options)
  })
program
  .command('worker')
  .description('works the queue alone; any number of them')
  .option('--only <tasks>', 'only these tasks, such as recognition')
  .action(async (options: { only?: string }) => {
    const { runWorker } = await import('./run-server.ts')
    await runWorker(options.only?.split(','))
  })
program
  .command('migrate')
  .description('brings the database up')
  .action(() => withInstallation(async () => print(false, {}, 'The database is up to date.')))
program
  .command('doctor')
  .description('checks the installation in plain words')
  .option('--json')
  .action((options: { json?: boolean }) =>
    withInstallation(async (installation) => {
      const { examine } = await import('./doctor.ts')
      const found = await examine(installation)
      print(
        options.json,
        found,
        found.checks.map((c) => `${c.ok ? 'good' : 'BAD '}  ${c.what}: ${c.says}`).join('\n'),
      )
      if (!found.ok) process.exitCode = 1
    }),
  )
program
  .command('setup')
  .description('the first set-up without a browser')
  .requiredOption('--name <name>', 'name of the service')
  .requiredOption('--admin <user>', 'sign-in name of the first administrator')
  .option('--password-stdin', 'reads the password from standard input')
  .requiredOption('--lab <lab>', 'a folder of labs, such as empty')
  .option('--json')
  .action((options: { name: string; admin: string; lab: string; json?: boolean }) =>
    withInstallation(async ({ ground }) => {
      const { setUp } = await import('./setup.ts')
      const done = await setUp(
        ground,
        {
          name: options.name,
          username: options.admin,
          password: await fromStandardInput(),
          lab: options.lab,
        },
        'live',
      )
      print(options.json, done, `Ready. ${options.admin} may sign in at ${ground.house.url}`)
    }),
  )

const user = program.command('user').description('people')
user
  .command('add')
  .argument('<name>', 'sign-in name')
  .requiredOption('--role <role...>', 'roles')
  .option('--unit <unit>', 'unit code; none: the whole service')
  .option('--full-name <name>')
  .option('--password-stdin')
  .option('--json')
  .action(
    (
      name: string,
      options: { role: string[]; unit?: string; fullName?: string; passwordStdin?: boolean; json?: boolean },
    ) =>
      withInstallation(async (installation) => {
        const { addUser } = await import('./people.ts')
        const done = await addUser(installation.ground, {
          username: name,
          roles: options.role,
          password: options.passwordStdin ? await fromStandardInput() : undefined,
          unit: options.unit,
          fullName: options.fullName,
        })
        print(options.json, done, `${name} was added.`)
      }),
  )
user
  .command('password')
  .argument('<name>', 'sign-in name')
  .requiredOption('--password-stdin', 'reads the password from standard input')
  .option('--json')
  .description('gives a first password to an account that has none, as after an import of everything')
  .action((name: string, options: { json?: boolean }) =>
    withInstallation(async ({ ground }) => {
      const { giveFirstPassword } = await import('./people.ts')
      await giveFirstPassword(ground, name, await fromStandardInput())
      print(options.json, {}, `${name} may sign in.`)
    }),
  )
program
  .command('token')
  .description('API tokens')
  .command('add')
  .requiredOption('--user <user>')
  .requiredOption('--scopes <scopes...>', '*, module.* or module.operation')
  .option('--name <name>', 'what it is for', 'command line')
  .option('--json')
  .action((options: { user: string; scopes: string[]; name: string; json?: boolean }) =>
    withInstallation(async ({ ground }) => {
      const { addToken } = await import('./people.ts')
      const done = await addToken(ground, {
        username: options.user,
        scopes: options.scopes.flatMap((s) => s.split(',')),
        name: options.name,
      })
      print(options.json, done, done.token)
    }),
  )

program
  .command('demo')
  .description('fills an empty installation with made-up cases')
  .option('--cases <n>', 'how many', '2000')
  .option('--seed <s>', 'seed', '7')
  .option('--json')
  .action((options: { cases: string; seed: string; json?: boolean }) =>
    withInstallation(async (installation) => {
      const { fillDemo } = await import('./demo.ts')
      const receipt = await fillDemo(installation, {
        cases: Number(options.cases),
        seed: Number(options.seed),
      })
      print(
        options.json,
        receipt,
        `${receipt.cases} cases, ${receipt.items} exhibits, ${receipt.reports} certificates.`,
      )
    }),
  )

program
  .command('import')
  .argument('<kind>', 'cases, deaths; everything: what custodia export everything wrote')
  .argument('<file>', 'CSV in any encoding; .gz is unpacked; of everything, the folder')
  .option('--map <map>', 'mapping file (YAML, or JSON as kept on screen)')
  .option('--keys <dir>', 'everything: the key folder of the old house, so that its log goes on')
  .option('--dry-run', 'tells the receipt and changes nothing')
  .option('--as <user>', 'who imports; the first administrator unless said')
  .option('--json')
  .description(
    'imports a file by a map (docs/guide/maps); prints rows in, created, matched, rejected, and writes the rejects to FILE.rejects.csv. Everything (docs/guide/everything.md) goes into an empty installation',
  )
  .action(
    (
      kind: string,
      file: string,
      options: { map?: string; keys?: string; dryRun?: boolean; as?: string; json?: boolean },
    ) =>
      withInstallation(async (installation) => {
        const { ground } = installation
        if (kind === 'everything') {
          const { importEverything } = await import('./everything.ts')
          const done = await importEverything(installation, file, options.keys)
          const key = done.signs ? 'everything-is-back' : 'everything-is-back-unsigned'
          return print(options.json, done, ground.say(consoleLanguage(process.env))(key, { ...done }))
        }
        const { importCommand } = await import('./import.ts')
        const receipt = await importCommand(ground, {
          kind,
          file,
          map: options.map,
          dryRun: options.dryRun ?? false,
          as: options.as,
        })
        print(
          options.json,
          receipt,
          `in ${receipt.in}, created ${receipt.created}, matched ${receipt.matched}, rejected ${receipt.rejected}${receipt.rejectsFile ? ` (${receipt.rejectsFile})` : ''}`,
        )
      }),
  )
program
  .command('export')
  .argument('<kind>', 'everything, ledger, fhir-mdi, case-uco')
  .requiredOption('--out <dir>')
  .option(
    '--case <number>',
    'fhir-mdi: the deaths of this number, or of this case, alone; case-uco: the case',
  )
  .option('--as <user>', 'fhir-mdi, case-uco: who sends; only what this person may see')
  .option('--json')
  .description('open formats')
  .action((kind: string, options: { out: string; case?: string; as?: string; json?: boolean }) =>
    withInstallation(async (installation) => {
      const { exportCommand } = await import('./export.ts')
      const receipt = await exportCommand(installation, kind, options)
      print(options.json, receipt, `Written to ${options.out}: ${JSON.stringify(receipt)}`)
    }),
  )

program
  .command('verify')
  .argument('[export]')
  .option('--json')
  .option('--checkpoint <file>', 'a signed checkpoint kept elsewhere')
  .option('--key <vkey>', 'the log key, when an export is verified')
  .option('--files', 'reads every file too, and holds it against its hash')
  .description('verifies the ledger of this installation, or of an export')
  .action(
    async (
      file: string | undefined,
      options: { json?: boolean; checkpoint?: string; key?: string; files?: boolean },
    ) => {
      const { verifyCommand } = await import('./verify.ts')
      const report = await verifyCommand(file, options, withInstallation)
      print(
        options.json,
        report,
        report.ok
          ? `Verified: ${report.entries} entries, tree of ${report.treeSize}, root ${report.root}`
          : report.problems
              .map(
                (p) =>
                  `${p.kind}: ${p.detail} (${[p.subject, p.entry, p.table, p.row].filter(Boolean).join(', ')})`,
              )
              .join('\n'),
      )
      if (!report.ok) process.exitCode = 1
    },
  )
program
  .command('backup')
  .argument('<dir>')
  .option('--json')
  .description('a complete, verified copy')
  .action((dir: string, options: { json?: boolean }) =>
    withInstallation(async (installation) => {
      const { backup } = await import('./backup.ts')
      const receipt = await backup(installation, dir)
      print(
        options.json,
        receipt,
        `Kept in ${dir}: ${receipt.tables} tables, ${receipt.rows} rows, ${receipt.files} files, ${receipt.jobs} waiting jobs, root ${receipt.root}`,
      )
    }),
  )
program
  .command('restore')
  .argument('<dir>')
  .option('--json')
  .option(
    '--checkpoint <file...>',
    'signed heads kept elsewhere: what came after the copy is then stated as lost',
  )
  .description('brings a copy back into an empty installation')
  .action((dir: string, options: { json?: boolean; checkpoint?: string[] }) =>
    withInstallation(async (installation) => {
      const { restore } = await import('./backup.ts')
      const heads = await Promise.all((options.checkpoint ?? []).map((file) => readFile(file, 'utf8')))
      const receipt = await restore(installation, dir, heads)
      const lost = receipt.epoch
        ? ` ${receipt.epoch.entriesLost} entries that were recorded after the copy are lost. The log says so and goes on as ${receipt.epoch.origin}.`
        : ''
      print(
        options.json,
        receipt,
        `Restored from ${dir}: ${receipt.tables} tables, ${receipt.rows} rows, ${receipt.files} files, ${receipt.jobs} waiting jobs, root ${receipt.root}.${lost}`,
      )
    }),
  )
program
  .command('accept-loss')
  .description(
    'after the database itself was brought back from an older copy: the log goes on under a new name and says what is lost',
  )
  .option('--checkpoint <file...>', 'signed heads kept elsewhere')
  .option('--json')
  .action((options: { json?: boolean; checkpoint?: string[] }) =>
    withInstallation(async (installation) => {
      const { acceptLoss } = await import('./epoch.ts')
      const heads = await Promise.all((options.checkpoint ?? []).map((file) => readFile(file, 'utf8')))
      const epoch = await acceptLoss(installation.ground, heads)
      print(
        options.json,
        epoch,
        `${epoch.entriesLost} entries are lost. The log says so and goes on as ${epoch.origin}.`,
      )
    }),
  )

const lab = program.command('lab').description("the laboratory's definition as files")
lab
  .command('export')
  .description('writes the laboratory that stands as files, made for diff')
  .argument('<dir>')
  .option('--json')
  .action((dir: string, options: { json?: boolean }) =>
    withInstallation(async ({ ground }) => {
      const { exportLaboratory } = await import('./laboratory.ts')
      const counts = await exportLaboratory(ground, dir)
      print(options.json, counts, `Written to ${dir}: ${JSON.stringify(counts)}`)
    }),
  )
lab
  .command('apply')
  .description('takes a laboratory from files; what is the same is left alone')
  .argument('<dir>')
  .option('--dry-run', 'tells what would be added and changed, and changes nothing')
  .option('--as <user>', 'who applies; the first administrator unless said')
  .option('--from <day>', 'where the laboratory works already: the day from which what is proposed holds')
  .option('--json')
  .action((dir: string, options: { dryRun?: boolean; as?: string; from?: string; json?: boolean }) =>
    withInstallation(async ({ ground }) => {
      const { applyLaboratory, inWords } = await import('./laboratory.ts')
      const done = await applyLaboratory(ground, dir, options)
      const say = ground.say(consoleLanguage(process.env))
      print(options.json, done, inWords(done, say, options.dryRun ?? false))
    }),
  )

// Hundreds of them: made for whoever calls one or asks what there is, not for a server that runs for months.
if (!program.commands.some((known) => known.name() === process.argv[2])) operationCommands(program)

try {
  await program.parseAsync()
} catch (error) {
  const say = makeRegistry().say(consoleLanguage(process.env))
  if (error instanceof Refusal) {
    const problem = problemOf(error, say)
    process.stderr.write(
      `${problem.detail}${problem.next ? ` ${problem.next}` : ''}\n${(problem.fields ?? []).map((f) => `  ${f.path}: ${f.message}\n`).join('')}`,
    )
    process.exit(error.kind === 'invalid' ? USAGE : 1)
  }
  if (error instanceof CannotStart) process.stderr.write(`${error.message}\n`)
  else if (error instanceof SyntaxError) process.stderr.write(`The input is not JSON: ${error.message}\n`)
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}
// Pools of libraries may keep the process; what was asked is done.
if (process.argv[2] !== 'serve' && process.argv[2] !== 'worker') process.exit()
