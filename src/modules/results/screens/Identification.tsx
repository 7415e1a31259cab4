/** A spectrum of a run mirrored against the reference that a search proposed, and the person's yes or no beside it. */
import { type ReactNode, useEffect, useState } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { FieldFrame } from '#ui/FieldFrame.tsx'
import { Icon } from '#ui/Icon.tsx'
import { MirrorSpectrum } from '#ui/MirrorSpectrum.tsx'
import { Note, Proposal } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { RefPicker } from '#ui/RefPicker.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import {
  type Run,
  type Search,
  type Sheet,
  type Spectrum,
  ion,
  proposalOf,
  relative,
  scoreOf999,
  tellsApart,
  withVerdict,
} from './bench.ts'
import { WriteAct } from './WriteAct.tsx'
import { TestForm, drugAsk } from './Tests.tsx'

interface BenchProps {
  readonly sheet: Sheet
  readonly item: string
  readonly run: Run
}

export function Identification(props: BenchProps): ReactNode {
  const { run } = props
  const say = useSay()
  const me = useMe()
  const search = proposalOf(run)
  const [hit, setHit] = useState(search?.confirmation?.hit ?? 0)
  useEffect(() => setHit(search?.confirmation?.hit ?? 0), [search?.id, search?.confirmation?.hit])
  const spectrum = useAsk<Spectrum>(
    'results.spectrum',
    {
      run: run.id,
      spectrum: search?.spectrum ?? 0,
      ...(search && search.hits.length > 0 ? { search: search.id, hit } : {}),
    },
    { enabled: run.readable && run.spectra > 0, keep: true },
  )
  if (!run.readable || run.spectra === 0) return null
  const seen = spectrum.data
  return (
    <div className="bench-identify">
      <Card
        title={say(seen?.reference ? 'results.spectrum-against' : 'results.spectrum')}
        aside={
          <span className="notes dim">
            {run.spectra > 1
              ? say('results.scan', { n: search?.spectrum ?? 0, of: run.spectra })
              : run.number}
          </span>
        }
      >
        {seen ? (
          <MirrorSpectrum
            up={{ label: say('results.this-exhibit-run', { run: run.number }), peaks: relative(seen.peaks) }}
            {...(seen.reference
              ? {
                  down: {
                    label: say('results.reference', {
                      name: seen.reference.name,
                      library: search?.library ?? '',
                    }),
                    peaks: relative(seen.reference.peaks),
                  },
                }
              : {})}
            tolerance={0.3}
            height={270}
          />
        ) : null}
        {search && search.hits.length > 1 ? <OtherHits search={search} hit={hit} onHit={setHit} /> : null}
      </Card>
      <div className="stacked">
        {search ? <Proposed {...props} search={search} hit={hit} spectrum={seen} /> : null}
        {(search?.confirmation || !search) && props.sheet.analyst.id === me?.person.id ? (
          <SearchAgain run={run} first={!search} />
        ) : null}
      </div>
    </div>
  )
}

function OtherHits(props: { search: Search; hit: number; onHit: (hit: number) => void }): ReactNode {
  const say = useSay()
  return (
    <details className="bench-hits">
      <summary>{say('results.other-references', { n: props.search.hits.length })}</summary>
      {props.search.hits.map((h) => (
        <label key={h.hit}>
          <input
            type="radio"
            name={`hit-${props.search.id}`}
            checked={h.hit === props.hit}
            onChange={() => props.onHit(h.hit)}
          />
          <span>{h.name}</span>
          <span className="dim">{say('results.score', { score: scoreOf999(h.score) })}</span>
        </label>
      ))}
    </details>
  )
}

/** Confirming carries the person's name; where an ion is not in the reference, nothing is confirmed before it is remarked upon. */
function Proposed(
  props: BenchProps & { search: Search; hit: number; spectrum: Spectrum | undefined },
): ReactNode {
  const { run, search, spectrum } = props
  const say = useSay()
  const [words, setWords] = useState('')
  const [substance, setSubstance] = useState<string | null>(null)
  const confirmHit = useTell('results.confirm-hit')
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
  const problem = confirmHit.problem ?? reject.problem
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
            busy={confirmHit.busy}
            onAct={() => void confirmHit.tell(said)}
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
      {problem ? (
        <Note tone="achiote" live title={problem.detail}>
          {problem.next}
        </Note>
      ) : null}
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

/** After the person has spoken, the proposal becomes a sentence with a name, and may carry the test of its technique. */
function Spoken(props: BenchProps & { search: Search }): ReactNode {
  const { sheet, item, run, search } = props
  const say = useSay()
  const [open, setOpen] = useState(false)
  const said = search.confirmation
  if (!said) return null
  const confirmed = said.outcome === 'confirmed'
  const title = sheet.techniques.find((t) => t.key === run.technique)?.title ?? run.technique
  const carried = sheet.tests.some(
    (t) => t.item === item && t.technique === title && t.pointsTo === said.substance,
  )
  return (
    <Card
      tone={confirmed ? 'reef' : 'slate'}
      title={say(confirmed ? 'results.confirmed' : 'results.rejected')}
    >
      <p className="bench-compound">{search.hits[said.hit]?.name}</p>
      <p className="notes">
        {say('results.said-by', {
          by: said.by,
          at: showInstant(said.at),
          score: scoreOf999(search.hits[said.hit]?.score ?? 0),
          library: search.library,
        })}
      </p>
      {said.words ? <p className="notes">“{said.words}”</p> : null}
      {confirmed && !carried ? (
        <Note tone="maize" title={say('results.write-as-test', { technique: title })}>
          {say('results.write-as-test-why')}
        </Note>
      ) : null}
      {open ? (
        <TestForm
          sheet={sheet}
          item={item}
          onDone={() => setOpen(false)}
          initial={{
            technique: run.technique,
            outcome: confirmed ? 'positive' : 'negative',
            pointsTo: said.substance,
            run: run.id,
            sampling: '2',
          }}
        />
      ) : confirmed && !carried ? (
        <WriteAct
          sheet={sheet}
          operation="results.record-test"
          icon="test-pipe"
          onAct={() => setOpen(true)}
        />
      ) : null}
    </Card>
  )
}

interface Library {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly spectra: number
}

function SearchAgain(props: { run: Run; first: boolean }): ReactNode {
  const { run } = props
  const say = useSay()
  const [open, setOpen] = useState(props.first)
  const libraries = useAsk<{ items: Library[] }>('results.list-libraries')
  const search = useTell('results.search-library', { onDone: () => setOpen(false) })
  const fields: Field[] = [
    {
      key: 'library',
      label: say('results.library'),
      kind: 'choice',
      required: true,
      options: (libraries.data?.items ?? []).map((l) => ({
        value: l.id,
        label: `${l.name} ${l.version} (${l.spectra})`,
      })),
    },
    ...(run.spectra > 1
      ? [
          {
            key: 'spectrum',
            label: say('results.scan-number'),
            help: say('results.help-scan', { last: run.spectra - 1 }),
            kind: 'number' as const,
            required: true,
          },
        ]
      : []),
  ]
  const may = run.actions.find((a) => a.operation === 'results.search-library')
  if (!may?.ok || !open)
    return (
      <TextAct
        operation="results.search-library"
        actions={run.actions}
        icon="search"
        onAct={() => setOpen(true)}
      />
    )
  return (
    <Card title={say('op.results.search-library')}>
      <p className="notes dim">{say('results.search-is-proposal')}</p>
      <Form
        name={`results.search.${run.id}`}
        draft={false}
        fields={fields}
        initial={{ library: libraries.data?.items[0]?.id, spectrum: apexOf(run) }}
        key={libraries.data?.items.length ?? 0}
        problem={search.problem}
        onSend={async (v: Record<string, unknown>) =>
          void (await search.tell({
            run: run.id,
            library: v['library'],
            spectrum: Number(v['spectrum'] ?? 0),
          }))
        }
        sendLabel={say('op.results.search-library')}
      />
    </Card>
  )
}

/** Where the curve has one point for each scan, the highest one is what a person would click first. */
function apexOf(run: Run): number {
  const points = run.traces[0]?.points ?? []
  if (points.length !== run.spectra) return 0
  return points.reduce((best, [, y], i) => (y > (points[best]?.[1] ?? 0) ? i : best), 0)
}
