/** The indexes of the DNA law, side by side with the wall between them: what each holds, what it is searched against, what waits, and whether the law is in force. */
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { Act } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useAsk, useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { ExportMade, Indexes } from '../contract/profiles.ts'

type Seen = z.output<typeof Indexes>
type Side = Seen['sides'][number]
type Made = z.output<typeof ExportMade>

export default function IndexesPage(): ReactNode {
  const say = useSay()
  const [exporting, setExporting] = useState(false)
  const seen = useAsk<Seen>('results.indexes')
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('op.results.indexes')}
        facts={say('results.indexes-facts')}
        acts={
          <>
            <Act operation="results.find-profiles" icon="list" to="/results/profiles">
              {say('op.results.find-profiles')}
            </Act>
            <Act operation="results.oversight-report" icon="chart" to="/results/oversight">
              {say('op.results.oversight-report')}
            </Act>
            <Act operation="results.export-index" icon="download" onAct={() => setExporting(true)} />
          </>
        }
      />
      <Asked of={seen} lines={10}>
        {(all) => (
          <>
            <Waiting seen={all} />
            {all.sides.map((side) => (
              <SideCard key={side.side} side={side} />
            ))}
            {exporting ? <Export seen={all} onClose={() => setExporting(false)} /> : null}
          </>
        )}
      </Asked>
    </Page>
  )
}

/** What somebody has to do, in words that lead there. */
function Waiting(props: { seen: Seen }): ReactNode {
  const say = useSay()
  const lists = useMay('results.find-profiles')
  const due = props.seen.sides.flatMap((s) => s.indexes).reduce((sum, i) => sum + i.due, 0)
  const { waiting, leads } = props.seen
  if (!lists || waiting + due + leads === 0) return null
  return (
    <Note tone="maize" icon="hand-stop" title={say('results.waits-here')}>
      <ul>
        {waiting > 0 ? (
          <li>
            <Linked to="/results/profiles?state=checked">{say('results.waits-entry', { n: waiting })}</Linked>
          </li>
        ) : null}
        {due > 0 ? (
          <li>
            <Linked to="/results/profiles?due=true">{say('results.waits-removal', { n: due })}</Linked>
          </li>
        ) : null}
        {leads > 0 ? <li>{say('results.waits-lead', { n: leads })}</li> : null}
      </ul>
    </Note>
  )
}

function SideCard(props: { side: Side }): ReactNode {
  const say = useSay()
  const { side } = props
  return (
    <Card
      title={say(`results.side-${side.side}`)}
      aside={
        <StateChip tone={side.inForce ? 'reef' : 'slate'} icon={side.inForce ? 'circle-check' : 'ban'}>
          {say(side.inForce ? 'results.in-force' : 'results.switched-off')}
        </StateChip>
      }
    >
      {side.inForce ? null : (
        <Note tone="slate" icon="gavel">
          {side.says} {say('results.next-law')}
        </Note>
      )}
      {side.indexes.length === 0 ? (
        <p>{say('results.no-indexes')}</p>
      ) : (
        <Plain
          caption={say(`results.side-${side.side}`)}
          align={['left', 'right', 'right']}
          head={['index', 'standing', 'to-remove', 'searched-against', 'kept'].map((key) =>
            say(`results.${key}`),
          )}
          rows={side.indexes.map((i) => [
            <span key="name">
              {i.name}{' '}
              {i.unverified ? (
                <StateChip tone="maize" icon="hand-stop" dense>
                  {say('results.unverified')}
                </StateChip>
              ) : null}
            </span>,
            String(i.standing),
            String(i.due),
            i.searched.join(', ') || say('results.no-index'),
            i.kept,
          ])}
        />
      )}
    </Card>
  )
}

function Export(props: { seen: Seen; onClose: () => void }): ReactNode {
  const say = useSay()
  const purposes = useAsk<{ items: { code: string; name: string }[] }>('catalogue.get-code-list', {
    list: 'dna-purpose',
  })
  const made = useTell<Made>('results.export-index')
  return (
    <Dialog title={say('op.results.export-index')} onClose={props.onClose}>
      {made.done ? (
        <Exported made={made.done} />
      ) : (
        <Form
          name="results.export-index"
          problem={made.problem}
          fields={[
            {
              key: 'index',
              label: say('results.index'),
              kind: 'choice',
              required: true,
              options: props.seen.sides.flatMap((s) =>
                s.indexes.map((i) => ({ value: i.code, label: i.name })),
              ),
            },
            {
              key: 'purpose',
              label: say('results.purpose'),
              kind: 'choice',
              required: true,
              options: (purposes.data?.items ?? []).map((p) => ({ value: p.code, label: p.name })),
            },
            {
              key: 'destination',
              label: say('results.destination'),
              help: say('results.help-laboratory-code'),
              kind: 'text',
              required: true,
            },
            {
              key: 'source',
              label: say('results.source-laboratory'),
              help: say('results.help-laboratory-code'),
              kind: 'text',
              required: true,
            },
            { key: 'reason', label: say('results.reason'), kind: 'text', required: true },
          ]}
          sendLabel={say('op.results.export-index')}
          onSend={async ({ reason, ...v }) => void (await made.tell(v, { reason: String(reason) }))}
        />
      )}
    </Dialog>
  )
}
function Exported(props: { made: Made }): ReactNode {
  const say = useSay()
  const { made } = props
  return (
    <>
      <p>{say('results.exported-n', { n: made.included, out: made.leftOut.length })}</p>
      {made.leftOut.length > 0 ? (
        <ul>
          {made.leftOut.map((p) => (
            <li key={p.number}>
              <span className="mono">{p.number}</span>: {p.because}
            </li>
          ))}
        </ul>
      ) : null}
      {made.included > 0 ? (
        <a href={fileUrl('results.exported-index', { export: made.id })} download>
          {say('op.results.exported-index')}
        </a>
      ) : null}
    </>
  )
}
