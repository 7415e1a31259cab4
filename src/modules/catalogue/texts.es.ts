/** Lo que dice catalogue. */
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = {
}
