/** What came of a consignment, and in what state its seals are; what did not come stays on the way and is asked after. */
import { useState } from 'react'
import { ActRow } from '#ui/Act.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Segments } from '#ui/Choices.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { z } from 'zod'
import type { ConsignmentLine } from '../../things/contract.ts'
import { Dangers } from '../../things/screens/Lines.tsx'
import './transit.css'

type SealState = 'intact' | 'damaged' | 'broken'

export function ArrivalDialog({
  of: c,
  onClose,
}: {
  of: z.output<typeof ConsignmentLine>
  onClose: () => void
}) {
  const say = useSay()
  const [here, setHere] = useState<ReadonlySet<string>>(new Set(c.things.map((t) => t.id)))
  const [seals, setSeals] = useState<ReadonlyMap<string, SealState>>(new Map())
  const act = useTell('evidence.receive-consignment', { settles: ['evidence.'] })
  const keyOf = (thing: string, number: string): string => `${thing} ${number}`
  const send = async (): Promise<void> => {
    const things = c.things.filter((t) => here.has(t.id))
    const done = await act.tell({
      consignment: c.id,
      things: things.map((t) => t.id),
      sealsSeen: things.flatMap((t) =>
        t.seals.map((number) => ({ thing: t.id, number, state: seals.get(keyOf(t.id, number)) ?? 'intact' })),
      ),
    })
    if (done) onClose()
  }
  return (
    <Dialog wide title={`${say('op.evidence.receive-consignment')} · ${c.number}`} onClose={onClose}>
      <p>{say('evidence.a-help')}</p>
      <ul className="arrivals">
        {c.things.map((t) => (
          <li key={t.id}>
            <label>
              <input
                type="checkbox"
                checked={here.has(t.id)}
                onChange={(e) => {
                  const next = new Set(here)
                  if (e.target.checked) next.add(t.id)
                  else next.delete(t.id)
                  setHere(next)
                }}
              />
              <Mono>{t.number}</Mono> {t.description} <Dangers of={t.dangers} />
            </label>
            {here.has(t.id)
              ? t.seals.map((number) => (
                  <Segments
                    key={number}
                    frame={{ label: say('evidence.a-seal', { seal: number }) }}
                    options={(['intact', 'damaged', 'broken'] as const).map((s) => ({
                      value: s,
                      label: say(`evidence.r-${s}`),
                    }))}
                    value={seals.get(keyOf(t.id, number)) ?? 'intact'}
                    onChange={(s) => setSeals(new Map([...seals, [keyOf(t.id, number), s as SealState]]))}
                  />
                ))
              : null}
          </li>
        ))}
      </ul>
      <ProblemNote of={act.problem} />
      {here.size < c.things.length ? (
        <Note
          tone="maize"
          icon="warning"
          title={say('evidence.a-left', { n: c.things.length - here.size })}
        />
      ) : null}
      <ActRow>
        <Button primary icon="door-enter" busy={act.busy} off={here.size === 0} onClick={() => void send()}>
          {say('evidence.a-send', { n: here.size })}
        </Button>
      </ActRow>
    </Dialog>
  )
}
