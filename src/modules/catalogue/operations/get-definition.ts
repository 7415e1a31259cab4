/** A form, template, kit, label, numbering or letterhead: as in force on a day, or one version of it. */
import { notFound } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { DefinitionSeen, GetDefinition } from '../contract.ts'
import { dayOf } from '../rules.ts'
import { definitionSeen } from '../seen.ts'
import { definitionInForce, definitionVersion } from '../store/definitions.ts'

export const getDefinition = query({
  name: 'catalogue.get-definition',
  summary: 'Shows a definition as in force on a day, or one version of it.',
  who: 'signed-in',
  input: GetDefinition,
  output: DefinitionSeen,
  async run(cx, input) {
    cx.allow(null)
    const row =
      input.version === undefined
        ? await definitionInForce(cx.tx, input.kind, input.key, input.on ?? dayOf(cx.now))
        : await definitionVersion(cx.tx, input.kind, input.key, input.version)
    if (!row) throw notFound()
    return definitionSeen(row)
  },
})
