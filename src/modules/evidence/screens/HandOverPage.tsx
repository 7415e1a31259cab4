/** Handing over a batch by scanning: who, then what; dangers are shown large at the scan, and the other may sign here. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Card, Columns, Page } from '#ui/Page.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { ScanBox } from '#ui/ScanBox.tsx'
import { Problem, ask, useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { ItemSeen } from '../contract.ts'
import { askPeople } from './state.ts'

interface Echo {
  readonly tone: 'reef' | 'achiote'
  readonly title: string
  readonly note?: string
}
interface Line {
  readonly id: string
  readonly label: string
  readonly note?: string
}

export default function HandOverPage() {
  const say = useSay()
  const me = useMe()
  const [things, setThings] = useState<readonly Line[]>([])
  const act = useTell<{ id: string; state: string; things: number }>('evidence.hand-over', {
    settles: ['evidence.'],
  })
  const [echo, setEcho] = useState<Echo | null>(null)
  const scan = async (text: string): Promise<void> => {
    try {
      const item = await ask<ItemSeen>(
        'evidence.get-item',
        text.toUpperCase().startsWith('CX') ? { barcode: text } : { number: text },
      )
      const mine = item.actions.find((a) => a.operation === 'evidence.hand-over')
      if (mine && !mine.ok) return setEcho({ tone: 'achiote', title: mine.why ?? '' })
      const line = {
        id: item.id,
        label: `${item.number} ${item.description}`,
        ...(item.hazards.length > 0 ? { note: item.hazards.map((h) => h.name).join(' · ') } : {}),
      }
      setThings((was) => (was.some((t) => t.id === line.id) ? was : [...was, line]))
      setEcho({
        tone: line.note ? 'achiote' : 'reef',
        title: line.label,
        ...(line.note ? { note: line.note } : {}),
      })
    } catch (cause) {
      setEcho({ tone: 'achiote', title: cause instanceof Problem ? cause.detail : String(cause) })
    }
  }
  const send = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    const { pin, ...rest } = values
    const done = await act.tell({
      things: things.map((t) => t.id),
      ...rest,
      ...(pin ? { coSigner: { person: rest.to, pin } } : {}),
    })
    if (done) setThings([])
  }
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('evidence.m-title'), to: '/evidence/hands' }]}
        title={say('evidence.h-title')}
        facts={me?.person?.name}
      />
      {act.done ? (
        <Note
          tone="reef"
          title={say(act.done.state === 'accepted' ? 'evidence.h-accepted' : 'evidence.h-done', {
            n: act.done.things,
            name: '',
          })}
        />
      ) : null}
      <Columns kind="halves">
        <Card title={say('evidence.h-scan')} aside={say('evidence.h-list', { n: things.length })}>
          <ScanBox label={say('evidence.h-scan')} onScan={(text) => void scan(text)} big />
          {echo ? (
            <Note
              tone={echo.tone}
              live
              title={<span style={{ fontSize: 22, lineHeight: '28px' }}>{echo.title}</span>}
            >
              {echo.note ? (
                <strong>
                  {say('evidence.p-danger')}: {echo.note}
                </strong>
              ) : null}
            </Note>
          ) : null}
          <Plain
            head={[]}
            rows={things.map((t) => [
              t.label,
              t.note ?? '',
              <Button
                key="x"
                plain
                icon="x"
                label={say('evidence.h-remove')}
                onClick={() => setThings(things.filter((o) => o.id !== t.id))}
              />,
            ])}
          />
        </Card>
        <Card title={say('evidence.h-to')}>
          <Form
            name="evidence.hand-over"
            draft={false}
            problem={act.problem}
            sendLabel={say('evidence.h-offer')}
            onSend={send}
            sendVerdict={
              things.length > 0 ? { ok: true } : { ok: false, why: say('evidence.h-list', { n: 0 }) }
            }
            fields={[
              { key: 'to', label: say('evidence.h-to'), kind: 'ref', ask: askPeople, required: true },
              { key: 'purpose', label: say('evidence.h-purpose'), kind: 'text' },
              {
                key: 'pin',
                label: say('evidence.h-pin'),
                help: say('evidence.h-beside'),
                kind: 'text',
                secret: true,
              },
            ]}
          />
        </Card>
      </Columns>
    </Page>
  )
}
