/** Stories of the indexes of the DNA law, told by named people: Eugenio records, Ingrid checks, Custodia and Segundo keep the indexes, Vera oversees them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../app/modules.ts'
import { startReactions } from '../../app/reactions.ts'
import { cmfFaults } from '#formats/fixtures/cmf-rules.ts'
import { growTree } from '#ledger/sequencer.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { systemActor } from '#identity/authority.ts'
import * as dna from './examples/profiles.ts'
import { results } from './module.ts'
import { searchable } from './store/indexes.ts'

let lab: Lab
const L = () => lab as never
const custos = () => lab.as('custos')
const enter = (profile: string, more: Record<string, unknown> = {}, who = 'custos') =>
  lab
    .as(who)
    .tell(
      'results.enter-index',
      { profile, index: 'crime-scene', ground: 'statute', from: '2026-11-01', ...more },
      { stepUp: true },
    )
const search = (profile: string, more: Record<string, unknown> = {}) =>
  custos().tell('results.search-index', { profile, purpose: 'crime', words: 'Burglary', ...more })
const seen = async (profile: string, who = 'custos') =>
  (await lab.as(who).ask('results.profile', { profile })).body
const counts = () =>
  lab.db.direct.one<{ searches: number; candidates: number }>(
    sql`select (select count(*)::int from results.index_search) as searches, (select count(*)::int from results.candidate) as candidates`,
  )

beforeAll(async () => {
  lab = await openLab()
  await dna.arrangeIndexes(L())
})
afterAll(() => lab?.close())

describe('before the law is in force', () => {
  test('S-B14 a profile is recorded and checked by two people; entering, searching and exporting are refused with the sentence and the next step', async () => {
    const at = await dna.checked(L())
    for (const answer of [
      await enter(at.profile),
      await search(at.profile),
      await custos().tell(
        'results.export-index',
        { index: 'crime-scene', purpose: 'crime', destination: 'BZNFSS', source: 'BZNFSS' },
        { stepUp: true, reason: 'asked' },
      ),
    ]) {
      expect(answer.body).toMatchObject({
        code: 'results.law-not-in-force',
        detail: 'The law for the criminal indexes is not in force.',
      })
      expect(answer.body.next).toContain('another approves it')
    }
    expect((await seen(at.profile)).actions).toContainEqual(
      expect.objectContaining({ operation: 'results.enter-index', ok: false }),
    )
    expect((await custos().ask('results.indexes')).body.sides).toMatchObject([
      { side: 'criminal', inForce: false },
      { side: 'humanitarian', inForce: false },
      { side: 'elimination', inForce: false },
    ])
    await dna.lawBegins(L(), 'elimination', '2027-01-01')
    expect((await custos().ask('results.indexes')).body.sides[2]).toMatchObject({ from: '2027-01-01' })
  })
})

describe('what comes in', () => {
  test('an unreviewed result, a sample of nobody, a file of two samples, a marker of health and an allele that is none are refused', async () => {
    const at = await dna.reviewedSample(L())
    const record = async (bytes: Buffer | string, more: Record<string, unknown> = {}) =>
      lab.as('eugenio').tell('results.record-profile', {
        ...(await dna.recordInput(L(), at, 'crime-scene', Buffer.from(bytes))),
        ...more,
      })
    const head = 'Sample Name,Marker,Allele 1,Allele 2\n'
    expect((await record(dna.tableOf('x', dna.genotype(1)), { index: 'suspects' })).body.code).toBe(
      'results.no-reference-sample',
    )
    expect((await record(`${head}a,TH01,6,9.3\nb,TH01,6,9.3\n`)).body.code).toBe('results.one-specimen')
    expect((await record(`${head}a,rs1805007,A,G\n`)).body.code).toBe('results.no-snp')
    expect((await record(`${head}a,DYS391,10,\n`)).body.code).toBe('results.no-str-locus')
    expect((await record(`${head}a,TH01,6,9.4\n`)).body.code).toBe('results.no-allele')
    expect((await record(`${head}a,TH01,6,OL\n`)).body.code).toBe('results.no-allele')
    expect((await record(`${head}a,Amelogenin,X,Y\n`)).body.code).toBe('results.profile-empty')
    expect((await record('nothing of the kind')).body.code).toBe('formats.str.not-recognised')
    const made = await record(`${head}a,TH01,9.3,6\na,FGA,22,22\na,AMEL,X,Y\n`)
    expect(made.status).toBe(200)
    expect((await seen(made.body.id, 'eugenio')).loci).toEqual([
      { name: 'TH01', alleles: ['6', '9.3'], kind: 'autosomal' },
      { name: 'FGA', alleles: ['22'], kind: 'autosomal' },
      { name: 'Amelogenin', alleles: ['X', 'Y'], kind: 'sex' },
    ])
    expect(await lab.ground.files.has((await seen(made.body.id, 'eugenio')).file.sha256)).toBe(true)
  })

  test('nobody checks or enters their own; a profile that was not checked enters nothing; what differs stays out', async () => {
    await dna.indexed(L())
    const at = await dna.profiled(L())
    expect((await enter(at.profile)).status, 'the keepers do not see it before it is checked').toBe(404)
    const check = (who: string, more = {}) =>
      lab
        .as(who)
        .tell('results.check-profile', { profile: at.profile, outcome: 'agrees', ...more }, { stepUp: true })
    expect((await check('eugenio')).body.code).toBe('results.check-own')
    expect((await check('ingrid', { outcome: 'differs' })).body.code).toBe('results.differs-in-what')
    expect((await check('ingrid', { outcome: 'differs', words: 'FGA 23' })).status).toBe(200)
    expect((await check('ingrid')).body.code).toBe('results.profile-checked')
    expect((await seen(at.profile, 'eugenio')).state).toBe('differs')
    expect((await enter(at.profile)).status).toBe(404)
  })

  test('a minor needs an order with its paper; consent needs its paper; the clock of a minor is its own', async () => {
    const minor = await dna.checked(L(), 'suspects', dna.genotype(21), { person: { age: 15 } })
    const document = await dna.paperFor(L(), minor.case)
    const asked = (ground: string, more = {}) => enter(minor.profile, { index: 'suspects', ground, ...more })
    expect((await asked('consent', { document })).body.code).toBe('results.minor-ground')
    expect((await asked('order')).body.code).toBe('results.ground-without-paper')
    expect((await asked('order', { document: minor.item })).body.code).toBe('results.ground-without-paper')
    expect((await asked('order', { document, from: '2027-01-01' })).body.code).toBe('results.ground-ahead')
    expect((await asked('order', { document })).status).toBe(200)
    expect((await seen(minor.profile)).indexed).toMatchObject([
      { index: 'suspects', ground: 'order', keepUntil: '2027-11-01' },
    ])
    expect((await asked('order', { document })).body.code).toBe('results.indexed-already')
  })
})

describe('the wall', () => {
  test('S-B14 a relative’s profile cannot be searched against crime scenes: not by name, not by a list that says it may, not by a purpose, not by another index, not by the bytes, not past the rule', async () => {
    const trace = await dna.indexed(L(), 'crime-scene', dna.genotype(31))
    // The relative's own genotype lies at the scene: a search across would find it at once.
    const relative = await dna.indexed(L(), 'relatives', dna.genotype(31), dna.person)
    const before = await counts()
    const kin = (more: Record<string, unknown>) =>
      search(relative.profile, { purpose: 'missing-person', ...more })
    for (const against of [['crime-scene'], ['unidentified', 'crime-scene'], ['suspects']])
      expect((await kin({ against })).body.code).toBe('results.wall')
    // The list of this laboratory says that relatives may be searched against crime scenes: the wall does not read it.
    expect((await kin({})).body.code).toBe('results.wall')
    expect((await kin({ against: ['unidentified'], purpose: 'crime' })).body.code).toBe(
      'results.other-purpose',
    )
    expect((await search(trace.profile, { against: ['relatives'] })).body.code).toBe('results.wall')
    expect(await counts(), 'what was refused left nothing').toEqual(before)
    const document = await dna.paperFor(L(), relative.case)
    for (const index of ['suspects', 'victims'])
      expect((await enter(relative.profile, { index, ground: 'consent', document })).body.code).toBe(
        'results.wall',
      )
    // The same sample again, for the other side; and the same bytes under another exhibit.
    const again = await dna.recordInput(L(), relative, 'suspects', dna.tableOf('z', dna.genotype(31)))
    expect((await lab.as('eugenio').tell('results.record-profile', again)).body.code).toBe(
      'results.sample-other-side',
    )
    const other = await dna.reviewedSample(L())
    const bytes = await dna.recordInput(
      L(),
      other,
      'crime-scene',
      dna.tableOf(relative.item.slice(-8), dna.genotype(31)),
    )
    expect((await lab.as('eugenio').tell('results.record-profile', bytes)).body.code).toBe(
      'results.profile-file-used',
    )
    // A forged id of what is there, and of what is not, are told alike.
    expect((await search(lab.ground.newId())).status).toBe(404)
    const compared = await lab
      .as('eugenio')
      .ask('results.compare-profiles', { profile: relative.profile, other: trace.profile })
    expect(compared.body.code).toBe('results.compare-one-case')
  })

  test('two profiles of one case on different sides are not compared either', async () => {
    const relative = await dna.profiled(L(), 'relatives', dna.genotype(41), dna.person)
    const trace = await dna.profiled(L(), 'crime-scene', dna.genotype(41), { case: relative.case })
    const compare = (other: string) =>
      lab.as('eugenio').ask('results.compare-profiles', { profile: trace.profile, other })
    expect((await compare(relative.profile)).body.code).toBe('results.compare-wall')
    const second = await dna.profiled(L(), 'crime-scene', dna.genotype(41), { case: relative.case })
    expect((await compare(second.profile)).body).toMatchObject({ shared: 18, matched: 18 })
  })

  test('the database itself pairs nothing across: a search that asks for everything reads one side, and every reference holds both ends to it', async () => {
    const [relative] = await lab.db.direct.many<{ id: string }>(
      sql`select profile as id from results.profile_now where state = 'indexed' and index_code = 'relatives'`,
    )
    const cx = { tx: lab.db.direct, actor: systemActor, now: lab.clock.now() } as never
    // Asked for everything, the statement of a search reads the searched profile's own side alone.
    const read = async (against: string[]) =>
      (await searchable(cx, relative?.id ?? '', against)).map((p) => p.index_code)
    expect(await read(['crime-scene', 'suspects', 'victims'])).toEqual([])
    const definitions = await lab.db.direct.many<{ of: string }>(
      sql`select conrelid::regclass || ': ' || pg_get_constraintdef(oid) as of from pg_constraint where connamespace = 'results'::regnamespace and contype in ('f', 'c')`,
    )
    for (const one of [
      'results.candidate: FOREIGN KEY (profile, side) REFERENCES results.profile(id, side)',
      'results.candidate: FOREIGN KEY (search, side) REFERENCES results.index_search(id, side)',
      'results.indexed: FOREIGN KEY (profile, side) REFERENCES results.profile(id, side)',
      'results.profile: FOREIGN KEY (item, side) REFERENCES results.profiled_sample(item, side)',
    ])
      expect(definitions.map((d) => d.of).join('\n')).toContain(one)
  })

  test('lists and counts of a stranger, and of who only oversees, hold nothing of a profile', async () => {
    await lab.person('elsewhere', ['analyst'], { unit: lab.units.toxicology })
    expect((await lab.as('elsewhere').ask('results.find-profiles')).body).toMatchObject({
      items: [],
      total: 0,
    })
    const [one] = (await custos().ask('results.find-profiles', { side: 'humanitarian' })).body.items
    expect((await lab.as('elsewhere').ask('results.profile', { profile: one.id })).status).toBe(404)
    expect((await lab.as('vera').ask('results.profile', { profile: one.id })).status).toBe(404)
    expect((await lab.as('vera').ask('results.find-profiles')).status).toBe(403)
    // A custodian sees which profile, and no case: neither its page nor what it says of the exhibit.
    const { root } = await lab.db.direct.one<{ root: string }>(
      sql`select root from results.profile where id = ${one.id}`,
    )
    expect((await custos().ask('cases.get-case', { case: root })).status).toBeGreaterThanOrEqual(403)
    expect((await seen(one.id)).item.description).toBe('')
  })
})

describe('a search', () => {
  test('D19 finds a lead with its loci and its warning, for a written purpose; another person confirms it, and only then is it told, as a lead', async () => {
    const of = dna.genotype(51)
    const suspect = await dna.indexed(L(), 'suspects', of, dna.person)
    const few = Object.fromEntries(Object.entries(of).slice(0, 9))
    const trace = await dna.indexed(L(), 'crime-scene', few)
    expect((await search(trace.profile, { purpose: 'missing-person' })).body.code).toBe(
      'results.other-purpose',
    )
    expect((await search(trace.profile, { against: ['victims'] })).body.code).toBe('results.not-against')
    for (const root of [suspect.case, trace.case])
      await lab.arrange('cases.change-investigator', {
        case: root,
        investigator: { person: lab.as('damion').id },
      })
    const made = (await search(trace.profile)).body
    expect(made).toMatchObject({ candidates: 1 })
    expect(made.says).toContain('A lead is not a result')
    const [candidate] = (await seen(trace.profile)).searches[0].candidates
    expect(candidate).toMatchObject({ number: suspect.number, shared: 9, matched: 9, place: 1 })
    expect(candidate.warning).toContain('fewer than 16')
    const judge = (who: string) =>
      lab
        .as(who)
        .tell(
          'results.confirm-candidate',
          { candidate: candidate.id, outcome: 'confirmed', words: 'Locus by locus' },
          { stepUp: true },
        )
    expect((await judge('custos')).body.code).toBe('results.judge-own')
    expect((await judge('segundo')).status).toBe(200)
    expect((await judge('segundo')).body.code).toBe('results.candidate-judged')
    // Told by reactions after the act, with a word that says what it is.
    const reactions = startReactions(
      lab.ground,
      modules.flatMap((m) => m.reactions ?? []).filter((r) => r.name === 'portal.on-lead'),
    )
    await growTree(lab.ground)
    await reactions.round()
    await reactions.round()
    await reactions.stop()
    const told = await lab.db.direct.many<{ kind: string; root: string }>(
      sql`select kind, root from identity.notice where kind = 'portal.notice-lead'`,
    )
    expect(told.map((n) => n.root).toSorted()).toEqual([suspect.case, trace.case].toSorted())
  })

  test('one allele in common finds a parent among the relatives, told as weak', async () => {
    const [mother, father] = [dna.genotype(61), dna.genotype(66)]
    const remains = await dna.indexed(L(), 'unidentified', dna.childOf(mother, father))
    const relative = await dna.indexed(L(), 'relatives', mother, dna.person)
    const kin = (more = {}) => search(remains.profile, { purpose: 'missing-person', ...more })
    expect((await kin()).body.candidates).toBe(0)
    expect((await kin({ stringency: 'low' })).body.candidates).toBeGreaterThan(0)
    const [candidate] = (await seen(remains.profile)).searches[0].candidates
    expect(candidate).toMatchObject({ number: relative.number })
    expect(candidate.warning).toContain('many people who are not related')
  })
})

describe('removal', () => {
  test('D20 C27 two people remove a profile: alleles, file and searches of it are gone, the certificate holds no allele, and the ledger still verifies', async () => {
    const of = dna.genotype(71)
    const suspect = await dna.indexed(L(), 'suspects', of, dna.person)
    const trace = await dna.indexed(L(), 'crime-scene', of)
    const propose = (more = {}) =>
      custos().tell('results.propose-removal', {
        profile: suspect.profile,
        why: 'acquitted',
        words: 'Acquitted in Dangriga',
        ...more,
      })
    const remove = (who: string) =>
      lab
        .as(who)
        .tell('results.remove-from-index', { profile: suspect.profile, language: 'en' }, { stepUp: true })
    expect((await remove('segundo')).body.code).toBe('results.not-proposed')
    expect((await propose({ why: 'expired' })).body.code).toBe('results.not-due')
    expect((await propose({ why: 'consent-withdrawn' })).body.code).toBe('results.removal-without-paper')
    expect((await propose()).status).toBe(200)
    expect((await remove('custos')).body.code).toBe('results.remove-own')
    const file = (await seen(suspect.profile)).file.sha256
    expect((await remove('segundo')).status).toBe(200)
    await results.tasks?.['results.destroy-profile-file']?.(lab.ground, { file })
    expect(await lab.ground.files.has(file)).toBe(false)
    expect(await seen(suspect.profile)).toMatchObject({
      state: 'removed',
      loci: null,
      removed: { certificate: `${suspect.number}-D`, by: 'Segundo Castillo' },
    })
    expect((await search(trace.profile)).body.candidates).toBe(0)
    expect((await search(suspect.profile)).body.code).toBe('results.profile-removed')
    const paper = await custos().file('results.destruction-certificate', { profile: suspect.profile })
    expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const gone = await lab.db.direct.many(
      sql`select 1 from ledger.vault v join results.profile p on p.vault = v.id where p.id = ${suspect.profile}`,
    )
    expect(gone).toEqual([])
    const report = await verifyInstallation(lab.ground, modules, {})
    expect(report.problems).toEqual([])
  })

  test('the clock proposes: what has run out is in the list of the keepers, counted as overdue, and may go as expired', async () => {
    const at = await dna.indexed(L(), 'suspects', dna.genotype(81), dna.person)
    const due = async () =>
      (await custos().ask('results.find-profiles', { due: true, limit: 200 })).body.items.map(
        (p: { number: string }) => p.number,
      )
    expect(await due()).not.toContain(at.number)
    lab.clock.set('2029-01-10T14:00:00.000Z')
    expect(await due()).toContain(at.number)
    const report = (
      await lab.as('vera').ask('results.oversight-report', { from: '2026-11-01', until: '2029-02-01' })
    ).body
    expect(report.indexes.find((i: { index: string }) => i.index === 'Suspects').overdue).toBeGreaterThan(0)
    expect(report.searches).toContainEqual(
      expect.objectContaining({ purpose: 'Investigation of a crime', side: 'criminal' }),
    )
    expect(JSON.stringify(report)).not.toMatch(/DNA-20/)
    expect(
      (
        await custos().tell('results.propose-removal', {
          profile: at.profile,
          why: 'expired',
          words: 'Two years are over',
        })
      ).status,
    ).toBe(200)
  })
})

test('J4 D16 an export is CODIS CMF of one index, tells why others are left out, and never holds what the law keeps inside', async () => {
  const mixed = await dna.indexed(
    L(),
    'crime-scene',
    Object.fromEntries(Object.entries(dna.genotype(91)).slice(0, 4)),
  )
  const whole = await dna.indexed(L(), 'crime-scene', dna.genotype(92))
  const relative = await dna.indexed(L(), 'relatives', dna.genotype(93), dna.person)
  const ask = (index: string, purpose = 'crime') =>
    custos().tell(
      'results.export-index',
      { index, purpose, destination: 'BZNFSS', source: 'BZNFSS' },
      { stepUp: true, reason: 'Agreement 3' },
    )
  expect((await ask('victims')).body.code).toBe('results.index-stays')
  expect((await ask('relatives')).body.code).toBe('results.other-purpose')
  const made = (await ask('crime-scene')).body
  expect(made.leftOut).toContainEqual({ number: mixed.number, because: '4 loci; at least 8 are needed' })
  const text = (await custos().file('results.exported-index', { export: made.id })).bytes.toString()
  expect(cmfFaults(text)).toEqual([])
  expect(text).toContain(`<SPECIMENID>${whole.number}</SPECIMENID>`)
  expect(text).toContain('<ALLELEVALUE>9.3</ALLELEVALUE>')
  expect(text).not.toContain(mixed.number)
  expect(text).not.toContain(relative.number)
  expect(
    (await lab.as('segundo').file('results.exported-index', { export: lab.ground.newId() })).status,
  ).toBe(404)
  // A category that CODIS does not know is refused before the file, and a file that was made before says why it cannot be written any more.
  const code = { list: 'dna-index', code: 'crime-scene', en: 'Crime scenes', es: 'Crime scenes' }
  const rule = (category: string) =>
    lab.arrange('catalogue.define-code', {
      ...code,
      data: { side: 'criminal', holds: 'trace', grounds: ['statute'], search: ['suspects'], category },
    })
  await rule('Forensic Unknown')
  expect((await ask('crime-scene')).body).toMatchObject({
    code: 'formats.str.no-category',
    detail: '“Forensic Unknown” is no category of specimen in CODIS CMF 3.3.',
  })
  const later = await custos().file('results.exported-index', { export: made.id })
  expect([later.status, later.bytes.toString()]).toEqual([409, expect.stringContaining('cannot be written')])
  await rule('Forensic, Unknown')
})

test('no allele is in an entry, a row beside the vault, a notice, an answer that is kept or the log of reads', async () => {
  const rare = { ...dna.genotype(95), FGA: ['42.2', '43.2'] }
  const at = await dna.indexed(L(), 'crime-scene', rare)
  await search(at.profile)
  const tables = await lab.db.direct.many<{ name: string }>(
    sql`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('ledger', 'results', 'platform', 'identity', 'cases') and c.relname not in ('vault', 'migration')`,
  )
  const { nameSql } = await import('#platform/sql.ts')
  for (const { name } of tables) {
    const rows = await lab.db.direct.many(
      sql`select 1 from ${nameSql(name)} t where to_jsonb(t)::text like '%42.2%' or to_jsonb(t)::text like '%43.2%'`,
    )
    expect([name, rows.length]).toEqual([name, 0])
  }
})
