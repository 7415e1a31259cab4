/** The columns of a file, one a row: what stands in it, what it becomes, and which code each of its words stands for. */
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Page.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useLanguage, useSay } from '#ui/say.ts'
import { showNumber } from '#ui/show.ts'
import {
  type Becoming,
  type Codes,
  type ColumnDraft,
  type ColumnSeen,
  type Draft,
  becomings,
  codesFor,
  listOf,
  ofPerson,
} from './drafting.ts'

export function ColumnsCard(props: {
  readonly columns: readonly ColumnSeen[]
  readonly codes: Codes
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}) {
  const say = useSay()
  const { columns, codes, draft, onChange } = props
  const [mapping, setMapping] = useState<string | null>(null)
  const put = (name: string, change: Partial<ColumnDraft>): void => {
    const before = draft.columns[name] ?? { becomes: 'nothing', of: '', codes: {} }
    onChange({ ...draft, columns: { ...draft.columns, [name]: { ...before, ...change } } })
  }
  const mapped = columns.find((c) => c.name === mapping)
  return (
    <Card title={say('exchange.columns')} aside={say('exchange.columns-help')}>
      <Plain
        head={[
          say('exchange.column'),
          say('exchange.column-holds'),
          say('exchange.column-becomes'),
          say('exchange.column-codes'),
        ]}
        rows={columns.map((column) => [
          <strong key="n">{column.name || say('exchange.column-nameless')}</strong>,
          <Holds key="h" column={column} />,
          <Becomes
            key="b"
            column={column}
            draft={draft.columns[column.name]}
            codes={codes}
            onChange={(change) => put(column.name, change)}
          />,
          <Mapped
            key="m"
            column={column}
            draft={draft.columns[column.name]}
            onOpen={() => setMapping(column.name)}
          />,
        ])}
      />
      {mapped ? (
        <WordsDialog
          column={mapped}
          codes={codes[listOf[draft.columns[mapped.name]?.becomes ?? 'nothing'] ?? ''] ?? []}
          chosen={draft.columns[mapped.name]?.codes ?? {}}
          onChange={(chosen) => put(mapped.name, { codes: chosen })}
          onClose={() => setMapping(null)}
        />
      ) : null}
    </Card>
  )
}

function Holds({ column }: { readonly column: ColumnSeen }): ReactNode {
  const say = useSay()
  const some = column.words?.slice(0, 3).map((w) => w.word) ?? column.examples
  return (
    <span style={{ color: 'var(--ink2)', overflowWrap: 'anywhere' }}>
      {column.looks === 'empty' ? say('exchange.column-empty') : some.join(' · ')}
      <div style={{ fontSize: 12, color: 'var(--ink3)' }}>
        {say('exchange.column-filled', { n: showNumber(column.filled) })}
      </div>
    </span>
  )
}

function Becomes(props: {
  readonly column: ColumnSeen
  readonly draft: ColumnDraft | undefined
  readonly codes: Codes
  readonly onChange: (change: Partial<ColumnDraft>) => void
}): ReactNode {
  const say = useSay()
  const { language } = useLanguage()
  const { column, draft, codes, onChange } = props
  const becomes = draft?.becomes ?? 'nothing'
  const beside =
    becomes === 'alias' ? codes['number-kind'] : ofPerson.has(becomes) ? codes['party-role'] : undefined
  return (
    <span style={{ display: 'flex', gap: 6, flexWrap: 'wrap' }}>
      <select
        className="input"
        style={{ width: 'auto', maxWidth: '100%' }}
        aria-label={say('exchange.column-becomes-of', { column: column.name })}
        value={becomes}
        onChange={(e) => {
          const next = e.target.value as Becoming
          const of = next === 'alias' ? 'other' : ofPerson.has(next) ? 'victim' : ''
          onChange({ becomes: next, of, codes: codesFor(column, next, codes) })
        }}
      >
        {becomings.map((b) => (
          <option key={b} value={b}>
            {say(`exchange.becomes-${b}`)}
          </option>
        ))}
      </select>
      {beside ? (
        <select
          className="input"
          style={{ width: 'auto', maxWidth: '100%' }}
          aria-label={say('exchange.column-of', { column: column.name })}
          value={draft?.of ?? ''}
          onChange={(e) => onChange({ of: e.target.value })}
        >
          {beside.map((c) => (
            <option key={c.code} value={c.code}>
              {language === 'es' ? c.es : c.en}
            </option>
          ))}
        </select>
      ) : null}
    </span>
  )
}

function Mapped(props: {
  readonly column: ColumnSeen
  readonly draft: ColumnDraft | undefined
  readonly onOpen: () => void
}): ReactNode {
  const say = useSay()
  const { column, draft } = props
  if (!listOf[draft?.becomes ?? 'nothing']) return ''
  if (column.words === null) return say('exchange.column-too-many')
  const known = column.words.filter((w) => draft?.codes[w.word]).length
  return (
    <Button plain onClick={props.onOpen}>
      {say('exchange.column-words', { known, all: column.words.length })}
    </Button>
  )
}

function WordsDialog(props: {
  readonly column: ColumnSeen
  readonly codes: Codes[string]
  readonly chosen: Readonly<Record<string, string>>
  readonly onChange: (chosen: Readonly<Record<string, string>>) => void
  readonly onClose: () => void
}): ReactNode {
  const say = useSay()
  const { language } = useLanguage()
  const { column, codes, chosen, onChange, onClose } = props
  return (
    <Dialog title={say('exchange.words-of', { column: column.name })} onClose={onClose} wide>
      <p>{say('exchange.words-help')}</p>
      <Plain
        head={[say('exchange.word'), say('exchange.rows-in'), say('exchange.word-means')]}
        align={['left', 'right', 'left']}
        rows={(column.words ?? []).map(({ word, rows }) => [
          word,
          showNumber(rows),
          <select
            key="s"
            className="input"
            aria-label={say('exchange.word-means-of', { word })}
            value={chosen[word] ?? ''}
            onChange={(e) => onChange({ ...chosen, [word]: e.target.value })}
          >
            <option value="">{say('exchange.word-left-out')}</option>
            {codes.map((c) => (
              <option key={c.code} value={c.code}>
                {language === 'es' ? c.es : c.en}
              </option>
            ))}
          </select>,
        ])}
      />
    </Dialog>
  )
}
