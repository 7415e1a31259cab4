/** Lo que dice el libro de registro. */
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = {
  'op.ledger.read-proof': 'Prueba de un asiento',
  'ledger.no-checkpoint-yet': 'Aún no se ha firmado ninguna cabeza del árbol. Intente de nuevo en un minuto.',
  'ledger.head-not-ours':
    'Esta cabeza firmada no es de este registro. Dé el archivo que firmó esta instalación.',
  'ledger.key-not-here':
    'La clave del registro no está en la carpeta de claves. Recupérela de una copia e intente de nuevo.',
  'ledger.nothing-lost': 'No falta nada: toda cabeza firmada que se conoce está en esta base de datos.',
  'ledger.mail-head-subject': 'Cabeza firmada del registro: {count, number} asientos',
  'ledger.mail-head-body':
    '{service} envía esto cada día a quienes guardan la cabeza firmada más reciente de su registro.\n\nGuarde este mensaje y su archivo. Mientras alguien de fuera lo tenga, nadie puede cortar ni reescribir nada entre los primeros {count, number} asientos sin que se descubra: custodia verify --checkpoint checkpoint.txt lo muestra, y también el verificador independiente sobre una exportación.\n\nLa cabeza de este momento: {link}',
}
