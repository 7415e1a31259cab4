/** What the studio says, in Spanish: the kinds of rules, what each is, how a change of one reads. */
export const studio = {
  'catalogue.s-kinds': 'Tipos de reglas',
  'catalogue.group-things': 'Cosas',
  'catalogue.group-cases': 'Casos',
  'catalogue.group-law': 'Ley',
  'catalogue.group-words': 'Palabras',
  'catalogue.section-list.item-type': 'Tipos de indicio',
  'catalogue.section-form': 'Formularios',
  'catalogue.section-kit': 'Kits',
  'catalogue.section-label': 'Etiquetas',
  'catalogue.section-store': 'Almacenes',
  'catalogue.section-list.case-type': 'Tipos de caso',
  'catalogue.section-list.offence': 'Delitos',
  'catalogue.section-numbering': 'Números',
  'catalogue.section-limit': 'Límites legales',
  'catalogue.section-list.retention-rule': 'Conservación',
  'catalogue.section-paper': 'Certificado',
  'catalogue.section-statement': 'Resultados',
  'catalogue.section-notice': 'Avisos',
  'catalogue.section-letterhead': 'Membrete',
  'catalogue.section-lists': 'Otras listas',
  'catalogue.about-list.item-type':
    'Qué se puede entregar, y cómo se describe, se conserva y se asegura cada tipo. Cada tipo nombra el formulario que se pregunta en recepción.',
  'catalogue.about-form':
    'Preguntas que se hacen de una cosa, en una escena, en un examen o por teléfono. Lo respondido conserva la versión con la que se respondió.',
  'catalogue.about-kit':
    'Qué contiene un kit cuando sale del almacén, y en qué se convierte cada parte cuando vuelve.',
  'catalogue.about-label': 'Tamaño, símbolo y líneas de las etiquetas que se imprimen para cosas y lugares.',
  'catalogue.about-store':
    'Sedes, salas y estantes. Lo que existe conserva su código para siempre, porque etiquetas y custodia lo nombran; se agregan lugares nuevos.',
  'catalogue.about-list.case-type': 'De qué puede tratar un caso, y qué secciones suelen trabajarlo.',
  'catalogue.about-list.offence':
    'Qué se puede alegar, con su clase en la clasificación internacional para estadísticas.',
  'catalogue.about-numbering':
    'Cómo se escribe el número de cada tipo de cosa, y cuándo empieza de nuevo. Los números no tienen huecos ni repeticiones, sea cual sea el patrón.',
  'catalogue.about-limit':
    'Cantidades que fija una ley, con los días entre los que rigen. Un certificado usa el límite del día del hecho.',
  'catalogue.about-list.retention-rule':
    'Cuánto tiempo se conservan las cosas tras el resultado, según delito, tipo y resultado, y qué pasa después. De dos reglas que aplican, rige la que dice más.',
  'catalogue.about-paper':
    'Frases y títulos del certificado. Lo firmado conserva las palabras con que se firmó.',
  'catalogue.about-statement':
    'La frase que afirma un resultado. Se guarda con el resultado, para que ninguna versión posterior hable por una anterior.',
  'catalogue.about-notice':
    'Lo que se avisa a las personas en el producto y por correo. Un aviso dice que algo espera, nunca qué es.',
  'catalogue.about-letterhead': 'El encabezado de todo papel que sale de la casa.',
  'catalogue.about-list':
    'Palabras para elegir. Una palabra que terminó ya no se puede elegir, y todo registro que la tiene sigue mostrando su nombre.',
  'catalogue.s-choose-one': 'Elija uno de la lista.',
  'catalogue.s-rules': 'Reglas',
  'catalogue.s-find': 'Buscar',
  'catalogue.s-new': 'Nuevo',
  'catalogue.s-new-of': 'Nuevo, {kind}',
  'catalogue.s-none-yet': 'Todavía no hay ninguno.',
  'catalogue.s-none-found': 'Nada contiene «{q}».',
  'catalogue.s-change-waits': 'espera un cambio',
  'catalogue.s-own-words': 'palabras propias',
  'catalogue.s-back': 'Todos',
  'catalogue.s-version': 'versión {n}',
  'catalogue.s-holds-from': 'desde {on}',
  'catalogue.s-holds-until': 'hasta {on}',
  'catalogue.s-drop': 'Como está',
  'catalogue.s-waits-title': 'Un cambio de esto espera a otra persona',
  'catalogue.s-waits': '{why}, propuesto por {by}.',
  'catalogue.s-look-at-it': 'Verlo',
  'catalogue.s-changes-wait': '{n, plural, one {Espera # cambio} other {Esperan # cambios}}',
  'catalogue.s-words': 'Palabras',
  'catalogue.s-put-in': 'Insertar:',
  'catalogue.s-product-says': 'El producto dice',
  'catalogue.s-take-product': 'Usar estas',
  'catalogue.s-on-a-page': 'En un certificado',
  'catalogue.s-page-show': 'Mostrar en una página',
  'catalogue.s-page-again': 'Mostrar de nuevo',
  'catalogue.s-page-facts':
    'Un certificado que usted puede ver, compuesto con estas palabras como borrador. No se guarda.',
  'catalogue.s-language': 'Idioma',
  'catalogue.s-page-none':
    'No hay certificado que usted pueda ver y que diga esto. El texto de arriba es todo lo que hay para mirar.',
  'catalogue.s-page-alt': 'Certificado {number}, compuesto con estas palabras',
  'catalogue.s-label': 'Como se imprime',
  'catalogue.s-label-alt': 'La etiqueta con valores inventados',
  'catalogue.s-zpl': 'Para impresora de etiquetas (ZPL)',
  'catalogue.s-label-thing': 'Material vegetal pardo prensado',
  'catalogue.s-label-place': 'Bóveda, estante 9, lugar C',
  'catalogue.s-label-hazard': 'CARTUCHO VIVO',
  'catalogue.s-law-says': 'Lo que dice la ley',
  'catalogue.s-law-empty': 'Aparece aquí en cuanto se nombran la cantidad y la comparación.',
  'catalogue.s-rule-shown-beyond-uncertainty':
    'Un resultado cuenta como superior solo cuando se demuestra más allá de su incertidumbre.',
  'catalogue.s-rule-value-alone': 'Un resultado cuenta como superior solo por su valor.',
  'catalogue.s-in-words': 'En palabras',
  'catalogue.s-kept-for-ever': 'Se conserva para siempre',
  'catalogue.s-kept-outcome':
    'Se conserva {days, plural, one {# día} other {# días}} tras el resultado en el tribunal',
  'catalogue.s-kept-closed': 'Se conserva {days, plural, one {# día} other {# días}} tras cerrar el caso',
  'catalogue.s-for-all': 'Para todos los delitos y cosas.',
  'catalogue.s-for-some':
    '{offences, plural, =0 {Para todos los delitos} one {Para # delito} other {Para # delitos}}, {classes, plural, =0 {todas las cosas} one {# tipo de cosa} other {# tipos de cosas}}.',
  'catalogue.s-with-order': 'Con orden',
  'catalogue.s-no-order': 'Sin orden',
  'catalogue.s-with-witnesses': '{n, plural, =0 {sin testigo} one {# testigo} other {# testigos}}',
  'catalogue.s-versions': 'Versiones',
  'catalogue.s-what': 'Qué',
  'catalogue.s-always-held': 'siempre',
  'catalogue.c-more': '{n, plural, one {y # cosa más} other {y # cosas más}}',
  'catalogue.s-edit-list': 'Cambiar esta lista',
  'catalogue.uses-open-cases':
    '{n, plural, one {# caso abierto lo tiene} other {# casos abiertos lo tienen}}',
  'catalogue.uses-cases': '{n, plural, one {# caso lo tiene en total} other {# casos lo tienen en total}}',
  'catalogue.uses-open-sheets':
    '{n, plural, one {# hoja de trabajo sin revisar se apoya en ello} other {# hojas de trabajo sin revisar se apoyan en ello}}',
  'catalogue.uses-limit':
    '{n, plural, one {# resultado se decidió con él y queda como está} other {# resultados se decidieron con él y quedan como están}}',
  'catalogue.uses-substance': '{n, plural, one {# resultado la nombra} other {# resultados la nombran}}',
  'catalogue.uses-requests':
    '{n, plural, one {# solicitud abierta lo pregunta} other {# solicitudes abiertas lo preguntan}}',
  'catalogue.uses-numbers':
    '{n, plural, one {# número se dio y queda como está} other {# números se dieron y quedan como están}}',
  'catalogue.s-is-yes': 'sí',
  'catalogue.s-is-no': 'no',
  'catalogue.s-rows-of': '{n, plural, one {# fila} other {# filas}}',
  'op.catalogue.preview-label': 'Ver una etiqueta',
} as const
