/** A file becomes records in four steps: send it, say what its columns are, try it, start it. */
import { useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Card, Steps } from '#ui/Page.tsx'
import { FieldFrame } from '#ui/FieldFrame.tsx'
import { FileDrop } from '#ui/FileDrop.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { type Uploaded, useAsk, useTell } from '#ui/client.ts'
import { saveText } from '#ui/download.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { showNumber } from '#ui/show.ts'
import type { ImportMap } from '../contract.ts'
import { ColumnsCard } from './ColumnsCard.tsx'
import { type Codes, type ColumnSeen, type Draft, guessDraft, mapOfDraft } from './drafting.ts'
import { SumsTold, TriedCard, type Sampled, type Sums } from './TriedCard.tsx'

interface Seen {
  readonly encoding: string
  readonly separator: string
  readonly rows: number
  readonly columns: readonly ColumnSeen[]
}
interface Answer {
  readonly id: string
  readonly state: 'done' | 'queued' | 'dry-run'
  readonly receipt: Sums | null
  readonly sample?: readonly Sampled[]
}

export function NewImport(props: { readonly again: ImportMap | null }) {
  const say = useSay()
  const [file, setFile] = useState<Uploaded | null>(null)
  return (
    <>
      <Card title={say('op.exchange.import-records')}>
        <FileDrop
          label={say('exchange.choose-file')}
          accept=".csv,.txt,.tsv,.dbf,.xls,.xlsx"
          onFiles={(files) => setFile(files.at(-1) ?? null)}
        />
        <p style={{ color: 'var(--ink2)' }}>{say('exchange.choose-file-help')}</p>
      </Card>
      {file ? <Looked key={file.sha256} file={file} again={props.again} /> : null}
    </>
  )
}

function Looked(props: { readonly file: Uploaded; readonly again: ImportMap | null }) {
  const seen = useAsk<Seen>('exchange.read-table', {
    file: props.file.sha256,
    encoding: 'auto',
    separator: 'auto',
  })
  const codes = useCodes()
  return (
    <Asked of={seen}>{(table) => (codes ? <Mapping {...props} table={table} codes={codes} /> : null)}</Asked>
  )
}

interface List {
  readonly list: string
  readonly items: readonly { readonly code: string; readonly en: string; readonly es: string }[]
}
/** The lists whose codes a file can speak of; null until all are there. */
function useCodes(): Codes | null {
  const lists = [
    useAsk<List>('catalogue.get-code-list', { list: 'case-type' }),
    useAsk<List>('catalogue.get-code-list', { list: 'offence' }),
    useAsk<List>('catalogue.get-code-list', { list: 'district' }),
    useAsk<List>('catalogue.get-code-list', { list: 'settlement' }),
    useAsk<List>('catalogue.get-code-list', { list: 'highway' }),
    useAsk<List>('catalogue.get-code-list', { list: 'sex' }),
    useAsk<List>('catalogue.get-code-list', { list: 'party-role' }),
    useAsk<List>('catalogue.get-code-list', { list: 'number-kind' }),
  ]
  if (lists.some((l) => l.isPending)) return null
  return Object.fromEntries(lists.flatMap((l) => (l.data ? [[l.data.list, l.data.items]] : [])))
}

function Mapping(props: {
  readonly file: Uploaded
  readonly table: Seen
  readonly codes: Codes
  readonly again: ImportMap | null
}) {
  const say = useSay()
  const { file, table, codes } = props
  const [draft, setDraft] = useState(() =>
    guessDraft(table.columns, codes, { fileName: file.name, separator: table.separator }),
  )
  const [given, setGiven] = useState<ImportMap | null>(props.again)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const act = useTell<Answer>('exchange.import-records', { settles: ['exchange.'] })
  const map = given ?? mapOfDraft(draft)
  const change = (next: Draft): void => {
    setDraft(next)
    setAnswer(null)
  }
  const send = async (dryRun: boolean): Promise<void> => {
    const told = await act.tell({ file: file.sha256, kind: 'cases', map, dryRun })
    setAnswer(told ?? null)
  }
  const tried = answer?.state === 'dry-run'
  const done = answer !== null && !tried
  return (
    <>
      <Steps
        label={say('exchange.title')}
        steps={[
          { label: say('exchange.step-file'), state: 'done' },
          { label: say('exchange.step-columns'), state: answer ? 'done' : 'now' },
          { label: say('exchange.step-try'), state: done ? 'done' : tried ? 'now' : 'to-come' },
          { label: say('exchange.step-import'), state: done ? 'now' : 'to-come' },
        ]}
      />
      <Note tone="slate" icon="info" title={file.name}>
        {say('exchange.read-as', {
          rows: showNumber(table.rows),
          columns: table.columns.length,
          encoding: table.encoding,
          separator: say(`exchange.separator-${names[table.separator] ?? 'comma'}`),
        })}
      </Note>
      {given ? (
        <Note tone="maya" icon="table" title={say('exchange.map-given', { source: given.source })}>
          <Button plain onClick={() => setGiven(null)}>
            {say('exchange.map-by-hand')}
          </Button>
        </Note>
      ) : (
        <>
          <Settings draft={draft} codes={codes} columns={table.columns} onChange={change} />
          <ColumnsCard columns={table.columns} codes={codes} draft={draft} onChange={change} />
        </>
      )}
      <ProblemNote of={act.problem} />
      {tried && answer.receipt ? (
        <TriedCard sums={answer.receipt} sample={answer.sample ?? []} codes={codes} />
      ) : null}
      {done ? <Begun answer={answer} /> : null}
      <ActRow>
        <Act
          operation="exchange.import-records"
          icon="eye"
          busy={act.busy}
          primary={!tried}
          onAct={() => void send(true)}
        >
          {say('exchange.try')}
        </Act>
        <Act
          operation="exchange.import-records"
          icon="upload"
          busy={act.busy}
          primary={tried}
          verdict={{ ok: tried, why: say('exchange.try-first') }}
          onAct={() => void send(false)}
        >
          {say('exchange.start')}
        </Act>
        <Button
          icon="download"
          onClick={() =>
            saveText(`${map.source}.map.json`, `${JSON.stringify(map, null, 2)}\n`, 'application/json')
          }
        >
          {say('exchange.map-save')}
        </Button>
        <LoadMap onMap={setGiven} />
      </ActRow>
    </>
  )
}
const names: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }

function Begun({ answer }: { readonly answer: Answer }) {
  const say = useSay()
  return (
    <Card title={say(answer.state === 'queued' ? 'exchange.queued' : 'exchange.state-done')}>
      {answer.receipt ? <SumsTold sums={answer.receipt} /> : <p>{say('exchange.queued-help')}</p>}
    </Card>
  )
}

/** What holds for the whole file. */
function Settings(props: {
  readonly draft: Draft
  readonly codes: Codes
  readonly columns: readonly ColumnSeen[]
  readonly onChange: (draft: Draft) => void
}) {
  const say = useSay()
  const { language } = useLanguage()
  const { draft, codes, columns, onChange } = props
  const choose = (
    label: string,
    help: string,
    value: string,
    options: readonly (readonly [string, string])[],
    put: (value: string) => void,
  ) => (
    <FieldFrame label={label} help={help}>
      {(field) => (
        <select {...field} className="input" value={value} onChange={(e) => put(e.target.value)}>
          {options.map(([v, words]) => (
            <option key={v} value={v}>
              {words}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
  return (
    <Card title={say('exchange.settings')}>
      <div className="fields two">
        <FieldFrame label={say('exchange.source')} help={say('exchange.source-help')}>
          {(field) => (
            <input
              {...field}
              className="input"
              value={draft.source}
              onChange={(e) => onChange({ ...draft, source: e.target.value })}
            />
          )}
        </FieldFrame>
        {choose(
          say('exchange.key'),
          say('exchange.key-help'),
          draft.key ?? '',
          [['', say('exchange.key-content')], ...columns.map((c) => [c.name, c.name] as const)],
          (key) => onChange({ ...draft, key: key === '' ? null : key }),
        )}
        {choose(
          say('exchange.type-else'),
          say('exchange.type-else-help'),
          draft.type,
          (codes['case-type'] ?? []).map((c) => [c.code, language === 'es' ? c.es : c.en]),
          (type) => onChange({ ...draft, type }),
        )}
        {choose(
          say('exchange.order'),
          say('exchange.order-help'),
          draft.order,
          (['dmy', 'mdy', 'ymd'] as const).map((o) => [o, say(`exchange.order-${o}`)]),
          (order) => onChange({ ...draft, order: order as Draft['order'] }),
        )}
      </div>
    </Card>
  )
}

/** A map that was kept before: JSON as saved here, or YAML as the guide writes it. */
function LoadMap({ onMap }: { readonly onMap: (map: ImportMap) => void }) {
  const say = useSay()
  const [wrong, setWrong] = useState(false)
  const read = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return
    try {
      const text = await chosen.text()
      const map: unknown = chosen.name.endsWith('.json')
        ? JSON.parse(text)
        : (await import('yaml')).parse(text, { maxAliasCount: 0 })
      if (typeof map !== 'object' || map === null || !('fields' in map)) throw new Error('no map')
      setWrong(false)
      onMap(map as ImportMap)
    } catch {
      setWrong(true)
    }
  }
  return (
    <span className="act">
      <label className="button">
        {say('exchange.choose-map')}
        <input
          type="file"
          className="for-readers"
          accept=".json,.yaml,.yml"
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </label>
      {wrong ? <span className="act-why">{say('exchange.map-unreadable')}</span> : null}
    </span>
  )
}
