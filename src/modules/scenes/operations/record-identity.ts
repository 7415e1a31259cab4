/** Keeps what the code of an identity document said, every character, and enters the person in the case as somebody confirmed it with the document in hand. */
import { addToCase } from '#modules/cases/public.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { command } from '#platform/define.ts'
import { IdentityRecorded, RecordIdentity } from '../contract.ts'
import { attending } from '../roles.ts'
import { differsFrom, ownCardOf, readIdentity } from '../rules/identity/identity.ts'
import { ofScene, openToWrite, write } from '../writing.ts'

export const recordIdentity = command({
  name: 'scenes.record-identity',
  summary: 'Enters a person by the code of an identity document, as read and as confirmed.',
  who: attending,
  input: RecordIdentity,
  output: IdentityRecorded,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    const { id: given, attendance: _a, raw, ...confirmed } = input
    const cards = (await codesOf(cx, 'identity-card')).flatMap((c) => ownCardOf(c.code, c.data) ?? [])
    const read = readIdentity(raw, dayOfInstant(cx.occurredAt), cards)
    const differs = read ? differsFrom(read, confirmed) : []
    const party = cx.newId()
    await addToCase(cx, a.root, { parties: [{ id: party, ...confirmed }] })
    const kept = await keepPersonal(cx, a.root, { raw })
    const { id } = await write(
      cx,
      a,
      'scenes.identity',
      {
        id: given ?? cx.newId(),
        ...ofScene(cx, a),
        party,
        ...kept,
        format: read?.format ?? null,
        failed: [...(read?.failed ?? [])],
        differs,
      },
      { party, format: read?.format ?? null },
    )
    return { id, party, format: read?.format ?? null, differs }
  },
})
