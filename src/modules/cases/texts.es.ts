/** Lo que dice cases. */
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = {
  'cases.hold-already-lifted': 'Esta retención ya no está vigente.',
}
