/** Makes an API token that speaks for the person who asks, with no more than the scopes named; it is shown once. */
import { z } from 'zod'
import { Instant, Line, instantOf, ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { filesScope } from '#platform/uploads.ts'
import { mustNotBeToken } from '../proving.ts'
import { newSecret } from '../secrets.ts'
import { insertToken } from '../store/sessions.ts'

const Scope = z.string().regex(/^(\*|[a-z]+\.(\*|[a-z-]+))$/, 'scope')
const YEAR_MS = 366 * 24 * 3_600_000

export const issueToken = command({
  name: 'identity.issue-token',
  summary: 'Makes an API token that speaks for the person who asks; it is shown once.',
  who: 'signed-in',
  input: z.strictObject({ name: Line, scopes: z.array(Scope).min(1).max(100), until: Instant.nullish() }),
  output: z.object({ id: z.string(), token: z.string(), until: z.string() }),
  stepUp: true,
  answers: 'once',
  async run(cx, input) {
    cx.allow(null)
    mustNotBeToken(cx)
    const names = [...cx.ground.operations.keys(), filesScope]
    for (const scope of input.scopes) {
      const known = scope === '*' || names.some((n) => n === scope || `${n.split('.')[0]}.*` === scope)
      refuseUnless(unless(known, no('identity.no-such-scope', { scope })))
    }
    const latest = instantOf(Date.parse(cx.now) + YEAR_MS)
    const until = input.until ?? latest
    refuseUnless(unless(until > cx.now && until <= latest, no('identity.token-too-long')))

    const token = `cst_${newSecret()}`
    const id = await insertToken(cx, { token, name: input.name, scopes: input.scopes, until })
    await cx.record({
      subject: ref('identity.person', cx.actor.id),
      facts: { token: id, scopes: input.scopes, until },
    })
    return { id, token, until }
  },
})
