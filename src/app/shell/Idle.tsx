/** Nobody was at the keys for a while: said before the session ends, and ended here when it does, so that nothing stays on the screen. */
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Note } from '#ui/Note.tsx'
import { quietMs } from '#ui/attended.ts'
import { ask, tell } from '#ui/client.ts'
import { dropDrafts } from '#ui/drafts.ts'
import type { Me } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'

const MINUTE_MS = 60_000
const LOOK_MS = 5_000
/** So long before the end it is said; of a short session the last third. */
const WARNING_MS = 5 * MINUTE_MS

export function Idle({ me }: { me: Me }): ReactNode {
  const say = useSay()
  const limit = (me.idleMinutes ?? 60) * MINUTE_MS
  const [left, setLeft] = useState(limit)
  useEffect(() => {
    let warned = false
    const timer = setInterval(() => {
      const rest = limit - quietMs()
      setLeft(rest)
      const warns = rest <= Math.min(WARNING_MS, limit / 3)
      // Somebody is back: the session hears of it at once.
      if (warned && !warns) void ask('identity.who-am-i').catch(() => undefined)
      warned = warns
      if (rest <= 0) {
        clearInterval(timer)
        dropDrafts()
        void tell('identity.sign-out', {})
          .catch(() => undefined)
          .then(() => location.assign(me.kiosk ? '/kiosk' : '/sign-in?ended=idle'))
      }
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [limit, me.kiosk])
  if (left > Math.min(WARNING_MS, limit / 3)) return null
  const minutes = Math.max(1, Math.ceil(left / MINUTE_MS))
  return (
    <Note tone="maize" icon="clock" title={say('shell.idle-soon', { n: minutes })}>
      <Button onClick={() => setLeft(limit)}>{say('shell.idle-stay')}</Button>
    </Note>
  )
}
