/** The reviewer's part: findings, giving back, passing; and what reviewers said before. */
import type { ReactNode } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Icon } from '#ui/Icon.tsx'
import { When } from '#ui/Mono.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { type Sheet, withVerdict } from './bench.ts'
import { FindingList, FindingText, type Place, sentences, useFindings } from './Findings.tsx'

interface Unaccounted {
  readonly items: readonly { id: string; number: string; fileName: string }[]
}

export function Review(props: { sheet: Sheet; places: readonly Place[]; primary: boolean }): ReactNode {
  const { sheet } = props
  const say = useSay()
  const me = useMe()
  const [written, write] = useFindings(sheet.id)
  const findings = sentences(written)
  const done = { onDone: () => write([]) }
  const pass = useTell('results.review-technically', done)
  const back = useTell('results.return-for-correction', done)
  const own = sheet.analyst.id === me?.person.id
  const open = sheet.actions.some(
    (a) =>
      (a.operation === 'results.review-technically' || a.operation === 'results.return-for-correction') &&
      a.ok,
  )
  const left = useAsk<Unaccounted>(
    'results.unaccounted-runs',
    { request: sheet.request.id },
    { enabled: open },
  )
  const unaccounted = (left.data?.items ?? []).map((r) => r.number)
  const sign = async (): Promise<void> => {
    const sure = await confirm({
      title: say('op.results.review-technically'),
      will: say('results.will-pass', { number: sheet.number, n: findings.length }),
      say: say('op.results.review-technically'),
    })
    if (sure) await pass.tell({ worksheet: sheet.id, findings, seen: sheet.written })
  }
  const giveBack = async (): Promise<void> => {
    const sure = await confirm({
      title: say('op.results.return-for-correction'),
      will: say('results.will-return', {
        number: sheet.number,
        analyst: sheet.analyst.name,
        n: findings.length,
      }),
      say: say('op.results.return-for-correction'),
    })
    if (sure) await back.tell({ worksheet: sheet.id, findings })
  }
  const problem = pass.problem ?? back.problem
  const passing =
    unaccounted.length > 0
      ? { ok: false, why: say('results.runs-unaccounted', { runs: unaccounted.slice(0, 6).join(', ') }) }
      : { ok: true }
  return (
    <Card
      title={say('results.review')}
      aside={<span className="notes dim">{say('results.two-people')}</span>}
    >
      {sheet.reviews.map((r) => (
        <Said key={r.at} review={r} places={props.places} />
      ))}
      {sheet.reviews.length === 0 ? (
        <p className="notes dim">
          {say(own && sheet.state === 'concluded' ? 'results.waits-for-other' : 'results.not-reviewed')}
        </p>
      ) : null}
      {own && sheet.state === 'returned' ? <Answers sheet={sheet} /> : null}
      {open ? <FindingList all={written} places={props.places} onChange={write} /> : null}
      <ActRow>
        {sheet.state === 'reviewed' ? null : (
          <Act
            operation="results.review-technically"
            actions={withVerdict(sheet.actions, 'results.review-technically', passing)}
            icon="sign"
            primary={props.primary}
            busy={pass.busy}
            onAct={() => void sign()}
          />
        )}
        {open ? (
          <Act
            operation="results.return-for-correction"
            actions={withVerdict(sheet.actions, 'results.return-for-correction', {
              ok: findings.length > 0,
              why: say('results.findings-missing'),
            })}
            icon="back"
            busy={back.busy}
            onAct={() => void giveBack()}
          />
        ) : null}
      </ActRow>
      <ProblemNote of={problem} />
    </Card>
  )
}

/** Each finding with its answer under it; with the last one the worksheet goes back to its reviewer. */
function Answers(props: { sheet: Sheet }): ReactNode {
  const { sheet } = props
  const say = useSay()
  const answer = useTell('results.answer-findings')
  const findings = sheet.reviews.at(-1)?.findings ?? []
  const fields: Field[] = findings.map((finding, n) => ({
    key: String(n),
    label: say('results.answer-to', { n: n + 1 }),
    help: finding,
    kind: 'prose',
    rows: 2,
    required: true,
  }))
  return (
    <Form
      name={`results.answers.${sheet.id}.${sheet.reviews.length}`}
      fields={fields}
      problem={answer.problem}
      onSend={async (v: Record<string, unknown>) =>
        void (await answer.tell({
          worksheet: sheet.id,
          answers: findings.map((_, n) => String(v[String(n)] ?? '')),
        }))
      }
      sendLabel={say('op.results.answer-findings')}
    />
  )
}

function Said(props: { review: Sheet['reviews'][number]; places: readonly Place[] }): ReactNode {
  const { review: r } = props
  const say = useSay()
  return (
    <div className="bench-conclusion">
      <p>
        <Icon name={r.outcome === 'passed' ? 'circle-check' : 'back'} size={16} />{' '}
        <strong>{say(`results.review-${r.outcome}`, { by: r.by })}</strong>{' '}
        <span className="notes dim">
          <When at={r.at} />
        </span>
      </p>
      {r.findings.length > 0 ? (
        <ul className="bench-findings">
          {r.findings.map((f, n) => (
            <li key={f}>
              <FindingText text={f} places={props.places} />
              {r.answers?.[n] ? (
                <span className="dim"> {say('results.answered', { answer: r.answers[n] })}</span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
