/** A certificate that is out, as it was signed, for whoever gives several together. */
import type { Cx } from '#platform/cx.ts'
import { paperNumber } from './rules.ts'
import { mustBeReleased } from './releasing.ts'
import { getVersion, signatureOf } from './store/versions.ts'

/** Asks who may see it; nothing where it was never signed. */
export async function signedPaper(
  cx: Cx,
  report: string,
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const v = await getVersion(cx, report)
  cx.allow({ may_see: v.may_see, root: v.root })
  await mustBeReleased(cx, v)
  const signature = await signatureOf(cx, v.id)
  if (!signature) return undefined
  return { name: `${paperNumber(v)}.pdf`, bytes: await cx.ground.files.read(signature.pdf) }
}
