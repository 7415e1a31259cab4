/** The case taken away in one file: what is in it, that each taking is known, and that nobody else takes it. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { benchOf, certificate } from '#modules/reports/examples.ts'
import { type Lab, openLab } from '../../../test/lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await benchOf(lab as never)
  await lab.person('director', ['director'], { unit: null })
  await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
})
afterAll(() => lab?.close())

/** Names and content of what is stored without compression, or of the list that stands first. */
const namesIn = (zip: Buffer): string[] =>
  [...zip.toString('latin1').matchAll(/PK\x01\x02[\s\S]{24}([\s\S]{2})[\s\S]{16}/g)].map((m) => {
    const length = Buffer.from(m[1] as string, 'latin1').readUInt16LE()
    const at = (m.index ?? 0) + 46
    return zip.subarray(at, at + length).toString('utf8')
  })

test('A12 the officer takes the certificate, and the whole case with custody forms in one file with the hash of each; each taking is logged, and a stranger takes nothing', async () => {
  const c = await certificate(lab as never, 'issued')
  const officer = lab.as('rp-officer')
  const paper = await officer.file('reports.report-file', { report: c.report })
  expect(paper.headers.get('content-type')).toBe('application/pdf')
  const packet = await officer.file('portal.case-packet', { case: c.case, language: 'en' })
  expect(packet.headers.get('content-type')).toBe('application/zip')
  const names = namesIn(packet.bytes)
  expect(names[0]).toBe('CONTENTS.txt')
  expect(names).toContain(`${c.number}.pdf`)
  expect(names).toContain(`custody-${c.itemNumber}.pdf`)
  // The certificate in it is the signed one, byte for byte.
  const hash = createHash('sha256').update(paper.bytes).digest('hex')
  expect(packet.bytes.includes(paper.bytes) || packet.bytes.toString('latin1').includes(hash)).toBe(true)
  for (const [operation, params] of [
    ['portal.case-packet', { case: c.case }],
    ['reports.report-file', { report: c.report }],
  ] as const)
    expect((await lab.as('stranger').file(operation, params)).status).toBe(404)
  const log = (await lab.as('director').ask('identity.read-log', { root: c.case, limit: 200 })).body.items
  const taken = log.filter((one: { person: string }) => one.person === officer.id)
  expect(new Set(taken.map((one: { operation: string }) => one.operation))).toEqual(
    new Set(['portal.case-packet', 'reports.report-file']),
  )
})
