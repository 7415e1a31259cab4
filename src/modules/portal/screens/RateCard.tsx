/** How the service was on this case: five steps, a word if one likes, and the way to complain. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Button } from '#ui/Button.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { AskPanel } from './AskPanel.tsx'

const scores = [1, 2, 3, 4, 5] as const

export function RateCard({ caseId }: { readonly caseId: string }): ReactNode {
  const say = useSay()
  const may = useMay('portal.rate-service')
  const act = useTell('portal.rate-service')
  const [score, setScore] = useState<number | null>(null)
  const [text, setText] = useState('')
  const [done, setDone] = useState(false)
  const [complaining, setComplaining] = useState(false)
  if (!may) return null
  const send = async (): Promise<void> => {
    if (await act.tell({ case: caseId, score, ...(text.trim() ? { text: text.trim() } : {}) })) setDone(true)
  }
  return (
    <Card title={say('portal.rate')}>
      {done ? (
        <Note tone="reef">{say('portal.rated')}</Note>
      ) : (
        <>
          <fieldset className="portal-scores">
            <legend>{say('portal.rate-ask')}</legend>
            {scores.map((n) => (
              <label key={n} className={score === n ? 'chosen' : undefined}>
                <input
                  type="radio"
                  name="score"
                  value={n}
                  checked={score === n}
                  onChange={() => setScore(n)}
                />
                {say(`portal.score-${n}`)}
              </label>
            ))}
          </fieldset>
          {score === null ? null : (
            <label className="field">
              <span className="field-label">{say('portal.rate-words')}</span>
              <textarea
                className="input"
                rows={2}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            </label>
          )}
          {act.problem ? <Note tone="achiote">{act.problem.detail}</Note> : null}
          <ActRow>
            <Button busy={act.busy} off={score === null} onClick={() => void send()}>
              {say('portal.send')}
            </Button>
            <Act operation="portal.complain" onAct={() => setComplaining(true)} />
          </ActRow>
        </>
      )}
      {complaining ? (
        <AskPanel kind="complaint" about={caseId} onClose={() => setComplaining(false)} />
      ) : null}
    </Card>
  )
}
