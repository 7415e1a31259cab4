/** Examinations of the dead, by type and how far each has come. */
import type { Cx } from '#platform/cx.ts'

/** Ordered or begun, and not finished. */
export const openExaminationsOf = (
  _cx: Pick<Cx, 'tx'>,
  _root: string,
): Promise<{ readonly id: string; readonly kind: string }[]> => Promise.resolve([])
