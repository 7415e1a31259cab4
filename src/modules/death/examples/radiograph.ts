/** A radiograph of our own making, and where it hangs. */
import type { Ground } from './office.ts'

/** A radiograph of our own making: 4 × 4 values of 16 bits, uncompressed (DICOM PS3.10, explicit little-endian). */
export function aRadiograph(): Uint8Array {
  const element = (tag: readonly [number, number], vr: string, value: Buffer): Buffer => {
    const long = ['OW', 'OB'].includes(vr)
    const head = Buffer.alloc(long ? 12 : 8)
    head.writeUInt16LE(tag[0], 0)
    head.writeUInt16LE(tag[1], 2)
    head.write(vr, 4, 'latin1')
    if (long) head.writeUInt32LE(value.length, 8)
    else head.writeUInt16LE(value.length, 6)
    return Buffer.concat([head, value])
  }
  const text = (value: string): Buffer => Buffer.from(value.length % 2 ? `${value} ` : value, 'latin1')
  const short = (value: number): Buffer => {
    const out = Buffer.alloc(2)
    out.writeUInt16LE(value)
    return out
  }
  const pixels = Buffer.alloc(32)
  for (let i = 0; i < 16; i += 1) pixels.writeUInt16LE(i * 100, i * 2)
  const syntax = element([0x0002, 0x0010], 'UI', Buffer.from('1.2.840.10008.1.2.1\0', 'latin1'))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(syntax.length)
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    element([0x0002, 0x0000], 'UL', length),
    syntax,
    element([0x0008, 0x0060], 'CS', text('CR')),
    element([0x0010, 0x0010], 'PN', text('Somebody^Else')),
    element([0x0018, 0x0015], 'CS', text('CHEST')),
    element([0x0028, 0x0002], 'US', short(1)),
    element([0x0028, 0x0004], 'CS', text('MONOCHROME2')),
    element([0x0028, 0x0010], 'US', short(4)),
    element([0x0028, 0x0011], 'US', short(4)),
    element([0x0028, 0x0100], 'US', short(16)),
    element([0x0028, 0x0101], 'US', short(16)),
    element([0x0028, 0x0102], 'US', short(15)),
    element([0x0028, 0x0103], 'US', short(0)),
    element([0x7fe0, 0x0010], 'OW', pixels),
  ])
}
export async function aRadiographOf(lab: Ground, examination: string): Promise<string> {
  const file = (await lab.as('hugo').upload(aRadiograph(), 'chest.dcm')).body.sha256
  return (await lab.as('hugo').do('death.add-picture', { examination, kind: 'radiograph', file })).id
}
