/** Gives a thing back for good, on authority, to a named person outside; refused while any hold but that of birth stands. */
import { holdsOn } from '#modules/cases/public.ts'
import { ref, type Ref } from '#kernel/shapes.ts'
import { allOf } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { decideRows, ofAllInside, withContents } from '../../things/batch.ts'
import { ReturnDone, ReturnItem } from '../../hands/contract.ts'
import { judgeThings } from '../blocks.ts'
import { unsafeGuns } from '../../things/firearms.ts'
import { move } from '../../things/change-of-hands.ts'
import { carriedOut, dispositionRows } from '../return.ts'
import { keepers } from '../../roles.ts'
import { mayGoToOwner } from '../rules.ts'
import { heldBack, mayHandOver } from '../../hands/rules.ts'
import { noBody, shownSafe } from '../../things/rules.ts'
import { signatureOf } from '../../things/signatures.ts'
import { peopleOf } from '../../things/store/hands.ts'
import { type ItemRow, itemRef, seeWithContents } from '../../things/store/items.ts'

export const returnItem = command({
  name: 'evidence.return-item',
  summary: 'Gives a thing back for good, on authority, to a named person outside.',
  who: keepers,
  stepUp: true,
  input: ReturnItem,
  output: ReturnDone,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const together = new Set(input.things)
    // The hold of birth waits for a review before disposal; going back to the sender's own keeping is not disposal.
    const person = input.toPerson ?? null
    // To an owner it is, and what holds the whole case holds it.
    const holding = (i: ItemRow): Ref[] => [itemRef(i.id), ...(person ? [] : [ref('cases.case', i.root)])]
    const holds = await holdsOn(cx, [...new Set(all.flatMap(holding))])
    const whyHeld = (i: ItemRow): string[] =>
      holding(i)
        .flatMap((subject) => holds.get(subject) ?? [])
        .filter((h) => h.kind !== 'born')
        .map((h) => cx.say(h.why, h.values))
    // Somebody without an account is no agency: to an owner goes only what the rules of retention do not forbid.
    const ruled = new Map((person ? [] : await judgeThings(cx, all)).map((j) => [j.item.id, j.ruled]))
    const unsafe = await unsafeGuns(cx, all)
    const free = ofAllInside(all, (item) =>
      allOf(
        noBody(item),
        heldBack(item, whyHeld(item)),
        shownSafe(item, unsafe),
        mayGoToOwner(item.number, ruled.get(item.id) ?? null),
      ),
    )
    const { good, refused } = decideRows(cx, all.slice(0, together.size), input.partly, (item) =>
      allOf(mayHandOver(item, cx.actor.id, null, together), free(item)),
    )
    const to = { kind: 'person' as const, id: person, name: input.toName, where: input.document ?? null }
    const going = withContents(all, good)
    if (person) await peopleOf(cx, [person])
    const signature = await signatureOf(cx, {
      side: 'took',
      root: going[0]?.root ?? '',
      person,
      name: to.name,
      where: null,
      coSigner: input.coSigner,
      signed: input.signed,
      other: 'evidence.co-signer-not-taker',
    })
    const done = input.disposal
      ? await carriedOut(cx, input.disposal, input, going, { to, ...signature })
      : null
    await move(
      cx,
      going,
      {
        kind: 'returned',
        state: 'returned',
        to,
        gaveBy: cx.actor.id,
        tookBy: signature.by,
        tookSign: signature.sign,
        purpose: input.authority,
      },
      (item) => (done ? dispositionRows(cx, done, item) : {}),
      [...signature.entries, ...(done ? [done.certificate.entry] : [])],
    )
    return {
      things: good.length,
      refused,
      ...(done ? { certificate: done.certificate.id, number: done.certificate.number } : {}),
    }
  },
})
