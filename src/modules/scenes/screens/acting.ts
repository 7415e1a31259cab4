/** An act at a scene from this page: to the server when it answers, else signed and kept on this device until it does. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem, tell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { isFull } from '#ui/offline/database.ts'
import { keepFile, type Change } from '#ui/offline/store.ts'
import { signAndKeep, signingDevice } from '#ui/offline/signing.ts'
import { dropUnused, sendWaiting, type WaitingFile, writeDown } from '#ui/offline/waiting.ts'
import { sayNow } from '#ui/say.ts'

export interface Doing {
  readonly operation: string
  readonly input: { readonly [key: string]: unknown }
  readonly label: string
  readonly attendance: string
  readonly reason?: string | undefined
  /** Taken by this device: kept here first, then sent with the act. */
  readonly files?: readonly File[]
  /** The input says the hash counted here as well, so that other bytes are refused. */
  readonly captured?: true
  readonly alongside?: readonly Change[]
}
export type Done = 'sent' | 'kept'

/** Kept before it is called kept: bytes and act are on the disk when this answers. */
async function keepHere(person: string, doing: Doing, files: readonly WaitingFile[]): Promise<void> {
  const { operation, input, label, attendance } = doing
  const to = `/scenes/${attendance}`
  const alongside = doing.alongside ?? []
  if (await signingDevice(person))
    await signAndKeep(
      person,
      {
        operation,
        input,
        label,
        chain: 'device',
        to,
        files,
        reason: doing.reason ?? null,
        ...(files.length > 0 ? { provedBy: 'scenes.prove-files' } : {}),
      },
      alongside,
    )
  else
    await writeDown(
      person,
      { operation, input, label, chain: attendance, to, files },
      alongside.map(({ kind, id, value }) => ({ kind, id, value })),
    )
  void sendWaiting(person).catch(() => undefined)
}

/** Why it is neither on the server nor on this device, in words that say what to do. */
function problemOf(cause: unknown): Problem {
  if (cause instanceof Problem) return cause
  const [title, detail] = isFull(cause)
    ? [sayNow('scenes.device-full'), sayNow('scenes.device-full-why')]
    : [sayNow('scenes.not-kept'), sayNow('scenes.not-kept-why')]
  return new Problem({ status: 0, code: 'not-kept', title, detail })
}

export function useActing(): {
  act(doing: Doing): Promise<Done | undefined>
  busy: boolean
  problem: Problem | null
  done: Done | null
} {
  const person = useMe()?.person.id ?? ''
  const queries = useQueryClient()
  const [state, setState] = useState<{ busy: boolean; problem: Problem | null; done: Done | null }>({
    busy: false,
    problem: null,
    done: null,
  })
  const act = async (doing: Doing): Promise<Done | undefined> => {
    setState({ busy: true, problem: null, done: null })
    try {
      const done = await doNow(person, doing)
      if (done === 'sent') await queries.invalidateQueries()
      setState({ busy: false, problem: null, done })
      return done
    } catch (cause) {
      const problem = problemOf(cause)
      setState({ busy: false, problem, done: null })
      return undefined
    }
  }
  return { act, ...state }
}

async function doNow(person: string, doing: Doing): Promise<Done> {
  const files: WaitingFile[] = []
  try {
    let input = doing.input
    for (const file of doing.files ?? []) {
      const { sha256 } = await keepFile(person, file)
      files.push({ sha256, name: file.name, type: file.type })
      input = { ...input, file: sha256, ...(doing.captured ? { capturedSha256: sha256 } : {}) }
    }
    if (files.length === 0 && navigator.onLine) {
      try {
        await tell(doing.operation, input, { reason: doing.reason })
        return 'sent'
      } catch (problem) {
        // Only where nothing was reached is it kept here; a refusal is told at once.
        if (!(problem instanceof Problem) || problem.status !== 0) throw problem
      }
    }
    await keepHere(person, { ...doing, input }, files)
    return 'kept'
  } catch (cause) {
    // Bytes whose act did not reach the disk would take room from those that do, and nobody would send them.
    await dropUnused(person, files).catch(() => undefined)
    throw cause
  }
}

export interface Lost {
  readonly name: string
  readonly why: string
}
/** Photographs one after another: how many are kept so far, and each that is not, with why. */
export function usePhotographing(attendance: string, label: (name: string) => string) {
  const person = useMe()?.person.id ?? ''
  const [state, setState] = useState<{ kept: number; lost: readonly Lost[] }>({ kept: 0, lost: [] })
  const photograph = async (files: readonly File[], mark?: string): Promise<void> => {
    setState((was) => ({ ...was, lost: [] }))
    for (const file of files) {
      const taken = new Date(file.lastModified).toISOString()
      try {
        await doNow(person, {
          operation: 'scenes.add-photograph',
          input: {
            attendance,
            name: file.name,
            takenAt: taken,
            ...(mark ? { mark, shows: 'close-up' } : {}),
          },
          label: label(file.name),
          attendance,
          files: [file],
          captured: true,
        })
        setState((was) => ({ ...was, kept: was.kept + 1 }))
      } catch (cause) {
        const why = problemOf(cause).detail
        setState((was) => ({ ...was, lost: [...was.lost, { name: file.name, why }] }))
      }
    }
  }
  return { ...state, photograph }
}
