/** A thing is tendered: from now on it is in the custody of the court, under the court's mark. */
import { allOf, notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { isKeeper } from '../../things/near.ts'
import { Moved, TenderExhibit } from '../../things/contract.ts'
import { unsafeGuns } from '../../things/firearms.ts'
import { move } from '../../things/change-of-hands.ts'
import { holders } from '../../roles.ts'
import { mayTender } from '../rules.ts'
import { movesAlone, noBody, shownSafe } from '../../things/rules.ts'
import { signatureOf } from '../../things/signatures.ts'
import { seeWithContents } from '../../things/store/items.ts'

export const tenderExhibit = command({
  name: 'evidence.tender-exhibit',
  summary: 'A thing is tendered: from now on it is in the custody of the court, under the court’s mark.',
  who: holders,
  input: TenderExhibit,
  output: Moved,
  async run(cx, input) {
    const all = await seeWithContents(cx, [input.item])
    const [item] = all
    if (!item) throw notFound()
    cx.allow(item)
    const unsafe = await unsafeGuns(cx, all)
    refuseUnless(
      allOf(
        mayTender(item, cx.actor.id, isKeeper(cx)),
        movesAlone(item, new Set([item.id])),
        ...all.map((thing) => allOf(noBody(thing), shownSafe(thing, unsafe))),
      ),
    )
    const { court, mark, registry } = input
    const signature = await signatureOf(cx, {
      side: 'took',
      root: item.root,
      person: null,
      name: registry,
      where: court,
      signed: input.document ? { document: input.document } : undefined,
      other: 'evidence.co-signer-not-taker',
    })
    await move(
      cx,
      all,
      {
        kind: 'tendered',
        state: 'at-court',
        to: { kind: 'person', id: null, name: registry, where: court },
        gaveBy: cx.actor.id,
        tookSign: signature.sign,
        purpose: cx.say('evidence.tendered-as', { mark }),
        words: input.words ?? null,
      },
      (thing) => ({
        facts: { mark, court },
        rows: {
          'evidence.tendering': [
            {
              id: cx.newId(),
              thing: thing.id,
              root: thing.root,
              court,
              mark,
              on_day: input.on,
              registry,
              words: input.words ?? null,
              at: cx.occurredAt,
              by_name: cx.actor.name,
            },
          ],
        },
      }),
      signature.entries,
    )
    return { things: all.length, refused: [] }
  },
})
