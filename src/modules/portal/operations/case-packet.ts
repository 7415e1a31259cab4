/** The case in one file, for the docket: certificates as they were signed, the custody form of each exhibit, and a list with the hash of each. */
import { createHash } from 'node:crypto'
import { zipOf } from '#formats/zip.ts'
import { seeCase } from '#modules/cases/public.ts'
import { custodyPaper } from '#modules/evidence/public.ts'
import { judgeOf, signedPaper } from '#modules/reports/public.ts'
import { stream } from '#platform/define.ts'
import { CasePacket } from '../contract.ts'
import { speakers } from '../roles.ts'
import { sideOf } from '../seeing.ts'
import { itemsSeen, underWay } from '../store/cases.ts'

interface Part {
  readonly name: string
  readonly bytes: Uint8Array
}

export const casePacket = stream({
  name: 'portal.case-packet',
  summary: 'Gives the certificates of a case and the custody form of each exhibit in one file.',
  who: speakers,
  reads: 'sensitive',
  input: CasePacket,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const language = input.language ?? cx.language
    const parts: Part[] = []
    const takes = await judgeOf(cx, file.id)
    const { papers } = await underWay(cx, [file.id], sideOf(cx))
    for (const paper of papers) {
      // What is not given to this reader is not in their file either.
      if (paper.state !== 'issued' || !takes({ id: paper.version, request: paper.request }).ok) continue
      const signed = await signedPaper(cx, paper.report)
      if (signed) parts.push(signed)
    }
    for (const item of await itemsSeen(cx, file.id)) parts.push(await custodyPaper(cx, item.id, language))
    const say = cx.ground.say(language)
    const list = parts.map(
      ({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`,
    )
    const words = say('portal.packet-words', { number: file.number, at: cx.now, n: parts.length })
    const contents = {
      name: say('portal.packet-contents'),
      bytes: Buffer.from(`${words}\n\n${list.join('\n')}\n`, 'utf8'),
    }
    return {
      name: `${file.number}.zip`,
      mediaType: 'application/zip',
      bytes: zipOf([contents, ...parts], cx.now),
    }
  },
})
