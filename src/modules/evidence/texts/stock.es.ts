/** What evidence says when a store is counted, in Spanish. */
import type { stock as en } from './stock.en.ts'

export const stock: Record<keyof typeof en, string> = {
  'op.evidence.start-stock-take': 'Contar un almacén',
  'op.evidence.scan-stock': 'Escanear en un inventario',
  'op.evidence.close-stock-take': 'Cerrar el inventario',
  'op.evidence.stock-takes': 'Inventarios',
  'op.evidence.get-stock-take': 'Mostrar un inventario',
  'op.evidence.stock-shelf': 'Lo que debería estar en un lugar',
  'op.evidence.stock-differences': 'Lo que difiere en un inventario',
  'evidence.stock-closed': 'El inventario {number} está cerrado.',
  'evidence.next-new-stock-take': 'Empiece un inventario nuevo del lugar.',
  'evidence.nothing-to-draw': 'En {name} no hay nada, así que no hay de qué sacar una muestra.',
  'evidence.next-count-whole': 'Cuente el lugar entero: así se encuentra lo que está allí sin registro.',
  'evidence.not-in-count': 'Ese lugar no pertenece al inventario {number}.',
  'evidence.next-scan-door': 'Escanee el código de un lugar que se cuenta.',
  'evidence.not-counted-first': '{name} no se contó por primera vez.',
  'evidence.next-count-first': 'Cuéntelo primero; el segundo recuento viene después.',
  'evidence.you-counted-first': 'Usted contó {name} la primera vez.',
  'evidence.next-other-counter': 'Pida a un colega: el segundo recuento es de otra persona.',
  'evidence.places-not-counted':
    '{n, plural, one {Un lugar no se contó} other {# lugares no se contaron}} en {number}.',
  'evidence.next-count-or-say-why': 'Cuente allí, o diga por qué se cierra sin terminar.',
  'evidence.missing-once':
    '{n, plural, one {Un indicio que falta lo buscó} other {# indicios que faltan los buscó}} una sola persona en {number}.',
  'evidence.next-second-count':
    'Que otra persona cuente esos lugares por segunda vez, o diga por qué se cierra sin ello.',
  'evidence.no-difference': 'Una respuesta nombra un indicio que no difiere.',
  'evidence.only-missing': 'Solo se reporta como faltante lo que el recuento no encontró.',
  'evidence.next-look-again': 'Abra otra vez la lista de diferencias y responda lo que está allí.',
  'evidence.count-is-blind':
    'El inventario {number} es a ciegas: lo que debería estar se muestra cuando se haya contado.',
  'evidence.next-count-what-is-there': 'Escanee lo que está allí.',
}
