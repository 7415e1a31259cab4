/** The browser's line to the server: ask (queries), tell (commands), upload; a refusal is a Problem with its sentence, and step-up opens by itself. */
import {
  type UseQueryResult,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { isAttended } from './attended.ts'
import { connectionIs } from './connection.ts'
import { Problem, offline, problemOf } from './problem.ts'
import { sayNow, useLanguage } from './say.ts'
import { askStepUp } from './step-up.ts'

export { Problem }
export type Params = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>
export interface TellOptions {
  readonly reason?: string | undefined
  readonly occurredAt?: string | undefined
  readonly stepUp?: string | undefined
  /** The act's own id; the same key happens once, however often it is sent. */
  readonly key?: string | undefined
}
export interface Uploaded {
  readonly sha256: string
  readonly size: number
  readonly type: string
  readonly name: string
}

/** A UUIDv7: made here, so that a repeated act is known as the same act. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const at = Date.now()
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(at / 2 ** (8 * (5 - i))) & 255
  bytes[6] = ((bytes[6] ?? 0) & 15) | 112
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const address = (name: string): string => `/api/${name.replace('.', '/')}`
export function fileUrl(name: string, params: Params = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === '') continue
    if (Array.isArray(value)) for (const one of value as readonly string[]) search.append(key, one)
    else search.set(key, String(value))
  }
  const text = search.toString()
  return text === '' ? address(name) : `${address(name)}?${text}`
}

/** As an address would say them: every value a text, blanks left out. */
const asTexts = (params: Params): Record<string, string | readonly string[]> =>
  Object.fromEntries(
    Object.entries(params)
      .filter(([, v]) => v !== null && v !== undefined && v !== '')
      .map(([key, v]) => [key, Array.isArray(v) ? (v as readonly string[]) : String(v)]),
  )

export const csrf = (): string => /(?:^|; )(?:__Host-)?custodia_csrf=([^;]+)/.exec(document.cookie)?.[1] ?? ''
/** Headers carry Latin letters only; what the server decodes is percent-encoded. */
const headerText = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) && !text.includes('%') ? text : encodeURIComponent(text)

async function send(path: string, init: RequestInit): Promise<unknown> {
  const headers = new Headers(init.headers)
  headers.set('accept-language', document.documentElement.lang || 'en')
  if (!isAttended()) headers.set('custodia-unattended', '1')
  let response: Response
  try {
    response = await fetch(path, { ...init, headers, credentials: 'same-origin' })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    connectionIs('offline')
    throw offline(sayNow('kit.offline-now'))
  }
  connectionIs(response.status === 503 ? 'degraded' : 'live')
  if (!response.ok) {
    const problem = await problemOf(response)
    if (problem.status === 401) signedOut()
    throw problem
  }
  const text = await response.text()
  return text === '' ? {} : (JSON.parse(text) as unknown)
}

let signedOut = (): void => undefined
/** The shell says where to go when nobody is signed in (any longer). */
export const whenSignedOut = (go: () => void): void => {
  signedOut = go
}

/** Servers between us and ours take addresses of some 8 kB: what is longer goes as a body. */
const LONGEST_ADDRESS = 4_000

export async function ask<Out>(
  name: string,
  params: Params = {},
  options: { signal?: AbortSignal } = {},
): Promise<Out> {
  const url = fileUrl(name, params)
  const signal = options.signal ? { signal: options.signal } : {}
  if (url.length <= LONGEST_ADDRESS) return (await send(url, { method: 'GET', ...signal })) as Out
  return (await send(address(name), {
    method: 'POST',
    body: JSON.stringify(asTexts(params)),
    headers: { 'content-type': 'application/json', 'x-custodia-csrf': csrf() },
    ...signal,
  })) as Out
}

export async function tell<Out>(name: string, input: unknown, options: TellOptions = {}): Promise<Out> {
  const key = options.key ?? newKey()
  const attempt = (stepUp: string | undefined): Promise<unknown> =>
    send(address(name), {
      method: 'POST',
      body: JSON.stringify(input ?? {}),
      headers: {
        'content-type': 'application/json',
        'x-custodia-csrf': csrf(),
        'idempotency-key': key,
        ...(options.occurredAt ? { 'custodia-occurred-at': options.occurredAt } : {}),
        ...(options.reason ? { 'custodia-reason': headerText(options.reason) } : {}),
        ...(stepUp ? { 'custodia-step-up': stepUp } : {}),
      },
    })
  try {
    return (await attempt(options.stepUp)) as Out
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code !== 'step-up-required') throw problem
    const proof = await askStepUp({
      operation: name,
      prove: async (how) => (await tell<{ proof: string }>('identity.step-up', { ...how, for: name })).proof,
    })
    if (proof === null)
      throw new Problem({
        status: 403,
        code: 'not-signed',
        title: sayNow('kit.step-up-left'),
        detail: sayNow('kit.step-up-left'),
      })
    return (await attempt(proof)) as Out
  }
}
/** Raw bytes with progress: fetch cannot tell how much has gone out, so XMLHttpRequest does this one. */
export function upload(
  file: File,
  options: { onProgress?: (part: number) => void; signal?: AbortSignal } = {},
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/files?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.setRequestHeader('x-custodia-csrf', csrf())
    request.setRequestHeader('accept-language', document.documentElement.lang || 'en')
    request.upload.onprogress = (event) =>
      options.onProgress?.(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => reject(offline(sayNow('kit.offline-now')))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onload = () => {
      if (request.status >= 200 && request.status < 300)
        resolve({ name: file.name, ...(JSON.parse(request.responseText) as Omit<Uploaded, 'name'>) })
      else void problemOf(new Response(request.responseText, { status: request.status })).then(reject)
    }
    options.signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

export interface AskOptions {
  readonly enabled?: boolean
  readonly every?: number
  readonly keep?: boolean
}
export type Asking<Out> = UseQueryResult<Out, Problem>

export function useAsk<Out>(name: string, params: Params = {}, options: AskOptions = {}): Asking<Out> {
  const { language } = useLanguage()
  return useQuery<Out, Problem>({
    queryKey: [name, params, language],
    queryFn: ({ signal }) => ask<Out>(name, params, { signal }),
    enabled: options.enabled ?? true,
    ...(options.every ? { refetchInterval: options.every } : {}),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })
}

interface ListAnswer<T> {
  readonly items: readonly T[]
  readonly nextCursor: string | null
  readonly total?: number
  readonly totalIsAtLeast?: boolean
}
/** A list that is taken away as a file ends here: what is longer is asked for in parts. */
const MOST_TAKEN = 20_000

/** An endless list: `more()` asks for the next page, `rows` are all that came so far, `all()` fetches the rest for an export. */
export function useList<T>(name: string, params: Params = {}, options: AskOptions = {}) {
  const { language } = useLanguage()
  const query = useInfiniteQuery({
    queryKey: [name, params, language, 'list'],
    queryFn: ({ pageParam, signal }) =>
      ask<ListAnswer<T>>(name, pageParam === null ? params : { ...params, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled: options.enabled ?? true,
    ...(options.every ? { refetchInterval: options.every } : {}),
    placeholderData: keepPreviousData,
  })
  const pages = query.data?.pages
  // The same rows as long as the answers are: a list of thousands is not drawn anew because a panel opens beside it.
  const rows = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages])
  return {
    rows,
    total: pages?.[0]?.total,
    totalIsAtLeast: pages?.[0]?.totalIsAtLeast ?? false,
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
    all: async (): Promise<readonly T[]> => {
      const rows: T[] = []
      let cursor: string | null = null
      do {
        const page: ListAnswer<T> = await ask<ListAnswer<T>>(name, {
          ...params,
          limit: 200,
          ...(cursor === null ? {} : { cursor }),
        })
        rows.push(...page.items)
        cursor = page.nextCursor
      } while (cursor !== null && rows.length < MOST_TAKEN)
      return rows
    },
    loading: query.isPending,
    problem: query.error as Problem | null,
    again: () => void query.refetch(),
  }
}

export interface Telling<Out> {
  readonly tell: (input?: unknown, options?: TellOptions) => Promise<Out | undefined>
  readonly busy: boolean
  readonly problem: Problem | null
  readonly done: Out | null
  readonly reset: () => void
}

/** An act of this screen. A refusal stands in `problem`; afterwards what is on screen is asked again. */
export function useTell<Out = { id: string }>(
  name: string,
  options: { settles?: readonly string[]; onDone?: (out: Out) => void } = {},
): Telling<Out> {
  const queries = useQueryClient()
  const [state, setState] = useState<{ busy: boolean; problem: Problem | null; done: Out | null }>({
    busy: false,
    problem: null,
    done: null,
  })
  const { settles, onDone } = options
  const act = useCallback(
    async (input?: unknown, how?: TellOptions): Promise<Out | undefined> => {
      setState((was) => ({ ...was, busy: true, problem: null }))
      try {
        const out = await tell<Out>(name, input, how)
        await queries.invalidateQueries(
          settles
            ? { predicate: (query) => settles.some((start) => String(query.queryKey[0]).startsWith(start)) }
            : {},
        )
        setState({ busy: false, problem: null, done: out })
        onDone?.(out)
        return out
      } catch (cause) {
        const problem =
          cause instanceof Problem
            ? cause
            : new Problem({ status: 0, code: 'defect', title: String(cause), detail: String(cause) })
        setState({ busy: false, problem, done: null })
        return undefined
      }
    },
    [name, queries, settles, onDone],
  )
  const reset = useCallback(() => setState({ busy: false, problem: null, done: null }), [])
  return { tell: act, ...state, reset }
}
