/** What every command at the console shares: the installation opened and closed, what is printed, what is read. */
import { loadConfig } from '#platform/config.ts'
import { type Installation, openInstallation } from './installation.ts'

/** Opens the installation for one command, closes it whatever happens, and turns refusals into sentences. */
export async function withInstallation(work: (installation: Installation) => Promise<void>): Promise<void> {
  const installation = await openInstallation(loadConfig(), { as: 'command', quiet: true })
  try {
    await work(installation)
  } finally {
    await installation.close()
  }
}

export function print(json: boolean | undefined, data: unknown, words: string): void {
  process.stdout.write(json ? `${JSON.stringify(data)}\n` : `${words}\n`)
}

export async function fromStandardInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}
