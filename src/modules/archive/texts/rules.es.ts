/** Lo que lo impide, en palabras. */
import type { en } from './rules.en.ts'

export const es: Record<keyof typeof en, string> = {
  'archive.file-destroyed': 'El expediente {number} fue destruido con autoridad del Archivo.',
  'archive.file-transferred': 'El expediente {number} fue entregado al Archivo.',
  'archive.file-out': 'El expediente {number} está fuera, con {name}.',
  'archive.next-ask-holder': 'Pida primero a esa persona que lo devuelva.',
  'archive.file-missing': 'El expediente {number} está reportado como extraviado.',
  'archive.next-return-when-found': 'Cuando aparezca, devuélvalo a una caja.',
  'archive.file-in-box': 'El expediente {number} está en su caja.',
  'archive.file-not-in-box': 'El expediente {number} no está en su caja.',
  'archive.next-return-first': 'Devuélvalo primero a la caja.',
  'archive.file-there-already': 'El expediente {number} ya está en esa caja.',
  'archive.due-past': '{due} ya pasó.',
  'archive.linked-already': 'El expediente ya está vinculado a un caso.',
  'archive.next-unlink': 'Termine primero ese vínculo.',
  'archive.not-linked': 'El expediente no está vinculado a ese caso.',
  'archive.reason-number': 'Mismo número: {value}',
  'archive.reason-name': 'Mismo nombre: {value}',
  'archive.reason-sound': 'Un nombre que suena igual: {value}',
  'archive.reason-day': 'Mismo día: {value}',
  'archive.reason-year': 'Mismo año: {value}',
  'archive.reason-type': 'Mismo tipo de caso',
  'archive.reason-other-year': 'Otro año: {value}',
  'archive.request-ended': 'La solicitud {number} ya terminó.',
  'archive.request-located': 'El expediente de la solicitud {number} fue encontrado.',
  'archive.next-copy': 'Escanéelo y haga la copia.',
  'archive.request-other-file': 'La solicitud {number} es de otro expediente.',
  'archive.no-pages': 'Del expediente {number} no se ha escaneado nada.',
  'archive.next-scan': 'Prepare un lote y escanéelo.',
  'archive.not-screened': 'Nadie ha revisado si el expediente {number} contiene algo reservado.',
  'archive.next-screen': 'Revíselo primero.',
  'archive.scan-odd-sides':
    '{name} tiene {n} caras: a un anverso le falta el reverso. Se perdió una hoja o pasaron dos a la vez. Escanéelo de nuevo.',
  'archive.no-such-batch': 'No hay un lote {number}.',
  'archive.batch-reconciled': 'El lote {number} ya está conciliado.',
  'archive.next-new-batch': 'Prepare un lote nuevo.',
  'archive.scans-wait':
    '{n, plural, one {Un escaneo} other {# escaneos}} del lote {number} aún no se {n, plural, one {abre} other {abren}}.',
  'archive.next-wait': 'Espere un momento y mire de nuevo.',
  'archive.scans-damaged':
    '{n, plural, one {Un escaneo} other {# escaneos}} del lote {number} no se pudo leer.',
  'archive.next-scan-again': 'Escanéelo de nuevo y retire el que falló.',
  'archive.counts-differ':
    'Expediente {file}: {counted} páginas contadas, {scanned} escaneadas{more, plural, =0 {} one {, y otro expediente} other {, y otros # expedientes}}.',
  'archive.next-recount': 'Cuente de nuevo a mano, o escanee lo que falta.',
  'archive.file-twice': 'Un expediente está dos veces en el lote.',
  'archive.scan-withdrawn': '{name} fue retirado.',
  'archive.scan-not-open': '{name} aún no se abre.',
  'archive.scan-no-cover':
    '{name}: no se encontró hoja de carátula, así que no se sabe de qué lote es. Ponga la carátula encima y escanee de nuevo.',
  'archive.scan-other-batch': '{name}: contiene una hoja de otro lote que {number}. Escanéelos por separado.',
  'archive.scan-strays':
    '{name}: {n} páginas están antes de la primera carátula. Ponga la carátula encima y escanee de nuevo.',
  'archive.scan-foreign': '{name}: contiene una hoja que no es de esta casa. Sáquela y escanee de nuevo.',
  'archive.scan-ends-reader':
    '{name}: al abrirlo el lector terminó tres veces. Se conserva como vino y se aparta.',
  'archive.page-ends-reader': 'Al leer esta página el lector terminó tres veces. Se aparta.',
  'archive.page-not-shown': 'Esta página no se puede mostrar aquí.',
  'archive.next-take-original': 'Descargue el archivo original.',
  'archive.lot-lost': 'El lote {number} fue rechazado.',
  'archive.not-to-key': 'El expediente {number} no espera ser digitado.',
  'archive.next-other-file': 'Tome el siguiente expediente.',
  'archive.keyed-anew': 'El expediente {number} se digita de nuevo desde que lo abrió.',
  'archive.next-reload': 'Ábralo de nuevo.',
  'archive.keyed-by-you': 'Usted ya digitó el expediente {number}; otra persona lo digita la segunda vez.',
  'archive.keyed-twice': 'Dos personas ya digitaron el expediente {number}.',
  'archive.nothing-differs': 'Nada en el expediente {number} espera una decisión.',
  'archive.third-person': 'Usted mismo digitó el expediente {number}.',
  'archive.next-third': 'Decide una tercera persona.',
  'archive.not-indexed': 'El expediente {number} aún no tiene índice.',
  'archive.field-twice': 'Un campo se respondió dos veces.',
  'archive.field-open': '«{field}» no tiene respuesta.',
  'archive.next-unknown-too': 'Desconocido e ilegible también son respuestas.',
  'archive.field-unknown': 'El índice no tiene el campo «{field}».',
  'archive.field-unfit-date': '«{field}» es una fecha: 1998, 1998-05 o 1998-05-14.',
  'archive.field-unfit-count': '«{field}» es una cantidad.',
  'archive.field-unfit-code': '«{field}» se elige de la lista.',
  'archive.field-unfit-number': '«{field}» contiene un solo número.',
  'archive.field-unfit-name': '«{field}» contiene un solo nombre.',
  'archive.field-unfit-text': '«{field}» contiene una sola respuesta.',
  'archive.lot-ended': 'El lote {number} ya terminó.',
  'archive.own-work': 'Algo en el lote {number} es trabajo suyo.',
  'archive.next-other-inspector': 'Lo revisa otra persona.',
  'archive.lot-unfinished': 'Faltan {n} del lote {number} por revisar.',
  'archive.next-inspect': 'Revíselos primero.',
  'archive.lot-fails': 'Lote {number}: se vieron {faults} defectos, se toleran {accept}.',
  'archive.next-reject': 'Rechácelo: todo se hace de nuevo.',
  'archive.lot-holds': 'Lote {number}: se vieron {faults} defectos, se toleran {accept}.',
  'archive.no-lot': 'Nada espera inspección.',
  'archive.next-key-more': 'Primero concilie lotes o digite expedientes.',
  'archive.no-plan': 'El laboratorio no tiene plan de muestreo para {n} con calidad {quality}.',
  'archive.next-plan': 'Pida al responsable de calidad que lo defina.',
  'archive.inspected-already': 'Ese ya fue revisado.',
  'archive.leaving-already': 'El expediente {number} está en otra autorización.',
  'archive.held': 'Expediente {number}: su caso está retenido{n, plural, one {} other { por # razones}}.',
  'archive.next-lift-hold': 'Primero se levanta la retención en el caso.',
  'archive.asked-for': 'Expediente {number}: alguien pidió su escaneo.',
  'archive.next-end-request': 'Responda primero esa solicitud.',
  'archive.case-open': 'Expediente {number}: su caso está abierto.',
  'archive.next-close-case': 'Primero se cierra el caso.',
  'archive.tier-keeps': 'El expediente {number} es de un nivel cuyo papel se conserva para siempre.',
  'archive.no-retention': 'Expediente {number}: no se sabe desde cuándo se conserva.',
  'archive.next-date': 'Sin fecha, o sin años en su nivel, nada se destruye.',
  'archive.too-young': 'El expediente {number} se conserva hasta {until}.',
  'archive.copy-not-accepted': 'Expediente {number}: su copia no fue revisada y aceptada.',
  'archive.next-accept-lot': 'Primero sus páginas y su índice deben estar en lotes aceptados.',
  'archive.disposal-decided': '{number} ya fue decidido.',
  'archive.second-person': 'Usted ya dijo sí a {number}.',
  'archive.next-second': 'Una segunda persona dice sí.',
  'archive.other-action': '{number} es para el otro acto.',
  'archive.not-agreed': '{number} no tiene dos personas que dijeron sí.',
  'archive.witness-other': 'El testigo es otra persona que usted.',
  'archive.being-scanned': 'El expediente {number} está en un lote que aún no se concilia.',
  'archive.next-reconcile': 'Concilie primero ese lote.',
  'archive.scanned-beside':
    'El expediente {number} está en los mismos escaneos que {n, plural, one {otro expediente} other {otros # expedientes}} cuyas páginas nadie ha aceptado.',
  'archive.next-look-over':
    'Primero revise esas páginas: si se rechazan, también se retiran los escaneos de este expediente.',
  'archive.page-not-there': 'Una de estas no es página del expediente {number}.',
  'archive.copy-too-long': 'El expediente {number} tiene más páginas de las que caben en una copia: {most}.',
  'archive.next-copy-in-parts':
    'Haga varias copias, cada una de una parte: desde la página, hasta la página.',
  'archive.nothing-to-read': 'Nada de {number} espera ser leído de nuevo.',
  'archive.no-cold-store':
    'Esta instalación no nombra lugar para almacenes fríos.',
  'archive.next-cold-store':
    'El administrador define CUSTODIA_COLD.',
  'archive.cold-label-taken':
    'Ya hay un almacén frío con esa etiqueta.',
  'archive.medium-not-there':
    'El disco «{label}» no está puesto.',
  'archive.next-put-in':
    'Póngalo, de modo que se vea su carpeta, e intente de nuevo.',
  'archive.cold-is-leaving':
    'Los originales digitales del lote {number} van camino al almacén frío.',
  'archive.cold-is-cold':
    'Los originales digitales del lote {number} están en el almacén frío.',
  'archive.cold-is-asked-back':
    'Los originales digitales del lote {number} están en el almacén frío, y alguien los pidió.',
  'archive.cold-is-coming-back':
    'Los originales digitales del lote {number} vienen de regreso.',
  'archive.cold-not-away':
    'Los originales digitales del lote {number} están aquí.',
  'archive.cold-not-reconciled':
    'El lote {number} aún no está conciliado.',
  'archive.cold-unread':
    '{n, plural, one {Una página} other {# páginas}} del lote {number} {n, plural, one {espera} other {esperan}} ser {n, plural, one {leída} other {leídas}}.',
  'archive.cold-nothing-ordered':
    'Nada se ordenó para el lote {number}.',
  'archive.cold-nothing-away':
    'Ningún original digital del expediente {number} está en un almacén frío sin haber sido pedido.',
  'archive.page-cold':
    'El original digital de esta página no está aquí: está en el almacén frío «{label}» ({whereabouts}). Lo guarda {keeper}.',
  'archive.next-ask-back':
    'Pídalo de vuelta; mientras tanto se ven la copia de lectura y el texto.',
}
