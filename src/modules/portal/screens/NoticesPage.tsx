/** What I was told, one click from where it waits; beneath it, what comes by mail too. */
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import type { NoticeLine } from '#identity/contract/notices.ts'
import { PushHere } from '#identity/screens/PushHere.tsx'
import { EmptyState, ErrorState, More, Skeleton } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { NoticeChoicesSeen } from '../contract/notices.ts'
import './portal.css'

type Line = z.output<typeof NoticeLine>

export default function NoticesPage(): ReactNode {
  const say = useSay()
  const [show, setShow] = useState('waiting')
  const list = useList<Line>('identity.my-notices', { show, limit: 20 })
  const putAway = useTell('identity.put-away-notices', { settles: ['identity.my-notices'] })
  const waiting = list.rows.filter((line) => line.putAwayAt === null)
  const away = (lines: readonly Line[]): void => void putAway.tell({ notices: lines.map((line) => line.id) })
  return (
    <Page narrow>
      <RecordHead
        crumbs={[]}
        title={say('portal.notices')}
        facts={say('portal.notices-note')}
        acts={
          waiting.length > 1 ? (
            <Button busy={putAway.busy} onClick={() => away(waiting)}>
              {say('portal.put-all-away')}
            </Button>
          ) : undefined
        }
      />
      <Tabs
        value={show}
        onChange={setShow}
        tabs={[
          { value: 'waiting', label: say('portal.notices-waiting') },
          { value: 'all', label: say('portal.show-all') },
        ]}
      />
      {list.problem ? <ErrorState problem={list.problem} onRetry={list.again} /> : null}
      {list.loading ? <Skeleton lines={3} /> : null}
      {!list.loading && !list.problem && list.rows.length === 0 ? (
        <EmptyState icon="bell" title={say('portal.no-notices')}>
          {say('portal.no-notices-next')}
        </EmptyState>
      ) : null}
      {list.rows.length > 0 ? (
        <Card>
          {list.rows.map((line) => (
            <div className="portal-row one-line" key={line.id}>
              <span>
                <Linked to={line.path}>{line.text}</Linked>
                <br />
                <span className="dim">
                  {line.number ? (
                    <>
                      <Mono>{line.number}</Mono>,{' '}
                    </>
                  ) : null}
                  <When at={line.at} />
                </span>
              </span>
              {line.putAwayAt === null ? (
                <Button plain onClick={() => away([line])}>
                  {say('portal.put-away')}
                </Button>
              ) : null}
            </div>
          ))}
        </Card>
      ) : null}
      <More of={list} />
      <PushHere />
      <ByMail />
    </Page>
  )
}

function ByMail(): ReactNode {
  const say = useSay()
  const asked = useAsk<NoticeChoicesSeen>('portal.notice-choices')
  const act = useTell('portal.choose-notices', { settles: ['portal.notice-choices'] })
  return (
    <Card title={say('portal.by-mail')}>
      <p className="dim">{say('portal.by-mail-note')}</p>
      {asked.data && !asked.data.reachable ? <Note tone="maize">{say('portal.no-address')}</Note> : null}
      {act.problem ? <Note tone="achiote">{act.problem.detail}</Note> : null}
      {asked.data?.items.map((one) => (
        <label className="portal-row one-line" key={one.kind}>
          <span>{one.text}</span>
          <input
            type="checkbox"
            checked={one.mail}
            disabled={act.busy}
            onChange={(event) => void act.tell({ choices: [{ kind: one.kind, mail: event.target.checked }] })}
          />
        </label>
      ))}
    </Card>
  )
}
