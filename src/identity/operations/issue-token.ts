/** Makes an API token that speaks for the person who asks, with no more than the scopes named; it is shown once. */
import { z } from 'zod'
import { Instant, Line, ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { newSecret } from '../secrets.ts'
import { insertToken } from '../store.ts'

const Scope = z.string().regex(/^(\*|[a-z]+\.(\*|[a-z-]+))$/, 'scope')

export const issueToken = command({
  name: 'identity.issue-token',
  summary: 'Makes an API token that speaks for the person who asks; it is shown once.',
  who: 'signed-in',
  input: z.strictObject({ name: Line, scopes: z.array(Scope).min(1).max(100), until: Instant.nullish() }),
  output: z.object({ id: z.string(), token: z.string() }),
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)

    const token = `cst_${newSecret()}`
    const id = await insertToken(cx, {
      token,
      name: input.name,
      scopes: input.scopes,
      until: input.until ?? null,
    })
    await cx.record({
      subject: ref('identity.person', cx.actor.id),
      facts: { token: id, scopes: input.scopes },
    })
    return { id, token }
  },
})
