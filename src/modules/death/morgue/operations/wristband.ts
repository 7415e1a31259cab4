/** The wristband of a body: a QR code and the number, never a name. */
import { banner } from '#platform/documents/papers.ts'
import { letterhead } from '#modules/catalogue/public.ts'
import { barcodeOf } from '#modules/evidence/public.ts'
import { labelsPdf } from '#platform/documents/labels.ts'
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { OfDeath } from '../../call/contract.ts'
import { morguePeople } from '../../roles.ts'
import { seeDeath } from '../../call/store/deaths.ts'

export const wristband = stream({
  name: 'death.wristband',
  summary: 'The wristband of a body: a QR code and the number, never a name.',
  who: morguePeople,
  input: OfDeath,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death)
    cx.allow(death)
    if (!death.body || !death.number) throw notFound()
    const code = barcodeOf(death.body)
    const { serviceName } = await letterhead(cx, cx.language)
    return {
      name: `${death.number}.pdf`,
      mediaType: 'application/pdf',
      bytes: labelsPdf(
        {
          lang: cx.language,
          title: cx.say('death.wristband'),
          service: serviceName,
          sheet: 'roll-50x25',
          symbol: 'qr',
          labels: [
            {
              code,
              alt: code,
              number: death.number,
              lines: [cx.say('death.wristband-line'), code],
              ...banner(cx.say, cx.ground.house.demo),
            },
          ],
        },
        { at: cx.now },
      ),
    }
  },
})
