/** An announcement after it was written: its code for the counter, signed once it was sent, and what became of it. */
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, Skeleton } from '#ui/Asked.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Facts, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMay, useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { PrelogSeen } from '#modules/evidence/contract.ts'
import { announcementNumber, codeContent, writeCode } from '#modules/evidence/rules.ts'
import type { Json } from '#kernel/canonical.ts'
import { type Standing, useDrafts, useSent } from './outbox.ts'
import { BookTime } from './BookTime.tsx'
import QrCode from '#ui/QrCode.tsx'
import './portal.css'

export default function AnnouncedPage(): ReactNode {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const me = useMe()?.person.id ?? ''
  const drafts = useDrafts(me)
  const waiting = drafts.all?.find((d) => d.draft.id === id && d.body !== null)
  useSent(me, () => undefined)
  if (waiting) return <Unsent of={waiting} />
  return drafts.all === null && drafts.shut === null ? <Skeleton lines={4} /> : <Sent id={id} />
}

function Codes(props: { parts: readonly string[]; signed: boolean }): ReactNode {
  const say = useSay()
  return (
    <Card
      title={say('portal.sent-next')}
      aside={say(props.signed ? 'portal.code-signed' : 'portal.code-unsigned')}
    >
      {props.parts.map((part, i) => (
        <div key={part}>
          {props.parts.length > 1 ? (
            <p>{say('portal.code-part', { n: i + 1, of: props.parts.length })}</p>
          ) : null}
          <QrCode text={part} label={say('portal.code-part', { n: i + 1, of: props.parts.length })} />
        </div>
      ))}
    </Card>
  )
}

/** Not sent yet: the code carries what was written, and says that nobody signed it. */
function Unsent({ of }: { of: Standing }): ReactNode {
  const { draft, body } = of
  const say = useSay()
  const me = useMe()
  const [parts, setParts] = useState<readonly string[]>([])
  useEffect(() => {
    const head = {
      id: draft.id,
      seq: 0,
      at: draft.at,
      by: me?.person.name ?? '',
      unit: me?.unit?.name ?? null,
    }
    void writeCode(codeContent((body ?? {}) as { [key: string]: Json }, head)).then((p) => setParts(p ?? []))
  }, [draft, body, me])
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('portal.cases'), to: '/portal' }]}
        number={announcementNumber(draft.id)}
        title={String(draft.values.title ?? '')}
        chips={<StateChip state="offline">{say('portal.waits-network')}</StateChip>}
      />
      <Note tone="maize">{say('portal.waiting-note')}</Note>
      <Codes parts={parts} signed={false} />
    </Page>
  )
}

function Sent({ id }: { id: string }): ReactNode {
  const asked = useAsk<PrelogSeen>('evidence.get-prelog', { submission: id })
  return <Asked of={asked}>{(a) => <Shown of={a} />}</Asked>
}

const chips = {
  announced: 'announced',
  received: 'received',
  refused: 'gap',
  withdrawn: 'withdrawn',
} as const

function Shown({ of: a }: { of: PrelogSeen }): ReactNode {
  const say = useSay()
  const code = useAsk<{ parts: string[]; signed: boolean }>(
    'evidence.prelog-code',
    { submission: a.id },
    { enabled: a.state === 'announced' },
  )
  const act = useTell('evidence.withdraw-prelog')
  const [booking, setBooking] = useState(false)
  const mayLeave = useMay('evidence.leave-items')
  const withdraw = async (): Promise<void> => {
    const said = await confirm({
      title: say('portal.withdraw'),
      will: say('portal.withdraw-why'),
      reason: 'required',
      danger: true,
    })
    if (said?.reason) await act.tell({ submission: a.id, why: said.reason })
  }
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('portal.cases'), to: '/portal' }]}
        number={a.number}
        title={a.title ?? say('portal.announced')}
        chips={<StateChip state={chips[a.state]}>{say(`portal.state-${a.state}`)}</StateChip>}
        facts={`${say('portal.n-items', { n: a.items })}, ${a.to.name}`}
        acts={
          <ActRow>
            {a.state === 'announced' ? (
              <Act operation="portal.book-appointment" icon="calendar" onAct={() => setBooking(true)} />
            ) : null}
            <Act
              operation="evidence.withdraw-prelog"
              actions={a.actions}
              danger
              busy={act.busy}
              onAct={() => void withdraw()}
            >
              {say('portal.withdraw')}
            </Act>
          </ActRow>
        }
      />
      {booking ? (
        <BookTime counter={a.to.id} day={a.comesOn} submission={a.id} onClose={() => setBooking(false)} />
      ) : null}
      {a.state === 'announced' && mayLeave ? (
        <Note tone="slate" icon="moon">
          {say('portal.nobody-there')}{' '}
          <Linked to={`/evidence/after-hours/leave?announced=${a.id}`}>{say('portal.leave-it')}</Linked>
        </Note>
      ) : null}
      {a.why ? <Note tone="achiote">{a.why}</Note> : null}
      {a.received ? (
        <Note tone="reef" title={a.received.number}>
          <Linked to={`/portal/cases/${a.received.case}`}>{say('portal.open-case')}</Linked>
        </Note>
      ) : null}
      {code.data && a.state === 'announced' ? (
        <Codes parts={code.data.parts} signed={code.data.signed} />
      ) : null}
      {a.differences.length > 0 ? (
        <Card title={say('portal.differences')} tone="maize">
          {a.differences.map((d, i) => (
            <p key={`${d.item} ${d.kind} ${i}`}>
              {d.words} {[d.expected, d.found].filter(Boolean).join(' → ')}
            </p>
          ))}
        </Card>
      ) : null}
      <Card title={say('portal.items')}>
        {a.things.map((t) => (
          <div key={t.id} className="portal-row">
            <span>
              {t.theirNumber ? <Mono>{t.theirNumber}</Mono> : null} {t.description}
            </span>
            <span className="dim">
              {[t.packaging?.type.name, t.packaging?.colour?.name, ...t.seals.map((s) => s.number)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </div>
        ))}
      </Card>
      {a.seizure ? (
        <Card title={say('portal.step-seizure')}>
          <Facts
            rows={[
              [say('portal.date'), a.seizure.at ? showInstant(a.seizure.at) : ''],
              [say('portal.place'), a.seizure.place ?? ''],
              [say('portal.who-seized'), a.seizure.by ?? ''],
              [say('portal.from'), a.seizure.from ?? ''],
              [say('portal.power'), a.seizure.power?.name ?? say('portal.not-yet')],
              [say('portal.sealed-by'), a.seizure.sealedBy ?? ''],
            ]}
          />
        </Card>
      ) : null}
    </Page>
  )
}
