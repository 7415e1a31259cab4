/** The call where no network is: its lists and script as this device kept them, sealed, and the call itself kept until it goes out by itself. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem, newKey } from '#ui/client.ts'
import type { Field, Values } from '#ui/fields.ts'
import { useMe } from '#ui/me.ts'
import { useAskOrKept } from '#ui/offline/ask-kept.ts'
import { sendWaiting, tellThen, writeDown } from '#ui/offline/waiting.ts'
import type { KeptQuestion } from '#ui/route.ts'
import { sayNow, useLanguage } from '#ui/say.ts'
import type { FormOfType } from '#modules/catalogue/contract/form.ts'
import { fieldsOfQuestions } from '#modules/catalogue/screens/form-fields.ts'
import type { Option } from './asking.tsx'
import { KIND, type callLists, theList, theScript } from './call-needs.ts'

interface Code {
  readonly code: string
  readonly name: string
}
const useKeptAnswer = <Out>({ name, params, kind, id }: KeptQuestion): Out | undefined =>
  useAskOrKept<Out>(name, params, { kind, id, always: true }).data
export const useKeptOptions = (list: (typeof callLists)[number]): readonly Option[] =>
  (useKeptAnswer<{ items: Code[] }>(theList(list))?.items ?? []).map((c) => ({
    value: c.code,
    label: c.name,
  }))

/** The laboratory's own script as one group; the answers come back under `answers`. */
export function useKeptScript(): readonly Field[] {
  const { language } = useLanguage()
  const data = useKeptAnswer<FormOfType>(theScript)
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

/** No server, or one that is just starting behind its proxy: nothing was decided about the call. */
const isUnreached = (problem: Problem): boolean =>
  problem.status === 0 || (problem.status >= 502 && problem.status <= 504)

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
    // The same act both ways: a call whose answer was lost with the line is there, and is not taken a second time.
    const key = newKey()
    const input = { id: newKey(), ...call }
    const occurredAt = new Date().toISOString()
    try {
      const out = await tellThen<{ id: string }>('death.take-call', input, { key, occurredAt })
      await queries.invalidateQueries()
      return out
    } catch (cause) {
      if (cause instanceof Problem && !isUnreached(cause)) {
        setProblem(cause)
        return undefined
      }
    }
    try {
      await writeDown(person, {
        id: key,
        // Each by itself: one that is refused holds up no other.
        chain: `${KIND} ${key}`,
        occurredAt,
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
