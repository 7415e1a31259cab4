/** What the codes of a list say beside their names, for the lists that the program reads: the same words as in the files. */
import { type Asked, ask, choice } from './asked.ts'
import { dnaData } from './dna-data.ts'

const actions = [
  choice('destroy', 'destroyed', 'destruido'),
  choice('return-owner', 'returned to its owner', 'devuelto a su dueño'),
  choice('return-agency', 'returned to the agency', 'devuelto a la institución'),
  choice('forfeit', 'forfeited', 'decomisado'),
]
const days = [
  'Monday lunes',
  'Tuesday martes',
  'Wednesday miércoles',
  'Thursday jueves',
  'Friday viernes',
  'Saturday sábado',
  'Sunday domingo',
].map((day, i) => choice(String(i + 1), day.split(' ')[0] ?? '', day.split(' ')[1] ?? ''))
const keeps = [
  choice('ambient', 'Ambient', 'Ambiente'),
  choice('cool', 'Cool', 'Fresco'),
  choice('refrigerated', 'Refrigerated', 'Refrigerado'),
  choice('frozen', 'Frozen', 'Congelado'),
]
const text = (
  key: string,
  en: string,
  es: string,
  more: Omit<Asked, 'key' | 'kind' | 'en' | 'es'> = {},
): Asked => ask(key, 'text', en, es, more)

const cardParts = [
  choice('document', 'number of the card', 'número de la tarjeta'),
  choice('name', 'name', 'nombre'),
  choice('family', 'family name', 'apellidos'),
  choice('given', 'given names', 'nombres'),
  choice('born', 'born', 'nacimiento'),
  choice('sex', 'sex', 'sexo'),
  choice('address', 'address', 'dirección'),
  choice('expires', 'expires', 'vence'),
  choice('ignore', 'something else', 'otra cosa'),
]
const said = { bring: ['What to bring', 'Qué traer'], pack: ['How to pack', 'Cómo embalar'] } as const

const fee = (each: string, en: string, es: string): readonly Asked[] => [
  text('fee', 'Fee', 'Tarifa'),
  text('currency', 'Currency', 'Moneda'),
  ask('per', 'choice', 'Owed', 'Se debe', {
    options: [choice('request', 'for the request', 'por la solicitud'), choice(each, en, es)],
  }),
]

const data: Readonly<Record<string, readonly Asked[]>> = {
  'item-type': [
    ask('form', 'code', 'Described by the form', 'Se describe con el formulario', { list: 'x.form' }),
    text('class', 'Class, for rules of retention', 'Clase, para las reglas de conservación'),
    ask('hazards', 'codes', 'Dangers it brings along', 'Peligros que trae consigo', { list: 'hazard' }),
    ask('keeps', 'choices', 'Kept at', 'Se conserva a temperatura', { options: keeps }),
    text('keepsSource', 'Why so', 'Por qué así'),
    ask('container', 'yes-no', 'Holds other things', 'Contiene otras cosas'),
    ask('firearm', 'yes-no', 'Is made safe first', 'Primero se asegura como arma'),
  ],
  district: [
    text('iso3166', 'Code of ISO 3166-2', 'Código de ISO 3166-2'),
    text('outline', 'Outline for maps', 'Contorno para mapas', {
      helpEn: 'Longitude and latitude by turns; rings apart by a semicolon.',
      helpEs: 'Longitud y latitud por turnos; los anillos separados por punto y coma.',
    }),
  ],
  'case-type': [
    ask('disciplines', 'codes', 'Sections that usually work on it', 'Secciones que suelen trabajarlo', {
      list: 'discipline',
    }),
    ask('release', 'choice', 'Certificates are given to', 'Los certificados se entregan a', {
      options: [
        choice('case', 'whoever sees the case', 'quien ve el caso'),
        choice('agency', 'the agency that asked', 'la institución que pidió'),
        choice('person', 'who asked and the investigator', 'quien pidió y el investigador'),
        choice('named', 'only whom they are addressed to', 'solo a quien van dirigidos'),
      ],
    }),
    ask('outside', 'yes-no', 'For customers outside the police', 'Para clientes ajenos a la policía'),
  ],
  offence: [
    text('iccs', 'Class of ICCS', 'Clase de la ICCS', {
      helpEn:
        'International Classification of Crime for Statistical Purposes: two to six figures, such as 0601.',
      helpEs:
        'Clasificación Internacional de Delitos con Fines Estadísticos: de dos a seis cifras, como 0601.',
    }),
    ask('sexual', 'yes-no', 'Sexual: victims are masked', 'Sexual: se ocultan las víctimas'),
  ],
  'retention-rule': [
    ask('actions', 'choices', 'At the end it may be', 'Al final puede ser', { options: actions, kept: true }),
    ask('days', 'number', 'Days it is kept', 'Días que se conserva', {
      kept: true,
      helpEn: 'Nothing here: for ever.',
      helpEs: 'Nada aquí: para siempre.',
    }),
    ask(
      'reviewDays',
      'number',
      'Days until a case of an older register is looked at again',
      'Días hasta revisar de nuevo un caso de un registro anterior',
    ),
    ask('from', 'choice', 'Counted from', 'Contados desde', {
      options: [
        choice('outcome', 'the outcome in court', 'el resultado en el tribunal'),
        choice('closed', 'the closing of the case', 'el cierre del caso'),
      ],
    }),
    ask('offences', 'codes', 'Only for these offences', 'Solo para estos delitos', { list: 'offence' }),
    ask('classes', 'codes', 'Only for these things', 'Solo para estas cosas', { list: 'x.item-class' }),
    ask('outcomes', 'codes', 'Only after these outcomes', 'Solo tras estos resultados', {
      list: 'court-outcome',
    }),
    ask('order', 'yes-no', 'Needs an order', 'Necesita una orden'),
    ask('weigh', 'yes-no', 'Is weighed again', 'Se pesa de nuevo'),
    ask('photographs', 'yes-no', 'Is photographed', 'Se fotografía'),
    ask('witnesses', 'number', 'Witnesses', 'Testigos'),
  ],
  'court-outcome': [
    ask('final', 'yes-no', 'Ends the charge or the appeal', 'Termina la acusación o la apelación'),
    ask('appealDays', 'number', 'Days in which an appeal may be entered', 'Días para apelar'),
  ],
  question: [
    ask('discipline', 'code', 'Section that answers it', 'Sección que la responde', { list: 'discipline' }),
  ],
  'request-template': [
    ask('discipline', 'code', 'Discipline', 'Especialidad', { list: 'discipline', required: true }),
    ask('question', 'code', 'Question', 'Pregunta', { list: 'question', required: true }),
    ask('words', 'prose', 'In words', 'En palabras'),
    ask('priority', 'choice', 'Priority', 'Prioridad', {
      options: [
        choice('routine', 'Routine', 'Ordinaria'),
        choice('urgent', 'Urgent', 'Urgente'),
        choice('court', 'For a court', 'Para un tribunal'),
      ],
    }),
    ask('days', 'number', 'Wanted within days', 'Se necesita en días'),
  ],
  discipline: [
    ask('unit', 'code', 'Unit that does the work', 'Unidad que hace el trabajo', { list: 'x.unit' }),
  ],
  drug: [
    text('group', 'Group', 'Grupo'),
    text('schedule', 'Schedule of the Act', 'Lista de la ley'),
    text('cas', 'CAS number', 'Número CAS'),
    text('inchiKey', 'InChIKey', 'InChIKey'),
    ask('hazard', 'code', 'Danger', 'Peligro', { list: 'hazard' }),
  ],
  hazard: [
    text('ghs', 'Pictogram of GHS', 'Pictograma del SGA'),
    text('madeSafeBy', 'Made safe by the method', 'Se asegura con el método'),
  ],
  'report-recipient': [
    ask(
      'negative',
      'yes-no',
      'Told at once when no drug was found',
      'Se avisa de inmediato si no se halló droga',
    ),
    ask('always', 'yes-no', 'Told of each certificate', 'Se avisa de cada certificado'),
  ],
  'review-rule': [
    ask('by', 'choice', 'Read by', 'Lo lee', {
      options: [
        choice(
          'another-person',
          'another person than the technical reviewer',
          'otra persona que el revisor técnico',
        ),
        choice('technical-reviewer', 'the technical reviewer', 'el revisor técnico'),
      ],
    }),
  ],
  'counter-hours': [
    ask('unit', 'code', 'Unit', 'Unidad', { list: 'x.unit' }),
    ask('days', 'choices', 'Days', 'Días', { as: 'numbers', options: days }),
    text('from', 'From', 'Desde'),
    text('until', 'Until', 'Hasta las'),
    ask('minutes', 'number', 'Minutes of an appointment', 'Minutos de una cita'),
    ask('together', 'number', 'How many together', 'Cuántos a la vez'),
    ask('closed', 'prose', 'Closed on, one day a line', 'Cerrado el, un día por línea', { as: 'lines' }),
  ],
  'announcing-guidance': [
    ask('offences', 'codes', 'Shown for', 'Se muestra para', { list: 'offence' }),
    ...(['bring', 'pack'] as const).flatMap((key) => [
      ask(`${key}En`, 'prose', `${said[key][0]}, English`, `${said[key][1]}, inglés`, {
        as: 'lines',
        at: `${key}.en`,
      }),
      ask(`${key}Es`, 'prose', `${said[key][0]}, Spanish`, `${said[key][1]}, español`, {
        as: 'lines',
        at: `${key}.es`,
      }),
    ]),
    ask('items', 'list', 'Things to begin with', 'Cosas para empezar', {
      rows: [
        ask('type', 'code', 'Kind', 'Tipo', { list: 'item-type' }),
        ask('packaging', 'code', 'Packaging', 'Embalaje', { list: 'packaging-type' }),
      ],
    }),
    ask('most', 'number', 'More things than this are explained', 'Más cosas que estas se explican'),
  ],
  'number-kind': [text('example', 'Example', 'Ejemplo')],
  'packaging-size': [ask('maxCm', 'number', 'Longest side, cm', 'Lado más largo, cm')],
  settlement: [
    ask('district', 'code', 'District', 'Distrito', { list: 'district' }),
    text('kind', 'Kind', 'Tipo'),
    text('lat', 'Latitude', 'Latitud'),
    text('lng', 'Longitude', 'Longitud'),
  ],
  'archive-tier': [
    ask('caseTypes', 'codes', 'Proposed for these kinds of case', 'Se propone para estos tipos de caso', {
      list: 'case-type',
    }),
    ask('scan', 'choice', 'Scanned', 'Se escanea', {
      options: [
        choice('now', 'now', 'ahora'),
        choice('in-turn', 'in turn', 'por turno'),
        choice('when-asked', 'when somebody asks', 'cuando alguien lo pide'),
      ],
    }),
    ask('standard', 'yes-no', 'Proposed where no other fits', 'Se propone cuando no cabe otro'),
    ask('keep', 'yes-no', 'The paper is kept for ever', 'El papel se conserva para siempre'),
    ask('years', 'number', 'Years the paper is kept', 'Años que se conserva el papel'),
  ],
  'archive-cold': [
    ask(
      'years',
      'number',
      'Years that a case is closed before its photographs go to a cold store',
      'Años que un caso lleva cerrado antes de que sus fotografías vayan a un almacén frío',
    ),
  ],
  'archive-cost': [
    text('perPage', 'Cost of a page', 'Costo de una página'),
    text('currency', 'Currency', 'Moneda'),
    ask('pagesADay', 'number', 'Pages in a working day', 'Páginas por día de trabajo'),
    ask('pagesAFile', 'number', 'Pages of a file until counted', 'Páginas de un expediente hasta contarlas'),
  ],
  'inspection-fault': [
    ask('of', 'choices', 'Fault of', 'Defecto de', {
      options: [
        choice('pages', 'pages', 'páginas'),
        choice('index', 'values of the index', 'valores del índice'),
      ],
    }),
  ],
  'inspection-rule': [
    text('quality', 'Acceptable quality (AQL), per cent', 'Calidad aceptable (NCA), por ciento'),
  ],
  'sampling-plan': [
    text('quality', 'Acceptable quality (AQL), per cent', 'Calidad aceptable (NCA), por ciento'),
    ask('lotTo', 'number', 'Lots up to', 'Lotes hasta'),
    text('letter', 'Code letter', 'Letra de código'),
    ask('sample', 'number', 'Looked at', 'Se revisan'),
    ask('accept', 'number', 'Faults that are borne', 'Defectos que se toleran'),
  ],
  'archive-field': [
    ask('kind', 'choice', 'Holds', 'Contiene', {
      options: [
        choice('number', 'a number that names something', 'un número que identifica algo'),
        choice('date', 'a date', 'una fecha'),
        choice('name', 'a name', 'un nombre'),
        choice('code', 'a word of a list', 'una palabra de una lista'),
        choice('count', 'a count', 'una cantidad'),
        choice('text', 'words', 'palabras'),
      ],
    }),
    text('list', 'Which list', 'Cuál lista'),
    ask('many', 'yes-no', 'May be several', 'Pueden ser varios'),
    ask('fact', 'choice', 'Counted in statistics as', 'En las estadísticas cuenta como', {
      options: [
        choice('date', 'the day it happened', 'el día del hecho'),
        choice('place', 'the district', 'el distrito'),
        choice('offence', 'the offence', 'el delito'),
        choice('manner', 'the manner of death', 'la manera de muerte'),
        choice('weapon', 'the means', 'el medio'),
      ],
    }),
  ],
  'scan-purpose': [ask('days', 'number', 'Days until the copy', 'Días hasta la copia')],
  'record-request': [
    ask('proof', 'choices', 'Who asks shows it by', 'Quien pide lo muestra con', {
      options: [
        choice('account', 'an account', 'una cuenta'),
        choice('document', 'a document', 'un documento'),
        choice('order', 'an order of a court', 'una orden de un tribunal'),
      ],
    }),
    ask('authority', 'yes-no', 'Needs a subpoena or order', 'Necesita una citación u orden'),
    ask('days', 'number', 'Days until it is answered', 'Días hasta la respuesta'),
    ...fee('paper', 'for each certificate', 'por cada certificado'),
    ask('free', 'choices', 'Nothing is owed by', 'No deben nada', {
      options: [
        choice('police', 'the police', 'la policía'),
        choice('prosecution', 'the prosecution', 'la fiscalía'),
        choice('court', 'courts', 'los tribunales'),
        choice('health', 'hospitals', 'los hospitales'),
      ],
    }),
  ],
  'kit-stage': [
    ask('order', 'number', 'Its place in the order', 'Su lugar en el orden', { kept: true }),
    ask('agencies', 'choices', 'Set by', 'La marca', {
      options: [
        choice('health', 'hospitals', 'los hospitales'),
        choice('police', 'the police', 'la policía'),
        choice('service', 'the laboratory', 'el laboratorio'),
      ],
    }),
    ask('days', 'number', 'Days until the next', 'Días hasta la siguiente'),
    ask('end', 'yes-no', 'Ends the way', 'Termina el recorrido'),
  ],
  'examination-fee': [
    ask('questions', 'codes', 'For these questions', 'Para estas preguntas', { list: 'question' }),
    ...fee('item', 'for each exhibit', 'por cada indicio'),
  ],
  'identity-card': [
    text('begins', 'Its code begins with', 'Su código empieza por'),
    ask(
      'least',
      'number',
      'A number alone, of at least so many figures',
      'Solo un número, de al menos tantas cifras',
    ),
    ask('most', 'number', 'and at most so many', 'y de tantas como máximo'),
    text('separator', 'Its parts are separated by', 'Sus partes se separan con'),
    ask('parts', 'choices', 'Parts, in their order', 'Partes, en su orden', { options: cardParts }),
    ask('places', 'list', 'Parts in fixed places', 'Partes en lugares fijos', {
      rows: [
        ask('part', 'choice', 'Part', 'Parte', { options: cardParts }),
        ask('from', 'number', 'From character', 'Desde el carácter'),
        ask('to', 'number', 'to character', 'hasta el carácter'),
      ],
    }),
    ask('dates', 'choice', 'Dates are written', 'Las fechas se escriben', {
      options: [
        choice('DMY', 'day, month, year', 'día, mes, año'),
        choice('MDY', 'month, day, year', 'mes, día, año'),
        choice('YMD', 'year, month, day', 'año, mes, día'),
      ],
    }),
    text('male', 'A man is written', 'Un hombre se escribe'),
    text('female', 'A woman is written', 'Una mujer se escribe'),
  ],
  'death-records-rule': [
    ask('parts', 'choices', 'May get', 'Puede recibir', {
      options: [
        choice('certificate', 'the certificate', 'el certificado'),
        choice('examination-report', 'the report of the examination', 'el informe del examen'),
        choice('toxicology', 'toxicology', 'toxicología'),
        choice('pictures', 'pictures', 'imágenes'),
        choice('effects-list', 'the list of effects', 'la lista de pertenencias'),
      ],
    }),
    ask('entitled', 'yes-no', 'Only who is entitled', 'Solo quien tiene derecho'),
    ask('homicide', 'choice', 'In a homicide', 'En un homicidio', {
      options: [choice('give', 'given before the verdict too', 'también antes del veredicto')],
    }),
    ask('stage', 'choice', 'When', 'Cuándo', {
      options: [choice('any', 'before the cause is final too', 'también antes de la causa definitiva')],
    }),
  ],
  'accreditation-clause': [
    text('standard', 'Standard', 'Norma'),
    text('clause', 'Clause', 'Cláusula'),
    ask('acts', 'prose', 'Acts that show it, one a line', 'Actos que la muestran, uno por línea', {
      as: 'lines',
    }),
  ],
  'search-system': [
    ask('databases', 'prose', 'Its databases, one a line', 'Sus bases, una por línea', { as: 'lines' }),
  ],
  ...dnaData,
  highway: [text('also', 'Also called', 'También llamada')],
}
/** Of a list that is new to us, what its codes say is asked as they say it; what holds more than words and figures is left as it is. */
function asItStands(key: string, value: unknown): Asked | undefined {
  if (typeof value === 'string') return text(key, key, key)
  if (typeof value === 'number') return ask(key, 'number', key, key)
  if (typeof value === 'boolean') return ask(key, 'yes-no', key, key)
  if (Array.isArray(value) && value.every((v) => typeof v === 'string'))
    return ask(key, 'prose', key, key, { as: 'lines' })
  return undefined
}

/** `sample` holds what the codes of the list say already. */
export function dataAsked(section: string, sample: Readonly<Record<string, unknown>> = {}): readonly Asked[] {
  const known = data[section.replace(/^list\./, '')] ?? []
  const reached = new Set(known.map((q) => (q.at ?? q.key).split('.')[0]))
  const more = Object.entries(sample).filter(([key]) => !reached.has(key))
  return [...known, ...more.flatMap(([key, value]) => asItStands(key, value) ?? [])]
}
