/** The call where no network is: its lists and script as this device kept them, sealed, and the call itself kept until it goes out by itself. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem, newKey, tell } from '#ui/client.ts'
import type { Field, Values } from '#ui/fields.ts'
import { useMe } from '#ui/me.ts'
import { useAskOrKept } from '#ui/offline/ask-kept.ts'
import { sendWaiting, writeDown } from '#ui/offline/waiting.ts'
import { sayNow, useLanguage } from '#ui/say.ts'
import type { FormOfType } from '#modules/catalogue/contract/form.ts'
import { fieldsOfQuestions } from '#modules/catalogue/screens/form-fields.ts'
import type { Option } from './asking.tsx'

const KIND = 'death.call'
interface Code {
  readonly code: string
  readonly name: string
}
export const useKeptOptions = (list: string): readonly Option[] =>
  (
    useAskOrKept<{ items: Code[] }>(
      'catalogue.get-code-list',
      { list },
      { kind: KIND, id: list, always: true },
    ).data?.items ?? []
  ).map((c) => ({ value: c.code, label: c.name }))

/** The laboratory's own script as one group; the answers come back under `answers`. */
export function useKeptScript(): readonly Field[] {
  const { language } = useLanguage()
  const { data } = useAskOrKept<FormOfType>(
    'catalogue.get-form',
    { use: 'call-script', of: 'death' },
    { kind: KIND, id: 'script', always: true },
  )
  if (!data?.form) return []
  return [
    {
      key: 'answers',
      kind: 'group',
      label: data.form.name,
      columns: 2,
      span: 2,
      fields: fieldsOfQuestions(data.form.questions, language, data.lists),
    },
  ]
}

export type Told = { readonly id: string } | 'kept' | undefined
/** Sent at once where the server is reached; else kept on this device, with the time at which it was told. A refusal is told at once. */
export function useCallTaking(): {
  take(call: Values): Promise<Told>
  readonly problem: Problem | null
} {
  const person = useMe()?.person.id ?? ''
  const queries = useQueryClient()
  const [problem, setProblem] = useState<Problem | null>(null)
  const take = async (call: Values): Promise<Told> => {
    setProblem(null)
    const input = { id: newKey(), ...call }
    try {
      const out = await tell<{ id: string }>('death.take-call', input)
      await queries.invalidateQueries()
      return out
    } catch (cause) {
      if (cause instanceof Problem && cause.status !== 0) {
        setProblem(cause)
        return undefined
      }
    }
    try {
      await writeDown(person, {
        chain: KIND,
        operation: 'death.take-call',
        label: sayNow('op.death.take-call'),
        input,
        to: '/death',
      })
      void sendWaiting(person).catch(() => undefined)
      return 'kept'
    } catch {
      setProblem(
        new Problem({
          status: 0,
          code: 'not-kept',
          title: sayNow('death.call-not-kept'),
          detail: sayNow('death.call-not-kept-why'),
        }),
      )
      return undefined
    }
  }
  return { take, problem }
}
