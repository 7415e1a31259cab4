/** No text of a person can command the printer, whatever it holds; a label carries what it must. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#kernel/verdict.ts'
import type { Label } from './labels.ts'
import { labelsZpl, labelZpl } from './zpl.ts'

const label: Label = {
  code: 'BZ-2026-00417-001',
  alt: 'Data Matrix',
  number: 'BZ-2026-00417-001',
  lines: ['Whitish powder', 'Case BZ-2026-00417', 'Seal S-009182'],
  hazards: 'BIOHAZARD',
}

/** What a printer would obey: command letters in order, with field data taken out. */
function commands(zpl: string): string[] {
  return [...zpl.replaceAll(/\^FD[^^~]*\^FS/g, '^FS').matchAll(/[\^~]([A-Z0-9]{2})/g)].map(
    ([, name]) => name ?? '',
  )
}
const known = new Set(['XA', 'CI', 'PW', 'LL', 'LH', 'FO', 'BX', 'FH', 'FS', 'A0', 'GB', 'FR', 'PQ', 'XZ'])

describe('a ZPL label', () => {
  it('holds the Data Matrix, the words and the hazards within 400 by 200 dots', () => {
    const zpl = labelZpl(label)
    expect(zpl).toMatch(/^\^XA[\s\S]*\^XZ\n$/)
    expect(zpl).toContain('^BXN,')
    expect(zpl).toContain('^FDBZ-2026-00417-001^FS')
    expect(zpl).toContain('^FR^A0N,22,22^FH_^FDBIOHAZARD^FS')
    for (const [, x, y] of zpl.matchAll(/\^FO(\d+),(\d+)/g)) {
      expect(Number(x)).toBeLessThan(400)
      expect(Number(y)).toBeLessThan(200)
    }
  })

  it('cannot be commanded by any text', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('^XZ^XA^FO0,0^FDevil^FS', '~JA', '_5E_7E', '^FS~DGR:X', 'a\r\n^XZ', '\\^', '``~'),
    )
    fc.assert(
      fc.property(nasty, nasty, fc.array(nasty, { maxLength: 5 }), nasty, (number, hazards, lines, demo) => {
        const zpl = labelZpl({ ...label, number: number || '1', lines, hazards, demo })
        const data = [...zpl.matchAll(/\^FD([\s\S]*?)\^FS/g)].map(([, text]) => text ?? '')
        for (const text of data) expect(text).not.toMatch(/[\^~\r\n]/)
        const obeyed = commands(zpl)
        expect(obeyed.every((name) => known.has(name))).toBe(true)
        expect(obeyed.filter((name) => name === 'XA' || name === 'XZ')).toEqual(['XA', 'XZ'])
      }),
      { numRuns: 500 },
    )
  })

  it('decodes back to the text it was given', () => {
    const text = 'a^b~c_d\\e Ñ µ'
    const sent = /\^FD([^^]*)\^FS/.exec(
      labelZpl({ ...label, lines: [], number: text })
        .split('^BX')[1]
        ?.split('^FS')
        .slice(1)
        .join('^FS') ?? '',
    )?.[1]
    expect(
      sent?.replaceAll(/_([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    ).toBe(text)
  })

  it('never cuts a number, however long, and refuses a code that cannot be printed', () => {
    const long = 'BZ-2026-00417-003-SUBSAMPLE-LONG-A1'
    const sent = [
      ...labelZpl({ ...label, number: long, lines: [] }).matchAll(/A0N[^]*?\^FD([^^]*)\^FS/g),
    ].map(([, t]) => t)
    expect(sent.slice(0, 2).join('')).toBe(long)
    expect(() => labelZpl({ ...label, code: 'aB3/'.repeat(45) })).toThrow(Refusal)
    expect(() => labelZpl({ ...label, code: 'a`b' })).toThrow(Refusal)
    expect(() => labelZpl({ ...label, number: '' })).toThrow(Refusal)
  })

  it('goes out in the order given', () => {
    expect(labelsZpl([label, { ...label, number: 'B' }]).match(/\^XA/g)).toHaveLength(2)
  })
})
