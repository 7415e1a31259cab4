/** Ask the sums: dimensions are dragged to rows and columns, values are picked by a click, the answer is a table, bars, a series, a heat map or a map. */
import { type ReactNode, useState } from 'react'
import { DateField } from '#ui/DateFields.tsx'
import { instantAt } from '#kernel/calendar.ts'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked as AskedFor, EmptyState } from '#ui/Asked.tsx'
import { Figure } from '#ui/Figure.tsx'
import { Note } from '#ui/Note.tsx'
import { Columns, Page, Stacked, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { fileUrl, useAsk } from '#ui/client.ts'
import { Icon } from '#ui/Icon.tsx'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { CubeSeen, DictionarySeen } from '../contract.ts'
import { Behind } from './Behind.tsx'
import { Conditions } from './Conditions.tsx'
import { Dimensions } from './Dimensions.tsx'
import { PrepareRelease } from './PrepareRelease.tsx'
import { Picture, picturesFor } from './Picture.tsx'
import { type Asked, paramsOf, useQuestion } from './question.ts'
import './observatory.css'
import { Rooms } from './Rooms.tsx'

export default function ExplorePage(): ReactNode {
  const say = useSay()
  const asked = useQuestion()
  const book = useAsk<DictionarySeen>('observatory.dictionary', {})
  const cube = useAsk<CubeSeen>('observatory.cube', paramsOf(asked), { keep: true })
  const [releasing, setReleasing] = useState(false)
  const [behind, setBehind] = useState<{ row?: string; column?: string } | null>(null)
  const may = useMay('observatory.cases-behind')
  const dataset = book.data?.datasets.find((d) => d.name === asked.dataset)
  const titleOf = (key: string): string => dataset?.dimensions.find((d) => d.key === key)?.title ?? key
  const title = [titleOf(asked.rows), asked.columns ? titleOf(asked.columns) : ''].filter(Boolean).join(' × ')
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('observatory.explore-title')}
        facts={say('observatory.explore-note')}
        acts={
          <ActRow>
            <Act operation="observatory.prepare-release" icon="world" onAct={() => setReleasing(true)}>
              {say('observatory.to-release')}
            </Act>
          </ActRow>
        }
      />
      <Rooms />
      <Tabs
        value={asked.dataset}
        onChange={(value) =>
          asked.set({ dataset: value, rows: 'year', columns: '', where: {}, measure: 'count' })
        }
        tabs={(book.data?.datasets ?? []).map((d) => ({ value: d.name, label: d.title }))}
      />
      <Columns kind="side">
        <Stacked>
          <Dimensions asked={asked} dataset={dataset} />
          <Conditions asked={asked} dataset={dataset} />
          <AskedFor of={cube}>
            {(seen) =>
              seen.rows.length === 0 ? (
                <EmptyState title={say('observatory.nothing-counted')}>
                  {say('observatory.nothing-counted-note')}
                </EmptyState>
              ) : (
                <Answer
                  asked={asked}
                  seen={seen}
                  title={title}
                  onCell={
                    may
                      ? (row, column) => setBehind({ ...(row ? { row } : {}), ...(column ? { column } : {}) })
                      : undefined
                  }
                />
              )
            }
          </AskedFor>
        </Stacked>
        <Shelf asked={asked} dataset={dataset} />
      </Columns>
      {behind ? <Behind asked={asked} cell={behind} onClose={() => setBehind(null)} /> : null}
      {releasing ? <PrepareRelease asked={asked} title={title} onClose={() => setReleasing(false)} /> : null}
    </Page>
  )
}

function Answer({
  asked,
  seen,
  title,
  onCell,
}: {
  asked: Asked & { set: (c: Partial<Asked>) => void }
  seen: CubeSeen
  title: string
  onCell: ((row?: string, column?: string) => void) | undefined
}): ReactNode {
  const say = useSay()
  const pictures = picturesFor(asked, seen)
  const show = pictures.includes(asked.show) ? asked.show : 'table'
  const all = say('observatory.all')
  return (
    <Figure
      title={title}
      note={seen.definition}
      foot={{ hash: seen.sha256, reproduced: seen.asOf }}
      data={{
        head: [
          '',
          ...(seen.columns.length > 0
            ? [...seen.columns.map((c) => c.label), all]
            : [say(`observatory.measure-${seen.measure}`)]),
        ],
        rows: seen.cells.map((line, i) => [seen.rows[i]?.label ?? all, ...line.map((n) => n ?? '*')]),
      }}
      aside={
        <>
          <Tabs
            value={show}
            onChange={(value) => asked.set({ show: value })}
            tabs={pictures.map((value) => ({ value, label: say(`observatory.as-${value}`) }))}
          />
          <a
            className="text-act"
            href={fileUrl('observatory.cube-file', { ...paramsOf(asked), as: 'xlsx' })}
            download
          >
            <Icon name="download" size={14} />
            XLSX
          </a>
        </>
      }
    >
      <Picture as={show} asked={asked} seen={seen} onCell={onCell} />
      <Note tone={seen.care === 'exact' ? 'maize' : 'slate'}>{say(`observatory.care-${seen.care}`)}</Note>
      {seen.keptUpTo ? (
        <p className="dim obs-kept">{say('observatory.kept-up-to', { at: showInstant(seen.keptUpTo) })}</p>
      ) : null}
    </Figure>
  )
}

/** What is asked beside the dimensions: the measure, and as of when. */
function Shelf({
  asked,
  dataset,
}: {
  asked: Asked & { set: (c: Partial<Asked>) => void }
  dataset: DictionarySeen['datasets'][number] | undefined
}): ReactNode {
  const say = useSay()
  return (
    <aside className="obs-shelf">
      {dataset && dataset.measures.length > 1 ? (
        <label className="field">
          <span className="field-label">{say('observatory.counted')}</span>
          <select
            className="input"
            value={asked.measure}
            onChange={(e) => asked.set({ measure: e.target.value })}
          >
            {dataset.measures.map((m) => (
              <option key={m} value={m}>
                {say(`observatory.measure-${m}`)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <DateField
        label={say('observatory.as-of')}
        help={say('observatory.as-of-help')}
        value={asked.asOf ? asked.asOf.slice(0, 10) : null}
        onChange={(day) => asked.set({ asOf: day ? instantAt(day, '23:59') : '' })}
      />
    </aside>
  )
}
