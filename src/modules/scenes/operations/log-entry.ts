/** One line of the cordon log: who came in or went out and why, or what was noticed. */
import { keepPersonal } from '#ledger/vault.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, LogEntry } from '../contract.ts'
import { attending } from '../roles.ts'
import { knownPeople } from '../store/people.ts'
import { openToWrite, write } from '../writing.ts'

export const logEntry = command({
  name: 'scenes.log-entry',
  summary: 'Writes who came into the cordon or left it and why, or what was noticed.',
  who: attending,
  input: LogEntry,
  output: Done,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    if (input.person)
      refuseUnless(
        unless(
          (await knownPeople(cx, [input.person])) === 1,
          no('scenes.no-such-person', {}, 'scenes.next-choose-person'),
        ),
      )
    const kept = !input.person && input.name ? await keepPersonal(cx, a.root, { name: input.name }) : null
    return write(
      cx,
      a,
      'scenes.log_entry',
      {
        id: input.id ?? cx.newId(),
        root: a.root,
        attendance: a.id,
        kind: input.kind,
        person: input.person ?? null,
        vault: kept?.vault ?? null,
        commitment: kept?.commitment ?? null,
        organisation: input.organisation ?? null,
        why: input.why ?? null,
        at: cx.occurredAt,
      },
      { kind: input.kind },
    )
  },
})
