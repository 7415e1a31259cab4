/** `custodia export case-uco`: the chain of custody of each exhibit of a case that the person may see, one file an exhibit. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '#kernel/verdict.ts'
import type { Download, Ground } from '#platform/cx.ts'
import { act, actorNamed } from './people.ts'

export async function exportCustodies(
  ground: Ground,
  how: { out: string; case: string | undefined; as: string | undefined },
): Promise<{ written: number }> {
  const actor = await actorNamed(ground, how.as)
  const { items: found } = (await act(ground, actor, 'cases.find-anything', { q: how.case ?? '' })) as {
    items: { root: string | null }[]
  }
  const root = found.find((f) => f.root !== null)?.root
  if (how.case === undefined || !root)
    throw new Refusal('not-found', 'exchange.no-such-case', { values: { number: how.case ?? '–' } })
  await mkdir(how.out, { recursive: true })
  let written = 0
  let cursor: string | null = null
  do {
    const page = (await act(ground, actor, 'evidence.find-items', {
      case: root,
      state: 'all',
      limit: 100,
      ...(cursor === null ? {} : { cursor }),
    })) as { items: { id: string }[]; nextCursor: string | null }
    for (const item of page.items) {
      const file = (await act(ground, actor, 'exchange.export-custody', { item: item.id })) as Download
      await writeFile(join(how.out, file.name), file.bytes ?? '')
      written += 1
    }
    cursor = page.nextCursor
  } while (cursor !== null)
  return { written }
}
