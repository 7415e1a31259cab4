/** A well-formed input for every operation: its module's own example where it has one, else made from its shape. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { AnyOperation } from '../src/platform/cx.ts'
import type { Lab } from './lab.ts'
import { madeInput } from './made-input.ts'

type Example = (lab: Lab) => unknown
/** A shape whose rule a machine cannot guess (“one of the two”) has an example of its own beside its module. */
export const examples: Readonly<Record<string, Example>> = Object.assign(
  {},
  ...(await Promise.all(
    globSync(join(import.meta.dirname, '../src/modules/*/{examples,examples/*}.ts')).map(
      async (path) => ((await import(path)) as { examples?: Record<string, Example> }).examples ?? {},
    ),
  )),
)

/** Its shape is right; what it speaks of need not exist. */
export async function wellFormed(lab: Lab, op: AnyOperation): Promise<unknown> {
  const guessed = madeInput(op.input)
  return op.input.safeParse(guessed).success ? guessed : await examples[op.name]?.(lab)
}
