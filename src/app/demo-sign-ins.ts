/** One-click sign-ins by role: only where the installation is a demonstration, said on every page, impossible elsewhere. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { openSession } from '#identity/store/sessions.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Ground } from '#platform/cx.ts'
import { atTheDoor } from './demo/cast.ts'
import { demoPin } from './demo/counter.ts'
import { kindOf } from './genesis.ts'
import { sql } from '#platform/sql.ts'
import { giveSession } from './session-cookies.ts'

export function demoSignIns(app: FastifyInstance, ground: Ground): void {
  if (!ground.house.demo) return
  app.get('/api/demo/people', async () => {
    await mustBeDemo(ground)
    const people = await ground.db.direct.many<{ username: string; role: string }>(sql`
      select a.person as id, a.username, concat_ws(' ', p.rank, p.name) as name, p.title, u.name as unit, min(g.role) as role
        from identity.account a join identity.person p on p.id = a.person left join identity.unit u on u.id = p.unit join identity.role_grant g on g.person = a.person
       where not a.suspended group by a.person, a.username, p.name, p.rank, p.title, u.name order by p.name limit 60`)
    // One of each role first, as a thing goes through their hands; the others wait behind a word.
    const order = Object.keys(atTheDoor)
    const place = (username: string): number => {
      const n = order.indexOf(username)
      return n < 0 ? order.length : n
    }
    const items = people
      .toSorted((a, b) => place(a.username) - place(b.username))
      .map((one) => ({ ...one, does: atTheDoor[one.username] ?? null }))
    return { items, pin: demoPin }
  })
  app.post('/api/demo/sign-in', async (request, reply) => {
    await mustBeDemo(ground)
    const { person } = z.object({ person: z.uuid() }).parse(request.body)
    const known = await ground.db.direct.maybe(
      sql`select 1 from identity.account where person = ${person} and not suspended`,
    )
    if (!known) throw new Refusal('not-found', 'not-found')
    const session = await ground.db.transaction((tx) =>
      openSession({ tx, now: ground.now(), newId: ground.newId }, person, {
        device: null,
        method: 'demonstration',
      }),
    )
    return giveSession(ground, reply, session).send({ csrf: session.csrf })
  })
}

/** Asked again at each use: the log itself must say that it began as a demonstration. */
async function mustBeDemo(ground: Ground): Promise<void> {
  if ((await kindOf(ground.db)) !== 'demo') throw new Refusal('not-found', 'no-such-operation')
}
