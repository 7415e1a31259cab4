/** Stories of one word changed on many cases: tried first, done in one signed act with its reason, put back by another. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { modules } from '../../app/modules.ts'
import { aCase, arrangeWords } from './examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('elsewhere', ['evidence-officer'], { unit: lab.units.chemistry })
  await lab.person('requena', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('ical', ['officer'], { unit: lab.units.policeBelmopan })
})
afterAll(() => lab?.close())

const open = async (n: number, more: object = {}): Promise<{ id: string; number: string }[]> => {
  const out = []
  for (let i = 0; i < n; i += 1)
    out.push(await lab.as('reneau').do('cases.open-case', aCase({ aliases: [], parties: [], ...more })))
  return out
}
const act = (operation: string, input: object, reason?: string, who = 'reneau') =>
  lab.as(who).tell(`cases.${operation}`, input, { stepUp: true, ...(reason ? { reason } : {}) })
const idOf = (name: string): string => lab.people.get(name)?.id ?? ''
const entries = (batch: string) =>
  lab.db.direct.many<{ subject: string }>(
    sql`select subject from ledger.entry where act = (select act from ledger.entry where subject = ${`cases.batch/${batch}`}) order by subject`,
  )
const mine = async (who: string): Promise<string[]> =>
  (await lab.as(who).ask('cases.find-cases', { limit: 200 })).body.items.map((c: { id: string }) => c.id)
const priorities = async (ids: readonly string[]) =>
  (
    await lab.db.direct.many<{ priority: number }>(
      sql`select priority from cases.standing where root = any(${ids as string[]}::uuid[]) order by number`,
    )
  ).map((r) => r.priority)

describe('B44 one word on many cases', () => {
  it('B44 an officer leaves: his cases are tried, counted, given to another in one signed act with its reason, and the sight goes with them', async () => {
    const files = await open(4, { investigator: { person: idOf('requena') } })
    const ids = files.map((f) => f.id)
    const change = { what: 'investigator', to: idOf('ical') }
    await lab
      .as('reneau')
      .do(
        'cases.change-investigator',
        { case: ids[3], investigator: { person: idOf('ical') } },
        { reason: 'Taken over before' },
      )
    const tried = (
      await lab.as('reneau').ask('cases.try-batch', { ...change, investigator: idOf('requena') })
    ).body
    expect(tried).toMatchObject({ name: 'ical', good: 3, tooMany: false })
    expect(tried.rows[0]).toMatchObject({ before: 'requena', why: null })
    // Trying writes nothing, and tells nothing of cases that the reader does not see.
    expect(await mine('ical')).toEqual([ids[3]])
    expect((await lab.as('elsewhere').ask('cases.try-batch', change)).body.rows).toEqual([])
    expect((await act('change-together', { ...change, cases: ids })).body.code).toBe('reason-required')
    const stopped = await act('change-together', { ...change, cases: ids }, 'Transferred to Belmopan')
    expect(stopped.body).toMatchObject({ code: 'rows-refused', fields: [{ path: 'cases.3' }] })
    expect(stopped.body.fields[0].message).toContain('says so already')
    const done = (
      await act('change-together', { ...change, cases: ids, partly: true }, 'Transferred to Belmopan')
    ).body
    expect(done).toMatchObject({ cases: 3, refused: [{ number: files[3]?.number }] })
    // One act, one entry for the batch, and an entry of its own in the chain of each.
    expect((await entries(done.id)).map((e) => e.subject)).toEqual(
      [`cases.batch/${done.id}`, ...ids.slice(0, 3).map((i) => `cases.case/${i}`)].sort(),
    )
    expect((await mine('ical')).sort()).toEqual([...ids].sort())
    expect(await mine('requena')).toEqual([])
    const page = (await lab.as('reneau').ask('cases.get-batch', { batch: done.id })).body
    expect(page).toMatchObject({ cases: 3, name: 'ical', reason: 'Transferred to Belmopan', by: 'reneau' })
    expect(page.rows).toMatchObject(Array(3).fill({ before: 'requena', stands: true }))
    expect((await lab.as('elsewhere').ask('cases.get-batch', { batch: done.id })).status).toBe(404)
    expect((await lab.as('elsewhere').ask('cases.batches')).body.items).toEqual([])
    // Undone by another act; what somebody has changed since stands.
    await lab
      .as('reneau')
      .do(
        'cases.change-investigator',
        { case: ids[0], investigator: { unit: lab.units.policeBelmopan } },
        { reason: 'The office takes it' },
      )
    const all = await act('put-back', { batch: done.id }, 'He stays after all')
    expect(all.body).toMatchObject({ code: 'rows-refused', fields: [{ path: 'cases.0' }] })
    const back = (await act('put-back', { batch: done.id, partly: true }, 'He stays after all')).body
    expect(back.cases).toBe(2)
    expect((await mine('requena')).sort()).toEqual(ids.slice(1, 3).sort())
    expect((await act('put-back', { batch: done.id, partly: true }, 'Again')).body.code).toBe(
      'cases.batch-over',
    )
    expect((await act('put-back', { batch: back.id, partly: true }, 'Again')).body.code).toBe(
      'cases.batch-over',
    )
    expect((await lab.as('reneau').ask('cases.get-batch', { batch: done.id })).body).toMatchObject({
      undoneBy: back.id,
      actions: [{ operation: 'cases.put-back', ok: false }],
    })
  })

  it('B44 how soon: what is closed and what says so stands aside, each with its sentence; an ordinary case is ordinary again', async () => {
    const files = await open(3)
    const ids = files.map((f) => f.id)
    await lab.as('reneau').do('cases.close-case', { case: ids[2] })
    const tried = (
      await lab.as('reneau').ask('cases.try-batch', { what: 'priority', to: '1', state: 'all', q: 'Robbery' })
    ).body
    const why = (n: number) => tried.rows.find((r: { id: string }) => r.id === ids[n])?.why
    expect([why(0), why(1)]).toEqual([null, null])
    expect(why(2)).toBe(`${files[2]?.number} is closed.`)
    const { id } = (
      await act(
        'change-together',
        { what: 'priority', to: '1', cases: [ids[0], ids[1]] },
        'Before the assizes',
      )
    ).body
    expect(await priorities(ids)).toEqual([1, 1, 3])
    expect((await act('put-back', { batch: id }, 'The sitting is postponed')).status).toBe(200)
    expect(await priorities(ids)).toEqual([3, 3, 3])
    expect((await act('change-together', { what: 'priority', to: '5', cases: ids }, 'No')).status).toBe(400)
    const nobody = { what: 'investigator', to: lab.ground.newId(), cases: [ids[0]] }
    expect((await act('change-together', nobody, 'No')).body.code).toBe('cases.batch-whom')
    // Who keeps no cases changes none, and who does not see one of them changes none of them.
    const one = { what: 'priority', to: '2', cases: [ids[0]] }
    expect((await act('change-together', one, 'Mine', 'requena')).status).toBeGreaterThanOrEqual(403)
    expect((await act('change-together', one, 'Mine', 'elsewhere')).status).toBe(404)
    expect(await priorities(ids)).toEqual([3, 3, 3])
  })

  it('five hundred cases change hands in one act, and the record holds together', async () => {
    const cases: string[] = []
    for (const f of await open(500, { offences: [], place: null, incident: null })) cases.push(f.id)
    const started = performance.now()
    const change = { what: 'investigator', to: lab.units.policeBelmopan, cases }
    const out = (await act('change-together', change, 'The office takes them')).body
    expect(out.cases).toBe(500)
    expect(performance.now() - started).toBeLessThan(20_000)
    expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
  }, 120_000)
})
