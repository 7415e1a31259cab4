/** Where I am signed in and where I was; the tokens that speak for me. */
import type { ReactNode } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Form } from '#ui/Form.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { MySession, MyToken } from '../../contract/sign-in.ts'

export function Sessions(): ReactNode {
  const say = useSay()
  const sessions = useAsk<{ items: MySession[]; ended: MySession[] }>('identity.my-sessions')
  const end = useTell('identity.end-session')
  const where = (s: MySession): string =>
    [s.device ?? say('identity.device-unknown'), s.address].filter(Boolean).join(' · ')
  const how = (s: MySession): string => (s.method ? say(`identity.method-${s.method}`) : '')
  return (
    <>
      <Card title={say('identity.signed-in-now')}>
        <Asked of={sessions}>
          {(list) => (
            <Plain
              head={[
                say('identity.column-where'),
                say('identity.column-how'),
                say('identity.column-since'),
                say('identity.column-last-seen'),
                '',
              ]}
              rows={list.items.map((s) => [
                where(s),
                how(s),
                showInstant(s.createdAt),
                showInstant(s.seenAt),
                s.current ? (
                  <StateChip key="c" tone="reef" icon="check">
                    {say('identity.this-session')}
                  </StateChip>
                ) : (
                  <TextAct
                    key="e"
                    operation="identity.end-session"
                    onAct={() => void end.tell({ session: s.id })}
                  />
                ),
              ])}
            />
          )}
        </Asked>
      </Card>
      <Card title={say('identity.signed-in-before')}>
        <Note tone="slate">{say('identity.unknown-session')}</Note>
        <Plain
          head={[
            say('identity.column-where'),
            say('identity.column-how'),
            say('identity.column-since'),
            say('identity.column-ended'),
          ]}
          rows={(sessions.data?.ended ?? [])
            .slice(0, 12)
            .map((s) => [
              where(s),
              how(s),
              showInstant(s.createdAt),
              s.endedAt ? showInstant(s.endedAt) : '',
            ])}
        />
      </Card>
    </>
  )
}

export function Tokens(): ReactNode {
  const say = useSay()
  const mine = useAsk<{ items: MyToken[] }>('identity.my-tokens')
  const issue = useTell<{ id: string; token: string; until: string }>('identity.issue-token')
  const revoke = useTell('identity.revoke-token')
  const tokens = mine.data?.items ?? []
  return (
    <Card title={say('op.identity.my-tokens')}>
      <Note tone="slate">{say('identity.token-text')}</Note>
      {issue.done ? (
        <Note tone="mahogany" title={say('identity.token-once')}>
          <Mono>{issue.done.token}</Mono>
        </Note>
      ) : null}
      {tokens.length > 0 ? (
        <Plain
          head={[
            say('identity.field-token-name'),
            say('identity.field-scopes'),
            say('identity.column-last-used'),
            say('identity.column-until'),
            '',
          ]}
          rows={tokens.map((t) => [
            t.name,
            <Mono key="s">{t.scopes.join(' ')}</Mono>,
            t.lastUsedAt ? showInstant(t.lastUsedAt) : say('identity.never'),
            t.until ? showDate(t.until.slice(0, 10)) : '',
            <TextAct
              key="r"
              operation="identity.revoke-token"
              onAct={() => void revoke.tell({ token: t.id })}
            />,
          ])}
        />
      ) : null}
      <Form
        name="identity.issue-token"
        draft={false}
        columns={2}
        fields={[
          { key: 'name', label: say('identity.field-token-name'), kind: 'text', required: true },
          {
            key: 'scopes',
            label: say('identity.field-scopes'),
            help: say('identity.help-scopes'),
            kind: 'text',
            required: true,
          },
        ]}
        onSend={async (v) =>
          void (await issue.tell({
            name: v['name'],
            scopes: String(v['scopes'])
              .split(/[\s,]+/)
              .filter(Boolean),
          }))
        }
        problem={issue.problem}
        sendLabel={say('op.identity.issue-token')}
      />
    </Card>
  )
}
