/**
 * The PDF417 on driving licences of North America: AAMVA DL/ID Card Design Standard, annex D. A header names the issuer (IIN) and the version;
 * elements of three letters follow, one a line. The standard has no check digits: what is wrong in it is not told by it.
 */
import { dayOf, type IdentityRead } from './identity-read.ts'

/** Line feed, record separator and segment terminator; scanners that type make any of them a space or a return. */
const BREAKS = /[\n\r\u001e]+/
const LIMIT = 4_000

/** Elements by their letters. The first line of a subfile begins with its own two letters (`DL`, `ID`) before the element. */
function elementsOf(raw: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of raw.split(BREAKS)) {
    const [, id, value] = /^(?:.*?(?:DL|ID))?(D[A-D][A-Z])(.*)$/.exec(line) ?? []
    if (id !== undefined && value !== undefined && !found.has(id)) found.set(id, value.trim())
  }
  return found
}

/** Canada, and the first version everywhere, put the year first. */
function day(text: string | undefined, yearFirst: boolean): string | null {
  if (!text || !/^\d{8}$/.test(text)) return null
  const n = (from: number, to: number): number => Number(text.slice(from, to))
  return yearFirst ? dayOf(n(0, 4), n(4, 6), n(6, 8)) : dayOf(n(4, 8), n(0, 2), n(2, 4))
}

export function readAamva(raw: string): IdentityRead | null {
  if (raw.length > LIMIT) return null
  const [, iin, version] = /(?:ANSI |AAMVA)(\d{6})(\d{2})/.exec(raw) ?? []
  if (iin === undefined) return null
  const e = elementsOf(raw)
  if (!e.has('DAQ')) return null
  const yearFirst = e.get('DCG') === 'CAN' || version === '01'
  const said = (id: string): string | undefined => {
    const value = e.get(id)
    return value === undefined || value === '' || /^(NONE|UNAVL)$/i.test(value) ? undefined : value
  }
  // Given names: two elements since version 4, one in 2 and 3; the first version has the whole name, family name first.
  const given = [said('DAC'), said('DAD')].filter(Boolean).join(' ') || said('DCT')
  const family = said('DCS') ?? said('DAB')
  const whole = said('DAA')?.split(/[,@]/).filter(Boolean)
  const parts = family
    ? [given?.replaceAll(',', ' '), family, said('DCU')]
    : whole
      ? [...whole.slice(1), whole[0]]
      : []
  const name = parts.filter(Boolean).join(' ').replace(/\s+/g, ' ').trim()
  const address = [said('DAG'), said('DAH'), said('DAI'), said('DAJ'), said('DAK')?.replace(/0000$/, '')]
  return {
    format: 'aamva',
    name: name === '' ? null : name,
    born: day(e.get('DBB'), yearFirst),
    sex:
      ({ '1': 'male', '2': 'female', M: 'male', F: 'female' }[e.get('DBC') ?? ''] as IdentityRead['sex']) ??
      null,
    document: said('DAQ') ?? null,
    issuer: said('DAJ') ?? iin,
    address: address.filter(Boolean).join(', ') || null,
    expires: day(e.get('DBA'), yearFirst),
    failed: [],
    checked: false,
  }
}
