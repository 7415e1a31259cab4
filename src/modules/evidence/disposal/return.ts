/** A return that carries out an approved proposal: it is certified like a destruction, and who took it signed. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { certify, mayGoNow } from './completion.ts'
import type { Also } from '../things/change-of-hands.ts'
import type { DisposalRow } from './store/disposals.ts'
import type { Holder, ItemRow } from '../things/store/items.ts'

interface Taker {
  readonly to: Holder
  readonly by: string | null
  readonly sign: string | null
}
export interface Returned {
  readonly d: DisposalRow
  readonly certificate: Awaited<ReturnType<typeof certify>>
}

export async function carriedOut(
  cx: Cx,
  disposal: string,
  input: { readonly authority: string; readonly document?: string | null | undefined },
  going: readonly ItemRow[],
  taker: Taker,
): Promise<Returned> {
  const { d, rule, items } = await mayGoNow(
    cx,
    disposal,
    going.map((i) => i.id),
    { destroys: false, witnesses: 0, photographs: 0 },
  )
  const { to, by, sign } = taker
  refuseUnless(
    unless(
      by !== null || sign !== null,
      no('evidence.return-unsigned', { name: to.name }, 'evidence.next-taker-signs'),
    ),
  )
  const certificate = await certify(cx, d, rule, {
    method: null,
    place: input.authority,
    receiver: to.name,
    words: null,
    gone: items.map((i) => ({
      number: i.number,
      description: i.description,
      type: null,
      seals: i.seals,
      expected: null,
      weighed: null,
    })),
    witnesses: [
      {
        name: to.name,
        where: null,
        document: input.document ?? null,
        how: by === null ? 'device' : 'pin',
        person: to.id,
        sign,
      },
    ],
    photographs: [],
  })
  return { d, certificate }
}

export const dispositionRows = (cx: Pick<Cx, 'newId'>, done: Returned, item: ItemRow): Also => ({
  facts: { disposal: done.d.number, certificate: done.certificate.number },
  rows: {
    'evidence.disposition': [
      {
        id: cx.newId(),
        disposal: done.d.id,
        certificate: done.certificate.id,
        thing: item.id,
        root: item.root,
      },
    ],
  },
})
