/** Destroys or forfeits what two people approved: weighed, photographed, before witnesses, with a signed certificate. */
import { codeOf } from '#modules/catalogue/public.ts'
import type { CoveredRow } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { photographRow } from '../../things/birth.ts'
import { certify, mayGoNow, type Act } from '../completion.ts'
import { Certified, DisposeItem } from '../contract.ts'
import { move } from '../../things/change-of-hands.ts'
import { keepers } from '../../roles.ts'
import { goneOf, standingBy } from '../witnesses.ts'
import { weighedAtTheEnd } from '../last-weights.ts'

export const disposeItem = command({
  name: 'evidence.dispose-item',
  summary: 'Destroys or forfeits what two people approved, before witnesses, with a signed certificate.',
  who: keepers,
  stepUp: true,
  input: DisposeItem,
  output: Certified,
  async run(cx, input) {
    const { d, rule, items } = await mayGoNow(cx, input.disposal, input.things, {
      destroys: true,
      witnesses: input.witnesses.length + input.outsiders.length,
      photographs: input.photographs.length,
    })
    await codeOf(cx, 'disposal-method', input.method)
    const weights = await weighedAtTheEnd(cx, items, input.weights, rule.weigh)
    const stood = await standingBy(cx, input, items)
    const photographs = input.photographs.map((p) => p.file)
    const { method, place } = input
    const words = input.words ?? null
    const act: Act = {
      method,
      place,
      receiver: null,
      words,
      gone: goneOf(items, weights),
      witnesses: stood.witnesses,
      photographs,
    }
    const certificate = await certify(cx, d, rule, act)
    const pictures = new Map<string, CoveredRow[]>()
    // One picture of many parcels on the fire is a picture of each.
    for (const item of items)
      pictures.set(
        item.id,
        await Promise.all(input.photographs.map((p) => photographRow(cx, item.id, item.root, p))),
      )
    await move(
      cx,
      items,
      {
        kind: 'disposed',
        state: 'disposed',
        to: null,
        gaveBy: cx.actor.id,
        purpose: certificate.number,
        words,
      },
      (item) => {
        const weight = weights.get(item.id)
        return {
          facts: { disposal: d.number, certificate: certificate.number },
          rows: {
            'evidence.disposition': [
              {
                id: cx.newId(),
                disposal: d.id,
                certificate: certificate.id,
                thing: item.id,
                root: item.root,
                expected: weight?.expected ?? null,
                weighed: weight?.net ?? null,
                unit: weight?.unit ?? null,
              },
            ],
            ...(weight ? { 'evidence.weighing': [weight.row] } : {}),
            ...(photographs.length > 0 ? { 'evidence.photograph': pictures.get(item.id) ?? [] } : {}),
          },
        }
      },
      [certificate.entry, ...stood.entries],
    )
    return {
      id: certificate.id,
      number: certificate.number,
      sha256: certificate.sha256,
      things: items.length,
    }
  },
})
