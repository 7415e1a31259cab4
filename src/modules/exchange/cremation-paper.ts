/** The clearance for a cremation as a paper of its own: who, under which number, given by whom; signed by whoever sends it. */
import { signWith, signingFor } from '#identity/paper-signing.ts'
import type { Decedent } from '#formats/fhir/mdi/facts.ts'
import { letterhead } from '#modules/catalogue/public.ts'
import { type DeathRow, clearanceOf } from '#modules/death/public.ts'
import type { Cx } from '#platform/cx.ts'
import { type Section, paperPdf, houseFrame } from '#platform/documents/papers.ts'
import type { IssuedPaper } from './sending.ts'

/** Undefined while no clearance holds: asked for, pending and refused are none, nor one given before the manner became homicide. */
export async function cremationPaper(
  cx: Cx,
  death: DeathRow,
  decedent: Decedent,
): Promise<IssuedPaper | undefined> {
  const given = await clearanceOf(cx, death)
  if (!given) return undefined
  const { say } = cx
  const head = await letterhead(cx, cx.language)
  const about = death.number ?? death.call_number
  const number = given.number ?? `${about}-C`
  const fact = (key: string, value: string | null | undefined, mono = false) =>
    value ? [{ label: say(`exchange.cremation-${key}`), value, mono }] : []
  const pdf = paperPdf(
    {
      lang: cx.language,
      title: say('exchange.cremation-title'),
      number,
      subtitle: about,
      ...houseFrame(say, head, cx.ground.house.demo),
      sections: [
        {
          blocks: [
            {
              kind: 'facts',
              rows: [
                ...fact('death', about, true),
                ...fact('name', decedent.name?.text ?? say('exchange.cremation-name-unknown')),
                ...fact('clearance', given.number, true),
                ...fact('by', given.by_name),
                ...fact('at', given.at.slice(0, 10)),
                ...fact('words', given.words),
              ],
            },
          ],
        },
        {
          title: say('evidence.form-statement'),
          blocks: [{ kind: 'paragraphs', lines: [say('exchange.cremation-states')] }],
        },
        signatures(cx),
      ],
    },
    { at: cx.now },
  )
  const signing = await signingFor(cx, { id: cx.actor.id, name: cx.actor.name }, head)
  return {
    number,
    title: say('exchange.cremation-title'),
    pdf: await signWith(cx, signing, pdf, say('exchange.cremation-reason', { number })),
    signedAt: cx.now,
    signer: cx.actor.name,
  }
}

function signatures({ say, actor }: Cx): Section {
  return {
    title: say('evidence.rc-signatures'),
    blocks: [
      {
        kind: 'signatures',
        rows: [
          {
            name: actor.name,
            role: say('exchange.cremation-sent-by'),
            lines: [say('evidence.dc-signed-electronically')],
          },
        ],
      },
    ],
  }
}
