/** From a decoded page to grey values and to a picture for a screen; one place, so that turning and straightening mean the same everywhere. */
import type { Sharp } from 'sharp'
import type { Page, Picture, PictureOptions, Raster } from './page.ts'

export async function greyOf(reader: Sharp): Promise<Raster> {
  const { data, info } = await reader.greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: Uint8Array.from(data) }
}

export async function pictureFrom(
  reader: () => Sharp,
  colour: Page['colour'],
  { longest, turn = 0, lean = 0, thin = false }: PictureOptions,
): Promise<Picture> {
  let work = reader()
  // A turn after a turn needs a second pipeline: the first one's answer is raw pixels.
  if (turn !== 0) work = work.rotate(turn)
  if (lean !== 0) {
    const { data, info } = await work.raw().toBuffer({ resolveWithObject: true })
    const { default: sharp } = await import('sharp')
    work = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } }).rotate(
      -lean,
      { background: '#ffffff' },
    )
    if (longest !== undefined) {
      const turned = await work.raw().toBuffer({ resolveWithObject: true })
      const { width, height, channels } = turned.info
      work = sharp(turned.data, { raw: { width, height, channels } })
    }
  }
  if (longest !== undefined) work = work.resize(longest, longest, { fit: 'inside', withoutEnlargement: true })
  if (colour !== 'colour') work = work.greyscale()
  const mime = thin ? 'image/webp' : colour === 'two' ? 'image/png' : 'image/jpeg'
  const shown = thin
    ? work.webp({ quality: 74 })
    : mime === 'image/png'
      ? work.png({ palette: true, colours: 4, effort: 3 })
      : work.jpeg({ quality: 78 })
  const { data, info } = await shown.toBuffer({ resolveWithObject: true })
  return {
    mime,
    bytes: Uint8Array.from(data),
    width: info.width,
    height: info.height,
  }
}
