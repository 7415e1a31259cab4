/**
 * Compound files ([MS-CFB]): the small file system in which programs of before 2007 kept their documents. One stream is taken out by its name.
 * Every chain of sectors is followed for as many steps as there are sectors and no further, so that a ring ends.
 */
import { FormatFault } from '../reading.ts'

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
export const isCompound = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte)

/** Numbers above this end a chain or mark a sector that is none. */
const LAST_SECTOR = 0xffff_fffa
const STREAM = 2
const ROOT = 5

interface Entry {
  readonly name: string
  readonly kind: number
  readonly start: number
  readonly size: number
}

/** The stream of the first of these names that is there. */
export function streamOf(
  file: Uint8Array,
  names: readonly string[],
): { name: string; bytes: Uint8Array } | undefined {
  const head = viewOf(file)
  if (file.length < 512) throw new FormatFault('formats.tables.damaged')
  const shift = head.getUint16(30, true)
  const miniShift = head.getUint16(32, true)
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw new FormatFault('formats.tables.damaged')
  const size = 1 << shift
  const most = Math.ceil(file.length / size)
  const sector = (at: number): Uint8Array => file.subarray((at + 1) * size, (at + 2) * size)
  const fat = numbersIn(fatSectors(head, sector, most).map(sector))
  const chain = (start: number, next: readonly number[], part: (at: number) => Uint8Array): Uint8Array => {
    const parts: Uint8Array[] = []
    for (let at = start; at < LAST_SECTOR; at = next[at] ?? 0xffff_ffff) {
      if (parts.length > next.length || at >= next.length) throw new FormatFault('formats.tables.damaged')
      parts.push(part(at))
    }
    return Buffer.concat(parts)
  }
  const entries = entriesIn(chain(head.getUint32(48, true), fat, sector))
  const root = entries.find(({ kind }) => kind === ROOT)
  const wanted = names.flatMap((name) => entries.find((e) => e.kind === STREAM && e.name === name) ?? [])[0]
  if (!wanted || !root) return undefined
  if (wanted.size >= head.getUint32(56, true))
    return { name: wanted.name, bytes: chain(wanted.start, fat, sector).subarray(0, wanted.size) }
  // Small streams lie in the stream of the root, in sectors of their own.
  const small = chain(root.start, fat, sector)
  const miniFat = numbersIn([chain(head.getUint32(60, true), fat, sector)])
  const miniSize = 1 << miniShift
  const mini = (at: number): Uint8Array => small.subarray(at * miniSize, (at + 1) * miniSize)
  return { name: wanted.name, bytes: chain(wanted.start, miniFat, mini).subarray(0, wanted.size) }
}

/** The first 109 stand in the head, the others in a chain of their own. */
function fatSectors(head: DataView, sector: (at: number) => Uint8Array, most: number): number[] {
  const found: number[] = []
  const take = (at: number): void => {
    if (at < most) found.push(at)
  }
  for (let i = 0; i < 109; i += 1) take(head.getUint32(76 + 4 * i, true))
  let next = head.getUint32(68, true)
  for (let steps = 0; next < LAST_SECTOR && steps <= most; steps += 1) {
    const all = numbersIn([sector(next)])
    all.slice(0, -1).forEach(take)
    next = all.at(-1) ?? 0xffff_ffff
  }
  return found
}

function entriesIn(directory: Uint8Array): Entry[] {
  const view = viewOf(directory)
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2)
    entries.push({
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length)),
      kind: directory[at + 66] ?? 0,
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    })
  }
  return entries
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const numbersIn = (parts: readonly Uint8Array[]): number[] =>
  parts.flatMap((part) => {
    const view = viewOf(part)
    return Array.from({ length: Math.floor(part.length / 4) }, (_, i) => view.getUint32(4 * i, true))
  })
