/** The net weight with its uncertainty against the limit of the law, the rule in words, and the budget on demand. */
import { type ReactNode, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { LimitBar } from '#ui/LimitBar.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { convert, isMass } from '#kernel/quantity.ts'
import type { Budget, Sheet } from './bench.ts'

export function NetWeight(props: { sheet: Sheet; item: string; open: boolean }): ReactNode {
  const { sheet, item } = props
  const say = useSay()
  const [whole, setWhole] = useState(props.open)
  const weighed = sheet.weighings.some((w) => w.item === item)
  const budget = useAsk<Budget>(
    'results.uncertainty-budget',
    { worksheet: sheet.id, item },
    { enabled: weighed, keep: true },
  )
  return (
    <Card
      title={say('results.net-against-limit')}
      aside={
        weighed ? (
          <TextAct operation="results.uncertainty-budget" onAct={() => setWhole(!whole)}>
            {whole ? say('results.hide-budget') : undefined}
          </TextAct>
        ) : undefined
      }
    >
      {weighed ? (
        <Asked of={budget} lines={3}>
          {(b) => (
            <>
              <Against budget={b} pointed={sheet.tests.some((t) => t.item === item && t.pointsTo !== null)} />
              {whole ? <Contributions budget={b} /> : null}
            </>
          )}
        </Asked>
      ) : (
        <p className="notes dim">{say('results.limit-after-weighing')}</p>
      )}
    </Card>
  )
}

function Against(props: { budget: Budget; pointed: boolean }): ReactNode {
  const { budget: b } = props
  const say = useSay()
  const stated = say('results.stated', {
    value: b.value,
    uncertainty: b.uncertainty,
    unit: b.unit,
    k: b.k,
    pounds: b.pounds,
  })
  // The limit that decides is the highest one reached; without one, the lowest not shown to be passed.
  const weighable = b.decisions.filter((d) => d.unit === b.unit || (isMass(d.unit) && isMass(b.unit)))
  const deciding = weighable.findLast((d) => d.decision === 'above') ?? weighable[0]
  if (!deciding)
    return (
      <>
        <p className="bench-stated">{stated}</p>
        <p className="notes dim">
          {say(props.pointed ? 'results.no-limit-of-it' : 'results.no-limit-known')}
        </p>
      </>
    )
  const limit = convert({ value: deciding.limitValue, unit: deciding.unit }, b.unit)
  const others = b.decisions.filter((d) => d !== deciding)
  return (
    <>
      <LimitBar
        value={Number(b.value)}
        expanded={Number(b.uncertainty)}
        unit={b.unit}
        limit={limit.toNumber()}
        below={say('results.up-to', { limit: deciding.limitValue, unit: deciding.unit })}
        above={say('results.more-than', {
          limit: deciding.limitValue,
          unit: deciding.unit,
          clause: deciding.clause ?? 'none',
        })}
        rule={`${deciding.says}. ${say(`results.rule-${deciding.decision}`, { ...interval(b), k: b.k })} ${[deciding.law, deciding.clause].filter(Boolean).join(', ')}.`}
      />
      <p className="notes">{stated}</p>
      {others.map((d) => (
        <p key={d.limit} className="notes dim">
          {d.says} ({[d.law, d.clause].filter(Boolean).join(', ')})
        </p>
      ))}
      {deciding.unverified ? <Note tone="maize">{say('results.limit-unverified')}</Note> : null}
      {b.k === '2' ? null : (
        <p className="notes dim">
          {say('results.k-from-student', { k: b.k, dof: b.effectiveDegreesOfFreedom })}
        </p>
      )}
    </>
  )
}

function interval(b: Budget): { low: string; high: string; unit: string } {
  const places = b.value.split('.')[1]?.length ?? 0
  return {
    low: (Number(b.value) - Number(b.uncertainty)).toFixed(places),
    high: (Number(b.value) + Number(b.uncertainty)).toFixed(places),
    unit: b.unit,
  }
}

function Contributions(props: { budget: Budget }): ReactNode {
  const { budget: b } = props
  const say = useSay()
  return (
    <div className="bench-scroll">
      <Plain
        head={[
          say('results.source'),
          say('results.standard-uncertainty', { unit: b.unit }),
          say('results.degrees-of-freedom'),
        ]}
        align={['left', 'right', 'right']}
        rows={b.contributions.map((c) => [
          say(`results.source-${c.source}`),
          Number(Number(c.standardUncertainty).toPrecision(4)),
          c.degreesOfFreedom,
        ])}
        foot={[
          say('results.combined', { k: b.k }),
          Number(Number(b.standardUncertainty).toPrecision(4)),
          b.effectiveDegreesOfFreedom,
        ]}
      />
    </div>
  )
}
