/** From what is typed in the studio to the content of a change, and back; pure, so that it is tried without a browser. */
import type { AnyQuestion, Question } from '../contract/form.ts'

export type Values = Readonly<Record<string, unknown>>
export type StudioKind = 'form' | 'template' | 'numbering' | 'kit' | 'limit' | 'code'
/** A small part of a laboratory, as `catalogue.propose-change` takes it. */
export interface Content {
  readonly lists: readonly unknown[]
  readonly limits: readonly unknown[]
  readonly definitions: readonly unknown[]
}
const empty: Content = { lists: [], limits: [], definitions: [] }
const text = (v: unknown): string => (typeof v === 'string' ? v.trim() : '')
const orNull = (v: unknown): string | null => text(v) || null

const definition = (kind: string, key: string, v: Values, body: unknown): Content => ({
  ...empty,
  definitions: [{ kind, key, en: text(v.en), es: text(v.es), body }],
})

/** Questions without what the screen alone needs. */
export const formContent = (
  key: string,
  names: { en: string; es: string },
  questions: readonly AnyQuestion[],
): Content => definition('form', key, names, { questions })

export function contentOf(kind: Exclude<StudioKind, 'form'>, key: string, v: Values): Content {
  switch (kind) {
    case 'template':
      return definition(kind, key, v, { en: text(v.textEn), es: text(v.textEs) })
    case 'numbering':
      return definition(kind, key, v, {
        pattern: text(v.pattern),
        reset: v.reset ?? 'never',
        zone: text(v.zone),
      })
    case 'kit':
      return definition(kind, key, v, {
        items: ((v.items ?? []) as Values[]).map((i) => ({
          code: text(i.code),
          en: text(i.en),
          es: text(i.es),
          count: Number(i.count ?? 1),
          itemType: orNull(i.itemType),
        })),
        shelfLifeDays: v.shelfLifeDays ? Number(v.shelfLifeDays) : null,
      })
    case 'limit':
      return {
        ...empty,
        limits: [
          {
            key,
            substance: text(v.substance),
            value: text(v.value),
            unit: text(v.unit),
            comparison: v.comparison,
            law: text(v.law),
            clause: orNull(v.clause),
            en: text(v.en),
            es: text(v.es),
            rule: v.rule ?? 'shown-beyond-uncertainty',
            validFrom: orNull(v.validFrom),
            validUntil: orNull(v.validUntil),
            source: orNull(v.source),
          },
        ],
      }
    default:
      return codeContent(key, v)
  }
}

/** `key` is `list~code`; the list's own names come along, because a list is named with its codes. */
function codeContent(key: string, v: Values): Content {
  const [list = '', code = ''] = key.split('~')
  const data = { ...(v.data as Values | undefined) }
  if (list === 'item-type') {
    const { form: _form, container: _container, hazards: _hazards, ...rest } = data
    const hazards = (v.hazards ?? []) as string[]
    Object.keys(data).forEach((k) => delete data[k])
    Object.assign(data, rest, {
      ...(text(v.form) ? { form: text(v.form) } : {}),
      ...(v.container === true ? { container: true } : {}),
      ...(hazards.length > 0 ? { hazards } : {}),
    })
  }
  return {
    ...empty,
    lists: [
      {
        list,
        en: text(v.listEn),
        es: text(v.listEs),
        codes: [
          {
            code: code || text(v.code),
            en: text(v.en),
            es: text(v.es),
            data,
            validFrom: orNull(v.validFrom),
            validUntil: orNull(v.validUntil),
          },
        ],
      },
    ],
  }
}

/** Moves one of a list up or down; at an end it stays. */
export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  if (to < 0 || to >= all.length || from === to) return [...all]
  const rest = all.filter((_, i) => i !== from)
  return [...rest.slice(0, to), all[from] as T, ...rest.slice(to)]
}

/** A new question of a kind, ready to be named. */
export function newQuestion(all: readonly { readonly key: string }[]): Question {
  const known = new Set(all.map((q) => q.key))
  let n = all.length + 1
  while (known.has(`question${n}`)) n += 1
  return {
    key: `question${n}`,
    kind: 'text',
    en: '',
    es: '',
    required: false,
    absent: false,
    searched: false,
    options: [],
    units: [],
    rows: [],
  }
}

/** What a question must say before it can be proposed: the rest is judged by the server. */
export const isNamed = (q: Pick<Question, 'en' | 'es' | 'key'>): boolean =>
  q.en.trim() !== '' && q.es.trim() !== '' && /^[a-z][a-zA-Z0-9-]{0,39}$/.test(q.key)
