/** The next paper file without a case that looks like one: for whoever decides about one pair after the other. */
import type { Cx } from '#platform/cx.ts'
import type { Candidate } from '../shelves/contract.ts'
import { alikeFor, refused } from './linking.ts'
import { casesSaid, listFiles, namesOnCover } from '../shelves/store/inventory.ts'

const AT_ONCE = 25
export interface AlikeFile {
  readonly id: string
  readonly number: string
  readonly title: string | null
  readonly type: string | null
  readonly on: string | null
  readonly numbers: readonly string[]
  readonly names: readonly string[]
  readonly candidates: readonly Candidate[]
}

/** Looks at so many files and no more; `next` is where to go on, null at the end. `unsure`: only pairs about which somebody could not say. */
export async function nextAlikeFile(
  cx: Cx,
  asked: { readonly after?: string | undefined; readonly unsure: boolean },
): Promise<{ found: AlikeFile | null; next: string | null }> {
  const files = await listFiles(cx, { linked: 'no' }, { limit: AT_ONCE, cursor: asked.after })
  let before = asked.after ?? null
  for (const f of files.slice(0, AT_ONCE)) {
    if (f.state === 'destroyed' || f.state === 'transferred') continue
    const names = await namesOnCover(cx, f.vault)
    const cover = { numbers: f.said_numbers, names, on: f.said_on, type: f.case_type }
    const unsure = await casesSaid(cx, f.id, ['not-sure'])
    const candidates = asked.unsure
      ? (await alikeFor(cx, cover, new Set())).filter((c) => unsure.has(c.case))
      : await alikeFor(cx, cover, await casesSaid(cx, f.id, [...refused, 'not-sure']))
    if (candidates.length > 0)
      return {
        found: {
          id: f.id,
          number: f.number,
          title: f.title,
          type: f.case_type,
          on: f.said_on,
          numbers: f.said_numbers,
          names,
          candidates,
        },
        next: before,
      }
    before = f.number
  }
  return { found: null, next: files.length > AT_ONCE ? before : null }
}
