/** Things leave for court with a named person, until an hour at which they are expected back. */
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { decideRows, ofAllInside, withContents } from '../../things/batch.ts'
import { CheckOutToCourt } from '../contract.ts'
import { Moved } from '../../things/contract.ts'
import { move } from '../../things/change-of-hands.ts'
import { holders } from '../../roles.ts'
import { unsafeGuns } from '../../things/firearms.ts'
import { mayHandOver } from '../rules.ts'
import { noBody, shownSafe } from '../../things/rules.ts'
import { signatureOf } from '../../things/signatures.ts'
import { letSee, ownHand } from '../../things/store/hands.ts'
import { seeWithContents } from '../../things/store/items.ts'

export const checkOutToCourt = command({
  name: 'evidence.check-out-to-court',
  summary: 'Things leave for court with a named person, until an hour at which they are expected back.',
  who: holders,
  input: CheckOutToCourt,
  output: Moved,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const together = new Set(input.things)
    const unsafe = await unsafeGuns(cx, all)
    const safe = ofAllInside(all, (item) => allOf(noBody(item), shownSafe(item, unsafe)))
    const { good, refused } = decideRows(cx, all.slice(0, together.size), input.partly, (item) =>
      allOf(mayHandOver(item, cx.actor.id, null, together), safe(item)),
    )
    refuseUnless(unless(Date.parse(input.dueBack) > Date.parse(cx.now), no('evidence.due-in-past')))
    const { others } = await ownHand(cx, input.by ? [input.by] : [])
    const person = input.by ? others.get(input.by) : undefined
    const going = withContents(all, good)
    // Whoever brings it back must find it.
    if (input.by && input.by !== cx.actor.id)
      await letSee(
        cx,
        input.by,
        going.map((i) => i.root),
      )
    const name = person?.name ?? input.byName ?? ''
    const signature = await signatureOf(cx, {
      side: 'took',
      root: going[0]?.root ?? '',
      person: input.by ?? null,
      name,
      where: input.court,
      coSigner: input.coSigner,
      signed: input.signed,
      other: 'evidence.co-signer-not-taker',
    })
    await move(
      cx,
      going,
      {
        kind: 'to-court',
        state: 'at-court',
        to: { kind: 'person', id: person?.id ?? null, name, where: input.court },
        gaveBy: cx.actor.id,
        tookBy: signature.by ?? (input.by === cx.actor.id ? cx.actor.id : null),
        tookSign: signature.sign,
        dueAt: input.dueBack,
        purpose: input.purpose ?? null,
      },
      () => ({}),
      signature.entries,
    )
    return { things: good.length, refused }
  },
})
