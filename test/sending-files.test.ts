/** Sending files: by whom, with which token, and how much a day. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '../src/platform/sql.ts'
import { type Lab, openLab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await lab.person('sender', ['analyst'])
  await lab.person('root', ['administrator'], { unit: null })
})
afterAll(() => lab?.close())

const send = async (token: string): Promise<{ status: number; code?: string }> => {
  const response = await fetch(`${lab.url}/api/files?name=a.txt`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: 'hello',
  })
  const { code } = (await response.json()) as { code?: string }
  return { status: response.status, ...(code ? { code } : {}) }
}

it('takes a token for files or for everything, and no other', async () => {
  const token = async (scope: string): Promise<string> =>
    (await lab.as('sender').do('identity.issue-token', { name: scope, scopes: [scope] })).token
  expect(await send(await token('cases.*'))).toEqual({ status: 403, code: 'scope-missing' })
  expect((await send(await token('files.send'))).status).toBe(201)
  expect((await send(await token('*'))).status).toBe(201)
})

it('takes nothing in a session that owes its second factor', async () => {
  await lab.db.direct.run(
    sql`update identity.session set narrow = true where person = ${lab.people.get('sender')?.id as string}`,
  )
  expect((await lab.as('sender').upload(Buffer.from('owed'))).body.code).toBe('second-factor-due')
  await lab.db.direct.run(sql`update identity.session set narrow = false`)
  expect((await lab.as('sender').upload(Buffer.from('owed'))).status).toBe(201)
})

it('takes five GiB a day that are attached to nothing', async () => {
  const { sha256 } = (await lab.as('sender').upload(Buffer.from('large'))).body
  await lab.db.direct.run(
    sql`update platform.file set size = 5 * 1073741824::bigint - 30 where sha256 = ${sha256}`,
  )
  const more = () => lab.as('sender').upload(Buffer.from('thirty bytes and some more than that'))
  expect(await more()).toMatchObject({ status: 429, body: { code: 'files-enough' } })
  await lab.db.direct.run(sql`update platform.upload set attached_at = received_at where sha256 = ${sha256}`)
  expect((await more()).status).toBe(201)
})

it('asks again who it is before anybody is let in or given a role', async () => {
  const person = lab.people.get('sender')?.id
  for (const [name, input] of [
    ['identity.add-person', { name: 'New' }],
    ['identity.grant-role', { person, role: 'analyst', unit: lab.units.chemistry }],
    ['identity.suspend-person', { person }],
    ['identity.reinstate-person', { person }],
    ['catalogue.define-limit', undefined],
    ['cases.give-access', undefined],
    ['catalogue.apply-laboratory', undefined],
    ['identity.withdraw-role', undefined],
  ] as const) {
    expect(lab.ground.operations.get(name)?.stepUp, name).toBe(true)
    if (input)
      expect((await lab.as('root').tell(name, input, { reason: 'tried' })).body.code).toBe('step-up-required')
  }
})
