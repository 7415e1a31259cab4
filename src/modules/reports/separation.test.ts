/** Who stands behind a paper and what it stands on, where people and acts meet: nobody reads their own work, nothing is left out in between. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { type Worked, certificate, worked } from './examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab?.close())
const L = () => lab as never
const review = (report: string, who: string, language?: 'es') =>
  lab
    .as(who)
    .tell(
      'reports.review-administratively',
      { report, findings: [] },
      { stepUp: true, ...(language ? { language } : {}) },
    )
const offeredReview = async (report: string, who: string): Promise<boolean> =>
  (await lab.as(who).ask('reports.get-report', { report })).body.actions.find(
    (a: { operation: string }) => a.operation === 'reports.review-administratively',
  ).ok

describe('who', () => {
  it('author, reviewer and signer are different people; the sentence says what to do', async () => {
    const c = await certificate(L(), 'draft')
    const own = await review(c.report, 'rp-analyst')
    expect([own.status, own.body.code]).toEqual([409, 'reports.reviewer-is-author'])
    const sign = (who: string, telling = { stepUp: true }) =>
      lab.as(who).tell('reports.sign-report', { report: c.report }, telling)
    expect((await sign('rp-analyst')).body.code).toBe('reports.not-reviewed')
    expect((await review(c.report, 'rp-head')).status).toBe(200)
    expect((await sign('rp-head')).body.code).toBe('reports.signer-is-reviewer')
    expect((await sign('rp-analyst', { stepUp: false })).body.code).toBe('step-up-required')

    // A colleague draws the paper up: the work is still not the colleague's.
    const w = await worked(L())
    const drafted = await lab.as('rp-second').do('reports.draft-report', { request: w.request })
    expect(await offeredReview(drafted.id, 'rp-analyst')).toBe(false)
    const work = await review(drafted.id, 'rp-analyst')
    expect([work.status, work.body]).toEqual([
      409,
      expect.objectContaining({
        code: 'reports.reviewer-did-the-work',
        detail: 'You worked on what this certificate reports, so you do not review it.',
        next: 'Ask another person of the section.',
      }),
    ])
    expect((await review(drafted.id, 'rp-analyst', 'es')).body.detail).toBe(
      'Usted trabajó en lo que informa este certificado, así que no lo revisa.',
    )
    expect(await offeredReview(drafted.id, 'rp-head')).toBe(true)
    expect((await review(drafted.id, 'rp-head')).status).toBe(200)
  })

  it('an amendment that a colleague begins is not reviewed by whose work it reports', async () => {
    const c = await certificate(L(), 'issued')
    await lab
      .as('rp-second')
      .do(
        'reports.amend-report',
        { report: c.report, changes: 'The police number was added.' },
        { reason: 'Asked by the DPP' },
      )
    expect((await review(c.report, 'rp-analyst')).body.code).toBe('reports.reviewer-did-the-work')
    expect((await review(c.report, 'rp-head')).status).toBe(200)
  })

  it('whoever wrote one row on any worksheet of the request does not review, under whichever name it stands', async () => {
    const w = await worked(L())
    await secondSheet(w)
    const { id: report } = await lab.as('rp-head').do('reports.draft-report', { request: w.request })
    expect((await review(report, 'rp-second')).body.code).toBe('reports.reviewer-did-the-work')
    expect((await review(report, 'rp-analyst')).body.code).toBe('reports.reviewer-did-the-work')
  })
})

describe('the second pair of eyes', () => {
  it('whoever reviewed the work technically does not read the paper for the house, unless the laboratory says that they may', async () => {
    const c = await certificate(L(), 'draft')
    const both = await review(c.report, 'rp-second')
    expect([both.status, both.body]).toEqual([
      409,
      expect.objectContaining({
        code: 'reports.reviewer-reviewed-the-work',
        detail:
          'You reviewed the work technically; in this laboratory another person reads the certificate for the house.',
        next: 'Ask another person of the section.',
      }),
    ])
    expect(await offeredReview(c.report, 'rp-second')).toBe(false)
    await lab.arrange('catalogue.define-list', { list: 'review-rule', en: 'Rules', es: 'Reglas' })
    const rule = { list: 'review-rule', code: 'administrative-review', en: 'Review', es: 'Revisión' }
    await lab.arrange('catalogue.define-code', { ...rule, data: { by: 'another-person' } })
    expect((await review(c.report, 'rp-second')).body.code).toBe('reports.reviewer-reviewed-the-work')
    await lab.arrange('catalogue.define-code', { ...rule, data: { by: 'technical-reviewer' } })
    expect(await offeredReview(c.report, 'rp-second')).toBe(true)
    expect((await review(c.report, 'rp-second')).status).toBe(200)
    await lab.arrange('catalogue.define-code', { ...rule, data: { by: 'another-person' } })
  })

  it('nobody verifies what they weighed, ran or tested in the same examination, whoever concluded', async () => {
    const w = await worked(L())
    await secondSheet(w)
    const verify = (who: string) =>
      lab
        .as(who)
        .tell('results.verify-result', { conclusion: w.conclusions[0], outcome: 'agrees' }, { stepUp: true })
    expect((await verify('rp-second')).body).toMatchObject({
      code: 'results.verifier-did-the-work',
      detail: 'You worked on this examination, so you do not verify what it found.',
    })
    expect((await verify('rp-head')).status).toBe(200)
  })

  it('once the certificate is out nothing is concluded beside it unnoticed: an amendment comes first', async () => {
    const w = await worked(L())
    const open = await secondSheet(w)
    const c = await certificate(L(), 'issued', w)
    const late = await concludes(w, open)
    expect([late.status, late.body]).toEqual([
      409,
      expect.objectContaining({
        code: 'results.request-answered',
        next: 'Begin an amendment of the certificate; then the worksheet is open again.',
      }),
    ])
    const test = { worksheet: open, item: w.item, technique: 'duquenois', sampling: 2, outcome: 'negative' }
    expect((await lab.as('rp-second').tell('results.record-test', test)).body.code).toBe(
      'results.request-answered',
    )
    await lab
      .as('rp-second')
      .do('reports.amend-report', { report: c.report, changes: 'A second test.' }, { reason: 'Asked' })
    expect((await concludes(w, open)).status).toBe(200)
  })
})

/** The request goes to a colleague, who begins a worksheet and tests what the first had tested; nothing is concluded yet. */
async function secondSheet(w: Worked): Promise<string> {
  const { request } = w
  const to = { request, assignee: w.bench.people.second, methodVersion: w.bench.method }
  await lab.as('rp-head').do('work.reassign-request', to, { reason: 'A second analyst looks' })
  await lab.as('rp-second').do('work.start-work', { request })
  const { id: worksheet } = await lab.as('rp-second').do('results.start-worksheet', { request })
  await lab.as('rp-second').do('results.record-test', {
    worksheet,
    item: w.item,
    technique: 'duquenois',
    sampling: 1,
    outcome: 'positive',
    pointsTo: 'cannabis',
  })
  return worksheet
}
const concludes = (w: Worked, worksheet: string) =>
  lab.as('rp-second').tell('results.record-conclusion', {
    worksheet,
    item: w.item,
    kind: 'presumptive',
    substance: 'cannabis',
  })
const passes = (worksheet: string) =>
  lab.as('rp-head').tell('results.review-technically', { worksheet, findings: [] }, { stepUp: true })

/** Statements that wait for a lock, once there are as many; fewer where `done` comes first. */
async function waiting(many: number, done: () => boolean = () => false): Promise<number> {
  for (let i = 0; ; i += 1) {
    const { n } = await lab.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (n >= many || done()) return n
    if (i > 400) throw new Error(`${n} of ${many} wait after ${i} looks`)
    await new Promise((next) => setTimeout(next, 25))
  }
}
/** Results that were there before a certificate of their request came into force, and that it does not hold. */
const leftOut = (request: string) =>
  lab.db.direct.many(sql`
    select c.id from reports.live l join reports.version_now n on n.version = l.version join reports.step s on s.version = n.version and s.kind = 'issued' join ledger.entry issued on issued.id = s.entry
      join results.conclusion c on c.request = n.request join ledger.entry said on said.id = c.entry
     where n.request = ${request} and said.no < issued.no and not exists (select 1 from results.conclusion x where x.corrects = c.id)
       and not exists (select 1 from reports.inclusion i where i.version = n.version and i.conclusion = c.id)`)
const issues = (report: string) => lab.as('rp-analyst').tell('reports.issue-report', { report })

describe('a second worksheet of the same request, while the certificate is issued', () => {
  async function signedBesideOpen() {
    const c = await certificate(L(), 'signed')
    return { ...c, second: await secondSheet(c) }
  }

  it('is to be concluded: it waits, and is refused with what comes first, because a certificate answers the request', async () => {
    const c = await signedBesideOpen()
    let answered = false
    const [issued, concluded] = await lab.db.transaction(async (tx) => {
      // What issue writes last is held, so that it has gathered and not yet written.
      await tx.many(sql`select 1 from reports.version_now where report = ${c.report} for update`)
      const issuing = issues(c.report)
      await waiting(1)
      const concluding = concludes(c, c.second).finally(() => {
        answered = true
      })
      await waiting(2, () => answered)
      return [issuing, concluding].map((p) => () => p)
    })
    expect((await issued?.())?.status).toBe(200)
    expect((await concluded?.())?.body.code).toBe('results.request-answered')
    expect(await leftOut(c.request)).toEqual([])
  })

  it('is being concluded: the certificate waits, and is then refused with the exhibit named', async () => {
    const c = await signedBesideOpen()
    let done = false
    const [concluding, issuing] = await lab.db.transaction(async (tx) => {
      await tx.many(sql`select 1 from results.worksheet_now where worksheet = ${c.second} for update`)
      const first = concludes(c, c.second)
      await waiting(1)
      const then = issues(c.report).finally(() => {
        done = true
      })
      await waiting(2, () => done)
      return [() => first, () => then]
    })
    expect((await concluding?.())?.status).toBe(200)
    const refused = await issuing?.()
    expect([refused?.status, refused?.body.code]).toEqual([409, 'reports.result-not-reviewed'])
    expect(refused?.body.detail).toContain(c.itemNumber)
    await passes(c.second)
    expect((await issues(c.report)).body.code).toBe('reports.result-left-out')
    expect(await leftOut(c.request)).toEqual([])
  })
})
