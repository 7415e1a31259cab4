/** A paper to read, with its standing on every page: the draft as it would be printed, or a copy of what is in force no longer. */
import { letterhead } from '#modules/catalogue/public.ts'
import { caseworkers } from '#identity/roles.ts'
import { stream } from '#platform/define.ts'
import type { Cx } from '#platform/cx.ts'
import { certificatePdf, markedCopyPdf } from '#platform/documents/papers.ts'
import { GetReport } from '../contract.ts'
import { gather } from '../gathering.ts'
import { certificateOf, printingOf } from '../paper.ts'
import { dayOf } from '../paper-dates.ts'
import { isOver, paperNumber } from '../rules.ts'
import { mustBeReleased } from '../releasing.ts'
import { type VersionNow, getVersion, signatureOf, versionsOf } from '../store/versions.ts'

export const reportCopy = stream({
  name: 'reports.report-copy',
  summary: 'Gives the paper to read, marked on every page as draft, superseded or withdrawn.',
  who: caseworkers,
  reads: 'sensitive',
  input: GetReport,
  async run(cx, input) {
    const v = await getVersion(cx, input.report, input.version)
    cx.allow({ may_see: v.may_see, root: v.root })
    await mustBeReleased(cx, v)
    const signature = await signatureOf(cx, v.id)
    const mediaType = 'application/pdf'
    if (!signature) {
      const draft = await printingOf(cx, v, await gather(cx, v), null)
      const bytes = certificatePdf(await certificateOf(cx, draft), { at: cx.now })
      return { name: `${paperNumber(v)}-${cx.say('reports.file-draft')}.pdf`, mediaType, bytes }
    }
    if (!isOver(v.state)) return { name: `${paperNumber(v)}.pdf`, mediaType, file: signature.pdf }
    const bytes = await marked(cx, v, await cx.ground.files.read(signature.pdf))
    return { name: `${paperNumber(v)}-${cx.say('reports.file-copy')}.pdf`, mediaType, bytes }
  },
})

async function marked(cx: Cx, v: VersionNow, pdf: Buffer): Promise<Buffer> {
  const say = cx.ground.say(v.language)
  const { serviceName } = await letterhead(cx, v.language)
  const next = (await versionsOf(cx, v.report)).find((o) => o.version > v.version && o.state === 'issued')
  const by = next ? paperNumber({ number: v.number, version: next.version }) : ''
  return markedCopyPdf(
    pdf,
    {
      lang: v.language,
      number: paperNumber(v),
      service: serviceName,
      mark: say(`reports.mark-${v.state}`),
      lines: [say(`reports.mark-${v.state}-line`, { on: dayOf(v.since), by }), say('reports.mark-copy')],
      alt: say('reports.mark-page'),
    },
    { at: cx.now },
  )
}
