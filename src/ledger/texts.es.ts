/** Lo que dice el libro de registro. */
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = {
  'ledger.no-checkpoint-yet': 'Aún no se ha firmado ninguna cabeza del árbol. Intente de nuevo en un minuto.',
}
