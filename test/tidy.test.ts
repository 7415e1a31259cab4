/** What no linter sees: sizes, names, who writes and reads which table, pages that must be there, colours, clocks, words. */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRegistry } from '../src/app/registry.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'

const home = join(import.meta.dirname, '..')
const floors = ['platform', 'ledger', 'identity']
const house = JSON.parse(readFileSync(join(home, 'house.json'), 'utf8')) as {
  modules: { name: string; caption: string; rooms?: string[] }[]
}
const words = house.modules.map((m) => m.name).filter((name) => existsSync(join(home, 'src/modules', name)))
const { operations } = makeRegistry()
/** Of modules, of rooms in modules, of identity. */
const everyOperation = 'src/{modules/*,modules/*/*,identity}/operations/*.ts'

interface Source {
  readonly path: string
  readonly text: string
}
function sources(pattern: string, not = /\.test\.tsx?$/): Source[] {
  return globSync(pattern, { cwd: home })
    .filter((path) => !not.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(home, path), 'utf8') }))
}
const linesOf = (text: string): number => text.split('\n').length

describe('sizes', () => {
  test('an operation is one page, perform() stays small, a room or a module without rooms whose server half is over 8,000 lines is two', () => {
    const long = sources(everyOperation).filter(({ text }) => linesOf(text) > 160)
    expect(long.map(({ path }) => path)).toEqual([])
    const perform = readFileSync(join(home, 'src/platform/operation.ts'), 'utf8')
    expect(linesOf(perform)).toBeLessThan(260)
    // Words are not code, in one file or in a folder of their own; what a word keeps at its top is one more room.
    for (const { name, rooms = [] } of house.modules.filter((m) => words.includes(m.name))) {
      const own = sources(`src/modules/${name}/**/*.ts`, /\.test\.ts$|texts\.\w\w|\/texts\/|\/screens\//)
      const sums = new Map<string, number>()
      for (const { path, text } of own) {
        const folder = path.split('/')[3] as string
        const room = rooms.includes(folder) ? `${name}/${folder}` : name
        sums.set(room, (sums.get(room) ?? 0) + linesOf(text))
      }
      expect(
        [...sums].filter(([, sum]) => sum >= 8_000),
        name,
      ).toEqual([])
    }
  })

  test('a word with rooms has each of them, and a folder that is none holds what every word has at its top', () => {
    const atTop = new Set(['examples', 'fixtures', 'screens', 'texts'])
    for (const { name, rooms } of house.modules.filter((m) => m.rooms)) {
      const folders = globSync(`src/modules/${name}/*/`, { cwd: home }).map((path) => basename(path))
      expect(folders.filter((folder) => !atTop.has(folder)).toSorted(), name).toEqual(rooms?.toSorted())
      for (const room of rooms ?? [])
        expect(
          sources(`src/modules/${name}/${room}/operations/*.ts`).length,
          `${name}/${room}`,
        ).toBeGreaterThan(0)
    }
  })
})

describe('names', () => {
  test('one verb, one file, one name', () => {
    const files = sources(everyOperation)
    const declared = files.flatMap(({ path, text }) => {
      const names = [...text.matchAll(/^ {2}name: '([a-z]+\.[a-z-]+)'/gm)].map((m) => m[1] as string)
      expect(names, path).toHaveLength(1)
      const word = path.replace(/^src\/(modules\/)?/, '').split('/')[0]
      expect(names[0], path).toBe(`${word}.${basename(path, '.ts')}`)
      return names
    })
    expect([...declared].sort()).toEqual([...operations.keys()].sort())
  })

  test('an operation is a verb that an officer would say', () => {
    for (const op of operations.values()) {
      expect(op.name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/)
      if (op.kind === 'command')
        expect(op.name.split('.')[1], op.name).not.toMatch(
          /^(update|process|handle|manage|edit|delete|do)(-|$)/,
        )
    }
  })

  test('files are kebab-case after what they hold, screens PascalCase; no file is a drawer for odds and ends', () => {
    const bad = globSync('{src,test,bench,scripts,verifier}/**/*.{ts,tsx,mjs,js,css,html,sql}', {
      cwd: home,
    }).filter((path) => {
      const name = basename(path)
        .replace(/(\.test)?\.[a-z]+$/, '')
        .replace(/\.(d|en|es)$/, '')
      if (/^(utils?|helpers?|common|misc|shared|manager|base|index|stuff)$/i.test(name))
        return !path.endsWith('.css')
      return path.endsWith('.tsx')
        ? !/^([A-Z][A-Za-z0-9]*|[a-z0-9]+(-[a-z0-9]+)*)$/.test(name)
        : !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
    })
    expect(bad).toEqual([])
  })

  test('a file opens with one sentence that says what lives here', () => {
    const silent = sources('src/**/*.{ts,tsx}').filter(
      ({ text }) => !/^(#![^\n]*\n)?(\/\*\*|\/\/) ?\S|^\/\*\*\n \* \S/.test(text),
    )
    expect(silent.map(({ path }) => path)).toEqual([])
  })
})

describe('who may touch which table', () => {
  const schemas = [...floors, ...house.modules.map((m) => m.name)]
  const named = new RegExp(`\\b(${schemas.join('|')})\\.([a-z][a-z_0-9]*)\\b`, 'g')
  const writing = new RegExp(
    `\\b(?:insert into|update|delete from|truncate|copy)\\s+(${schemas.join('|')})\\.([a-z][a-z_0-9]*)`,
    'g',
  )
  /** The open face of the floors beneath: who somebody is, which unit, what an agency agreed to, what was recorded. Secrets and sessions are not in it. */
  const open = new Set([
    'identity.agency',
    'identity.agreement',
    'identity.unit',
    'identity.person',
    'identity.role_grant',
    'identity.role_withdrawal',
    'identity.sight',
    'identity.signing_certificate',
    'ledger.entry',
    'ledger.vault',
    'ledger.checkpoint',
    'platform.file',
    'platform.setting',
  ])
  const statements = ({ text }: Source): string[] =>
    [...text.matchAll(/`([^`]*)`/g)]
      .map((m) => m[1] as string)
      .filter((s) => /\b(select|insert into|update|delete from|join)\b/.test(s))
  const code = sources('src/modules/**/*.ts', /\.test\.ts$|texts\.\w\w|\/screens\/|\/examples/)
  const ownerOf = ({ path }: Source): string => path.split('/')[2] as string

  test('a module writes its own schema alone', () => {
    const breaches = code.flatMap((source) =>
      [
        ...statements(source).flatMap((s) => [...s.matchAll(writing)]),
        ...source.text.matchAll(new RegExp(`^\\s*'(${schemas.join('|')})\\.([a-z_]+)': \\[`, 'gm')),
      ]
        .filter((m) => m[1] !== ownerOf(source))
        .map((m) => `${source.path}: ${m[1]}.${m[2]}`),
    )
    expect(breaches).toEqual([])
  })

  test("a module reads another's tables only through views named public_…, and only those above it in the house", () => {
    const breaches = code.flatMap((source) => {
      const own = ownerOf(source)
      return statements(source)
        .flatMap((s) => [...s.matchAll(named)])
        .filter(([all, schema, table]) => {
          if (schema === own || open.has(all) || (schema === 'ledger' && table === 'destroy_row'))
            return false
          const below =
            words.indexOf(schema as string) >= 0 && words.indexOf(schema as string) < words.indexOf(own)
          return !(below && (table as string).startsWith('public_'))
        })
        .map(([all]) => `${source.path}: ${all}`)
    })
    expect([...new Set(breaches)]).toEqual([])
  })

  test('a migration touches its own schema and refers to those beneath', () => {
    const order = [...floors, ...house.modules.map((m) => m.name)]
    const breaches = globSync('db/migrations/*.sql', { cwd: home }).flatMap((path) => {
      const own = basename(path).split('-')[0] as string
      const text = readFileSync(join(home, path), 'utf8')
        .replace(/--[^\n]*/g, '')
        .replace(/'(?:[^']|'')*'/g, "''")
      const made = [
        ...text.matchAll(
          /\b(?:create|alter|drop)\s+(?:or replace\s+)?(?:table|view|function|index|trigger)\s+(?:if (?:not )?exists\s+)?([a-z]+)\.[a-z_]+/g,
        ),
      ].map((m) => m[1] as string)
      const meant = [...text.matchAll(named)].map((m) => m[1] as string)
      return [
        ...made.filter((s) => s !== own && order.includes(s)).map((s) => `${path} changes ${s}`),
        ...meant.filter((s) => order.indexOf(s) > order.indexOf(own)).map((s) => `${path} looks up to ${s}`),
      ]
    })
    expect([...new Set(breaches)]).toEqual([])
  })
})

describe('the tables themselves', () => {
  let database: FreshDatabase
  let client: pg.Client
  beforeAll(async () => {
    database = await freshDatabase()
    client = new pg.Client({ connectionString: database.ownerUrl })
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
  })
  const ours = `n.nspname = any(array['${[...floors, ...house.modules.map((m) => m.name)].join("','")}'])`
  const ask = async (text: string): Promise<string[]> =>
    (await client.query<{ what: string }>(text)).rows.map((r) => r.what)

  test('each says in its first word whether it is covered, derived, chained or kept', async () => {
    expect(
      await ask(
        `select n.nspname || '.' || c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours} and coalesce(obj_description(c.oid), '') !~ '^(covered|derived|chained|kept): \\S'`,
      ),
    ).toEqual([])
  })

  test('covered ones have an id, their entry, when and by whom, and the triggers that keep them', async () => {
    const covered = `from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${ours} and n.nspname <> 'ledger' and obj_description(c.oid) ~ '^covered'`
    expect(
      await ask(`select n.nspname || '.' || c.relname || ' has no ' || need as what ${covered.replace(' where ', " cross join unnest(array['id uuid', 'entry uuid', 'recorded_at timestamp with time zone', 'recorded_by uuid']) need where ")}
        and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname || ' ' || format_type(a.atttypid, null) = need)`),
    ).toEqual([])
    expect(
      await ask(
        `select n.nspname || '.' || c.relname as what ${covered} and (select count(*) from pg_trigger t where t.tgrelid = c.oid and t.tgname in ('added_only', 'never_emptied') and t.tgenabled = 'O') <> 2`,
      ),
    ).toEqual([])
  })

  test('no column is a float or has a time of its own, instants are to the millisecond, references wait for the end of the act', async () => {
    const column = `from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and ${ours}`
    const name = `n.nspname || '.' || c.relname || '.' || a.attname as what`
    expect(
      await ask(
        `select ${name} ${column} and format_type(a.atttypid, a.atttypmod) in ('real', 'double precision', 'money', 'timestamp without time zone')`,
      ),
    ).toEqual([])
    expect(
      await ask(
        `select ${name} ${column} and format_type(a.atttypid, null) = 'timestamp with time zone' and a.atttypmod <> 3`,
      ),
    ).toEqual([])
    expect(
      await ask(
        `select ${name} ${column} and pg_get_expr(d.adbin, d.adrelid) ~ '(now|clock_timestamp|current_|random|uuid)'`,
      ),
    ).toEqual([])
    expect(
      await ask(
        `select conrelid::regclass || '.' || conname as what from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where k.contype = 'f' and ${ours} and n.nspname not in ('platform', 'ledger') and not (k.condeferrable and k.condeferred)`,
      ),
    ).toEqual([])
  })
})

test('every module has its page, and the page names its tables', async () => {
  for (const word of words) {
    const path = join(home, 'src/modules', word, 'README.md')
    expect(existsSync(path), path).toBe(true)
    const page = readFileSync(path, 'utf8')
    expect(linesOf(page), path).toBeGreaterThan(10)
    const rooms = house.modules.find((m) => m.name === word)?.rooms ?? []
    // Rules of a word with rooms stand in the rooms; a door over them all is there where somebody takes them from it.
    const rules = rooms.length > 0 ? rooms.map((room) => `${room}/rules.ts`) : ['rules.ts']
    expect(
      rules.some((part) => existsSync(join(home, 'src/modules', word, part))),
      `${word}/rules.ts`,
    ).toBe(true)
    for (const part of ['module.ts', 'contract.ts', 'texts.en.ts', 'texts.es.ts', 'public.ts'])
      expect(existsSync(join(home, 'src/modules', word, part)), `${word}/${part}`).toBe(true)
    for (const room of rooms) expect(page, `${word} says what its room ${room} is`).toContain(`\`${room}/\``)
  }
})

test('what is generated is true', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/generate.ts', '--check'], {
    cwd: home,
  })
  expect(stdout).toContain('up to date')
}, 120_000)

test('what is loaded on first use is nowhere loaded at start', () => {
  const server = sources('{src,bin}/**/*.{ts,js}')
  const large = new Set(
    server.flatMap(({ text }) => [...text.matchAll(/onFirstUse<[^(]+\(\s*'([^']+)'/g)].map((m) => m[1])),
  )
  expect(large.size).toBeGreaterThan(8)
  const atStart = server.flatMap(({ path, text }) =>
    [...text.matchAll(/^import (?!type )[^;]*?from '([^']+)'/gm)]
      .filter((m) => large.has(m[1]))
      .map((m) => `${path}: ${m[1]}`),
  )
  expect(atStart).toEqual([])
  // Nor by a way round: what pictures, radiographs, codes and linear programmes need is fetched with the first of them.
  const asked = execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { registerHooks } from 'node:module'
       registerHooks({ load: (url, context, next) => (console.log(url), next(url, context)) })
       await import('./src/app/serve.ts')
       process.exit(0)`,
    ],
    { cwd: home, encoding: 'utf8', maxBuffer: 1e7 },
  )
  const pictures = ['sharp', 'exifr', 'dicom-parser', 'zxing-wasm']
  expect([...large, ...pictures].filter((name) => asked.includes(`/node_modules/${name}/`))).toEqual([])
}, 60_000)

test('bin/own-modules.js finds the modules where package.json says that they lie', () => {
  const { imports } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { imports: unknown }
  expect(imports).toEqual({ '#*': './src/*' })
  expect(readFileSync(join(home, 'bin/own-modules.js'), 'utf8')).toContain(
    "new URL('../src/', import.meta.url)",
  )
})

test('the icons are copies of the drawings of their package, and nobody who runs the product installs the package', () => {
  const used = sources('src/ui/Icon.tsx').flatMap(({ text }) =>
    [...text.matchAll(/'\.\/icons\/([\w-]+\.svg)\?raw'/g)].map((m) => m[1] ?? ''),
  )
  expect(used.toSorted()).toEqual(
    globSync('src/ui/icons/*.svg', { cwd: home })
      .map((path) => basename(path))
      .toSorted(),
  )
  const drawings = dirname(fileURLToPath(import.meta.resolve('@tabler/icons/package.json')))
  const read = (...path: string[]): string => readFileSync(join(...path), 'utf8')
  for (const name of used)
    expect(read(home, 'src/ui/icons', name), name).toBe(read(drawings, 'icons/outline', name))
  expect(
    sources('src/**/*.{ts,tsx}')
      .filter(({ text }) => text.includes("from '@tabler/"))
      .map(({ path }) => path),
  ).toEqual([])
})

test('colours stand in the theme alone', () => {
  const coloured = sources('src/{ui,app,identity,modules}/**/*.{ts,tsx,css}')
    .filter(({ path }) => !path.startsWith('src/ui/theme'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgba?|hsla?|oklch)\(/gi)]
        .filter((m) => !/^#\d+$/.test(m[0]) || m[0].length === 7)
        .map((m) => `${path}: ${m[0]}`),
    )
  expect(coloured).toEqual([])
})

test('no clock and no chance inside modules, formats and the pure words', () => {
  const clocks = sources('src/{modules,kernel,formats}/**/*.ts', /\.test\.ts$|\/screens\/|\/examples/)
    .flatMap(({ path, text }) =>
      [
        ...text.matchAll(
          /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|(?<!ground\.)\brandom(?:Bytes|UUID|Int)\(|\bperformance\.now\b|\bhrtime\b|(?<!\w)uuid_?generate|gen_random_uuid|\bclock_timestamp\(|(?<!ground\.)\bnow\(\)/g,
        ),
      ].map((m) => `${path}: ${m[0]}`),
    )
    .filter((found) => !found.includes('ground.now()'))
  expect(clocks).toEqual([])
})

test('no word that does not belong', () => {
  const notes = /\b(TODO|FIXME|HACK|XXX)\b|lorem ipsum|\/work\/(main|wt|shared)\b/
  const found = [
    ...sources(
      '{src,bench,scripts,verifier,bin,labs,db}/**/*.{ts,tsx,mjs,js,css,sql,md,yaml,typ}',
      /verify\.html/,
    ),
    ...sources('*.md'),
    ...sources('test/**/*.ts', /tidy\.test/),
    ...sources('docs/**/*.md'),
  ].flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, n) => (notes.test(line) ? [`${path}:${n + 1} ${line.trim().slice(0, 80)}`] : [])),
  )
  expect(found).toEqual([])
})

test('what differs between two laboratories is data: no module knows the first one by name', () => {
  const found = sources('src/modules/**/*.ts', /\.test\.ts$|texts\.\w\w|\/examples|\/screens\//).flatMap(
    ({ path, text }) =>
      text
        .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
        .split('\n')
        .flatMap((line) => (/belize|nfss/i.test(line) ? [`${path}: ${line.trim().slice(0, 100)}`] : [])),
  )
  expect(found).toEqual([])
})

test('no two pages stand at one address: the whole program would not open', () => {
  const addresses = sources('src/**/routes.ts', /^src\/ledger/).flatMap(({ text }) =>
    [...text.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path ?? ''),
  )
  expect(addresses.length).toBeGreaterThan(50)
  expect(addresses.filter((one, n) => addresses.indexOf(one) !== n)).toEqual([])
})
