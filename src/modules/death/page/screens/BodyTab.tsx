/** The body of a death: where it lies, what keeps it, its effects and papers, and to whom it went. */
import type { ReactNode } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Card, Columns, Facts, Stacked } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { CardProps } from './CallCards.tsx'

export function BodyTab(props: CardProps): ReactNode {
  return (
    <Columns kind="picture">
      <Stacked>
        <BodyCard {...props} />
        <EffectsCard {...props} />
      </Stacked>
      <Stacked>
        <KeepsCard {...props} />
        <PapersCard {...props} />
      </Stacked>
    </Columns>
  )
}

function BodyCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  const { body } = death
  return (
    <Card title={say('death.card-body')}>
      {body ? (
        <Facts
          rows={[
            [say('death.column-number'), <Mono key="n">{body.number}</Mono>],
            [
              say('death.field-morgue-place'),
              [body.place ?? body.holder, say('death.since', { at: showInstant(body.since) })]
                .filter(Boolean)
                .join(', '),
            ],
            [
              say('death.field-brought-by'),
              [body.broughtBy, body.broughtFrom, showInstant(body.receivedAt)].filter(Boolean).join(', '),
            ],
            ...(body.condition ? [[say('death.field-condition'), body.condition] as const] : []),
          ]}
        />
      ) : (
        <p className="dim">{say('death.body-not-here')}</p>
      )}
      {death.released ? (
        <p>
          <StateChip state="released">{say('death.released-to', { to: death.released.to ?? '' })}</StateChip>{' '}
          <When at={death.released.at} />
        </p>
      ) : null}
      {death.stays
        .filter((s) => s.no < death.stays.length)
        .map((s) => (
          <p key={s.no} className="dim">
            {say('death.stay-earlier', {
              no: s.no,
              came: showInstant(s.at),
              to: s.released?.to ?? '',
              gone: s.released ? showInstant(s.released.at) : '',
            })}
          </p>
        ))}
      {death.burials.map((b) => (
        <p key={b.on + b.kind} style={{ margin: '4px 0' }}>
          {say(`death.burial-${b.kind}`)}: {[showDate(b.on), b.place, b.authority].filter(Boolean).join(', ')}
        </p>
      ))}
      {death.exhumations.map((x) => (
        <Facts
          key={x.at}
          rows={[
            [
              say('death.field-order-who'),
              say('death.exhumed-line', {
                number: x.order.number,
                by: `${x.order.by} (${say(`death.order-${x.order.kind}`)})`,
                on: showDate(x.order.on),
              }),
            ],
            [say('death.field-order-why'), x.order.why],
            [say('death.field-known-by'), x.knownBy],
            [say('death.field-taken-by'), x.takenBy],
            ...(x.present ? [[say('death.field-present'), x.present] as const] : []),
            ...(x.condition ? [[say('death.field-grave-condition'), x.condition] as const] : []),
          ]}
        />
      ))}
      <ActRow>
        {death.hasBody ? null : (
          <Act
            operation="death.receive-body"
            actions={death.actions}
            icon="door-enter"
            primary={death.state === 'accepted' && !death.released}
            onAct={() => open('receive')}
          />
        )}
        {body && !death.released ? (
          <>
            <Act
              operation="death.move-body"
              actions={death.actions}
              icon="arrow-right"
              onAct={() => open('move')}
            />
            <Act operation="death.hold-body" actions={death.actions} icon="lock" onAct={() => open('hold')} />
            <Act
              operation="death.mark-unclaimed"
              actions={death.actions}
              icon="clock"
              onAct={() => open('unclaimed')}
            />
          </>
        ) : null}
        {death.hasBody ? null : (
          <>
            <Act
              operation="death.record-burial"
              actions={death.actions}
              icon="flag"
              onAct={() => open('burial')}
            />
            {death.burials.length > 0 ? (
              <Act
                operation="death.exhume-body"
                actions={death.actions}
                icon="back"
                onAct={() => open('exhume')}
              />
            ) : null}
          </>
        )}
      </ActRow>
      {body ? (
        <p className="death-acts">
          <a className="text-act" href={fileUrl('death.wristband', { death: death.id })}>
            <Icon name="qr" size={15} /> {say('death.print-wristband')}
          </a>
          <Linked to={`/evidence/items/${body.thing}`} icon="route">
            {say('death.custody-link')}
          </Linked>
        </p>
      ) : null}
    </Card>
  )
}

function KeepsCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  if (!death.hasBody) return null
  return (
    <Card title={say('death.card-keeps')}>
      {death.keeps.length === 0 ? (
        <p style={{ color: 'var(--reef)' }}>{say('death.keeps-nothing')}</p>
      ) : (
        <ul className="death-list">
          {death.keeps.map((why) => (
            <li key={why}>
              <span style={{ color: 'var(--maize)' }}>
                <Icon name="hand-stop" size={16} />
              </span>
              <span>{why}</span>
              <span />
            </li>
          ))}
        </ul>
      )}
      {death.holds.map((h) => (
        <TextAct
          key={h.id}
          operation="death.free-body"
          icon="lock-open"
          onAct={() => open(h.ofCase ? 'free-from-case' : 'free', { hold: h.id })}
        >
          {h.ofCase ? say('death.free-from-case', { why: h.why }) : `${say('op.death.free-body')}: ${h.why}`}
        </TextAct>
      ))}
      <ActRow>
        <Act
          operation="death.release-body"
          icon="door-exit"
          primary={death.keeps.length === 0}
          actions={death.actions}
          onAct={() => open('release')}
        />
      </ActRow>
    </Card>
  )
}

function EffectsCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  return (
    <Card
      title={say('death.card-effects')}
      aside={
        <TextAct
          operation="death.inventory-effects"
          actions={death.actions}
          icon="package"
          onAct={() => open('effects')}
        />
      }
    >
      {death.effects.map((bag) => (
        <div key={bag.bag} style={{ marginBottom: 12 }}>
          <Linked to={`/evidence/items/${bag.bag}`}>
            <Mono strong>{bag.number}</Mono>
          </Linked>{' '}
          {bag.seals.map((s) => (
            <StateChip key={s} state="sealed">
              {s}
            </StateChip>
          ))}
          <ul>
            {bag.lines.map((l) => (
              <li key={l.words}>
                {l.count > 1 ? `${l.count} × ` : ''}
                {l.words}
                {l.amount ? `, ${l.amount} ${l.currency ?? ''}` : ''}
              </li>
            ))}
          </ul>
          {bag.released ? (
            <span className="dim">
              {say('death.released-to', {
                to: [bag.released.to, bag.released.relation].filter(Boolean).join(', '),
              })}
              , <When at={bag.released.at} />
            </span>
          ) : (
            <TextAct
              operation="death.release-effects"
              icon="door-exit"
              verdict={bag.keeps.length === 0 ? { ok: true } : { ok: false, why: bag.keeps.join(' ') }}
              onAct={() => open('give-effects', { bag: bag.bag })}
            />
          )}
        </div>
      ))}
    </Card>
  )
}

function PapersCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  return (
    <Card
      title={say('death.card-papers')}
      aside={
        <TextAct
          operation="death.record-paper"
          actions={death.actions}
          icon="file"
          onAct={() => open('paper')}
        />
      }
    >
      {death.papers.length === 0 ? <p className="dim">{say('death.papers-none')}</p> : null}
      <ul className="death-list">
        {death.papers.map((p) => (
          <li key={p.kind.code}>
            <Icon name="file" size={16} />
            <span>
              {p.kind.name}
              <small>
                {[p.number, p.by, p.words, showInstant(p.at), p.used ? say('death.paper-used') : null]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <StateChip
              tone={p.state === 'approved' ? 'reef' : p.state === 'rejected' ? 'achiote' : 'maize'}
              icon={p.state === 'approved' ? 'check' : p.state === 'rejected' ? 'ban' : 'clock'}
            >
              {say(`death.paper-${p.state}`)}
            </StateChip>
          </li>
        ))}
      </ul>
    </Card>
  )
}
