/** What the browser keeps while somebody is at the provider: in this tab alone, so that nobody else's answer is taken here. */
import { useEffect, useState } from 'react'
import type { SignOnBegun, SignOnProvider } from '../contract/sign-on.ts'

interface Kept {
  readonly flow: string
  /** Where they wanted to go. */
  readonly to: string
  readonly place?: string
}
const KEY = 'custodia.sign-on'

/** Leaves for the provider; false where it does not answer. */
export async function goToProvider(to: string, place: string): Promise<boolean> {
  const answer = await fetch('/api/identity/begin-sign-on').catch(() => null)
  if (!answer?.ok) return false
  const { url, flow } = (await answer.json()) as SignOnBegun
  sessionStorage.setItem(KEY, JSON.stringify({ flow, to, ...(place ? { place } : {}) } satisfies Kept))
  location.assign(url)
  return true
}
export function takeFlow(): Kept | null {
  const kept = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return kept ? (JSON.parse(kept) as Kept) : null
}

/** What the provider is called; null where there is none. */
export function useProvider(): string | null {
  const [name, setName] = useState<string | null>(null)
  useEffect(() => {
    void fetch('/api/identity/sign-on-provider')
      .then((r) => (r.ok ? (r.json() as Promise<SignOnProvider>) : null))
      .then((said) => setName(said?.name ?? null))
      .catch(() => undefined)
  }, [])
  return name
}
