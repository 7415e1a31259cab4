/** Who signed a change of hands: with the PIN as an account, or on the other party's device; what nobody signed is told as such. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { ref } from '#kernel/shapes.ts'
import type { Cx, NewEntry } from '#platform/cx.ts'
import { uploadedFile } from '#platform/uploads.ts'
import type { CoSigner, Signed } from './contract.ts'
import { checkCoSigner } from './store/hands.ts'

export interface Signature {
  /** The account that signed with its PIN. */
  readonly by: string | null
  /** The row of a signature on this device. */
  readonly sign: string | null
  readonly entries: readonly NewEntry[]
}

interface Asked {
  readonly side: 'gave' | 'took'
  readonly root: string
  /** The account that is meant, where one is. */
  readonly person: string | null
  readonly name: string
  readonly where: string | null
  readonly coSigner?: CoSigner | undefined
  readonly signed?: Signed | undefined
  /** The refusal where another signs than the one who is meant. */
  readonly other: string
}

/** Checks the second party's PIN or keeps what that person showed and drew; without either, nobody signed. */
export async function signatureOf(cx: Cx, a: Asked): Promise<Signature> {
  if (a.coSigner) {
    refuseUnless(unless(a.coSigner.person === a.person, no(a.other)))
    await checkCoSigner(cx, a.coSigner)
    return { by: a.coSigner.person, sign: null, entries: [] }
  }
  if (!a.signed) return { by: null, sign: null, entries: [] }
  for (const file of [a.signed.drawn, a.signed.photograph]) if (file) await uploadedFile(cx, file)
  const id = cx.newId()
  return {
    by: null,
    sign: id,
    entries: [
      {
        subject: ref('evidence.signature', id),
        root: a.root,
        facts: { side: a.side },
        rows: {
          'evidence.signature': [
            {
              id,
              root: a.root,
              side: a.side,
              name: a.signed.name ?? a.name,
              place: a.signed.where ?? a.where,
              document: a.signed.document ?? null,
              drawn: a.signed.drawn ?? null,
              photograph: a.signed.photograph ?? null,
              at: cx.occurredAt,
              device_of: cx.actor.name,
            },
          ],
        },
      },
    ],
  }
}
