/** Whoever reaches the folder of the files behind the product: what is swapped or taken away is told, to who asks for it and to who verifies. */
import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyFiles } from '../src/app/verify-files.ts'
import { keyOf } from '../src/platform/files.ts'
import { aCase } from '../src/modules/cases/examples.ts'
import { arrangeAnnouncing } from '../src/modules/evidence/examples.ts'
import { type Lab, openLab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeAnnouncing(lab as never)
  await lab.person('head', ['section-head'], { unit: lab.units.counter })
})
afterAll(() => lab?.close())

test('a letter is swapped in the folder, then taken out of it', async () => {
  const head = lab.as('head')
  const { id } = await head.do('cases.open-case', aCase())
  const { sha256 } = (await head.upload(Buffer.from('The suspect was seen'), 'letter.txt')).body
  const { id: document } = await head.do('cases.add-document', { case: id, file: sha256, kind: 'letter' })
  expect((await verifyFiles(lab.ground)).problems).toEqual([])

  const path = join(lab.folder, 'files', keyOf(sha256))
  await chmod(path, 0o600)
  await writeFile(path, 'The suspect was home')
  const swapped = await head.file('cases.document-file', { document })
  expect(swapped.status).toBe(503)
  expect(swapped.bytes.toString()).toContain('file-swapped')
  expect(swapped.bytes.toString()).not.toContain('was home')
  expect((await verifyFiles(lab.ground)).problems).toEqual([
    expect.objectContaining({ kind: 'file-changed', row: sha256 }),
  ])

  await rm(path)
  expect((await head.file('cases.document-file', { document })).status).toBe(503)
  expect((await verifyFiles(lab.ground)).problems).toEqual([
    expect.objectContaining({ kind: 'file-missing', row: sha256 }),
  ])
})
