/** Certificates that registrars sent: one is received as a file, what waits for a person stands first, and each shows what it became. */
import { type ReactNode, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { FileDrop } from '#ui/FileDrop.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Facts, Page, Stacked } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, type Uploaded, useAsk, useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import { AskAct } from '../../call/screens/asking.tsx'
import { type CertificateSeen, decisions } from '../contract/certificates.ts'
import '../../call/screens/death.css'

export default function CertificatesPage(): ReactNode {
  const say = useSay()
  const list = useAsk<{ items: CertificateSeen[]; waiting: number }>('death.certificates', {}, { keep: true })
  const [open, setOpen] = useState<CertificateSeen | null>(null)
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('death.calls-title'), to: '/death' }]}
        title={say('op.death.certificates')}
        facts={say('death.certificates-facts', { n: list.data?.waiting ?? 0 })}
        logged
      />
      <Receive />
      <Asked of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say('death.certificates-empty')}>
              {say('death.certificates-empty-how')}
            </EmptyState>
          ) : (
            <Stacked>
              {items.map((c) => (
                <Certificate key={c.id} of={c} onDecide={() => setOpen(c)} />
              ))}
            </Stacked>
          )
        }
      </Asked>
      {open ? <Decide of={open} onDone={() => setOpen(null)} /> : null}
    </Page>
  )
}

interface Received {
  readonly state: 'called' | 'laid' | 'waits'
  readonly death: string | null
  readonly about: string | null
  readonly why: string | null
  readonly again: boolean
}
function Receive(): ReactNode {
  const say = useSay()
  const [sent, setSent] = useState<Uploaded | null>(null)
  const act = useTell<Received>('death.receive-certificate', { settles: ['death.', 'home.'] })
  const { done } = act
  return (
    <Card title={say('op.death.receive-certificate')}>
      <div style={{ display: 'grid', gap: 12 }}>
        <FileDrop
          label={say('death.certificate-choose')}
          accept=".json,application/json,application/fhir+json"
          onFiles={([file]) => setSent(file ?? null)}
        />
        <ProblemNote of={act.problem} />
        {done ? (
          <Note
            tone={done.state === 'waits' ? 'maize' : 'reef'}
            icon={done.state === 'waits' ? 'clock' : 'check'}
          >
            {done.again ? `${say('death.certificate-again')} ` : ''}
            {say(`death.certificate-became-${done.state}`, { about: done.about ?? '', why: done.why ?? '' })}{' '}
            {done.death ? (
              <Linked to={`/death/deaths/${done.death}`}>
                <Mono>{done.about ?? ''}</Mono>
              </Linked>
            ) : null}
          </Note>
        ) : null}
        <div className="acts">
          <Button
            primary
            icon="inbox"
            off={sent === null}
            busy={act.busy}
            onClick={() => void act.tell({ file: sent?.sha256 })}
          >
            {say('op.death.receive-certificate')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

const looks = {
  waits: { tone: 'maize', icon: 'hand-stop' },
  called: { tone: 'maya', icon: 'phone' },
  laid: { tone: 'reef', icon: 'check' },
  dismissed: { tone: 'slate', icon: 'ban' },
} as const

/** What one says, why it waits, what it became, and where it says something else. */
export function Certificate(props: { of: CertificateSeen; onDecide?: () => void }): ReactNode {
  const { of: c, onDecide } = props
  const say = useSay()
  const rows: [string, ReactNode][] = [
    [say('death.certificate-came'), <When key="at" at={c.at} />],
    [say('death.certificate-number'), c.number ? <Mono key="number">{c.number}</Mono> : null],
    [say('death.certificate-name'), c.name],
    [
      say('death.certificate-died'),
      c.died ? [showDate(c.died.slice(0, 10)), c.died.slice(11)].join(' ').trim() : null,
    ],
    [say('death.certificate-place'), c.place],
    [
      say('death.certificate-causes'),
      c.causes.length > 0 ? c.causes.map((l) => `${l.text} (${l.interval})`).join(' ← ') : null,
    ],
    [say('death.certificate-manner'), c.manner],
    [say('death.certificate-certifier'), c.certifier],
    [
      say('death.certificate-words'),
      c.decidedWords ? say('death.certificate-by', { name: c.decidedBy ?? '', words: c.decidedWords }) : null,
    ],
  ]
  return (
    <Card
      title={c.about ?? c.name ?? c.fileName}
      aside={<StateChip {...looks[c.state]}>{say(`death.certificate-state-${c.state}`)}</StateChip>}
    >
      {c.open && c.why ? (
        <Note tone="maize" title={say('death.certificate-why')}>
          {c.why}
        </Note>
      ) : null}
      {c.differs.length > 0 ? (
        <Note tone="achiote" title={say('death.certificate-differs')}>
          {c.differs.map((line) => (
            <span key={line} style={{ display: 'block' }}>
              {line}
            </span>
          ))}
        </Note>
      ) : null}
      <Facts rows={rows.filter(([, value]) => value !== null)} />
      {c.notUnderstood.length > 0 ? (
        <p className="dim">{say('death.certificate-left', { n: c.notUnderstood.length })}</p>
      ) : null}
      <p className="death-acts">
        {onDecide && c.open ? (
          <TextAct operation="death.settle-certificate" icon="check" onAct={onDecide} />
        ) : null}
        {onDecide && c.death ? (
          <Linked to={`/death/deaths/${c.death}`}>
            <Mono>{c.about ?? ''}</Mono>
          </Linked>
        ) : null}
        <Linked to={fileUrl('death.certificate-file', { certificate: c.id })} icon="file">
          {say('op.death.certificate-file')}
        </Linked>
      </p>
    </Card>
  )
}

function Decide({ of, onDone }: { of: CertificateSeen; onDone: () => void }): ReactNode {
  const say = useSay()
  const possible =
    of.causes.length > 0 || of.number !== null ? decisions : decisions.filter((d) => d !== 'called')
  return (
    <AskAct
      operation="death.settle-certificate"
      about={{ certificate: of.id }}
      draft={false}
      onDone={onDone}
      fields={[
        {
          key: 'decision',
          kind: 'choice',
          label: say('death.certificate-decision'),
          required: true,
          options: possible.map((value) => ({ value, label: say(`death.certificate-decision-${value}`) })),
        },
        {
          key: 'death',
          kind: 'ref',
          label: say('death.certificate-of-death'),
          required: true,
          show: (v) => v['decision'] === 'laid',
          ask: {
            name: 'death.calls',
            value: (d: { id: string }) => d.id,
            label: (d: { number: string | null; call: string; name: string | null }) =>
              [d.number ?? d.call, d.name].filter(Boolean).join(' · '),
          } as never,
        },
        { key: 'words', kind: 'text', label: say('death.certificate-words'), required: true },
      ]}
    />
  )
}

/** On the file of a death: what registrars said of it. */
export function CertificatesCard({ death }: { death: string }): ReactNode {
  const may = useMay('death.certificates')
  const list = useAsk<{ items: CertificateSeen[] }>('death.certificates', { death }, { enabled: may })
  return (list.data?.items ?? []).map((c) => <Certificate key={c.id} of={c} />)
}
