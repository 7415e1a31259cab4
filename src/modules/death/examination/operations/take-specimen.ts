/** Takes a specimen, with its site, container and additive, straight into custody. */
import { codeOf } from '#modules/catalogue/public.ts'
import { command } from '#platform/define.ts'
import { SpecimenKept, TakeSpecimen } from '../contract.ts'
import { writing } from '../examination-steps.ts'
import { pathologists } from '../../roles.ts'
import { take } from '../specimens.ts'

export const takeSpecimen = command({
  name: 'death.take-specimen',
  summary: 'Takes a specimen, with its site, container and additive, straight into custody.',
  who: pathologists,
  input: TakeSpecimen,
  output: SpecimenKept,
  async run(cx, input) {
    const e = await writing(cx, input.examination)
    const kind = await codeOf(cx, 'specimen-kind', input.kind)
    const type = (kind.data as { itemType?: unknown } | null)?.itemType
    return take(cx, e, {
      id: input.id,
      kind: input.kind,
      type: typeof type === 'string' ? type : null,
      description: [kind.en, input.site, input.container].filter(Boolean).join(', '),
      site: input.site ?? null,
      container: input.container ?? null,
      additive: input.additive ?? null,
      condition: input.condition ?? null,
      seal: input.seal ?? null,
      recovered: false,
    })
  },
})
