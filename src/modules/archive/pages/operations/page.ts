/** One page: as the scanner gave it, or upright and as large as a screen. */
import { Refusal } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { PageQuery } from '../contract.ts'
import { readers } from '../../roles.ts'
import { coldOfPages, pageIsCold, viewOf } from '../store/cold.ts'
import { seePage } from '../store/pages.ts'

const EDGES = { small: 320, screen: 2_200 } as const
export const page = stream({
  name: 'archive.page',
  summary: 'A scanned page: as it was captured, or upright for a screen.',
  who: readers,
  reads: 'sensitive',
  input: PageQuery,
  async run(cx, input) {
    const p = await seePage(cx, input.page)
    cx.allow({ ...p, unit: null })
    const [away] = await coldOfPages(cx, [p.id])
    if (away && input.size === 'original') throw pageIsCold(away)
    if (input.size === 'original')
      return { name: `${p.number}-${p.id.slice(-6)}`, mediaType: p.media_type, file: p.sha256 }
    const { drawnPage } = await import('#formats/pages/picture-pages.ts')
    // The reading copy stands upright already.
    const view = away ? await viewOf(cx, p.id) : undefined
    const drawn = await drawnPage(await cx.ground.files.read(view?.sha256 ?? p.sha256), {
      longest: EDGES[input.size],
      turn: view ? 0 : p.turned,
      lean: view ? 0 : Number(p.skew),
      thin: true,
    }).catch(() => {
      throw new Refusal('conflict', 'archive.page-not-shown', { next: 'archive.next-take-original' })
    })
    return {
      name: `${p.number}-${p.id.slice(-6)}.webp`,
      mediaType: drawn.mime,
      bytes: Buffer.from(drawn.bytes),
    }
  },
})
