/** Who may have a proof: its leaf names the actor and holds the reason in clear. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { certificate, worked } from '../src/modules/reports/examples.ts'
import { modules } from '../src/app/modules.ts'
import { verifyInstallation } from '../src/ledger/verify.ts'
import { readProof } from '../src/ledger/proof-file.ts'
import { sql } from '../src/platform/sql.ts'
import { type Lab, openLab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await lab.person('outsider', ['officer'], { unit: lab.units.policeBelmopan })
})
afterAll(() => lab?.close())

const proofOf = async (subject: string, who?: string): Promise<{ status: number; text: string }> => {
  const token = who === undefined ? undefined : lab.people.get(who)?.token
  const response = await fetch(`${lab.url}/api/ledger/proof?subject=${encodeURIComponent(subject)}`, {
    headers: token ? { cookie: `custodia_session=${token}` } : {},
  })
  return { status: response.status, text: await response.text() }
}

it('gives a stranger the proof of a certificate that is out, and of nothing else; a reader needs sight of the case', async () => {
  const c = await certificate(lab as never, 'reviewed', await worked(lab as never))
  const subject = `reports.report/${c.report}`
  expect((await proofOf(subject)).status, 'not out yet').toBe(404)
  expect((await proofOf(subject, 'rp-analyst')).status).toBe(200)

  await lab.as('rp-analyst').do('reports.sign-report', { report: c.report }, { stepUp: true })
  expect((await proofOf(subject)).status, 'signed is not out').toBe(404)
  await lab
    .as('rp-analyst')
    .do('reports.issue-report', { report: c.report }, { reason: 'Asked for by Inspector Xocoyotzin' })
  const out = await proofOf(subject)
  expect(out.status).toBe(200)
  expect(JSON.parse(readProof(out.text)?.extra?.toString('utf8') ?? '{}')).toMatchObject({
    action: 'reports.issue-report',
    subject,
    reason: null,
  })
  // The words of why stand in a row that need to know protects, and the log holds on to them.
  expect(out.text + Buffer.from(readProof(out.text)?.extra ?? '').toString('utf8')).not.toContain(
    'Xocoyotzin',
  )
  const history = await lab.as('rp-head').ask('cases.history', { case: c.case })
  expect(history.body.items.find((e: { action: string }) => e.action === 'reports.issue-report').reason).toBe(
    'Asked for by Inspector Xocoyotzin',
  )
  const verified = async () => (await verifyInstallation(lab.ground, modules, {})).problems
  expect(await verified()).toEqual([])
  await lab.db.direct.run(
    sql`update ledger.vault set value = '{"reason": "Nobody asked"}' where value ->> 'reason' = 'Asked for by Inspector Xocoyotzin'`,
  )
  expect(await verified()).toContainEqual(
    expect.objectContaining({ kind: 'vault-changed', table: 'platform.reason' }),
  )

  const hanging = await lab.db.direct.many<{ subject: string }>(
    sql`select distinct subject from ledger.entry where root = (select root from reports.report where id = ${c.report}) and subject <> ${subject}`,
  )
  expect(hanging.length).toBeGreaterThan(2)
  for (const one of hanging) {
    expect((await proofOf(one.subject)).status, one.subject).toBe(404)
    expect((await proofOf(one.subject, 'outsider')).status, one.subject).toBe(404)
    expect((await proofOf(one.subject, 'rp-analyst')).status, one.subject).toBe(200)
  }
  // Each look of somebody signed in leaves its line; a stranger's and a refused one leave none.
  const looks = await lab.db.direct.many<{ person: string; root: string }>(
    sql`select person, root from platform.read_log where operation = 'ledger.read-proof'`,
  )
  expect(looks).toHaveLength(hanging.length + 1)
  for (const look of looks) expect(look).toEqual({ person: lab.people.get('rp-analyst')?.id, root: c.case })
  expect((await proofOf(`identity.person/${lab.people.get('outsider')?.id}`)).status).toBe(404)
})

it('holds strangers to so many requests a minute', async () => {
  const answers = await Promise.all(
    Array.from({ length: 70 }, () => fetch(`${lab.url}/api/ledger/checkpoint`)),
  )
  expect(answers.some((a) => a.status === 429)).toBe(true)
})
