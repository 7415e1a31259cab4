/** Any operation by its own name: `custodia evidence get-item --input FILE.json --as USER`; and what a few of them take at a console besides. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { consoleLanguage } from '#platform/config.ts'
import type { AnyOperation } from '#platform/cx.ts'
import { fromStandardInput, print, withInstallation } from './console.ts'
import { makeRegistry } from './registry.ts'

type Given = Record<string, string | boolean | undefined>

export function operationCommands(program: Command): void {
  const registry = makeRegistry()
  const say = registry.say(consoleLanguage(process.env))
  const byModule = new Map<string, Command>()
  for (const op of registry.operations.values()) {
    const [module, verb] = op.name.split('.') as [string, string]
    let group = byModule.get(module)
    if (!group) byModule.set(module, (group = program.command(module).description(`operations of ${module}`)))
    const made = group
      .command(verb)
      .description(op.summary)
      .option('--input <file>', 'JSON; - reads standard input')
      .option('--as <user>', 'who acts; the first administrator unless said')
      .option('--reason <reason>')
      .option('--key <key>', 'idempotency key')
      .option('--pin-stdin', 'reads the PIN for acts that sign')
      .option('--out <file>', 'where a file goes')
      .option('--json')
      .summary(say(`op.${op.name}`))
    if (op.name === 'archive.receive-scans') receivesFolder(made, op)
    else made.action((options: Given) => performed(op, options))
  }
}

const performed = (op: AnyOperation, options: Given): Promise<void> =>
  withInstallation(async ({ ground }) => {
    const { performFromCommandLine } = await import('./people.ts')
    const text =
      options.input === undefined
        ? '{}'
        : options.input === '-'
          ? await fromStandardInput()
          : await readFile(String(options.input), 'utf8')
    const answer = await performFromCommandLine(ground, op, {
      input: JSON.parse(text) as unknown,
      as: options.as as string | undefined,
      reason: options.reason as string | undefined,
      key: options.key as string | undefined,
      pin: options.pinStdin ? await fromStandardInput() : undefined,
      out: options.out as string | undefined,
    })
    process.stdout.write(`${JSON.stringify(answer, null, options.json ? undefined : 2)}\n`)
  })

/** `custodia archive receive-scans DIR`: the operation takes files that were sent; at a console they lie in a folder. */
function receivesFolder(made: Command, op: AnyOperation): void {
  made
    .argument('[dir]', 'folder with what the scanner made: TIFF, PDF, JPEG, PNG')
    .option('--batch <number>', 'the batch they belong to; without it their cover sheets say it')
    .option('--two-passes', 'each file holds all fronts, then all backs from the last sheet to the first')
    .option('--move', 'moves each file into DIR/received once it is kept')
    .action((dir: string | undefined, options: Given) =>
      dir === undefined
        ? performed(op, options)
        : withInstallation(async ({ ground }) => {
            const { receiveFolder } = await import('./receiving-scans.ts')
            const receipt = await receiveFolder(ground, dir, {
              as: options.as as string | undefined,
              batch: options.batch as string | undefined,
              feeding: options.twoPasses === true ? 'fronts-then-backs' : 'as-scanned',
              move: options.move === true,
            })
            for (const { name, why } of receipt.refused) process.stderr.write(`  ${name}: ${why}\n`)
            print(
              options.json === true,
              receipt,
              `in ${receipt.in}, received ${receipt.received}, known ${receipt.known}, refused ${receipt.refused.length}, unfinished ${receipt.unfinished}`,
            )
          }),
    )
}
