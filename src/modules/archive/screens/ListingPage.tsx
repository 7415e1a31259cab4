/** Files listed as fast as they are lifted from the box: one line each, Enter goes on and keeps, the hands stay on the keyboard. */
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useSearch } from '@tanstack/react-router'
import { Button } from '#ui/Button.tsx'
import { FieldFrame } from '#ui/FieldFrame.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { ScanBox } from '#ui/ScanBox.tsx'
import { fileUrl, useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { BoxSeen } from '../shelves/contract.ts'
import { useCodes } from './codes.ts'
import './archive.css'

interface Kept {
  readonly id: string
  readonly number: string
  readonly tier: string
  readonly proposed: number
  readonly says: string
}
const empty = { numbers: '', on: '', type: '', names: '', title: '', tier: '' }
type Line = typeof empty
const several = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

export default function ListingPage(): ReactNode {
  const say = useSay()
  const asked = useSearch({ strict: false }) as { box?: string }
  const [code, setCode] = useState(asked.box ?? '')
  const box = useAsk<BoxSeen>('archive.get-box', { code }, { enabled: code !== '' })
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('archive.title'), to: '/archive' }]}
        title={say('archive.list-title')}
        facts={say('archive.list-facts')}
      />
      {code !== '' && box.data ? (
        <Lines key={box.data.id} box={box.data} onOther={() => setCode('')} />
      ) : (
        <Card>
          <div className="archive-scan">
            <ScanBox label={say('archive.list-box')} big autoFocus onScan={setCode} />
          </div>
          {code !== '' && box.error ? <Note tone="achiote">{say('archive.not-found', { code })}</Note> : null}
        </Card>
      )}
    </Page>
  )
}

function Lines({ box, onOther }: { box: BoxSeen; onOther: () => void }): ReactNode {
  const say = useSay()
  const types = useCodes('case-type')
  const tiers = useCodes('archive-tier')
  const [line, setLine] = useState<Line>(empty)
  const [kept, setKept] = useState<readonly Kept[]>([])
  const [minutes, setMinutes] = useState(0)
  const began = useRef<number | null>(null)
  const form = useRef<HTMLDivElement>(null)
  const send = useTell<{ id: string; number: string; tier: string; proposed: number }>(
    'archive.register-file',
  )
  const fields = (): HTMLElement[] => [...(form.current?.querySelectorAll<HTMLElement>('input,select') ?? [])]
  const keep = async (): Promise<void> => {
    if (send.busy || Object.values(line).every((v) => v.trim() === '')) return
    const numbers = several(line.numbers)
    const done = await send.tell({
      box: box.id,
      numbers,
      names: several(line.names),
      on: line.on.trim() || null,
      type: line.type || null,
      title: line.title.trim() || null,
      tier: line.tier || null,
    })
    if (!done) return
    began.current ??= Date.now()
    setMinutes(Math.max(1, Math.round((Date.now() - began.current) / 60_000)))
    setKept((was) => [{ ...done, says: [...numbers, line.title].filter(Boolean).join(' · ') }, ...was])
    // The next cover of the box is mostly of the same year and kind.
    setLine({ ...empty, on: line.on, type: line.type })
    fields()[0]?.focus()
  }
  const onKey = (e: KeyboardEvent): void => {
    if (e.key !== 'Enter') return
    e.preventDefault()
    const all = fields()
    const at = all.indexOf(e.target as HTMLElement)
    if (e.ctrlKey || e.metaKey || at === all.length - 1) return void keep()
    all[at + 1]?.focus()
  }
  const text = (key: keyof Line, help?: string): ReactNode => (
    <FieldFrame label={say(`archive.field-${key}`)} {...(help ? { help } : {})}>
      {(field) => (
        <input
          {...field}
          className={key === 'numbers' || key === 'on' ? 'input mono' : 'input'}
          autoComplete="off"
          spellCheck={false}
          autoFocus={key === 'numbers'}
          value={line[key]}
          onKeyDown={onKey}
          onChange={(e) => setLine({ ...line, [key]: e.target.value })}
        />
      )}
    </FieldFrame>
  )
  const choice = (
    key: 'type' | 'tier',
    options: readonly { value: string; label: string }[],
    none: string,
  ): ReactNode => (
    <FieldFrame label={say(`archive.field-${key}`)}>
      {(field) => (
        <select
          {...field}
          className="input"
          value={line[key]}
          onKeyDown={onKey}
          onChange={(e) => setLine({ ...line, [key]: e.target.value })}
        >
          <option value="">{none}</option>
          {options.map((o) => (
            <option key={o.value} value={o.value}>
              {o.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
  return (
    <>
      <Card
        title={
          <>
            {say('archive.list-in', { number: box.number })} · {box.title}
          </>
        }
        aside={<Button onClick={onOther}>{say('archive.list-other-box')}</Button>}
      >
        <div ref={form} className="archive-line">
          {text('numbers', say('archive.field-numbers-help'))}
          {text('on', say('archive.field-on-help'))}
          {choice('type', types, '–')}
          {text('names', say('archive.field-names-help'))}
          {text('title')}
          {choice('tier', tiers, say('archive.tier-by-rule'))}
        </div>
        <div className="archive-line-foot">
          <Button primary busy={send.busy} onClick={() => void keep()}>
            {say('archive.list-keep')}
          </Button>
          <a className="button" href={fileUrl('archive.box-labels', { box: box.id })}>
            {say('archive.labels')}
          </a>
        </div>
        <ProblemNote of={send.problem} />
      </Card>
      <Card
        title={say('archive.list-done')}
        aside={kept.length > 0 ? say('archive.list-rate', { n: kept.length, minutes }) : null}
      >
        {kept.length === 0 ? (
          <p className="archive-quiet">{say('archive.list-none')}</p>
        ) : (
          <Plain
            head={[
              say('archive.column-number'),
              say('archive.column-cover'),
              say('archive.column-tier'),
              say('archive.column-case'),
            ]}
            rows={kept.map((k) => [
              <Linked key="n" to={`/archive/files/${k.id}`} mono>
                <Mono>{k.number}</Mono>
              </Linked>,
              k.says,
              k.tier.toUpperCase(),
              say('archive.list-proposed', { n: k.proposed }),
            ])}
          />
        )}
      </Card>
    </>
  )
}
