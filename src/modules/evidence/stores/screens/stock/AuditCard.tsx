/** The audit of a count in short, and how a store's audits went over time. */
import { LineChart } from '#ui/Charts.tsx'
import { Card } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { AuditTrend, StockAuditSeen, StockTakeSeen } from '../../contract.ts'

export function AuditCard({ take }: { take: StockTakeSeen }) {
  const say = useSay()
  const audit = useAsk<StockAuditSeen>(
    'evidence.stock-audit',
    { stockTake: take.id },
    { enabled: take.audit.things > 0, keep: true },
  )
  return (
    <Card
      title={say('evidence.au-title')}
      aside={
        <Linked to={`/evidence/stock-takes/${take.id}/audit`}>
          {take.audit.score === null
            ? say('evidence.au-ask')
            : say('evidence.au-score', { score: take.audit.score })}
        </Linked>
      }
    >
      {take.audit.things === 0 ? (
        <p className="dim">{say('evidence.au-none-help')}</p>
      ) : (
        <>
          <p>{say('evidence.au-score-of', { n: take.audit.things, score: take.audit.score ?? '–' })}</p>
          <Plain
            head={[say('evidence.au-question'), say('evidence.au-yes'), say('evidence.au-no')]}
            align={['left', 'right', 'right']}
            rows={(audit.data?.questions ?? []).map((q) => [q.name, q.yes, q.no])}
          />
        </>
      )}
    </Card>
  )
}

/** One point a count; shown once there are two of them. */
export function AuditTrendCard({ place }: { place?: string }) {
  const say = useSay()
  const trend = useAsk<AuditTrend>('evidence.audit-trend', place ? { place } : {})
  const items = (trend.data?.items ?? []).filter((i) => i.score !== null)
  if (items.length === 0) return null
  return (
    <Card title={say('evidence.au-trend')} aside={say('evidence.au-trend-help')}>
      {items.length > 1 ? (
        <LineChart
          describe={say('evidence.au-trend')}
          x="time"
          xText={(x) => showDate(new Date(x).toISOString().slice(0, 10))}
          yLabel="%"
          height={140}
          series={[
            {
              label: say('evidence.au-yes'),
              dots: true,
              points: items.map((i) => [Date.parse(i.at), Number(i.score)] as const),
            },
          ]}
        />
      ) : null}
      <Plain
        head={[
          say('evidence.s-number'),
          say('evidence.c-place'),
          say('evidence.k-closed-at'),
          say('evidence.au-audited'),
          say('evidence.au-yes'),
          say('evidence.au-no'),
          '%',
        ]}
        align={['left', 'left', 'left', 'right', 'right', 'right', 'right']}
        rows={items.toReversed().map((i) => [
          <Linked key="n" to={`/evidence/stock-takes/${i.stockTake}`} mono>
            {i.number}
          </Linked>,
          i.placeName,
          showInstant(i.at),
          i.things,
          i.yes,
          i.no,
          i.score,
        ])}
      />
    </Card>
  )
}
