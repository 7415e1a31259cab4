/** Lo que dice quality. */
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = {
}
