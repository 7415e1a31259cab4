/** What a photograph's file says of itself, and the small picture made from it; the bytes stay as they came. */
import type { Sharp } from 'sharp'
import type { Photo } from '#formats/photo/photo.ts'
import type { Json } from '#kernel/canonical.ts'
import type { Cx, Ground } from '#platform/cx.ts'
import { keepMade } from '#platform/uploads.ts'
import { openOnce } from './opened-pictures.ts'
import { type TileAt, tileOf } from './rules/tiles.ts'
import { keepRendition, screenCopyOf, withoutScreenCopy } from './store/pictures.ts'

/** Loaded when the first photograph comes: a server at rest needs none of it. */
const drawing = async () => (await import('sharp')).default
const SMALL = 360
const SCREEN = 2_048
/** A larger picture is kept and not drawn: it would take the memory of everybody else. */
const MOST_PIXELS = 120_000_000
/** Of a picture that is opened: red, green, blue. */
const CHANNELS = 3

/** Kinds that the house itself can draw smaller. */
const drawn = (photo: Photo | null): boolean =>
  photo !== null &&
  ['jpeg', 'png', 'gif', 'webp', 'tiff', 'avif'].includes(photo.kind) &&
  (photo.width ?? 0) * (photo.height ?? 0) <= MOST_PIXELS

async function smaller(bytes: Uint8Array, edge: number): Promise<Buffer | null> {
  const sharp = await drawing()
  try {
    return await sharp(bytes, { failOn: 'none', limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 72 })
      .toBuffer()
  } catch {
    // What libvips cannot draw stays kept; the sentence beside it says so.
    return null
  }
}

export interface Read {
  readonly photo: Photo | null
  /** Of a file that is no picture known here: the code of the sentence under which it is kept. */
  readonly told: { readonly code: string; readonly values: { readonly [key: string]: Json } }
}
export async function readPicture(cx: Cx, file: string, name: string): Promise<Read & { bytes: Buffer }> {
  const bytes = await cx.ground.files.read(file)
  const { readPhoto } = await import('#formats/photo/photo.ts')
  const answer = await readPhoto(bytes, name)
  return answer.ok
    ? {
        bytes,
        photo: answer.photo,
        told: {
          code: answer.photo.told.code,
          values: (answer.photo.told.values ?? {}) as { [key: string]: Json },
        },
      }
    : {
        bytes,
        photo: null,
        told: { code: answer.code, values: answer.values as { [key: string]: Json } },
      }
}

/** Makes the small picture, once for the bytes. */
export async function makeSmall(cx: Cx, file: string, read: Read & { bytes: Buffer }): Promise<void> {
  if (!drawn(read.photo)) return
  const made = await smaller(read.bytes, SMALL)
  if (!made) return
  const kept = await keepMade(cx, made, 'image/webp')
  await keepRendition(cx, file, 'small', { sha256: kept.sha256, mediaType: 'image/webp' })
}

/** As large as a screen: made when somebody looks; once the original went to a cold store, the copy that stayed. */
export const screenSize = async (cx: Pick<Cx, 'ground' | 'tx'>, file: string): Promise<Buffer | null> => {
  const kept = await screenCopyOf(cx, file)
  return kept ? cx.ground.files.read(kept) : smaller(await cx.ground.files.read(file), SCREEN)
}
/** Before originals leave: what of them can be drawn is drawn, and stays. */
export async function makeScreenCopies(
  ground: Ground,
  attendance: string,
  tick: () => Promise<unknown>,
): Promise<void> {
  for (const file of await withoutScreenCopy(ground, attendance)) {
    const made = await smaller(await ground.files.read(file), SCREEN)
    if (made)
      await ground.db.transaction(async (tx) => {
        const cx = { ground, tx, now: ground.now() }
        const { sha256 } = await keepMade(cx, made, 'image/webp')
        await keepRendition(cx, file, 'screen', { sha256, mediaType: 'image/webp' })
      })
    await tick()
  }
}

/** One piece of it; null where there is none, or where the house cannot draw it. */
export async function tilePicture(
  cx: Pick<Cx, 'ground'>,
  row: { readonly file: string; readonly width: number | null; readonly height: number | null },
  at: TileAt,
): Promise<Buffer | null> {
  const tile = tileOf(row.width ?? 0, row.height ?? 0, at)
  if (!tile || (row.width ?? 0) * (row.height ?? 0) > MOST_PIXELS) return null
  const sharp = await drawing()
  const { from, drawn } = tile
  const original = async (): Promise<Sharp> =>
    sharp(await cx.ground.files.read(row.file), {
      failOn: 'none',
      limitInputPixels: MOST_PIXELS,
    }).autoOrient()
  // The whole of it is made smaller while it is read: so it needs the memory of a small one.
  const whole = from.width === row.width && from.height === row.height
  try {
    const opened = whole
      ? null
      : await openOnce(row.file, (row.width ?? 0) * (row.height ?? 0) * CHANNELS, async () =>
          (await original()).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true }),
        )
    const source = opened ? sharp(opened.data, { raw: opened.info }) : await original()
    return await (whole ? source : source.extract(from))
      .resize(drawn.width, drawn.height, { fit: 'fill' })
      .webp({ quality: 80, effort: 0 })
      .toBuffer()
  } catch {
    return null
  }
}

/** From the small picture that was made when it came in: a sheet of two hundred does not open two hundred originals. */
export async function contactPicture(cx: Pick<Cx, 'ground'>, small: string | null): Promise<Buffer | null> {
  if (!small) return null
  const sharp = await drawing()
  return sharp(await cx.ground.files.read(small))
    .jpeg({ quality: 80 })
    .toBuffer()
}

/** For papers: JPEG, because PDF/A takes it as it is. */
export async function paperPicture(cx: Pick<Cx, 'ground' | 'tx'>, file: string): Promise<Buffer | null> {
  const sharp = await drawing()
  const bytes = await cx.ground.files.read((await screenCopyOf(cx, file)) ?? file)
  try {
    return await sharp(bytes, { failOn: 'none', limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .resize(900, 900, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: 78 })
      .toBuffer()
  } catch {
    return null
  }
}

export const cameraOf = (photo: Photo | null): string | null => {
  const c = photo?.camera
  const name = [c?.make, c?.model, c?.serial].filter(Boolean).join(' ')
  return name === '' ? null : name.slice(0, 200)
}
/** Everything that the file says, kept beside it; what is nothing is left out. */
export const factsOf = (read: Read): Json => {
  const { photo } = read
  if (!photo) return { told: read.told } as Json
  const { kind, mime, orientation, exposure, software, satelliteAt, takenAt, cameraNumber, notes, showable } =
    photo
  return JSON.parse(
    JSON.stringify({
      kind,
      mime,
      orientation,
      exposure,
      software,
      satelliteAt,
      takenAt,
      cameraNumber,
      notes,
      showable,
      camera: photo.camera,
      position: photo.position,
      told: read.told,
    }),
  ) as Json
}
