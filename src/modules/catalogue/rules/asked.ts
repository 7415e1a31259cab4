/**
 * What the studio asks of each rule, as the same questions that forms are made of: one renderer, one shape, and a new rule is a few lines here.
 * Plain data without a schema, so that the screens bring none along. What a list's codes say beside their names is named in `rules/code-data.ts`.
 */
import type { QuestionKind } from '../contract/form.ts'

type Kind = QuestionKind
export interface Choice {
  readonly value: string
  readonly en: string
  readonly es: string
}
/** A question of the studio: as of a form, with how its answer stands in the rule. */
export interface Asked {
  readonly key: string
  readonly kind: Kind
  readonly en: string
  readonly es: string
  readonly helpEn?: string
  readonly helpEs?: string
  readonly required?: true
  readonly options?: readonly Choice[]
  /** A list of the laboratory, or one of ours that begins with `x.`: forms, units, places, classes of things. */
  readonly list?: string
  readonly rows?: readonly Asked[]
  /** One a line · numbers · a number written as such. */
  readonly as?: 'lines' | 'numbers'
  /** Where it stands in the rule, when not under its key: `bring.en`. */
  readonly at?: string
  /** Written also where there is no answer: null, or an empty list. */
  readonly kept?: true
}

export const ask = (
  key: string,
  kind: Kind,
  en: string,
  es: string,
  more: Omit<Asked, 'key' | 'kind' | 'en' | 'es'> = {},
): Asked => ({ key, kind, en, es, ...more })
export const choice = (value: string, en: string, es: string): Choice => ({ value, en, es })
const need = { required: true } as const

const named = [ask('en', 'text', 'English', 'Inglés', need), ask('es', 'text', 'Spanish', 'Español', need)]
const doubted = [
  ask('source', 'text', 'Where it is written', 'Dónde está escrito'),
  ask('unverified', 'yes-no', 'Still to be compared with print', 'Aún por comparar con lo impreso'),
]
const untilAsked = ask('validUntil', 'date', 'Until', 'Hasta', {
  helpEn: 'After this day nobody can choose it; records keep its name.',
  helpEs: 'Después de ese día nadie puede elegirlo; los registros conservan su nombre.',
})
const keyAsked = ask('key', 'text', 'Code', 'Código', {
  required: true,
  helpEn: 'Small letters, figures, dots and dashes. It never changes.',
  helpEs: 'Letras minúsculas, cifras, puntos y guiones. No cambia nunca.',
})

/** Of kinds of definitions whose body is plain fields; forms and texts have a desk of their own. */
const bodies: Readonly<Record<string, readonly Asked[]>> = {
  kit: [
    ask('shelfLifeDays', 'number', 'Shelf life in days', 'Vida útil en días'),
    ask('items', 'list', 'What is in it', 'Qué contiene', {
      required: true,
      rows: [
        ask('code', 'text', 'Code', 'Código', need),
        ...named,
        ask('count', 'number', 'Count', 'Cantidad', need),
        ask('itemType', 'code', 'Becomes', 'Se convierte en', { list: 'item-type' }),
      ],
    }),
  ],
  label: [
    ask('widthMm', 'number', 'Width, mm', 'Ancho, mm', need),
    ask('heightMm', 'number', 'Height, mm', 'Alto, mm', need),
    ask('symbol', 'choice', 'Symbol', 'Símbolo', {
      required: true,
      options: [
        choice('datamatrix', 'Data Matrix', 'Data Matrix'),
        choice('qr', 'QR code', 'Código QR'),
        choice('code128', 'Bar code', 'Código de barras'),
      ],
    }),
    ask('lines', 'prose', 'Lines, one under another', 'Líneas, una debajo de otra', {
      as: 'lines',
      required: true,
      helpEn: 'In braces: {number} {case} {description} {seal} {code} {name} {hazards}.',
      helpEs: 'Entre llaves: {number} {case} {description} {seal} {code} {name} {hazards}.',
    }),
  ],
  numbering: [
    ask('pattern', 'text', 'Pattern', 'Patrón', {
      required: true,
      helpEn: 'One running number, {n} or {0000}; also {yyyy} {yy} {unit} {parent} {parent:tail}.',
      helpEs: 'Un número corrido, {n} o {0000}; también {yyyy} {yy} {unit} {parent} {parent:tail}.',
    }),
    ask('reset', 'choice', 'Starts anew', 'Empieza de nuevo', {
      required: true,
      options: [choice('year', 'Each year', 'Cada año'), choice('never', 'Never', 'Nunca')],
    }),
    ask('zone', 'code', 'By the clock of', 'Según el reloj de', { required: true, list: 'x.zone' }),
  ],
  letterhead: [
    ask('serviceName', 'text', 'Name of the service, English', 'Nombre del servicio, inglés', need),
    ask('serviceNameEs', 'text', 'Name of the service, Spanish', 'Nombre del servicio, español', {
      kept: true,
    }),
    ask('address', 'prose', 'Address, one line under another', 'Dirección, una línea debajo de otra', {
      as: 'lines',
      required: true,
    }),
    ask('motto', 'text', 'Motto', 'Lema'),
    ask('phone', 'text', 'Telephone', 'Teléfono'),
    ask('email', 'text', 'Mail', 'Correo'),
    ask('law', 'text', 'Law under which it works', 'Ley bajo la que trabaja'),
  ],
}

const limit: readonly Asked[] = [
  ask('substance', 'code', 'Substance', 'Sustancia', { required: true, list: 'drug' }),
  ask('comparison', 'choice', 'The law says', 'La ley dice', {
    required: true,
    options: [
      choice('more-than', 'more than', 'más de'),
      choice('at-least', 'at least', 'al menos'),
      choice('less-than', 'less than', 'menos de'),
      choice('at-most', 'at most', 'como máximo'),
    ],
  }),
  ask('value', 'text', 'Amount', 'Cantidad', need),
  ask('unit', 'text', 'Unit', 'Unidad', need),
  ask('law', 'text', 'Law', 'Ley', need),
  ask('clause', 'text', 'Section', 'Artículo'),
  ask('rule', 'choice', 'A result is beyond it when', 'Un resultado lo supera cuando', {
    required: true,
    options: [
      choice(
        'shown-beyond-uncertainty',
        'shown beyond its uncertainty',
        'se demuestra más allá de su incertidumbre',
      ),
      choice('value-alone', 'its value alone is beyond', 'su valor solo lo supera'),
    ],
  }),
]

const store: readonly Asked[] = [
  ask('name', 'text', 'Name', 'Nombre', need),
  ask('kind', 'choice', 'Kind', 'Tipo', {
    required: true,
    options: [
      choice('site', 'Site', 'Sede'),
      choice('room', 'Room', 'Sala'),
      choice('rack', 'Rack', 'Estantería'),
      choice('shelf', 'Shelf', 'Estante'),
      choice('box', 'Box', 'Caja'),
      choice('safe', 'Safe', 'Caja fuerte'),
      choice('freezer', 'Freezer', 'Congelador'),
      choice('cupboard', 'Cupboard', 'Armario'),
    ],
  }),
  ask('parent', 'code', 'Stands in', 'Está en', { list: 'x.store' }),
  ask('unit', 'code', 'Belongs to', 'Pertenece a', { list: 'x.unit' }),
  ask('capacity', 'number', 'Room for so many things', 'Cabe esta cantidad de cosas'),
  ask('position', 'number', 'Place in its row', 'Lugar en su fila'),
  ask('keeps', 'choices', 'Temperature', 'Temperatura', {
    options: [
      choice('ambient', 'Ambient', 'Ambiente'),
      choice('cool', 'Cool', 'Fresco'),
      choice('refrigerated', 'Refrigerated', 'Refrigerado'),
      choice('frozen', 'Frozen', 'Congelado'),
    ],
  }),
  ask('witness', 'yes-no', 'Its door asks for a second person', 'Su puerta pide una segunda persona'),
]

/** What is asked beside the names: the heart of the rule, its days and its source. */
export function askedBeside(section: string, data: readonly Asked[]): readonly Asked[] {
  if (section === 'limit') return [...limit, untilAsked, ...doubted]
  if (section === 'store') return store
  if (section.startsWith('list.')) return [...data, untilAsked, ...doubted]
  return bodies[section] ?? []
}
export const askedNames = (section: string, isNew: boolean): readonly Asked[] => [
  ...(section === 'store' ? [] : named),
  ...(isNew ? [section === 'store' ? ask('code', 'text', 'Code', 'Código', need) : keyAsked] : []),
]
/** The lists from which these questions are answered. */
export const listsOf = (asked: readonly Asked[]): string[] => [
  ...new Set(asked.flatMap((q) => [q.list ?? [], ...listsOf(q.rows ?? [])].flat())),
]
