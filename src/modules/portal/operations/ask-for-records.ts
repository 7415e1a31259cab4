/** Asks for records, or brings a subpoena: in one's own name by account, or at the counter for somebody who showed who they are. */
import { notifyRoles } from '#identity/notices.ts'
import { openNewSight, oversight } from '#identity/sight.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { seeCase } from '#modules/cases/public.ts'
import { desksOf } from '#modules/evidence/public.ts'
import { addDays } from '#kernel/calendar.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AskForRecords, RecordsAsked } from '../contract/records.ts'
import { isInside, recordAskers } from '../roles.ts'
import { mayAskForRecords } from '../rules/records.ts'
import { kindOf, recordRef } from '../records-steps.ts'

export const askForRecords = command({
  name: 'portal.ask-for-records',
  summary:
    'Asks for records, or brings a subpoena: in one’s own name, or for somebody who showed who they are.',
  who: recordAskers,
  input: AskForRecords,
  output: RecordsAsked,
  async run(cx, input) {
    if (input.case) cx.allow(await seeCase(cx, input.case))
    else cx.allow(null)
    const kind = await kindOf(cx, input.kind)
    const proof = input.asker?.proof ?? 'account'
    refuseUnless(
      mayAskForRecords(
        {
          inside: isInside(cx.actor.grants),
          proof,
          named: Boolean(input.asker),
          authority: input.authority ?? null,
          says: Boolean(input.case) || input.numbers !== '',
        },
        kind,
      ),
    )
    const id = input.id ?? cx.newId()
    const { name = null, document = null } = input.asker ?? {}
    const kept = await keepPersonal(cx, id, { text: input.text, name, document })
    await cx.record({
      subject: recordRef(id),
      root: id,
      facts: { kind: input.kind, proof, authority: input.authority ?? null },
      rows: {
        'portal.record_request': [
          {
            id,
            root: id,
            kind: input.kind,
            about: input.case ?? null,
            numbers: input.numbers,
            asker: input.asker ? null : cx.actor.id,
            asker_unit: input.asker ? null : cx.actor.unit,
            proof,
            authority: input.authority ?? null,
            due_on: kind.days ? addDays(cx.now.slice(0, 10), kind.days) : null,
            ...kept,
            by_name: cx.actor.name,
            at: cx.occurredAt,
          },
        ],
      },
    })
    const see = [oversight, cx.actor.id, ...(await desksOf(cx)).map((d) => d.id)]
    await openNewSight(
      cx,
      'portal.id-in-use',
      [...new Set(see)].map((principal) => ({ root: id, principal, why: 'portal.ask-for-records' })),
    )
    const about = { subject: recordRef(id), root: id, path: '/portal/records' }
    await notifyRoles(cx, ['director', 'quality-manager'], 'portal.notice-records-asked', about)
    return { id }
  },
})
