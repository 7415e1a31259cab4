/** Small writings inside a line: the name of a thing, a moment, an amount. */
import type { ReactNode } from 'react'
import { showAgo, showInstant, showQuantity } from './show.ts'

/** For what names a thing (exhibit, case, seal, run, hash): I l 1 and 0 O cannot be mistaken. */
export const Mono = (props: { children: ReactNode; strong?: boolean }): ReactNode => (
  <span className={props.strong ? 'mono strong' : 'mono'}>{props.children}</span>
)

export const When = (props: { at: string | null | undefined; ago?: boolean }): ReactNode =>
  props.at ? (
    <time dateTime={props.at} title={showInstant(props.at)} className="figures">
      {props.ago ? showAgo(props.at) : showInstant(props.at)}
    </time>
  ) : null

/** Exact: 1 lb is 0.45359237 kg (International Yard and Pound Agreement, 1959). */
const GRAMS_PER_POUND = 453.59237
function Quantity(props: {
  of: { value: string; unit: string } | null | undefined
  pounds?: boolean
}): ReactNode {
  if (!props.of) return null
  const grams = { g: 1, kg: 1000, mg: 0.001 }[props.of.unit]
  return (
    <span className="figures">
      {showQuantity(props.of)}
      {props.pounds && grams ? (
        <span className="dim"> ({((Number(props.of.value) * grams) / GRAMS_PER_POUND).toFixed(3)} lb)</span>
      ) : null}
    </span>
  )
}
