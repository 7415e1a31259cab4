/** Only of these values: each condition as a chip that goes away, and a new one by dimension and value. */
import { type ReactNode, useState } from 'react'
import { Icon } from '#ui/Icon.tsx'
import { useSay } from '#ui/say.ts'
import type { DictionarySeen } from '../contract.ts'
import type { Asked } from './question.ts'

type Dataset = DictionarySeen['datasets'][number] | undefined

export function Conditions({
  asked,
  dataset,
}: {
  asked: Asked & { set: (c: Partial<Asked>) => void }
  dataset: Dataset
}): ReactNode {
  const say = useSay()
  const [key, setKey] = useState('')
  const dimension = dataset?.dimensions.find((d) => d.key === key)
  const drop = (from: string, value: string): void => {
    const rest = (asked.where[from] ?? []).filter((v) => v !== value)
    asked.set({ where: { ...asked.where, [from]: rest } })
  }
  return (
    <div className="obs-conditions">
      <span className="field-label">{say('observatory.only')}</span>
      {Object.entries(asked.where).flatMap(([from, values]) => {
        const of = dataset?.dimensions.find((d) => d.key === from)
        return values.map((value) => (
          <button
            key={`${from} ${value}`}
            type="button"
            className="obs-condition"
            onClick={() => drop(from, value)}
          >
            {of?.title ?? from}: {of?.values.find((v) => v.code === value)?.label ?? value} <Icon name="x" />
          </button>
        ))
      })}
      <select
        className="input"
        aria-label={say('observatory.only')}
        value={key}
        onChange={(e) => setKey(e.target.value)}
      >
        <option value="">…</option>
        {(dataset?.dimensions ?? [])
          .filter((d) => d.list !== null || d.values.length > 3)
          .map((d) => (
            <option key={d.key} value={d.key}>
              {d.title}
            </option>
          ))}
      </select>
      {dimension ? (
        <select
          className="input"
          aria-label={dimension.title}
          value=""
          onChange={(e) => {
            const had = asked.where[key] ?? []
            if (e.target.value && !had.includes(e.target.value))
              asked.set({ where: { ...asked.where, [key]: [...had, e.target.value] } })
            setKey('')
          }}
        >
          <option value="">{dimension.title}</option>
          {dimension.values.map((v) => (
            <option key={v.code} value={v.code}>
              {v.label}
            </option>
          ))}
        </select>
      ) : null}
    </div>
  )
}
