/** What some tests need and not every machine has: a folder of real files, a program of the system. Where it is absent they do not run, and say why. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach } from 'vitest'

/** Real instrument files, registers and hostile files are not part of the project: a folder beside it, or the one that is named. */
const folder = process.env.CUSTODIA_TEST_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))
export const realFolder: string | undefined = existsSync(join(folder, 'ANSWERS.json')) ? folder : undefined
export const REAL_FILES =
  'the folder of real files is not on this machine (CUSTODIA_TEST_DATA names it, or it is ../shared/data)'

export const realFile = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(join(realFolder ?? '', path)))
/** What independent programs read in those files. */
export function answers(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return JSON.parse(new TextDecoder().decode(realFile('ANSWERS.json'))) as Record<
    string,
    Record<string, unknown>
  >
}

/** Called in a describe block, or at the top of a file: its tests are skipped with this sentence where the thing is not there. */
export function needs(there: unknown, otherwise: string): void {
  beforeEach((ctx) => {
    ctx.skip(!there, otherwise)
  })
}

/** Programs that check our work from outside; their absence takes a check away, not the product. */
export function program(name: string, ask = '--version'): { there: boolean; absent: string } {
  return {
    there: spawnSync(name, [ask], { stdio: 'ignore' }).error === undefined,
    absent: `${name} is not on this machine`,
  }
}
