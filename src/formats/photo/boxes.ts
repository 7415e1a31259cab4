/**
 * Whether the boxes of an ISO base media file (ISO/IEC 14496-12, 4.2) lead anywhere. The kept library walks them without asking: a box
 * that says it is nought bytes long, before the one it looks for, would keep it walking on the spot for ever, and the server with it.
 */
import { viewOf } from './picture.ts'

/** A photograph has some dozens; what has more than this is made to be walked. */
const MOST = 4_000

interface Box {
  readonly kind: string
  readonly start: number
}

/** The boxes from here on, as the library walks them: to the end of the file or to one that says nought; undefined where they lead nowhere. */
function boxesFrom(bytes: Uint8Array, from: number): Box[] | undefined {
  const view = viewOf(bytes)
  const boxes: Box[] = []
  for (let at = from; at + 8 <= bytes.length; ) {
    const short = view.getUint32(at)
    const long = short === 1 && at + 16 <= bytes.length
    const length = long ? Number(view.getBigUint64(at + 8)) : short
    boxes.push({
      kind: String.fromCharCode(...bytes.subarray(at + 4, at + 8)),
      start: at + (long ? 16 : 8),
    })
    if (length === 0) break
    if (length < 8 || boxes.length > MOST) return undefined
    at += length
  }
  return boxes
}

/** True for what is no such file at all: the library does not walk it. */
export function boxesLead(bytes: Uint8Array): boolean {
  if (bytes.length < 16 || bytes[0] !== 0 || bytes[1] !== 0) return true
  const meta = boxesFrom(bytes, 0)?.find((box) => box.kind === 'meta')
  if (!meta) return false
  // Below it the library looks into these, each to the end of the file.
  const within = boxesFrom(bytes, meta.start + 4)
  const properties = within?.find((box) => box.kind === 'iprp')
  const held = properties && boxesFrom(bytes, properties.start)
  const container = held?.find((box) => box.kind === 'ipco')
  return (
    within !== undefined &&
    (!properties || held !== undefined) &&
    (!container || boxesFrom(bytes, container.start) !== undefined)
  )
}
