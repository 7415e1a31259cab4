/** A page turned and straightened as it is read; made when somebody looks, and not kept. */
import type { Cx } from '#platform/cx.ts'

/** A larger picture is kept and not drawn: it would take the memory of everybody else. */
const MOST_PIXELS = 120_000_000

export async function uprightPage(
  cx: Pick<Cx, 'ground'>,
  p: { sha256: string; turned: number; skew: string },
  edge: number,
): Promise<Buffer | null> {
  const { default: sharp } = await import('sharp')
  const bytes = await cx.ground.files.read(p.sha256)
  try {
    let drawn = sharp(bytes, { failOn: 'none', limitInputPixels: MOST_PIXELS })
      .rotate(p.turned)
      .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
    const lean = Number(p.skew)
    if (lean !== 0) drawn = sharp(await drawn.png().toBuffer()).rotate(-lean, { background: 'white' })
    return await drawn.webp({ quality: 74 }).toBuffer()
  } catch {
    return null
  }
}
