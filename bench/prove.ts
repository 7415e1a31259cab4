/** `npm run prove [-- NAME]`: the long suites, seeded; prints JSON. `npm test` runs each one small. */
import { crash } from './crash.ts'

const suites: Record<string, () => Promise<unknown>> = {
  crash: () => crash({ rounds: 20, clients: 6, seed: Number(process.env.SEED ?? 7) }),
}
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const results: Record<string, unknown> = {}
for (const [name, suite] of Object.entries(suites)) {
  if (wanted.length === 0 || wanted.includes(name)) results[name] = await suite()
}
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
process.exit(0)
