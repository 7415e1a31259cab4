/** Which of these things are guns that nobody has shown safe, and who may show one safe. */
import { codeOf, codesOf } from '#modules/catalogue/public.ts'
import { authorisedFor } from '#modules/quality/public.ts'
import type { Cx } from '#platform/cx.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { LOADED, mayOpenGunPlace } from './rules.ts'
import type { ItemRow } from './store/items.ts'

/** Types of things that are guns, by the laboratory's list. */
export async function gunTypes(cx: Cx): Promise<ReadonlySet<string>> {
  const types = await codesOf(cx, 'item-type')
  return new Set(
    types.filter((t) => (t.data as { firearm?: unknown } | null)?.firearm === true).map((t) => t.code),
  )
}

export async function unsafeGuns(
  cx: Cx,
  items: readonly Pick<ItemRow, 'id' | 'type' | 'near_hazards'>[],
): Promise<ReadonlySet<string>> {
  const loaded = items.filter((i) => i.near_hazards.includes(LOADED))
  if (loaded.length === 0) return new Set()
  const guns = await gunTypes(cx)
  return new Set(loaded.filter((i) => i.type !== null && guns.has(i.type)).map((i) => i.id))
}

/** People authorised for the method that the danger's code names (`madeSafeBy`); null where it names none. */
export async function mayShowSafe(cx: Cx, hazard: string): Promise<{ id: string; name: string }[] | null> {
  const method = ((await codeOf(cx, 'hazard', hazard)).data as { madeSafeBy?: unknown } | null)?.madeSafeBy
  return typeof method === 'string' ? authorisedFor(cx, method, 'analyst') : null
}

/** Refuses unless the actor or the witness may show a gun safe; `name` is the place, where it is one for unsafe guns. */
export async function openGunPlace(
  cx: Cx,
  name: string | undefined,
  witness: string | undefined,
): Promise<void> {
  if (name === undefined) return
  refuseUnless(mayOpenGunPlace(name, await mayShowSafe(cx, LOADED), [cx.actor.id, witness]))
}
