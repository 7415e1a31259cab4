/**
 * Writes a ZIP archive (PKWARE APPNOTE 6.3.3; method 0, stored): several files that leave the house as one. Nothing is compressed,
 * because what goes in (PDF, pictures, instrument files) mostly is; names are UTF-8; the same files and instant give the same bytes.
 */
export interface Packed {
  /** With folders, by slashes; no name twice, none that leaves the archive. */
  readonly name: string
  readonly bytes: Uint8Array
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  return c
})
function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of bytes) c = (table[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

/** MS-DOS date and time, which know no zone: UTC, two seconds exact. */
function dosTime(at: string): number {
  const d = new Date(at)
  const day = ((d.getUTCFullYear() - 1980) << 9) | ((d.getUTCMonth() + 1) << 5) | d.getUTCDate()
  const time = (d.getUTCHours() << 11) | (d.getUTCMinutes() << 5) | (d.getUTCSeconds() >> 1)
  return (day * 0x10000 + time) >>> 0
}

/** What both headers say of a file, from “version needed” to the length of the name. */
function described(name: Buffer, bytes: Uint8Array, when: number): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(0x0800, 2) // the name is UTF-8
  head.writeUInt32LE(when, 6)
  head.writeUInt32LE(crc32(bytes), 10)
  head.writeUInt32LE(bytes.length, 14)
  head.writeUInt32LE(bytes.length, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}
const u32 = (value: number): Buffer => {
  const out = Buffer.alloc(4)
  out.writeUInt32LE(value)
  return out
}

/** `at`: ISO 8601, the instant of making. Throws for a name twice, and past what the format holds without its 64-bit form. */
export function zipOf(files: readonly Packed[], at: string): Buffer {
  const when = dosTime(at)
  const [bodies, directory]: [Uint8Array[], Uint8Array[]] = [[], []]
  let offset = 0
  if (new Set(files.map((f) => f.name)).size !== files.length || files.length > 0xfffe)
    throw new Error('Defect: a name twice, or too many files for one archive')
  for (const { name, bytes } of files) {
    const path = Buffer.from(name, 'utf8')
    if (/^\/|\\|(^|\/)\.\.(\/|$)/.test(name)) throw new Error(`Defect: “${name}” leaves the archive`)
    const head = described(path, bytes, when)
    const local = Buffer.concat([u32(0x04034b50), head, path])
    const place = Buffer.alloc(16) // comment, disk and attributes: none; then where the file begins
    place.writeUInt32LE(offset, 10)
    const made = Buffer.from([20, 0])
    directory.push(Buffer.concat([u32(0x02014b50), made, head, place.subarray(0, 14), path]))
    bodies.push(local, bytes)
    offset += local.length + bytes.length
    if (offset > 0xffffffff) throw new Error('Defect: more than 4 GiB in one archive')
  }
  const size = directory.reduce((n, d) => n + d.length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, ...directory, u32(0x06054b50), end])
}
