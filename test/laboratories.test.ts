/** Laboratories as files: each one is applied, written out and applied again, and nothing is lost or moved on the way; the program names none of them. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { migrationActor, systemActor } from '#identity/authority.ts'
import type { Actor } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { applyLaboratory, exportLaboratory, inWords } from '../src/app/laboratory.ts'
import { act, actorNamed } from '../src/app/people.ts'
import { labsFolder, setUp } from '../src/app/setup.ts'
import { type MadeInstallation, madeInstallation } from './installation.ts'

const opened: MadeInstallation[] = []
afterAll(async () => {
  for (const house of opened) await house.close()
})
async function fresh(lab = 'empty'): Promise<MadeInstallation> {
  const house = await madeInstallation()
  opened.push(house)
  await setUp(
    house.ground,
    { name: 'Service', username: 'admin', password: 'three green parrots sing', lab },
    'live',
  )
  return house
}
/** Every file of a folder with its text. */
async function filesOf(dir: string): Promise<Record<string, string>> {
  const files = (await readdir(dir, { recursive: true })).filter((f) => f.endsWith('.yaml')).sort()
  return Object.fromEntries(
    await Promise.all(files.map(async (f) => [f, await readFile(join(dir, f), 'utf8')] as const)),
  )
}
async function written(house: MadeInstallation): Promise<{ dir: string; files: Record<string, string> }> {
  const dir = await mkdtemp(join(tmpdir(), 'custodia-lab-'))
  await exportLaboratory(house.ground, dir)
  return { dir, files: await filesOf(dir) }
}

test('K12 the second laboratory is applied to an empty installation and written out: the same bytes', async () => {
  const house = await fresh()
  const dry = await applyLaboratory(house.ground, join(labsFolder, 'ejemplo'), { dryRun: true })
  expect(dry.added).toBeGreaterThan(150)
  expect((await written(house)).files['units.yaml']).not.toContain('ICF')
  await applyLaboratory(house.ground, join(labsFolder, 'ejemplo'), {})
  const { dir, files } = await written(house)
  const {
    'story.yaml': _story,
    'examples.yaml': _examples,
    ...own
  } = await filesOf(join(labsFolder, 'ejemplo'))
  expect(Object.keys(files)).toEqual(Object.keys(own))
  for (const [name, text] of Object.entries(own)) expect(files[name], name).toBe(text)
  const again = await applyLaboratory(house.ground, dir, { dryRun: true })
  expect(again).toMatchObject({ added: 0, changed: 0, differences: [], parts: [] })
  await rm(dir, { recursive: true })
}, 120_000)

test('K12 Belize goes out, into an empty installation, and out again: the same bytes', async () => {
  const first = await written(await fresh('belize'))
  const other = await fresh()
  await applyLaboratory(other.ground, first.dir, {})
  const second = await written(other)
  for (const [name, text] of Object.entries(first.files)) expect(second.files[name], name).toBe(text)
  expect(Object.keys(second.files)).toEqual(Object.keys(first.files))
}, 120_000)

test('what a folder would change is told in plain words, in either language, and nothing that will not be done is hidden', async () => {
  const house = await fresh('ejemplo')
  const { dir } = await written(house)
  const { writeFile } = await import('node:fs/promises')
  const edit = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(join(dir, file), 'utf8')
    expect(text, file).toContain(from)
    await writeFile(join(dir, file), text.replace(from, to))
  }
  await edit('limits.yaml', 'value: "20"', 'value: "25"')
  await edit('units.yaml', 'name: Balística', 'name: Balística y armas')
  await edit('stores.yaml', '- {code: FRIO,'.replace('- {', ''), 'code: FRIO,')
  await edit('lists/district.yaml', 'codes:\n', 'codes:\n  - {code: ST-IS, en: Islands, es: Islas}\n')
  const dry = await applyLaboratory(house.ground, dir, { dryRun: true })
  const en = inWords(dry, house.ground.say('en'), true)
  const es = inWords(dry, house.ground.say('es'), true)
  expect(en).toContain('~ statutory limit cannabis-tenencia: another version, because of the value')
  expect(en).toContain('+ code district/ST-IS is new')
  expect(en).toContain('! unit BAL stands otherwise here (the name) and is left as it is')
  expect(en).toContain('Nothing was done.')
  expect(es).toContain('~ límite legal cannabis-tenencia: otra versión, por el valor')
}, 120_000)

test('K12 files on a laboratory that works are proposed, approved by another, and then stand as the files say', async () => {
  const house = await fresh('ejemplo')
  const { dir } = await written(house)
  const { writeFile } = await import('node:fs/promises')
  const edit = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(join(dir, file), 'utf8')
    expect(text, file).toContain(from)
    await writeFile(join(dir, file), text.replace(from, to))
  }
  await edit('limits.yaml', 'value: "20"', 'value: "25"')
  await edit(
    'stores.yaml',
    '- {name: Depósito general',
    '- {name: Estante nuevo, kind: shelf, code: REC-1, parent: RECEP, unit: CUS}\n- {name: Depósito general',
  )
  await edit(
    'lists/offence.yaml',
    'codes:\n',
    'codes:\n  - {code: dron, en: Contraband by drone, es: Contrabando por dron, data: {iccs: "08059"}}\n',
  )
  await edit(
    'units.yaml',
    'units:\n',
    'units:\n  - {agency: ICF, name: Unidad nueva, code: NUEVA, kind: section, parent: ICF}\n',
  )
  await writeFile(join(dir, 'forms', 'scene.fire.yaml'), sceneForm)
  // The laboratory begins to work: from now on its rules are two people's.
  const admin = await actorNamed(house.ground, undefined)
  await act(house.ground, systemActor, 'cases.open-case', {
    title: 'Un caso',
    type: 'narcotrafico',
    unit: await unitOf(house),
  })
  const dora = await act(house.ground, migrationActor, 'identity.add-person', {
    name: 'Dora',
    username: 'dora',
  })
  await act(house.ground, migrationActor, 'identity.grant-role', {
    person: (dora as { id: string }).id,
    role: 'director',
  })

  const first = await applyLaboratory(house.ground, dir, {})
  expect(inWords(first, house.ground.say('en'), false)).toContain(`as change ${first.proposed?.change}`)
  expect(await applyLaboratory(house.ground, dir, {})).toMatchObject({
    proposed: { change: first.proposed?.change, again: true },
  })
  expect((await written(house)).files['limits.yaml']).toContain('value: "20"')
  const approve = (who: Actor) =>
    act(house.ground, who, 'catalogue.approve-change', { change: first.proposed?.change })
  await expect(approve(admin)).rejects.toMatchObject({ code: 'catalogue.change-own' })
  await approve(await actorNamed(house.ground, 'dora'))

  const rest = await applyLaboratory(house.ground, dir, {})
  expect(rest).toMatchObject({ added: 0, changed: 0 })
  expect(rest.proposed).toBeUndefined()
  const again = await applyLaboratory(house.ground, dir, { dryRun: true })
  expect(again).toMatchObject({ added: 0, changed: 0, differences: [], parts: [] })
  const { files } = await written(house)
  expect(files['forms/scene.fire.yaml']).toBe(sceneForm)
  expect(files['stores.yaml']).toContain('code: REC-1')
  expect(files['units.yaml']).toContain('code: NUEVA')
  // What changed begins on the day of its approval, what did not keeps its own.
  expect(files['limits.yaml']).toMatch(/value: "25"[\s\S]*?validFrom: 2026-11-02/)
  await rm(dir, { recursive: true })
}, 120_000)

const sceneForm = `key: scene.fire
en: Scene of a fire
es: Escena de un incendio
for: [arson]
questions: [{kind: yes-no, key: safe, en: Made safe by the fire service, es: Asegurada por los bomberos, required: true}]
use: scene-checklist
`
const unitOf = async (house: MadeInstallation): Promise<string> =>
  (
    await house.ground.db.direct.one<{ id: string }>(
      sql`select u.id from identity.unit u join identity.agency a on a.id = u.agency where a.kind = 'service' order by u.code limit 1`,
    )
  ).id

/** The demonstration tells of one country: it is no module. */
const told = /^(app\/demo|app\/demo\.ts|ui\/gallery)/
const names =
  /belize|belice|belmopan|dangriga|ladyville|\bNFSS\b|BZ\$|\bBZD\b|orange walk|corozal|stann creek|\bcayo\b|san ignacio|punta gorda|america\/belize|cap\. ?\d{2,3}\b/i

test('K12 no module names a country, a place, a law or a currency: what is of one laboratory stands in its files', async () => {
  const root = join(import.meta.dirname, '../src')
  const files = (await readdir(root, { recursive: true })).filter(
    (f) => /\.(ts|tsx|css|html)$/.test(f) && !/(\.test\.ts|examples\.ts)$/.test(f) && !told.test(f),
  )
  expect(files.length).toBeGreaterThan(500)
  const found: string[] = []
  for (const f of files) {
    const lines = (await readFile(join(root, f), 'utf8')).split('\n')
    lines.forEach((line, i) => {
      if (names.test(line.replaceAll(/'(en-BZ|es-GT)'/g, ''))) found.push(`${f}:${i + 1} ${line.trim()}`)
    })
  }
  expect(found).toEqual([])
})
