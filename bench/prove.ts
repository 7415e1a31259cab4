/** `npm run prove [-- NAME]`: the long suites, seeded (SEED); prints JSON. `npm test` runs each one small. */
import { crash } from './crash.ts'
import { figuresOf as tests } from './figures.ts'
import { processes } from './processes.ts'
import { custodyModel } from '../test/custody-model/custody-model.ts'
import { recognition } from './recognition.ts'
import { recognitionLine } from './recognition-line.ts'
import { installedSize } from './size.ts'
import { interleave } from '../test/interleavings/interleave.ts'
import { preparedCluster } from '../test/cluster.ts'
import { madeInstallation } from '../test/installation.ts'
import { simulate } from '../test/simulation/simulate.ts'

const seed = Number(process.env.SEED ?? 7)

/** On an installation of its own, in a cluster of its own. */
async function inHouse<T>(
  work: (house: Awaited<ReturnType<typeof madeInstallation>>) => Promise<T>,
): Promise<T> {
  const cluster = await preparedCluster()
  try {
    const house = await madeInstallation({ cluster })
    return await work(house).finally(() => house.close())
  } finally {
    await cluster.stop()
  }
}

const suites: Record<string, () => Promise<unknown>> = {
  crash: () => crash({ rounds: 20, clients: 6, seed }),
  processes: () => processes({ rounds: 12, clients: 4 }),
  s3: () => crash({ rounds: 8, clients: 4, seed, bucket: true }),
  'bad-input': () => tests(['test/bad-input/'], { CUSTODIA_TEST_LONG: '1' }),
  pades: () => tests(['src/platform/documents/pades.test.ts'], { CUSTODIA_RUNS: '3000' }),
  scenes: () => tests(['src/modules/scenes/offline.test.ts'], { CUSTODIA_RUNS: process.env.RUNS ?? '1000' }),
  'scenes-photos': () =>
    tests(['src/modules/scenes/many-photographs.test.ts'], {
      CUSTODIA_PHOTOGRAPHS: process.env.PHOTOGRAPHS ?? '2000',
    }),
  recognition: () =>
    recognition({
      ...(process.env.TESSERACT === undefined ? {} : { program: process.env.TESSERACT || null }),
      ...(process.env.FILES === undefined ? {} : { files: process.env.FILES }),
    }),
  'recognition-line': async () => {
    const report = await recognitionLine({
      pages: Number(process.env.PAGES ?? 10_000),
      workers: Number(process.env.WORKERS ?? 2),
      kills: Number(process.env.KILLS ?? 60),
      seed,
    })
    if (!report.adds || !report.verified) process.exitCode = 1
    return report
  },
  pages: () =>
    tests(['src/modules/archive/many-pages.test.ts'], { CUSTODIA_PAGES: process.env.PAGES ?? '100000' }),
  size: () => Promise.resolve(installedSize()),
  pg15: () =>
    tests(['src/modules', 'src/identity', 'src/ledger', 'test/every-operation', 'test/simulation'], {
      CUSTODIA_TEST_POSTGRES: 'pg15',
    }),
  interleavings: () => inHouse((house) => interleave(house, { seed, share: 1, times: 5 })),
  'custody-model': () =>
    inHouse((house) => custodyModel(house, { seed, runs: Number(process.env.RUNS ?? 2_000), steps: 30 })),
  simulation: () =>
    inHouse((house) =>
      simulate(house, {
        seed,
        days: Number(process.env.DAYS ?? 60),
        acts: 400,
        together: 6,
        onDay: (day, sim) => process.stderr.write(`day ${day + 1}: ${sim.told.length} acts\n`),
      }),
    ),
}
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const results: Record<string, unknown> = {}
for (const name of wanted.length > 0 ? wanted : Object.keys(suites)) {
  const suite = suites[name]
  if (!suite) {
    process.stderr.write(`There is no suite called ${name}: choose of ${Object.keys(suites).join(', ')}\n`)
    process.exit(2)
  }
  const since = performance.now()
  const report = await suite()
  results[name] = { ...(report as object), seconds: Math.round((performance.now() - since) / 1_000) }
}
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
process.exit(process.exitCode ?? 0)
