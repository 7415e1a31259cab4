/** How the tests run: one throw-away PostgreSQL for the whole run, three files at a time. */
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'verifier/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'bench/**', 'dist/**', 'data/**'],
    globalSetup: ['test/global-setup.ts'],
    reporters: ['default', './test/reporter.ts'],
    pool: 'forks',
    // One more than the two cores that we promise to need: while one waits for a disk, a browser or a clock, another works (592 s instead of 1,240).
    maxWorkers: 3,
    // One world for all files of a worker: to read the program anew for each of two hundred took six minutes of two cores. Nothing in it
    // remembers a laboratory (a database, a folder and a clock of its own each), and what a test puts in place of a browser's is taken back.
    isolate: false,
    unstubGlobals: true,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    // Clock and language of the machine must not matter; where they do, a test has to say so.
    // Secrets are hashed cheaply: hundreds of people sign in. (Set here, because modules read it when they are loaded.)
    env: { TZ: 'America/Belize', LANG: 'C.UTF-8', CUSTODIA_TEST_CHEAP_SECRETS: '1' },
  },
})
