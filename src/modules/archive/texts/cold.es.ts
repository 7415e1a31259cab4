/** Lo que se dice de los originales digitales que están fuera. */
import type { en } from './cold.en.ts'

export const es: Record<keyof typeof en, string> = {
  'archive.cold-title': 'Almacén frío',
  'archive.cold-facts':
    'Originales digitales que rara vez se piden; catálogo, texto y copias de lectura quedan aquí.',
  'archive.cold-none': 'Aún no hay un almacén frío',
  'archive.cold-none-how': 'Nombre uno: una carpeta junto al almacén en línea, o un disco con su etiqueta.',
  'archive.cold-impossible': 'Primero el administrador dice dónde están los almacenes fríos: CUSTODIA_COLD.',
  'archive.cold-label': 'Etiqueta',
  'archive.cold-label-help': 'Minúsculas, cifras y guiones, como está en el disco.',
  'archive.cold-kind': 'Qué es',
  'archive.cold-kind-folder': 'Una carpeta del servidor',
  'archive.cold-kind-medium': 'Un disco que se pone',
  'archive.cold-whereabouts': 'Dónde está',
  'archive.cold-keeper': 'A quién se le pide de vuelta',
  'archive.cold-there': 'se puede leer',
  'archive.cold-not-there': 'no está puesto',
  'archive.cold-files': '{n, plural, one {# archivo} other {# archivos}}',
  'archive.cold-checked':
    '{n, plural, one {# archivo contado} other {# archivos contados}} de nuevo, {wrong, plural, =0 {todo como estaba} one {uno no es lo que era} other {# no son lo que eran}}',
  'archive.cold-never-checked': 'nunca contado de nuevo',
  'archive.cold-batches': 'Lotes y escenas cuyos originales digitales están fuera',
  'archive.cold-away': 'Fuera',
  'archive.cold-asked': 'Pedidos',
  'archive.cold-all': 'Todos',
  'archive.cold-empty': 'Nada está fuera',
  'archive.cold-empty-how':
    'En la página de un lote conciliado se envían sus originales digitales a un almacén frío.',
  'archive.cold-state-online': 'aquí',
  'archive.cold-state-leaving': 'saliendo',
  'archive.cold-state-cold': 'en el almacén frío',
  'archive.cold-state-asked-back': 'pedido',
  'archive.cold-state-coming-back': 'de regreso',
  'archive.cold-of-file':
    'Originales digitales de sus páginas están en el almacén frío «{label}», {whereabouts}. Lo guarda {keeper}. Las páginas se leen aquí; las copias y los originales necesitan los originales digitales.',
  'archive.cold-of-batch': 'Los originales digitales de este lote: {at}.',
  'archive.cold-photographs':
    'Las fotografías originales están en el almacén frío «{label}», {whereabouts}. Lo guarda {keeper}. Aquí se ven copias del tamaño de la pantalla; las partes de una imagen y los archivos como los escribió la cámara necesitan los originales.',
  'archive.old-photographs-facts': 'De casos que se cerraron hace suficiente tiempo, primero los más viejos.',
  'archive.old-photographs-none': 'Ninguna fotografía tiene edad suficiente',
  'archive.old-photographs-line':
    '{n, plural, one {# fotografía} other {# fotografías}}, {size}, caso cerrado {day}',
  'archive.field-why-back': 'Para qué se necesitan',
  'archive.field-cold-place': 'Almacén frío',
}
