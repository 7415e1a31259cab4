/** A step of a release: locked, judged, recorded. */
import { ref } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import { type ReleaseRow, releaseById } from './store/releases.ts'

export async function stepOf(
  cx: Cx,
  release: string,
  kind: 'approved' | 'returned' | 'published' | 'withdrawn',
  judge: (row: ReleaseRow) => void,
  said: { legal_basis?: string; words?: string },
): Promise<{ id: string }> {
  const subject = ref('observatory.release', release)
  await cx.lock([subject])
  const row = await releaseById(cx, release)
  judge(row)
  const id = cx.newId()
  await cx.record({
    subject,
    facts: { kind, sha256: row.sha256 },
    rows: {
      'observatory.release_step': [
        {
          id,
          release,
          seq: row.seq + 1,
          kind,
          legal_basis: said.legal_basis ?? null,
          words: said.words ?? null,
        },
      ],
    },
  })
  return { id }
}
