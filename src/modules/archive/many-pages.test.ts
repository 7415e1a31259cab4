/** The search at the size of an archive: an analyst who may see a third of it finds words, names and numbers among all pages, in time. CUSTODIA_PAGES says how many. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#platform/sql.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { engineFor, slips } from '../../../test/made-scans.ts'
import { aFile, deskOf } from './examples.ts'
import { openScans } from './pages/opening-scans.ts'
import { readPages } from './pages/reading-pages.ts'

const PAGES = Number(process.env.CUSTODIA_PAGES ?? 2_000)
const A_FILE = 25
const LONG = 3_000_000
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await deskOf(lab as never)
  await lab.person('ana', ['analyst'], { unit: lab.units.lab, name: 'Ana Coc' })
}, LONG)
afterAll(async () => {
  await lab?.close()
})

/** One page is scanned and read as any is; the others are copies of its rows with words of their own: ballast, never kept. */
async function fill(): Promise<void> {
  const f = await aFile(lab as never)
  const adela = lab.as('adela')
  const { id: batch } = await adela.do('archive.prepare-batch', { files: [{ file: f.id, pages: 1 }] })
  const { body } = await adela.upload(slips(['Slip']), 'slip.pdf')
  await adela.do('archive.receive-scans', { batch, scans: [{ file: body.sha256 }] })
  await openScans(lab.ground)
  await readPages(lab.ground, engineFor('Slip of the archive'))
  const files = Math.ceil(PAGES / A_FILE)
  const ana = lab.people.get('ana')?.id ?? ''
  await lab.db.transaction(async (tx) => {
    await tx.run(sql`set local statement_timeout = 0`)
    const columnsOf = async (
      table: string,
      own: Readonly<Record<string, string>>,
    ): Promise<[string, string]> => {
      const rows = await tx.many<{ name: string }>(
        sql`select attname as name from pg_attribute where attrelid = ${`archive.${table}`}::regclass and attnum > 0 and not attisdropped order by attnum`,
      )
      return [rows.map((r) => r.name).join(', '), rows.map((r) => own[r.name] ?? `t.${r.name}`).join(', ')]
    }
    const file = `md5('file' || g)::uuid`
    const page = `md5('page' || g || '.' || p)::uuid`
    const copy = async (
      table: string,
      from: string,
      own: Readonly<Record<string, string>>,
    ): Promise<void> => {
      const [into, values] = await columnsOf(table, own)
      await tx.run({
        text: `insert into archive.${table} (${into}) select ${values} from archive.${table} t, ${from}`,
        values: [],
      } as never)
    }
    const each = `generate_series(1, ${files}) g`
    const sides = `${each}, generate_series(1, ${A_FILE}) p where t.file = '${f.id}'`
    const numbers = { number: `'AF-M' || g`, barcode: `'AFM' || g` }
    await copy('file', `${each} where t.id = '${f.id}'`, { id: file, root: file, ...numbers })
    await copy('file_now', `${each} where t.file = '${f.id}'`, { file, root: file, ...numbers })
    await copy('page', sides, { id: page, root: file, file, seq: 'p', place: `1000 + g * ${A_FILE} + p` })
    // One word is on all pages, one on a tenth, one on one in a thousand; some of a vocabulary of thousands; a number of its own.
    const said = `array['police', 'case', 'w' || (g * 31 + p * 7) % 5003, 'w' || (g * 17 + p) % 997, 'name' || (g + p * 13) % 20011, 'DG' || g * 100 + p]
      || case when (g + p) % 10 = 0 then array['cannabis'] else '{}' end || case when (g * 25 + p) % 1000 = 0 then array['muschamp'] else '{}' end`
    await copy('page_text', sides, {
      page,
      file,
      terms: `(select array_agg(case when x ~ '^DG' then 'n:' || x else 'w:' || x end) from unnest(${said}) x)`,
      words: `(select jsonb_agg(jsonb_build_array(x, 10 * n, 40, 9, 20, 90) order by n) from unnest(${said}) with ordinality u(x, n))`,
    })
    await tx.run(sql`
      insert into identity.sight (root, principal, why, from_at, opened, ended)
      select md5('file' || g)::uuid, ${ana}::uuid, 'archive', s.from_at, gen_random_uuid(), false from generate_series(3, ${files}, 3) g, (select from_at from identity.sight limit 1) s`)
  })
  await lab.db.direct.run(sql`analyze archive.page_text`)
}

test('an ordinary user searches all pages and finds what they may see, whichever word it is', {
  timeout: LONG,
}, async () => {
  await fill()
  const files = Math.ceil(PAGES / A_FILE)
  const figures: Record<string, number> = {}
  const asked = async (what: string, q: string): Promise<Said> => {
    const took: number[] = []
    let body: Said
    for (let n = 0; n < 5; n += 1) {
      const since = performance.now()
      ;({ body } = await lab.as('ana').ask('archive.search-pages', { q }))
      took.push(performance.now() - since)
    }
    figures[what] = Math.round(took.toSorted((a, b) => a - b)[2] ?? 0)
    return body
  }
  const common = await asked('a word on every page', 'police')
  expect(common.items.length).toBe(20)
  expect(common.total).toBe(Math.min(1_000, Math.floor(files / 3) * A_FILE))
  await asked('a word on every tenth page', 'cannabis')
  await asked('two words', 'police cannabis')
  await asked('a rare name', 'muschamp')
  const one = await asked('a number of a file seen', `DG ${3 * 100 + 4}`)
  expect(one.items).toHaveLength(1)
  // Of a file that was not given to her nothing is found, not even that it is there.
  const none = await asked('a number of a file not seen', `DG ${4 * 100 + 4}`)
  expect([none.items, none.total]).toEqual([[], 0])
  const { n } = await lab.db.direct.one<{ n: number }>(sql`select count(*)::int as n from archive.page_text`)
  console.log(`figures of pages: ${JSON.stringify({ pages: n, ...figures })}`)
  // A person waits a second for a word that half of the archive holds, on a machine that does other things as well.
  expect(Math.max(...Object.values(figures))).toBeLessThan(PAGES > 10_000 ? 1_500 : 1_000)
})
