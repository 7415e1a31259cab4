/**
 * The two cookies of a session. Where the service is reached by https they bear the prefix `__Host-` (RFC 6265bis, 4.1.3.2): the browser takes
 * such a cookie from this very host over a safe connection only, so that no neighbour under the same domain can plant a session of its own.
 */
import type { FastifyReply } from 'fastify'
import type { Ground } from '#platform/cx.ts'

interface House {
  readonly house: Pick<Ground['house'], 'url'>
}
const isSafe = ({ house }: House): boolean => house.url.startsWith('https:')

export function cookiesOf(ground: House): { session: string; csrf: string } {
  const prefix = isSafe(ground) ? '__Host-' : ''
  return { session: `${prefix}custodia_session`, csrf: `${prefix}custodia_csrf` }
}

export function giveSession(
  ground: House,
  reply: FastifyReply,
  session: { readonly token: string; readonly csrf: string; readonly until: string },
): FastifyReply {
  const { session: name, csrf } = cookiesOf(ground)
  const shared = {
    path: '/',
    sameSite: 'strict',
    secure: isSafe(ground),
    expires: new Date(session.until), // tidy: clock-free, the end is given
  } as const
  return reply
    .setCookie(name, session.token, { ...shared, httpOnly: true })
    .setCookie(csrf, session.csrf, shared)
}

export function clearSession(ground: House, reply: FastifyReply): void {
  const { session, csrf } = cookiesOf(ground)
  const shared = { path: '/', secure: isSafe(ground) }
  reply.clearCookie(session, shared).clearCookie(csrf, shared)
}
