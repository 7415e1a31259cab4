/** A form of the laboratory as fields of a screen: any form that asks what a thing is puts these among its own. */
import { createElement } from 'react'
import { useAsk } from '#ui/client.ts'
import type { Field, FieldKind } from '#ui/fields.ts'
import { type Language, useLanguage } from '#ui/say.ts'
import type { AnyQuestion, FormOfType } from '../contract/form.ts'
import { MissingWord } from './MissingWord.tsx'
import { isAsked, rowsOf } from '../rules/form.ts'

type Choices = Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>>

const kinds: Partial<Record<AnyQuestion['kind'], FieldKind>> = { date: 'partial-date', codes: 'choices' }

function fieldOf(q: AnyQuestion, all: readonly AnyQuestion[], language: Language, lists: Choices): Field {
  const help = language === 'es' ? (q.helpEs ?? q.helpEn) : q.helpEn
  return {
    key: q.key,
    label: q[language],
    help: help ?? undefined,
    kind: kinds[q.kind] ?? (q.kind as FieldKind),
    required: q.required,
    absent: q.absent || undefined,
    options:
      q.kind === 'code' || q.kind === 'codes'
        ? (lists[q.list ?? ''] ?? [])
        : q.options.map((o) => ({ value: o.value, label: o[language] })),
    unit: q.kind === 'quantity' ? q.units : undefined,
    max: q.length ?? undefined,
    fields: rowsOf(q).map((row) => fieldOf(row, rowsOf(q), language, lists)),
    show: q.when ? (values) => isAsked(q, all, values) : undefined,
    beneath: q.list ? createElement(MissingWord, { list: q.list }) : undefined,
    span: q.kind === 'prose' || q.kind === 'list' || q.kind === 'choices' || q.kind === 'codes' ? 2 : 1,
  }
}

/** `lists` are the codes that may be chosen from each list that a question names. */
export const fieldsOfQuestions = (
  questions: readonly AnyQuestion[],
  language: Language,
  lists: Choices,
): Field[] => questions.map((q) => fieldOf(q, questions, language, lists))

/**
 * The questions for a kind of item as one group, to be put into a `Form` beside its own fields; the answers come back
 * under `answers`. Nothing where things of this kind are described in words alone.
 */
export const useTypedFields = (type: string | undefined): readonly Field[] =>
  useFormFields(type === undefined ? undefined : { type })

/** The same for any form: what is filled in for a use, of a kind, or one version by its id. */
export function useFormFields(
  of: { type: string } | { use: string; of?: string | undefined } | { form: string } | undefined,
): readonly Field[] {
  const { language } = useLanguage()
  const asked = useAsk<FormOfType>('catalogue.get-form', of, { enabled: of !== undefined })
  const { form, lists } = asked.data ?? { form: null, lists: {} }
  if (!of || !form) return []
  return [
    {
      key: 'answers',
      kind: 'group',
      label: form.name,
      columns: 2,
      span: 2,
      fields: fieldsOfQuestions(form.questions, language, lists),
    },
  ]
}
