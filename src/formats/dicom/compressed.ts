/** The compressed pictures that radiography meets: run lengths by our own code (PS3.5 annex G), JPEG, lossless JPEG and JPEG 2000 by kept decoders, fetched only when one is met. */
import dicomParser from 'dicom-parser'
import type { Pixels } from './pixels.ts'
import type { PlainPicture } from './frame.ts'

const MAX_MEGABYTES = 512

export async function decompressed(p: Pixels, index: number): Promise<PlainPicture> {
  const bytes = encapsulated(p, index)
  switch (p.compression) {
    case 'rle':
      return runLengths(bytes, p)
    case 'jpeg':
      return baseline(bytes, p)
    case 'jpeg-lossless':
      return lossless(bytes, p)
    case 'jpeg-2000':
      return wavelets(bytes, p)
    case 'none':
      throw new Error('Defect: nothing to decompress')
  }
}

/** One picture may stand in several fragments; without a table of offsets each fragment is a picture, or all of them are the one. */
function encapsulated(p: Pixels, index: number): Uint8Array {
  const { data, element, frames } = p
  const fragments = element.fragments ?? []
  if (fragments.length === 0) throw new Error('no fragments')
  if (element.basicOffsetTable && element.basicOffsetTable.length === frames)
    return Uint8Array.from(dicomParser.readEncapsulatedImageFrame(data, element, index))
  const [from, count] = frames === 1 ? [0, fragments.length] : [index, 1]
  if (frames > 1 && fragments.length !== frames) throw new Error('fragments and pictures do not fit')
  return Uint8Array.from(dicomParser.readEncapsulatedPixelDataFromFragments(data, element, from, count))
}

/** A segment for each byte of each sample, most significant first; each is packed (PackBits). */
function runLengths(bytes: Uint8Array, p: Pixels): PlainPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const segments = view.getUint32(0, true)
  const size = p.bits / 8
  const count = p.rows * p.columns
  if (segments !== p.samples * size) throw new Error('segments do not fit')
  const out = new Uint8Array(count * p.samples * size)
  for (let s = 0; s < segments; s += 1) {
    const start = view.getUint32(4 + s * 4, true)
    const end = s + 1 < segments ? view.getUint32(8 + s * 4, true) : bytes.length
    const plane = unpacked(bytes.subarray(start, end), count)
    const [sample, byte] = [Math.floor(s / size), size - 1 - (s % size)]
    for (let i = 0; i < count; i += 1) out[(sample * count + i) * size + byte] = plane[i] ?? 0
  }
  return { bytes: out, little: true, planar: true, photometric: p.photometric, signed: p.signed }
}
function unpacked(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length)
  let [at, to] = [0, 0]
  while (at < packed.length && to < length) {
    const control = packed[at] as number
    at += 1
    if (control < 128) {
      out.set(packed.subarray(at, at + Math.min(control + 1, length - to)), to)
      at += control + 1
      to += control + 1
    } else if (control > 128) {
      out.fill(packed[at] ?? 0, to, Math.min(to + 257 - control, length))
      at += 1
      to += 257 - control
    }
  }
  return out
}

async function baseline(bytes: Uint8Array, p: Pixels): Promise<PlainPicture> {
  const { default: jpeg } = await import('jpeg-js')
  const image = jpeg.decode(bytes, {
    useTArray: true,
    formatAsRGBA: true,
    colorTransform: p.photometric !== 'RGB',
    maxMemoryUsageInMB: MAX_MEGABYTES,
    maxResolutionInMP: 100,
  })
  fits(image.width, image.height, p)
  const count = p.rows * p.columns
  const out = new Uint8Array(count * p.samples)
  for (let i = 0; i < count; i += 1)
    for (let c = 0; c < p.samples; c += 1) out[i * p.samples + c] = image.data[i * 4 + c] ?? 0
  return {
    bytes: out,
    little: true,
    planar: false,
    photometric: p.samples === 3 ? 'RGB' : p.photometric,
    signed: false,
  }
}

async function lossless(bytes: Uint8Array, p: Pixels): Promise<PlainPicture> {
  const { Decoder } = await import('jpeg-lossless-decoder-js')
  const decoder = new Decoder()
  const out = decoder.decode(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length, p.bits / 8)
  fits(decoder.frame.dimX, decoder.frame.dimY, p)
  return {
    bytes: new Uint8Array(out.buffer, out.byteOffset, out.byteLength),
    little: true,
    planar: false,
    photometric: p.photometric,
    signed: p.signed,
  }
}

async function wavelets(bytes: Uint8Array, p: Pixels): Promise<PlainPicture> {
  const { default: openJpeg } = await import('@cornerstonejs/codec-openjpeg/decode')
  const quiet = (): undefined => undefined
  const module = await openJpeg({ print: quiet, printErr: quiet })
  const decoder = new module.J2KDecoder()
  try {
    decoder.getEncodedBuffer(bytes.length).set(bytes)
    decoder.decode()
    const info = decoder.getFrameInfo()
    fits(info.width, info.height, p)
    // The memory is the decoder's own and goes with it.
    return {
      bytes: Uint8Array.from(decoder.getDecodedBuffer()),
      little: true,
      planar: false,
      photometric: p.samples === 3 ? 'RGB' : p.photometric,
      signed: info.isSigned,
    }
  } finally {
    decoder.delete()
  }
}

/** A picture of another size than the file says would be drawn aslant. */
function fits(width: number, height: number, p: Pixels): void {
  if (width !== p.columns || height !== p.rows) throw new Error('sizes do not fit')
}
