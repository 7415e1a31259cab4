/** What the studio asks, as fields of the kit: the same renderer as for the laboratory's own forms. */
import { useAsk } from '#ui/client.ts'
import type { Field, FieldKind } from '#ui/fields.ts'
import { type Language, useLanguage } from '#ui/say.ts'
import type { ChoicesSeen } from '../contract.ts'
import type { z } from 'zod'
import { type Asked, listsOf } from '../rules/asked.ts'

type Lists = z.output<typeof ChoicesSeen>['lists']
const kinds: Partial<Record<Asked['kind'], FieldKind>> = { codes: 'choices', code: 'choice' }
const wide = new Set<Asked['kind']>(['prose', 'list', 'choices', 'codes'])

function fieldOf(q: Asked, language: Language, lists: Lists): Field {
  return {
    key: q.key,
    label: q[language],
    help: language === 'es' ? q.helpEs : q.helpEn,
    kind: kinds[q.kind] ?? (q.kind as FieldKind),
    required: q.required,
    options: q.list
      ? (lists[q.list] ?? [])
      : (q.options ?? []).map((o) => ({ value: o.value, label: o[language] })),
    fields: (q.rows ?? []).map((row) => fieldOf(row, language, lists)),
    rows: q.as === 'lines' ? 5 : undefined,
    span: wide.has(q.kind) || isLong(q, language) ? 2 : 1,
  }
}

/** Answers that lie open side by side need the room of their words. */
const isLong = (q: Asked, language: Language): boolean =>
  (q.options ?? []).length <= 4 && (q.options ?? []).reduce((n, o) => n + o[language].length + 4, 0) > 34

export function useAskedFields(asked: readonly Asked[]): readonly Field[] {
  const { language } = useLanguage()
  const lists = listsOf(asked)
  const choices = useAsk<{ lists: Lists }>(
    'catalogue.get-choices',
    { lists: lists.join(',') },
    { enabled: lists.length > 0 },
  )
  return asked.map((q) => fieldOf(q, language, choices.data?.lists ?? {}))
}
