/** Single members out of a ZIP (PKWARE APPNOTE 6.3.3), by the directory at its end; each is unpacked up to a limit, so that nothing hostile can grow. */
import { inflateRawSync } from 'node:zlib'
import { FormatFault } from '../reading.ts'

const MOST_MEMBERS = 5_000
const MOST_BYTES = 256 * 1_048_576

/** The member of that name, or undefined where there is none. */
export type Members = (name: string) => Uint8Array | undefined

export function membersOf(bytes: Uint8Array): Members {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0 || end + 22 > zip.length) throw new FormatFault('formats.tables.not-a-workbook')
  const places = new Map<string, { at: number; packed: number; size: number; method: number }>()
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < Math.min(zip.readUInt16LE(end + 10), MOST_MEMBERS); i += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50)
      throw new FormatFault('formats.tables.damaged')
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    places.set(zip.toString('utf8', at + 46, at + 46 + nameLength), {
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extra + comment
  }
  return (name) => {
    const place = places.get(name)
    if (!place) return undefined
    if (place.at + 30 > zip.length || place.size > MOST_BYTES) throw new FormatFault('formats.tables.damaged')
    const from = place.at + 30 + zip.readUInt16LE(place.at + 26) + zip.readUInt16LE(place.at + 28)
    const packed = zip.subarray(from, from + place.packed)
    if (place.method === 0) return packed
    try {
      return inflateRawSync(packed, { maxOutputLength: MOST_BYTES })
    } catch {
      throw new FormatFault('formats.tables.damaged')
    }
  }
}
