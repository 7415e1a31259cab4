/**
 * Invites somebody in one act: the person, the account, the role at their unit, and the code with which they come in the first time. An agency's own
 * administrator does it for the people of their units. The code is shown once, to who invites, and is given by hand: mail is read by others.
 */
import { instantOf, ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { InvitePerson, PersonInvited } from '../contract/customers.ts'
import { newCode, readCode } from '../recovery-codes.ts'
import { roles } from '../roles.ts'
import { mayGrantRole } from '../rules.ts'
import { insertAccount, settingOf } from '../store.ts'
import { agencyOfUnit } from '../store/customers.ts'
import { keepFirstHalf } from '../store/recovery.ts'

const WEEK_MS = 7 * 24 * 3_600_000

export const invitePerson = command({
  name: 'identity.invite-person',
  summary: 'Invites somebody: person, account, role and the code of the first day in one act.',
  who: ['administrator'],
  input: InvitePerson,
  output: PersonInvited,
  stepUp: true,
  answers: 'once',
  async run(cx, input) {
    cx.allow(null)
    const { unit, role } = input
    const id = input.id ?? cx.newId()
    refuseUnless(unless((roles as readonly string[]).includes(role), no('identity.no-such-role', { role })))
    refuseUnless(mayGrantRole(cx.actor, { person: id, role, unit }))
    const agency = await agencyOfUnit(cx, unit)
    if (!agency) throw notFound()

    const recovery = cx.newId()
    const code = newCode((n) => cx.ground.randomBytes(n), 16)
    const until = instantOf(Date.parse(cx.now) + WEEK_MS)
    const { name, rank = null, badge = null, title = null, email = null, phone = null } = input
    await cx.record({
      subject: ref('identity.person', id),
      facts: { account: true, role, unit, recovery },
      rows: {
        'identity.person': [{ id, name, rank, badge, title, agency, unit, email, phone }],
        'identity.role_grant': [{ id: cx.newId(), person: id, role, unit, from_at: cx.now, until_at: null }],
        'identity.recovery': [{ id: recovery, person: id, lost: ['password'], first_day: true }],
      },
    })
    await insertAccount(cx, {
      person: id,
      username: input.username,
      passwordHash: null,
      language: input.language ?? (await settingOf<string>(cx.tx, 'language')) ?? 'en',
    })
    await keepFirstHalf(cx, recovery, readCode(code), until)
    // Behind the number sign nothing is sent to any server, nor into its log.
    return { id, code, link: `${cx.ground.house.url}/recover#${readCode(code)}`, until }
  },
})
