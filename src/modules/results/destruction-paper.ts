/** The certificate that a profile was destroyed: which, why, on whose proposal and by whom; signed, with its twin, and without a single allele. */
import { signWith, signingFor } from '#identity/paper-signing.ts'
import { letterhead, nameOfCode } from '#modules/catalogue/public.ts'
import { canonical } from '#kernel/canonical.ts'
import type { Say } from '#kernel/say.ts'
import type { Cx } from '#platform/cx.ts'
import { type Section, paperPdf, houseFrame } from '#platform/documents/papers.ts'
import { keepMade } from '#platform/uploads.ts'
import { type ProfileRow, type RemovalRow, indexedOf } from './store/profiles.ts'

export async function destructionPaper(
  cx: Cx,
  p: ProfileRow,
  proposal: RemovalRow,
  language: 'en' | 'es',
): Promise<{ number: string; sha256: string; size: number; signer: string }> {
  const say = cx.ground.say(language)
  const head = await letterhead(cx, language)
  const number = `${p.number}-D`
  const indexes: string[] = []
  for (const i of await indexedOf(cx, p.id))
    indexes.push(await nameOfCode(cx, 'dna-index', i.index_code, language))
  const pdf = paperPdf(
    {
      lang: language,
      title: say('results.dd-title'),
      number,
      subtitle: p.number,
      ...houseFrame(say, head, cx.ground.house.demo),
      sections: sectionsOf(cx, p, proposal, indexes, say),
    },
    { at: cx.now, attachments: [twinOf(cx, p, proposal, number, say('results.dd-twin'))] },
  )
  const signing = await signingFor(cx, { id: cx.actor.id, name: cx.actor.name }, head)
  const file = await keepMade(
    cx,
    await signWith(cx, signing, pdf, say('results.dd-reason', { number })),
    'application/pdf',
  )
  return { number, sha256: file.sha256, size: file.size, signer: signing.own.id }
}

const twinOf = (cx: Cx, p: ProfileRow, proposal: RemovalRow, number: string, description: string) => ({
  name: `${number}.json`,
  bytes: Buffer.from(
    canonical({
      schema: 'custodia/certificate-of-profile-destruction/1',
      profile: p.number,
      commitment: p.commitment,
      file: p.file,
      why: proposal.why,
      proposedBy: proposal.by,
      by: cx.actor.name,
      at: cx.now,
    }),
    'utf8',
  ),
  description,
  mime: 'application/json',
  relation: 'data' as const,
})

function sectionsOf(
  cx: Cx,
  p: ProfileRow,
  proposal: RemovalRow,
  indexes: readonly string[],
  say: Say,
): Section[] {
  const fact = (key: string, value: string | null, mono = false) =>
    value ? [{ label: say(`results.dd-${key}`), value, mono }] : []
  return [
    {
      blocks: [
        {
          kind: 'facts',
          rows: [
            ...fact('profile', p.number, true),
            ...fact('item', p.item_number, true),
            ...fact('indexes', indexes.join(', ') || say('results.dd-no-index')),
            ...fact('why', say(`results.why-${proposal.why}`)),
            ...fact('paper', proposal.paper),
            ...fact('words', proposal.words),
            ...fact('commitment', p.commitment, true),
            ...fact('file', p.file, true),
          ],
        },
      ],
    },
    {
      title: say('evidence.form-statement'),
      blocks: [{ kind: 'paragraphs', lines: [say('results.dd-states'), say('results.dd-backups')] }],
    },
    {
      title: say('evidence.rc-signatures'),
      blocks: [
        {
          kind: 'signatures',
          rows: [
            { name: proposal.by, role: say('results.dd-proposed') },
            {
              name: cx.actor.name,
              role: say('results.dd-carried-out'),
              lines: [say('evidence.dc-signed-electronically')],
            },
          ],
        },
      ],
    },
  ]
}
