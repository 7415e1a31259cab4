/** Two counts beside one another, face by face; what differs stands out, what waits stays closed. */
import { Icon } from '#ui/Icon.tsx'
import { Card } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { CashRound } from '../../contract.ts'
import { cashTotals, tidied } from '../../rules.ts'
import { cashIcon, cashTone } from './looks.ts'

export function RoundCard({ round }: { round: CashRound }) {
  const say = useSay()
  const { first, second } = round
  const all = tidied([...(first.lines ?? []), ...(second?.lines ?? [])])
  const piecesOf = (lines: CashRound['first']['lines'], l: { currency: string; face: string }) =>
    tidied(lines ?? []).find((x) => x.currency === l.currency && x.face === l.face)?.pieces ?? 0
  const differs = new Set(round.differs.map((d) => `${d.currency} ${d.face}`))
  const sums = (lines: CashRound['first']['lines']): string =>
    cashTotals(lines ?? [])
      .map((t) => `${t.currency} ${t.value}`)
      .join(', ') || '–'
  return (
    <Card
      title={say('evidence.cm-round', { n: round.round })}
      aside={
        <StateChip tone={cashTone[round.state]} icon={cashIcon[round.state]}>
          {say(`evidence.cm-state-${round.state}`)}
        </StateChip>
      }
    >
      {first.lines === null ? (
        <p className="dim">
          {say('evidence.cm-one', { name: first.by, at: showInstant(first.at) })}: {say('evidence.cm-hidden')}
        </p>
      ) : (
        <table className="plain cash-round">
          <thead>
            <tr>
              <th scope="col" className="number">
                {say('evidence.cm-face')}
              </th>
              <th scope="col" className="number">
                {first.by}
              </th>
              {second ? (
                <th scope="col" className="number">
                  {second.by}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {all.map((l) => {
              const key = `${l.currency} ${l.face}`
              return (
                <tr key={key} className={differs.has(key) ? 'is-different' : ''}>
                  <th scope="row" className="number figures">
                    {key}
                  </th>
                  <td className="number figures">{piecesOf(first.lines, l)}</td>
                  {second ? (
                    <td className="number figures">
                      {differs.has(key) ? <Icon name="warning" size={14} /> : null}{' '}
                      {piecesOf(second.lines, l)}
                    </td>
                  ) : null}
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <td className="number">{say('evidence.cm-total')}</td>
              <td className="number figures">{sums(first.lines)}</td>
              {second ? <td className="number figures">{sums(second.lines)}</td> : null}
            </tr>
          </tfoot>
        </table>
      )}
      {[first, ...(second ? [second] : [])]
        .filter((c) => c.words || c.doubtful)
        .map((c) => (
          <p key={c.id} className="notes">
            {[c.by, c.doubtful ? `${say('evidence.cm-doubtful')}: ${c.doubtful}` : null, c.words]
              .filter(Boolean)
              .join(' · ')}
          </p>
        ))}
    </Card>
  )
}
