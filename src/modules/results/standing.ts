/** What a worksheet relies on, and whether it could be relied on now. */
import { equipmentOf, lotOf, mayRelyOn, methodVersion, relianceOf, titleOf } from '#modules/quality/public.ts'
import { ref } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import { personName } from './store.ts'

type Kind = 'method-version' | 'person' | 'equipment' | 'lot' | 'room'

export async function standingOf(
  cx: Cx,
  worksheet: string,
): Promise<{ kind: string; id: string; name: string; ok: boolean; why: string | null }[]> {
  const used = new Map(
    // An instrument or a lot stands once, whatever it was used for; a person once for each thing that they did.
    (await relianceOf(cx, [ref('results.worksheet', worksheet)])).map((r) => [
      `${r.kind}/${r.thing}/${r.kind === 'person' ? r.usedFor : ''}`,
      r,
    ]),
  )
  const standing = []
  for (const r of used.values()) {
    const kind = r.kind as Kind
    const verdict = await mayRelyOn(cx, [{ kind, id: r.thing, ...(r.usedFor ? { for: r.usedFor } : {}) }])
    standing.push({
      kind,
      id: r.thing,
      name: await nameOf(cx, kind, r.thing),
      ok: verdict.ok,
      why: verdict.ok ? null : cx.say(verdict.code, verdict.values),
    })
  }
  return standing
}

async function nameOf(cx: Cx, kind: Kind, id: string): Promise<string> {
  if (kind === 'method-version') {
    const method = await methodVersion(cx, id)
    return `${method.code} v${method.version}, ${titleOf(cx, method)}`
  }
  if (kind === 'equipment') {
    const equipment = await equipmentOf(cx, id)
    return `${equipment.code}, ${equipment.name}`
  }
  if (kind === 'lot') {
    const lot = await lotOf(cx, id)
    return `${lot.number}, ${lot.name}`
  }
  return kind === 'person' ? personName(cx, id) : (await equipmentOf(cx, id)).name
}
