/**
 * Opens a way back into an account for somebody who lost theirs. The one who starts it sees one half of the code; a second person, who
 * knows whose account it is, sees the other (identity.confirm-recovery): nobody takes over an account alone. For an account that nobody has
 * used yet it is the invitation, and one half is the whole.
 */
import { instantOf } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { anotherToAdminister } from '../administered.ts'
import { RecoveryStarted, StartRecovery } from '../contract/duties.ts'
import { newCode, readCode } from '../recovery-codes.ts'
import { mayComeIn } from '../store/absences.ts'
import { isUnused, keepFirstHalf, openRecoveryOf } from '../store/recovery.ts'

const DAY_MS = 24 * 3_600_000
const FIRST_DAY_MS = 7 * DAY_MS

export const startRecovery = command({
  name: 'identity.start-recovery',
  summary: 'Opens a way back into an account for somebody who lost theirs, or into a new one.',
  who: ['administrator'],
  input: StartRecovery,
  output: RecoveryStarted,
  reason: 'required',
  stepUp: true,
  answers: 'once',
  async run(cx, input) {
    cx.allow(null)
    const { subject } = await anotherToAdminister(cx, input.person)
    refuseUnless(unless(await mayComeIn(cx, input.person), no('identity.recovery-closed')))
    refuseUnless(
      unless(
        (await openRecoveryOf(cx, input.person)) === undefined,
        no('identity.recovery-open', {}, 'identity.next-withdraw-recovery'),
      ),
    )

    const id = cx.newId()
    const firstDay = await isUnused(cx, input.person)
    const code = newCode((n) => cx.ground.randomBytes(n), 16)
    const until = instantOf(Date.parse(cx.now) + (firstDay ? FIRST_DAY_MS : DAY_MS))
    await cx.record({
      subject,
      facts: { recovery: id, lost: input.lost, firstDay },
      rows: { 'identity.recovery': [{ id, person: input.person, lost: input.lost, first_day: firstDay }] },
    })
    await keepFirstHalf(cx, id, readCode(code), until)
    // Behind the number sign nothing is sent to any server, nor into its log.
    return {
      id,
      code,
      link: `${cx.ground.house.url}/recover#${readCode(code)}`,
      until,
      needsSecond: !firstDay,
    }
  },
})
