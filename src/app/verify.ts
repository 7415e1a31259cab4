/** `custodia verify`: this installation, or an export by the stand-alone verifier (the second implementation of the format). */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type VerifyReport, verifyInstallation } from '#ledger/verify.ts'
import type { Installation } from './installation.ts'
import { verifyFiles } from './verify-files.ts'

const verifier = join(import.meta.dirname, '../../verifier/verify.mjs')

export async function verifyCommand(
  file: string | undefined,
  options: { checkpoint?: string; key?: string; files?: boolean },
  withInstallation: (work: (installation: Installation) => Promise<void>) => Promise<void>,
): Promise<VerifyReport> {
  if (file !== undefined) return verifyExport(file, options)
  let report: VerifyReport | undefined
  await withInstallation(async ({ ground, registry }) => {
    const checkpoints = options.checkpoint ? [await readFile(options.checkpoint, 'utf8')] : []
    report = await verifyInstallation(ground, registry.modules, {
      checkpoints,
      ...(options.key ? { vkey: options.key } : {}),
    })
    if (options.files) {
      const { files, problems } = await verifyFiles(ground)
      const all = [...report.problems, ...problems]
      report = { ...report, ok: all.length === 0, files, problems: all }
    }
  })
  return report as VerifyReport
}

async function verifyExport(
  file: string,
  options: { checkpoint?: string; key?: string },
): Promise<VerifyReport> {
  const words = [
    verifier,
    file,
    '--json',
    ...(options.key ? ['--key', options.key] : []),
    ...(options.checkpoint ? ['--checkpoint', options.checkpoint] : []),
  ]
  const said = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, words, { maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
      stdout ? resolve(stdout) : reject(error ?? new Error(stderr)),
    )
  })
  return JSON.parse(said) as VerifyReport
}
