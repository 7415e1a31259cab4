/** Who did what on the case and when: every entry of the ledger that hangs on it, newest first. */
import { useState } from 'react'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { History } from '../contract/telling.ts'

export function CaseHistory(props: {
  readonly caseId: string
  readonly knownAt: string | null
  readonly onClose: () => void
}) {
  const say = useSay()
  const [limit, setLimit] = useState(50)
  const history = useAsk<History>(
    'cases.history',
    { case: props.caseId, limit, asOf: props.knownAt ?? undefined },
    { keep: true },
  )
  return (
    <Dialog
      title={say('cases.history-count', { count: history.data?.total ?? 0 })}
      onClose={props.onClose}
      wide
    >
      <Asked of={history}>
        {(h) => (
          <>
            <Plain
              head={['', '', '', say('cases.form-reason')]}
              rows={h.items.map((e) => [showInstant(e.recordedAt), e.text, e.who, e.reason ?? ''])}
            />
            {h.nextBefore !== null && limit < 200 ? (
              <Button plain onClick={() => setLimit(200)}>
                {say('cases.more')}
              </Button>
            ) : null}
          </>
        )}
      </Asked>
    </Dialog>
  )
}
