/** The bench page: one worksheet from opening to review, its pictures largest, what it relies on beside them. */
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Columns, Page, Stacked, Steps, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { type Run, type Sheet, nowOf, proposalOf, stepsOf } from './bench.ts'
import { Conclusions } from './Conclusions.tsx'
import { Describe, Sampling } from './Describe.tsx'
import { Identification } from './Identification.tsx'
import { goTo as go, placesOf } from './Findings.tsx'
import { NetWeight } from './NetWeight.tsx'
import { sheetLooks } from './looks.ts'
import { Portions } from './Portions.tsx'
import { ReliesOn } from './ReliesOn.tsx'
import { Review } from './Review.tsx'
import { Since } from './Since.tsx'
import { Chromatogram, Controls } from './Runs.tsx'
import { Tests } from './Tests.tsx'
import { Weighings } from './Weighings.tsx'
import './bench.css'

export default function WorksheetPage(): ReactNode {
  const { id } = useParams({ strict: false }) as { id: string }
  const sheet = useAsk<Sheet>('results.worksheet', { worksheet: id })
  return (
    <Asked of={sheet} lines={12}>
      {(s) => <Bench sheet={s} />}
    </Asked>
  )
}

function Bench(props: { sheet: Sheet }): ReactNode {
  const { sheet } = props
  const say = useSay()
  const { language } = useLanguage()
  const me = useMe()
  const [item, setItem] = useState(sheet.items[0]?.id ?? '')
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [form, setForm] = useState<'conclude' | 'inconclusive' | null>(null)
  const runId =
    chosen ??
    sheet.runs.findLast((r) => r.item === item && r.readable)?.id ??
    sheet.runs.findLast((r) => r.item === item)?.id
  const run = useAsk<Run>('results.run', { run: runId ?? '' }, { enabled: runId !== undefined, keep: true })
  const drugs = useAsk<{ items: { code: string; name: string }[] }>(
    'catalogue.get-code-list',
    { list: 'drug' },
    {
      enabled: sheet.tests.length > 0 || sheet.techniques.some((t) => (t.measures ?? []).length > 0),
    },
  )
  const names = new Map((drugs.data?.items ?? []).map((d) => [d.code, d.name]))
  const number = sheet.items.find((i) => i.id === item)?.number ?? ''
  const steps = stepsOf(sheet, item, say, language)
  const now = nowOf(steps, sheet.state)
  const shown = runId === undefined ? undefined : run.data
  const waits =
    shown !== undefined &&
    proposalOf(shown)?.confirmation === null &&
    (proposalOf(shown)?.hits.length ?? 0) > 0
  const conclude = (): void => {
    setForm('conclude')
    setTimeout(() => go('conclusion'), 0)
  }
  // What is seen comes first at the bench; once written it makes room for the pictures.
  const undescribed = !sheet.observations.some((o) => o.item === item)
  // A method that does not weigh shows no weighings: only what it asks for, and what was written all the same.
  const asks = (kind: string): boolean => steps.some((step) => step.kind === kind)
  const weighs = asks('weighing') || sheet.weighings.some((w) => w.item === item)
  const samples = weighs || asks('sampling') || sheet.samplings.some((w) => w.item === item)
  const describing = (
    <div id="step-observation">
      <Describe sheet={sheet} item={item} />
    </div>
  )
  const described = samples ? (
    <Columns kind="halves">
      {describing}
      <div id="step-sampling">
        <Sampling sheet={sheet} item={item} />
      </div>
    </Columns>
  ) : (
    describing
  )
  // Whoever reviews has what they write beside what they read, and reads first what is new.
  const reviewing = sheet.analyst.id !== me?.person.id && sheet.state === 'concluded'
  const review = (
    <div id="step-review" className={reviewing ? 'bench-beside' : ''}>
      <Review sheet={sheet} places={placesOf(steps)} primary={!waits} />
    </div>
  )
  return (
    <Page>
      <Head
        sheet={sheet}
        waits={waits}
        number={number}
        onConclude={conclude}
        concludeFirst={!waits && now !== undefined && steps.find((s) => s.key === now)?.kind === 'conclusion'}
      />
      {sheet.items.length > 1 ? (
        <Tabs
          label={say('results.exhibit')}
          value={item}
          onChange={(v) => {
            setItem(v)
            setChosen(undefined)
          }}
          tabs={sheet.items.map((i) => ({ value: i.id, label: i.number }))}
        />
      ) : null}
      <Hazards sheet={sheet} item={item} />
      {sheet.analyst.id === me?.person.id ? null : (
        <Note tone="slate" icon="eye">
          {say('results.reading-only', { analyst: sheet.analyst.name })}
        </Note>
      )}
      <Columns kind="side">
        <div className="stacked bench-main">
          <Steps
            label={say('results.steps')}
            steps={steps.map((s) => ({
              label: s.label,
              state: s.done ? 'done' : s.key === now ? 'now' : 'to-come',
              onOpen: () => go(s.kind),
            }))}
          />
          {undescribed ? described : null}
          {weighs ? (
            <div id="step-weighing" className="bench-weights">
              <Weighings sheet={sheet} item={item} number={number} />
              <NetWeight sheet={sheet} item={item} open={reviewing} />
            </div>
          ) : null}
          <div id="step-run" className="stacked">
            {shown ? (
              <>
                <Chromatogram sheet={sheet} run={shown} />
                <Identification sheet={sheet} item={item} run={shown} />
              </>
            ) : null}
          </div>
          <div id="step-measurement" className="stacked">
            <Portions sheet={sheet} item={item} names={names} />
            <Tests sheet={sheet} item={item} names={names} />
          </div>
          <div id="step-conclusion">
            <Conclusions sheet={sheet} item={item} form={form} setForm={setForm} />
          </div>
          {undescribed ? null : described}
        </div>
        <Stacked>
          {reviewing ? review : null}
          {reviewing ? <Since sheet={sheet} /> : null}
          <ReliesOn sheet={sheet} />
          <div id="step-control">
            <Controls sheet={sheet} item={item} chosen={runId} onChoose={setChosen} />
          </div>
          {reviewing ? null : review}
        </Stacked>
      </Columns>
    </Page>
  )
}

function Head(props: {
  sheet: Sheet
  waits: boolean
  number: string
  concludeFirst: boolean
  onConclude: () => void
}): ReactNode {
  const { sheet } = props
  const say = useSay()
  const me = useMe()
  const mine = sheet.analyst.id === me?.person.id
  const questions = useAsk<{ items: { code: string; name: string }[] }>('catalogue.get-code-list', {
    list: 'question',
  })
  // Until the list is there the code of the question would be read as its words.
  const question = questions.data
    ? (questions.data.items.find((q) => q.code === sheet.request.question)?.name ?? sheet.request.question)
    : ''
  return (
    <RecordHead
      crumbs={[
        {
          label: mine ? say('results.my-bench') : say('results.review-title'),
          to: mine ? '/work/bench' : '/results/review',
        },
        { label: sheet.request.number, to: `/work/requests/${sheet.request.id}`, mono: true },
        { label: say('results.worksheet') },
      ]}
      number={sheet.number}
      title={
        <>
          {sheet.method.title}, {say('results.exhibit').toLowerCase()} <Mono>{props.number}</Mono>
        </>
      }
      chips={
        <>
          <StateChip {...sheetLooks[sheet.state as keyof typeof sheetLooks]}>
            {say(`results.state-${sheet.state}`)}
          </StateChip>
          {props.waits ? (
            <StateChip tone="maize" icon="hand-stop">
              {say('results.waits-for-person')}
            </StateChip>
          ) : null}
        </>
      }
      facts={say('results.facts', {
        question,
        analyst: sheet.analyst.name,
        method: `${sheet.method.code} v${sheet.method.version}`,
      })}
      acts={
        mine ? (
          <ActRow>
            <Act
              operation="results.record-conclusion"
              actions={sheet.actions}
              icon="file"
              primary={props.concludeFirst}
              onAct={props.onConclude}
            />
          </ActRow>
        ) : undefined
      }
    />
  )
}

/** Dangers of the exhibit stand before everything that a hand could do with it. */
function Hazards(props: { sheet: Sheet; item: string }): ReactNode {
  const say = useSay()
  const hazards = props.sheet.items.find((i) => i.id === props.item)?.hazards ?? []
  return hazards.length === 0 ? null : (
    <Note tone="achiote" icon="warning" title={say('results.hazards', { hazards: hazards.join(', ') })} />
  )
}
