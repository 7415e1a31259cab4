/** A browser as the server sees one: cookies, the CSRF word, an address of its own, and the word by which it is known again. */
import type { Answer, Lab } from './lab.ts'

let visitors = 0

/** `address` counts only in a lab behind a proxy; each visitor has one of their own unless told. */
export function visit(lab: Lab, from: { agent?: string; address?: string } = {}) {
  visitors += 1
  const address = from.address ?? `198.51.${visitors >> 8}.${visitors & 255}`
  const jar = new Map<string, string>()
  const known: { device?: string } = {}
  const headers = (more: Record<string, string> = {}): Record<string, string> => ({
    ...(jar.size > 0 ? { cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') } : {}),
    ...(jar.has('custodia_csrf') ? { 'x-custodia-csrf': jar.get('custodia_csrf') as string } : {}),
    'user-agent': from.agent ?? 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0 Safari/537.36',
    'accept-language': 'en',
    'x-forwarded-for': address,
    ...more,
  })
  const answerOf = async (response: Response): Promise<Answer> => {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name === undefined) continue
      if (value === '' || value === undefined) jar.delete(name)
      else jar.set(name, value)
    }
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers }
  }
  const path = (operation: string): string => `${lab.url}/api/${operation.replace('.', '/')}`
  const tell = async (
    operation: string,
    input: object,
    how: { reason?: string; proof?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> =>
    answerOf(
      await fetch(path(operation), {
        method: 'POST',
        headers: headers({
          'content-type': 'application/json',
          ...(how.reason ? { 'custodia-reason': how.reason } : {}),
          ...(how.proof ? { 'custodia-step-up': how.proof } : {}),
          ...how.headers,
        }),
        body: JSON.stringify(input),
      }),
    )
  const ask = async (operation: string, params: Record<string, string> = {}): Promise<Answer> =>
    answerOf(
      await fetch(`${path(operation)}?${new URLSearchParams(params).toString()}`, { headers: headers() }),
    )
  return {
    jar,
    known,
    tell,
    ask,
    /** By name and password, from this browser; a right one is remembered as the page remembers it. */
    async signIn(username: string, password: string, more: object = {}): Promise<Answer> {
      const answer = await tell('identity.sign-in', { username, password, ...known, ...more })
      if (answer.status === 200) known.device = answer.body.device as string
      return answer
    },
  }
}
export type Visitor = ReturnType<typeof visit>
