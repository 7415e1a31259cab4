/** `npm run prove [-- NAME]`: the long suites, seeded (SEED); prints JSON. `npm test` runs each one small. */
import { crash } from './crash.ts'
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
  interleavings: () => inHouse((house) => interleave(house, { seed, share: 1, times: 5 })),
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
process.exit(0)
