/** Says how the service was on a case, of five; said again, the newest counts. */
import { keepPersonal } from '#ledger/vault.ts'
import { seeCase } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { Told } from '../contract.ts'
import { RateService } from '../contract/help.ts'
import { customers } from '../roles.ts'

export const rateService = command({
  name: 'portal.rate-service',
  summary: 'Says how the service was on a case, of five; said again, the newest counts.',
  who: customers,
  input: RateService,
  output: Told,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const id = input.id ?? cx.newId()
    const kept = input.text ? await keepPersonal(cx, file.root, { text: input.text }) : {}
    await cx.record({
      subject: ref('portal.rating', id),
      root: file.root,
      facts: { score: input.score },
      rows: {
        'portal.rating': [
          {
            id,
            root: file.root,
            score: input.score,
            vault: null,
            commitment: null,
            ...kept,
            by_name: cx.actor.name,
            unit: cx.actor.unit,
          },
        ],
      },
    })
    return { id }
  },
})
