/** How each kind of rule is opened and put together again: fields, a form, or a sentence in two languages; pure, so that it is tried without a browser. */
import type { ReactNode } from 'react'
import type { RuleSeen } from '../contract.ts'
import type { Question } from '../contract/form.ts'
import { askedNames } from '../rules/asked.ts'
import {
  type RuleContent,
  type Values,
  askedOf,
  contentOf,
  isAnswered,
  valuesOf,
} from '../rules/rule-values.ts'
import { isNamed } from './studio-content.ts'

export interface Desk {
  readonly kind: 'fields' | 'form' | 'text'
  start(rule: RuleSeen): Values
  title(rule: RuleSeen, values: Values, language: 'en' | 'es'): string
  ready(rule: RuleSeen, values: Values, isNew: boolean): boolean
  content(rule: RuleSeen, values: Values, isNew: boolean): RuleContent
}
export interface DeskProps {
  readonly rule: RuleSeen
  readonly isNew: boolean
  readonly fixed: boolean
  readonly values: Values
  /** Every version, with the way back to an earlier one. */
  readonly history: ReactNode
  readonly onChange: (values: Values) => void
}

const text = (v: unknown): string => (typeof v === 'string' ? v.trim() : '')
const keyOf = (rule: RuleSeen, values: Values): string =>
  rule.key || text(values.key) || text(values.code).toUpperCase()
const isKey = (key: string): boolean => /^[A-Za-z0-9][\w. /-]{0,79}$/.test(key)
const empty = { lists: [], limits: [], definitions: [], stores: [] }

const fields: Desk = {
  kind: 'fields',
  start: (rule) => (rule.key === '' ? {} : valuesOf(rule.section, rule)),
  title: (_rule, values, language) => text(values[language]) || text(values.name),
  ready: (rule, values, isNew) =>
    isKey(keyOf(rule, values)) &&
    isAnswered([...askedNames(rule.section, isNew), ...askedOf(rule.section, rule.sample)], values),
  content: (rule, values) => contentOf(rule.section, { ...rule, key: keyOf(rule, values) }, values),
}

export const questionsIn = (values: Values): readonly Question[] => (values.questions ?? []) as Question[]
const form: Desk = {
  kind: 'form',
  start: ({ en, es, stands }) => ({
    en,
    es,
    use: stands.use ?? 'item-type',
    for: stands.for ?? [],
    questions: stands.questions ?? [],
  }),
  title: (_rule, values, language) => text(values[language]),
  ready: (rule, values) =>
    isKey(keyOf(rule, values)) &&
    text(values.en) !== '' &&
    text(values.es) !== '' &&
    questionsIn(values).length > 0 &&
    questionsIn(values).every(isNamed),
  content: (rule, values) => {
    const use = text(values.use) || 'item-type'
    const kinds = (values.for ?? []) as string[]
    return {
      ...empty,
      definitions: [
        {
          kind: 'form',
          key: keyOf(rule, values),
          en: text(values.en),
          es: text(values.es),
          unverified: rule.unverified,
          source: rule.source,
          body: {
            ...(use === 'item-type' ? {} : { use }),
            ...(kinds.length === 0 || use === 'item-type' ? {} : { for: kinds }),
            questions: questionsIn(values),
          },
        },
      ],
    }
  },
}

const shortOf = (text: string): string => (text.length > 72 ? `${text.slice(0, 70).trimEnd()} …` : text)

/** The sentence itself is what is changed; its name is its key until somebody gives it one. */
const sentence: Desk = {
  kind: 'text',
  start: ({ stands }) => ({ en: stands.en, es: stands.es }),
  title: (rule, _values, language) =>
    rule[language] === rule.key ? shortOf(rule.product?.[language] ?? rule.key) : rule[language],
  ready: (_rule, values) => text(values.en) !== '' && text(values.es) !== '',
  content: (rule, values) => ({
    ...empty,
    definitions: [
      {
        kind: 'template',
        key: rule.key,
        en: rule.en,
        es: rule.es,
        unverified: rule.unverified,
        source: rule.source,
        body: { en: text(values.en), es: text(values.es) },
      },
    ],
  }),
}

export const deskOf = (section: string): Desk =>
  section === 'form'
    ? form
    : ['notice', 'paper', 'custody', 'statement'].includes(section)
      ? sentence
      : fields
