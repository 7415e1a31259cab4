/** Lo que dice el libro de registro. */
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = {
  'ledger.no-checkpoint-yet': 'Aún no se ha firmado ninguna cabeza del árbol. Intente de nuevo en un minuto.',
  'ledger.head-not-ours':
    'Esta cabeza firmada no es de este registro. Dé el archivo que firmó esta instalación.',
  'ledger.key-not-here':
    'La clave del registro no está en la carpeta de claves. Recupérela de una copia e intente de nuevo.',
  'ledger.nothing-lost': 'No falta nada: toda cabeza firmada que se conoce está en esta base de datos.',
}
