/** My account: PIN for signing, password, second factor, where I am signed in, tokens. */
import { useState, type ReactNode } from 'react'
import { Asked } from '#ui/Asked.tsx'
import { Card, Columns, Page } from '#ui/Page.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { TextAct } from '#ui/Act.tsx'
import { Mono } from '#ui/Mono.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'

export default function MyAccount(): ReactNode {
  const say = useSay()
  const me = useMe()
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('identity.my-account')}
        facts={me ? [me.person.name, me.unit?.name].filter(Boolean).join(' · ') : ''}
      />
      <Columns kind="halves">
        <Pin has={me?.hasPin ?? false} />
        <Password />
        <SecondFactor on={me?.secondFactor ?? false} />
        <Tokens />
      </Columns>
      <Sessions />
    </Page>
  )
}

const secret = (key: string, label: string, complete: string) => ({
  key,
  label,
  kind: 'text' as const,
  required: true,
  secret: true,
  autoComplete: complete,
})

function Pin(props: { has: boolean }): ReactNode {
  const say = useSay()
  const setPin = useTell('identity.set-pin')
  return (
    <Card title={say('op.identity.set-pin')}>
      {props.has || setPin.done ? (
        <Note tone="reef">{say('identity.pin-is-set')}</Note>
      ) : (
        <Note tone="maize">{say('identity.pin-needed')}</Note>
      )}
      <Form
        name="identity.set-pin"
        draft={false}
        fields={[
          secret('password', say('identity.field-password'), 'current-password'),
          { ...secret('pin', say('identity.field-pin'), 'off'), help: say('identity.help-pin') },
        ]}
        onSend={async (v) => void (await setPin.tell(v))}
        problem={setPin.problem}
        sendLabel={say('op.identity.set-pin')}
      />
    </Card>
  )
}

function Password(): ReactNode {
  const say = useSay()
  const change = useTell('identity.set-password')
  return (
    <Card title={say('op.identity.set-password')}>
      {change.done ? <Note tone="reef">{say('identity.password-is-set')}</Note> : null}
      <Form
        name="identity.set-password"
        draft={false}
        fields={[
          secret('password', say('identity.field-password'), 'current-password'),
          {
            ...secret('newPassword', say('identity.field-new-password'), 'new-password'),
            help: say('identity.help-password'),
          },
        ]}
        onSend={async (v) => void (await change.tell(v))}
        problem={change.problem}
        sendLabel={say('op.identity.set-password')}
      />
    </Card>
  )
}

function SecondFactor(props: { on: boolean }): ReactNode {
  const say = useSay()
  const enrol = useTell<{ secret: string | null; uri: string | null; recoveryCodes: string[] }>(
    'identity.enrol-totp',
  )
  const [password, setPassword] = useState('')
  const secretText = enrol.done?.secret
  if (enrol.done && enrol.done.recoveryCodes.length > 0) {
    return (
      <Card title={say('op.identity.enrol-totp')}>
        <Note tone="reef" title={say('identity.totp-on')}>
          {say('identity.keep-recovery')}
        </Note>
        <p>
          {enrol.done.recoveryCodes.map((c) => (
            <span key={c}>
              <Mono>{c}</Mono>{' '}
            </span>
          ))}
        </p>
      </Card>
    )
  }
  return (
    <Card title={say('op.identity.enrol-totp')}>
      <Note tone={props.on ? 'reef' : 'maize'}>
        {say(props.on ? 'identity.totp-on' : 'identity.totp-off')}
      </Note>
      {secretText ? (
        <p>
          {say('identity.totp-secret')} <Mono>{secretText}</Mono>
        </p>
      ) : null}
      <Form
        key={secretText ?? 'begin'}
        name="identity.enrol-totp"
        draft={false}
        fields={
          secretText
            ? [
                {
                  key: 'code',
                  label: say('identity.field-code'),
                  kind: 'text',
                  required: true,
                  autoComplete: 'one-time-code',
                },
              ]
            : [secret('password', say('identity.field-password'), 'current-password')]
        }
        onSend={async (v) => {
          const given = secretText ? password : String(v.password)
          setPassword(given)
          await enrol.tell({ password: given, ...(secretText ? { code: v.code } : {}) })
        }}
        problem={enrol.problem}
        sendLabel={say(secretText ? 'identity.totp-confirm' : 'identity.totp-begin')}
      />
    </Card>
  )
}

function Tokens(): ReactNode {
  const say = useSay()
  const issue = useTell<{ id: string; token: string }>('identity.issue-token')
  return (
    <Card title={say('op.identity.issue-token')}>
      {issue.done ? (
        <Note tone="reef" title={say('identity.token-once')}>
          <Mono>{issue.done.token}</Mono>
        </Note>
      ) : null}
      <Form
        name="identity.issue-token"
        draft={false}
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
            name: v.name,
            scopes: String(v.scopes)
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

function Sessions(): ReactNode {
  const say = useSay()
  const sessions = useAsk<{ items: { id: string; createdAt: string; current: boolean }[] }>(
    'identity.my-sessions',
  )
  const end = useTell('identity.end-session')
  return (
    <Card title={say('op.identity.my-sessions')}>
      <Asked of={sessions}>
        {(list) => (
          <Plain
            head={[say('identity.column-since'), '']}
            rows={list.items.map((s) => [
              showInstant(s.createdAt),
              s.current ? (
                say('identity.this-session')
              ) : (
                <TextAct
                  key={s.id}
                  operation="identity.end-session"
                  onAct={() => void end.tell({ session: s.id })}
                />
              ),
            ])}
          />
        )}
      </Asked>
    </Card>
  )
}
