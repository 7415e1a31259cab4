/** Recovers an exhibit from a body, such as a bullet: it is an exhibit of the case from this moment. */
import { codeOf } from '#modules/catalogue/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { RecoverItem, SpecimenKept } from '../contract.ts'
import { writing } from '../examination-steps.ts'
import { pathologists } from '../../roles.ts'
import { woundsOf } from '../store/examinations.ts'
import { take } from '../specimens.ts'

export const recoverItem = command({
  name: 'death.recover-item',
  summary:
    'Recovers an exhibit from a body, such as a bullet: it is an exhibit of the case from this moment.',
  who: pathologists,
  input: RecoverItem,
  output: SpecimenKept,
  async run(cx, input) {
    const e = await writing(cx, input.examination)
    await codeOf(cx, 'item-type', input.type)
    if (input.wound) {
      const wound = (await woundsOf(cx, e.id)).find((w) => w.no === input.wound && !w.removed)
      refuseUnless(unless(wound !== undefined, no('death.no-such-wound', { no: input.wound })))
    }
    return take(cx, e, {
      id: input.id,
      kind: 'recovered',
      type: input.type,
      description: input.description,
      site: input.wound
        ? `${input.site} (${cx.ground.say('en')('death.wound-no', { no: input.wound })})`
        : input.site,
      seal: input.seal ?? null,
      recovered: true,
    })
  },
})
