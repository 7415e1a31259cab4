/** Which cases may be the one of a cover, best first, each with its score and why; what somebody said is not the same is left out. */
import { type Handle, casesAlike } from '#modules/cases/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { Candidate } from '../shelves/contract.ts'
import { type Cover, LEAST_SCORE, scoreOf } from './rules.ts'
import { fileRef } from '../shelves/store/files.ts'
import { casesSaid } from '../shelves/store/inventory.ts'

const MOST = 10
/** Of these pairs nobody is asked again. */
export const refused = ['not-the-same', 'unlinked'] as const

export const candidatesFor = async (cx: Cx, cover: Cover & { readonly id: string }): Promise<Candidate[]> =>
  alikeFor(cx, cover, await casesSaid(cx, cover.id, refused))

/** The same for anything that bears numbers, names and a date: `but` are the cases that are not asked about. */
export async function alikeFor(cx: Cx, cover: Cover, but: ReadonlySet<string>): Promise<Candidate[]> {
  const alike = await casesAlike(cx, cover)
  return alike
    .filter((c) => !but.has(c.id))
    .map((c) => {
      const { score, reasons } = scoreOf(cover, {
        type: c.type,
        on: c.offence_on,
        openedOn: c.opened_at.slice(0, 10),
        numbers: c.numbers,
        names: c.names,
      })
      return {
        case: c.id,
        number: c.number,
        title: c.title,
        type: c.type,
        on: c.offence_on,
        score,
        reasons: reasons.map((r) => ({ ...r, text: cx.say(`archive.reason-${r.key}`, { value: r.value }) })),
      }
    })
    .filter((c) => c.score >= LEAST_SCORE)
    .toSorted((a, b) => b.score - a.score || (a.number < b.number ? 1 : -1))
    .slice(0, MOST)
}

/** Everything by which a file is found; names only where they may be told. */
export function handlesOf(
  f: { id: string; root: string; number: string; barcode: string; said_numbers: readonly string[] },
  names: readonly string[],
): Handle[] {
  const handle = (kind: string, text: string): Handle => ({
    text,
    kind,
    subject: fileRef(f.id),
    root: f.root,
    label: f.number,
  })
  return [
    handle('file-number', f.number),
    handle('barcode', f.barcode),
    ...f.said_numbers.map((n) => handle('cover-number', n)),
    ...names.map((n) => handle('cover-name', n)),
  ]
}
