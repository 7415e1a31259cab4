/** The code book of a feed: each field of a record with what it means and, in both languages, each value it may have. */
import type { Cx } from '#platform/cx.ts'
import { namesOf } from './asking.ts'
import { absents } from './contract.ts'
import { NOT_RELEASED, telling } from './rules/records.ts'
import { datasetOf } from './store/datasets.ts'
import { inLanguage } from './in-language.ts'

export interface BookField {
  readonly field: string
  readonly en: string
  readonly es: string
  /** The list of the laboratory that has the codes. */
  readonly list: string | null
  readonly several: boolean
  /** Whether it could tell who somebody is: made coarser first. */
  readonly tells: boolean
  readonly values: readonly { code: string; en: string; es: string }[]
}
/** Of the record itself; the others are dimensions of the data set. */
const own = ['key', 'revision', 'change', 'attempted', 'examination'] as const

export async function codeBookOf(cx: Cx, dataset: 'victims' | 'deaths'): Promise<BookField[]> {
  const [en, es] = [inLanguage(cx, 'en'), inLanguage(cx, 'es')]
  const fields: BookField[] = own
    .filter((f) => dataset === 'victims' || (f !== 'attempted' && f !== 'examination'))
    .map((field) => ({
      field,
      en: en.say(`observatory.field-${field}`),
      es: es.say(`observatory.field-${field}`),
      list: null,
      several: false,
      tells: false,
      values: [],
    }))
  for (const d of datasetOf[dataset].dimensions) {
    if (d.key === 'withDrug' || d.key === 'identified') continue
    const [names, nombres] = [await namesOf(en, d), await namesOf(es, d)]
    fields.push({
      field: d.key,
      en: en.say(`observatory.dim-${d.key}`),
      es: es.say(`observatory.dim-${d.key}`),
      list: d.list,
      several: Boolean(d.many),
      tells: (telling as readonly string[]).includes(d.key),
      values: [
        ...Array.from(names, ([code, label]) => ({ code, en: label, es: nombres.get(code) ?? label })),
        ...[...absents, NOT_RELEASED].map((code) => ({
          code,
          en: en.say(`observatory.absent-${code}`),
          es: es.say(`observatory.absent-${code}`),
        })),
      ],
    })
  }
  return fields
}
