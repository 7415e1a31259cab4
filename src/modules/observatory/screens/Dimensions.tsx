/** The dimensions of a dataset to be dragged, and the two places that take them; each place is a list too, for keyboard and telephone. */
import { type DragEvent, type ReactNode, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { useSay } from '#ui/say.ts'
import type { DictionarySeen } from '../contract.ts'
import type { Asked } from './question.ts'

type Dataset = DictionarySeen['datasets'][number] | undefined
const KIND = 'application/x-dimension'

export function Dimensions({
  asked,
  dataset,
}: {
  asked: Asked & { set: (c: Partial<Asked>) => void }
  dataset: Dataset
}): ReactNode {
  const say = useSay()
  const dimensions = dataset?.dimensions ?? []
  return (
    <section className="obs-dimensions" aria-label={say('observatory.explore-note')}>
      <ul className="obs-words">
        {dimensions.map((d) => (
          <li key={d.key}>
            <button
              type="button"
              draggable
              onClick={() => asked.set({ rows: d.key, ...(d.key === asked.columns ? { columns: '' } : {}) })}
              onDragStart={(e) => {
                e.dataTransfer.setData(KIND, d.key)
                e.dataTransfer.effectAllowed = 'copy'
              }}
              className={d.key === asked.rows || d.key === asked.columns ? 'obs-word used' : 'obs-word'}
            >
              {d.title}
            </button>
          </li>
        ))}
      </ul>
      <div className="obs-places">
        <Place
          label={say('observatory.rows')}
          value={asked.rows}
          dataset={dataset}
          onChange={(rows) => asked.set({ rows, ...(rows === asked.columns ? { columns: asked.rows } : {}) })}
        />
        <Button
          icon="hand-over"
          label={say('observatory.swap')}
          {...(asked.columns ? {} : { off: true })}
          onClick={() => asked.set({ rows: asked.columns, columns: asked.rows })}
        />
        <Place
          label={say('observatory.columns')}
          value={asked.columns}
          none
          dataset={dataset}
          onChange={(columns) => asked.set({ columns: columns === asked.rows ? '' : columns })}
        />
      </div>
    </section>
  )
}

function Place(props: {
  label: string
  value: string
  none?: true
  dataset: Dataset
  onChange: (key: string) => void
}): ReactNode {
  const say = useSay()
  const [over, setOver] = useState(false)
  const takes = (e: DragEvent): void => {
    if (!e.dataTransfer.types.includes(KIND)) return
    e.preventDefault()
    setOver(true)
  }
  return (
    <div className={over ? 'obs-place over' : 'obs-place'}>
      <span className="field-label" id={`place-${props.label}`}>
        {props.label}
      </span>
      <select
        className="input"
        aria-labelledby={`place-${props.label}`}
        value={props.value}
        title={say('observatory.drag-here')}
        onChange={(e) => props.onChange(e.target.value)}
        onDragOver={takes}
        onDragEnter={takes}
        onDragLeave={() => setOver(false)}
        onDrop={(e) => {
          e.preventDefault()
          setOver(false)
          const key = e.dataTransfer.getData(KIND)
          if (key) props.onChange(key)
        }}
      >
        {props.none ? <option value="">{say('observatory.none')}</option> : null}
        {(props.dataset?.dimensions ?? []).map((d) => (
          <option key={d.key} value={d.key}>
            {d.title}
          </option>
        ))}
      </select>
    </div>
  )
}
