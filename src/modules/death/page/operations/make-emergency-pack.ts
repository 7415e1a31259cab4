/** Makes the pack with which the office goes on when the power is gone: bodies, open deaths, whom to reach, blank sheets; one file, its hash told. */
import { codesOf, formsFor, letterhead } from '#modules/catalogue/public.ts'
import { canonical, type Json } from '#kernel/canonical.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { keepMade } from '#platform/uploads.ts'
import { packers } from '../../roles.ts'
import { MakeEmergencyPack, PackMade } from '../contract.ts'
import { blankSheets, gatherPack, minute } from '../emergency-pack.ts'
import { packPdf } from '../emergency-paper.ts'
import { seenByOffice } from '../certificates.ts'
import { packRef } from '../store/packs.ts'

export const makeEmergencyPack = command({
  name: 'death.make-emergency-pack',
  summary:
    'Makes the pack for when the power is gone: bodies, open deaths, whom to reach and blank sheets, in one file.',
  who: packers,
  input: MakeEmergencyPack,
  output: PackMade,
  async run(cx, input) {
    cx.allow(null)
    const morgues = await codesOf(cx, 'morgue')
    const morgue = input.morgue ? morgues.find((m) => m.code === input.morgue) : morgues[0]
    refuseUnless(unless(morgue !== undefined, no('death.no-morgue', {}, 'death.next-no-morgue')))
    const { roots, ...told } = await gatherPack(cx, morgue?.code ?? '', morgue?.data)
    const sheets = blankSheets(cx, input.callSheets)
    const [script] = await formsFor(cx, 'call-script', { of: 'death' })
    const pack = {
      morgue: morgue?.[cx.language] ?? '',
      at: minute(cx.now, cx.language),
      by: cx.actor.name,
      medium: input.medium,
      ...told,
      sheets,
    }
    const bytes = packPdf(pack, {
      lang: cx.language,
      say: cx.say,
      head: await letterhead(cx, cx.language),
      demo: cx.ground.house.demo,
      at: cx.now,
      script: script ?? null,
      twin: Buffer.from(
        canonical({ schema: 'custodia-emergency-pack/1', ...pack, at: cx.now } as unknown as Json),
        'utf8',
      ),
    })
    const kept = await keepMade(cx, bytes, 'application/pdf')
    const id = input.id ?? cx.newId()
    const sums = { bodies: told.bodies.length, deaths: told.deaths.length, people: told.contacts.length }
    await cx.record({
      subject: packRef(id),
      root: id,
      facts: { ...sums, file: kept.sha256, medium: input.medium, sheets: sheets.length },
      rows: {
        'death.pack': [
          {
            id,
            root: id,
            unit: cx.actor.unit,
            morgue: morgue?.code ?? null,
            medium: input.medium,
            ...sums,
            roots: [...roots],
            file: kept.sha256,
            size: kept.size,
          },
        ],
        'death.pack_sheet': sheets.map((s) => ({ ...s, root: id, pack: id })),
      },
    })
    await seenByOffice(cx, id, 'death.make-emergency-pack')
    return { id, sha256: kept.sha256, size: kept.size, ...sums, sheets: sheets.length }
  },
})
