/** Issues blank collection kits by serial to an office or station, each fit until its day. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { kitOf } from '#modules/catalogue/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { IssueKit, KitsIssued } from '../contract.ts'
import { kitEvent } from '../kits.ts'
import { keepers } from '../../roles.ts'
import { mayIssueKit } from '../rules.ts'
import { peopleOf, unitName } from '../../things/store/hands.ts'
import { kitRef, kitsBySerial } from '../store/kits.ts'

export const issueKit = command({
  name: 'evidence.issue-kit',
  summary: 'Issues blank collection kits by serial to an office or station, each fit until its day.',
  who: keepers,
  input: IssueKit,
  output: KitsIssued,
  async run(cx, input) {
    cx.allow({ may_see: true, unit: cx.actor.unit })
    const serials = [...new Set(input.serials)]
    const known = await kitsBySerial(cx, serials)
    const template = await kitOf(cx, input.kit)
    const today = dayOfInstant(cx.now)
    const expiresOn = input.expiresOn ?? null
    // A template with a shelf life makes kits that expire: whoever issues reads the day off the box.
    refuseUnless(
      unless(
        !template.body.shelfLifeDays || expiresOn !== null || serials.every((s) => known.has(s)),
        no('evidence.kit-expiry-unsaid', { kit: template[cx.language] }, 'evidence.next-kit-expiry'),
      ),
    )
    for (const s of serials) refuseUnless(mayIssueKit(s, known.get(s), { kit: input.kit, expiresOn, today }))
    const where = await unitName(cx, input.toUnit)
    refuseUnless(unless(where !== null, no('evidence.no-such-unit', { code: input.toUnit })))
    const person = input.toPerson ? (await peopleOf(cx, [input.toPerson])).get(input.toPerson) : undefined
    const kits = serials.map((number) => ({ number, id: known.get(number)?.id ?? cx.newId() }))
    await cx.record(
      ...kits.map(({ id, number }) => ({
        subject: kitRef(id),
        root: null,
        facts: { number, kit: input.kit, to: input.toUnit },
        rows: {
          ...(known.has(number)
            ? {}
            : {
                'evidence.kit': [
                  {
                    id,
                    number,
                    kit: input.kit,
                    definition: template.id,
                    en: template.en,
                    es: template.es,
                    contents: template.body.items,
                    expires_on: expiresOn,
                    lot: input.lot ?? null,
                    unit: cx.actor.unit ?? input.toUnit,
                  },
                ],
              }),
          'evidence.kit_event': [
            kitEvent(cx, id, known.get(number)?.seq ?? 0, {
              kind: 'issued',
              unit: input.toUnit,
              unit_name: where,
              person: person?.id ?? null,
              person_name: person?.name ?? null,
              words: input.words ?? null,
            }),
          ],
        },
      })),
    )
    return { kits }
  },
})
