/** A thing comes into the record, and what follows: its codes are checked, its standing, its ways to be found, what the case counts. */
import { addHandles, caseCard, noteProgress, type Handle, type Progress } from '#modules/cases/public.ts'
import { codeOf, nextNumbers, numberingOf, sampleNumber } from '#modules/catalogue/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx, NewEntry } from '#platform/cx.ts'
import { barcodeOf } from './barcode.ts'
import { particularHandles } from './particulars.ts'
import { birthEntry, type Made, type NewThing } from './birth.ts'
import { mayBearNumber } from './rules.ts'
import { itemRef } from './store/items.ts'
import { refreshThings } from './store/now.ts'

/** Dangers that every thing of a type brings along, until somebody makes it safe on the record. */
export type TypeDangers = ReadonlyMap<string, readonly string[]>

/** Refuses `catalogue.no-such-code`, once per code whatever the number of items. */
export async function checkItemCodes(cx: Cx, items: readonly Made[]): Promise<TypeDangers> {
  const wanted = new Map<string, [string, string]>()
  const want = (list: string, code: string | null | undefined): void => {
    if (code) wanted.set(`${list} ${code}`, [list, code])
  }
  for (const item of items) {
    want('item-type', item.type)
    want('packaging-type', item.packaging?.type)
    want('colour', item.packaging?.colour)
    want('packaging-size', item.packaging?.size)
    want('condition', item.packaging?.condition)
    want('intended-disposition', item.intended?.as)
    for (const seal of item.seals ?? []) want('seal-type', seal.type)
    for (const hazard of item.hazards ?? []) want('hazard', hazard)
  }
  const dangers = new Map<string, readonly string[]>()
  const rows = await Promise.all([...wanted.values()].map(([list, code]) => codeOf(cx, list, code)))
  for (const { list, code, data: said } of rows) {
    const data = said as { hazards?: unknown } | null
    if (list === 'item-type' && Array.isArray(data?.hazards)) dangers.set(code, data.hazards.map(String))
  }
  return dangers
}

export const withDangers = <T extends Made>(item: T, dangers: TypeDangers): T => ({
  ...item,
  hazards: [...new Set([...(item.hazards ?? []), ...(dangers.get(item.type ?? '') ?? [])])],
})

/** From whom it was taken must be a party of the very case, not somebody of another one. */
export async function checkTaken(
  cx: Cx,
  root: string,
  items: readonly Pick<Made, 'takenFrom'>[],
): Promise<void> {
  const named = items.map((i) => i.takenFrom).filter((p): p is string => Boolean(p))
  if (named.length === 0) return
  const known = new Set((await caseCard(cx, root)).parties.map((p) => p.id))
  refuseUnless(
    unless(
      named.every((p) => known.has(p)),
      no('evidence.no-such-party', {}, 'evidence.next-add-party'),
    ),
  )
}

/** In the order of the items: the number that somebody gave by hand, or the next of the case; what bears its own draws none. */
export async function numbersFor(
  cx: Cx,
  parent: string,
  items: readonly Pick<Made, 'number'>[],
  numbering: ReturnType<typeof numberingOf> = numberingOf(cx, 'item'),
): Promise<string[]> {
  const own = items.flatMap((i) => i.number?.text ?? [])
  if (own.length > 0) {
    const like = await sampleNumber(cx, 'item', parent)
    for (const text of own) refuseUnless(mayBearNumber(text, like))
  }
  const drawn = await nextNumbers(cx, 'item', { parent }, items.length - own.length, numbering)
  return items.map((i) => i.number?.text ?? drawn.shift() ?? '')
}

export function thingHandles(t: NewThing): Handle[] {
  const at = { subject: itemRef(t.id), root: t.root, label: t.number }
  return [
    { ...at, text: t.number, kind: 'item-number' },
    { ...at, text: barcodeOf(t.id), kind: 'barcode' },
    { ...at, text: t.input.description, kind: 'text' },
    ...(t.input.theirNumber ? [{ ...at, text: t.input.theirNumber, kind: 'exhibit-number' }] : []),
    ...(t.input.seals ?? []).map((s) => ({ ...at, text: s.number, kind: 'seal' })),
  ]
}

/** Entries for new things; the caller may put others beside them into one `cx.record`, then calls `makeThings`' second half itself. */
export async function thingEntries(cx: Cx, things: readonly NewThing[]): Promise<NewEntry[]> {
  const entries: NewEntry[] = []
  for (const t of things) entries.push(await birthEntry(cx, t))
  return entries
}

/** Everything that follows once the entries are recorded: standing, search, what the case counts. */
export async function followThings(
  cx: Cx,
  things: readonly NewThing[],
  progress: readonly Progress[] = [],
  handles: readonly Handle[] = [],
  /** The case of what happened beside the things, where there may be none. */
  beside: readonly string[] = [],
): Promise<void> {
  await refreshThings(
    cx,
    things.map((t) => t.id),
  )
  const particular: Handle[] = []
  for (const t of things)
    particular.push(...(await particularHandles(cx, { ...t, type: t.input.type }, t.input.answers)))
  await addHandles(cx, [...things.flatMap(thingHandles), ...particular, ...handles])
  const roots = [...new Set([...things.map((t) => t.root), ...beside])]
  for (const root of roots) {
    const own = things
      .filter((t) => t.root === root)
      .map(
        (t): Progress => ({
          subject: itemRef(t.id),
          kind: 'item',
          state: 'done',
          text: 'evidence.progress-received',
          values: { number: t.number },
        }),
      )
    await noteProgress(cx, root, ...own, ...progress)
  }
}

/** New things under the caller's operation; answers nothing, the ids are the caller's. */
export async function makeThings(
  cx: Cx,
  things: readonly NewThing[],
  beside: readonly NewEntry[] = [],
): Promise<void> {
  await cx.record(...beside, ...(await thingEntries(cx, things)))
  await followThings(cx, things)
}
