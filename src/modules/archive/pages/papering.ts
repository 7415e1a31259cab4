/** The archive's signed papers: one form, the person's own signature, a machine-readable twin inside, and a row that names its hash. */
import { signWith, signingFor } from '#identity/paper-signing.ts'
import { type Letterhead, letterhead, nextNumber } from '#modules/catalogue/public.ts'
import { type Json, canonical } from '#kernel/canonical.ts'
import type { Say } from '#kernel/say.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { type Section, paperPdf, houseFrame } from '#platform/documents/papers.ts'
import { keepMade } from '#platform/uploads.ts'

export interface PaperAsked {
  readonly kind: 'copy' | 'search' | 'capture' | 'disposal'
  readonly language: 'en' | 'es'
  readonly root: string
  /** The file, batch or disposal of which it speaks. */
  readonly subject: string
  readonly request?: string | null
  readonly subtitle: string
  readonly pages: number
  readonly sections: (say: Say) => readonly Section[]
  readonly pictures?: Readonly<Record<string, Uint8Array>>
  readonly twin: Json
}

/** Makes and signs it; the row goes into the entry of the act that asked for it. */
export async function signedArchivePaper(
  cx: Cx,
  p: PaperAsked,
): Promise<{ id: string; number: string; sha256: string; row: CoveredRow }> {
  const say = cx.ground.say(p.language)
  const head = await letterhead(cx, p.language)
  const number = await nextNumber(cx, 'archive-paper')
  const pdf = paperBytes(cx, p, number, { say, head })
  const signing = await signingFor(cx, { id: cx.actor.id, name: cx.actor.name }, head)
  const signed = await signWith(cx, signing, pdf, say('archive.paper-reason', { number }))
  const file = await keepMade(cx, signed, 'application/pdf')
  const id = cx.newId()
  return {
    id,
    number,
    sha256: file.sha256,
    row: {
      id,
      root: p.root,
      kind: p.kind,
      number,
      subject: p.subject,
      request: p.request ?? null,
      file: file.sha256,
      size: String(file.size),
      signer: signing.own.id,
      pages: p.pages,
      by_name: cx.actor.name,
      at: cx.occurredAt,
    },
  }
}

function paperBytes(
  cx: Cx,
  p: PaperAsked,
  number: string,
  { say, head }: { say: Say; head: Letterhead },
): Buffer {
  return paperPdf(
    {
      lang: p.language,
      title: say(`archive.paper-${p.kind}`),
      number,
      subtitle: p.subtitle,
      ...houseFrame(say, head, cx.ground.house.demo),
      sections: [
        ...p.sections(say),
        {
          title: say('evidence.rc-signatures'),
          blocks: [
            {
              kind: 'signatures',
              rows: [
                {
                  name: cx.actor.name,
                  role: say(`archive.signs-${p.kind}`),
                  lines: [say('evidence.dc-signed-electronically')],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      at: cx.now,
      ...(p.pictures ? { pictures: p.pictures } : {}),
      attachments: [
        {
          name: `${number}.json`,
          bytes: Buffer.from(canonical(JSON.parse(JSON.stringify(p.twin)) as Json), 'utf8'),
          description: say('archive.paper-twin'),
          mime: 'application/json',
          relation: 'data',
        },
      ],
    },
  )
}
