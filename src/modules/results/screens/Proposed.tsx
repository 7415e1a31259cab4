/** What a library search proposed, what speaks for and against it, and the person's yes or no. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { FieldFrame } from '#ui/FieldFrame.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Note, ProblemNote, Proposal } from '#ui/Note.tsx'
import { RefPicker } from '#ui/RefPicker.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import {
  type Run,
  type Search,
  type Sheet,
  type Spectrum,
  ion,
  scoreOf999,
  tellsApart,
  withVerdict,
} from './bench.ts'
import { Spoken } from './Spoken.tsx'
import { drugAsk } from './Tests.tsx'

export interface BenchProps {
  readonly sheet: Sheet
  readonly item: string
  readonly run: Run
}

/** Confirming carries the person's name; where an ion is not in the reference, nothing is confirmed before it is remarked upon. */
export function Proposed(
  props: BenchProps & { search: Search; hit: number; spectrum: Spectrum | undefined },
): ReactNode {
  const { run, search, spectrum } = props
  const say = useSay()
  const [words, setWords] = useState('')
  const [substance, setSubstance] = useState<string | null>(null)
  const confirmHit = useTell('results.confirm-hit')
  const write = useTell('results.record-test')
  const taken = props.sheet.tests.filter((t) => t.item === props.item).length
  const [portion, setPortion] = useState(String(Math.min(3, taken + 1)))
  const reject = useTell('results.record-elimination')
  const chosen = search.hits[props.hit]
  const guess = useAsk<{ items: { code: string }[] }>(
    'catalogue.find-code',
    { list: 'drug', q: chosen?.name ?? '', limit: 1 },
    { enabled: chosen !== undefined && search.confirmation === null },
  )
  if (!chosen)
    return (
      <Note tone="slate" title={say('results.nothing-proposed')}>
        {search.says}
      </Note>
    )
  if (search.confirmation) return <Spoken {...props} />
  const code = substance ?? guess.data?.items[0]?.code ?? null
  const unmatched = spectrum?.reference?.unmatched ?? []
  const apart = tellsApart(search)
  const missing =
    code === null
      ? say('results.substance-missing')
      : unmatched.length > 0 && words.trim() === ''
        ? say('results.unexplained-ions', { ions: unmatched.slice(0, 6).map(ion).join(', ') })
        : undefined
  const verdict = apart
    ? { ok: missing === undefined, why: missing }
    : { ok: false, why: say('results.cannot-be-told-apart', { why: search.says }) }
  const said = {
    search: search.id,
    hit: props.hit,
    substance: code,
    ...(words.trim() ? { words: words.trim() } : {}),
  }
  const problem = confirmHit.problem ?? write.problem ?? reject.problem
  /** The confirmed run is the test of its technique: both are written at once, with the portion that ran. */
  const confirm = async (): Promise<void> => {
    const done = await confirmHit.tell(said)
    if (done && code)
      await write.tell({
        worksheet: props.sheet.id,
        item: props.item,
        technique: run.technique,
        outcome: 'positive',
        pointsTo: code,
        run: run.id,
        sampling: Number(portion),
      })
  }
  return (
    <Proposal
      title={<>{say('results.identification-of', { run: run.number })}</>}
      by={say('results.proposed-by', { library: search.library, score: scoreOf999(chosen.score) })}
      acts={
        <ActRow>
          <Act
            operation="results.confirm-hit"
            actions={withVerdict(run.actions, 'results.confirm-hit', verdict)}
            primary
            icon="sign"
            busy={confirmHit.busy || write.busy}
            onAct={() => void confirm()}
          />
          <Act
            operation="results.record-elimination"
            actions={withVerdict(run.actions, 'results.record-elimination', {
              ok: code !== null,
              why: code === null ? say('results.substance-missing') : undefined,
            })}
            icon="x"
            busy={reject.busy}
            onAct={() => void reject.tell(said)}
          />
        </ActRow>
      }
    >
      <p className="bench-compound">{chosen.name}</p>
      <Checks {...props} code={code} />
      <p className="notes dim">{search.says}</p>
      <RefPicker
        label={say('results.as-substance')}
        ask={drugAsk}
        value={code}
        onChange={(v: string | null) => setSubstance(v)}
      />
      <FieldFrame
        label={
          unmatched.length > 0
            ? say('results.remark-on', { ions: unmatched.slice(0, 4).map(ion).join(', ') })
            : say('results.remark')
        }
        help={unmatched.length > 0 ? say('results.next-remark') : undefined}
      >
        {(field) => (
          <input
            {...field}
            className="input"
            value={words}
            maxLength={2000}
            onChange={(e) => setWords(e.target.value)}
          />
        )}
      </FieldFrame>
      <FieldFrame label={say('results.portion-that-ran')} help={say('results.then-written-as-test')}>
        {(field) => (
          <select {...field} className="input" value={portion} onChange={(e) => setPortion(e.target.value)}>
            {['1', '2', '3'].map((n) => (
              <option key={n} value={n}>
                {say('results.portion', { n })}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <ProblemNote of={problem} />
    </Proposal>
  )
}

/** What speaks for and against, as far as the worksheet knows; a warning is a thing to look at, not a no. */
function Checks(
  props: BenchProps & { search: Search; hit: number; spectrum: Spectrum | undefined; code: string | null },
): ReactNode {
  const { sheet, item, search, spectrum, code } = props
  const say = useSay()
  const hit = search.hits[props.hit]
  const unmatched = spectrum?.reference?.unmatched ?? []
  const blanks = sheet.runs.filter((r) => r.sampleKind === 'blank')
  const agrees = sheet.tests.filter((t) => t.item === item && t.outcome === 'positive' && t.pointsTo === code)
  const against = sheet.tests.filter(
    (t) => t.item === item && t.outcome === 'negative' && (t.pointsTo === null || t.pointsTo === code),
  )
  const lines: { ok: boolean; what: string; note: string }[] = [
    {
      ok: (hit?.matched ?? 0) > 0,
      what: say('results.check-matched', { n: hit?.matched ?? 0 }),
      note: say('results.check-reverse', { score: scoreOf999(hit?.reverseScore ?? 0) }),
    },
    {
      ok: tellsApart(search),
      what: say('results.check-apart'),
      note:
        search.hits[1] && props.hit === 0
          ? say('results.check-next', { name: search.hits[1].name, score: scoreOf999(search.hits[1].score) })
          : '',
    },
    {
      ok: blanks.length > 0,
      what: say(blanks.length > 0 ? 'results.check-blank' : 'results.check-no-blank'),
      note: blanks.at(-1)?.number ?? '',
    },
    {
      ok: agrees.length > 0 && against.length === 0,
      what: say(
        against.length > 0
          ? 'results.check-against'
          : agrees.length > 0
            ? 'results.check-agrees'
            : 'results.check-no-second',
      ),
      note: [...against, ...agrees].map((t) => t.technique).join(', '),
    },
    ...(unmatched.length > 0
      ? [
          {
            ok: false,
            what: say('results.check-unmatched', {
              n: unmatched.length,
              ions: unmatched.slice(0, 4).map(ion).join(', '),
            }),
            note: say('results.remark-needed'),
          },
        ]
      : []),
  ]
  return (
    <ul className="bench-checks">
      {lines.map((l) => (
        <li key={l.what}>
          <span style={{ color: l.ok ? 'var(--reef)' : 'var(--maize)' }}>
            <Icon
              name={l.ok ? 'check' : 'warning'}
              size={16}
              label={say(l.ok ? 'results.fine' : 'results.look-at')}
            />
          </span>
          <span>{l.what}</span>
          <span className="dim">{l.note}</span>
        </li>
      ))}
    </ul>
  )
}
