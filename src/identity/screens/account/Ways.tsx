/** The ways in: passkeys, authenticator, recovery codes, password; and the PIN for signing. */
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { canPasskey, makePasskey, wasLeft } from '#ui/passkey.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { MyPasskey } from '../../contract/sign-in.ts'
import { PasskeyPlace } from '../PasskeyPlace.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { useShown } from './shown.ts'

export function Passkeys(): ReactNode {
  const say = useSay()
  const mine = useAsk<{ items: MyPasskey[] }>('identity.my-passkeys')
  const add = useTell<{ id: string; recoveryCodes: string[] }>('identity.add-passkey')
  const remove = useTell('identity.remove-passkey')
  const [asking, setAsking] = useState(false)
  const [fault, setFault] = useState(false)
  const shown = useShown()
  const make = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    setFault(false)
    try {
      const proof = await shown.show(values)
      if (await add.tell({ name: values['name'], passkey: await makePasskey(), ...proof })) setAsking(false)
    } catch (cause) {
      setFault(!wasLeft(cause))
    }
  }
  const takeAway = async (key: MyPasskey): Promise<void> => {
    const sure = await confirm({
      title: say('op.identity.remove-passkey'),
      will: say('identity.will-remove-passkey', { name: key.name }),
      danger: true,
    })
    if (sure) await remove.tell({ passkey: key.id, ...(await shown.show({})) })
  }
  const keys = mine.data?.items ?? []
  return (
    <Card
      title={say('identity.passkeys')}
      aside={
        canPasskey() ? (
          <Button icon="add" onClick={() => setAsking(true)}>
            {say('op.identity.add-passkey')}
          </Button>
        ) : null
      }
    >
      {add.done && add.done.recoveryCodes.length > 0 ? (
        <RecoveryCodes codes={add.done.recoveryCodes} />
      ) : null}
      <ProblemNote of={remove.problem} />
      {canPasskey() ? null : <PasskeyPlace />}
      {keys.length === 0 && canPasskey() ? (
        <Note tone="maize" icon="fingerprint">
          {say('identity.no-passkey-yet')}
        </Note>
      ) : null}
      {keys.length === 0 ? null : (
        <Plain
          head={[say('identity.column-name'), say('identity.column-last-used'), '']}
          rows={keys.map((k) => [
            <span key="n">
              {k.name}{' '}
              {k.stopped ? (
                <StateChip tone="achiote" icon="ban">
                  {say('identity.passkey-stopped')}
                </StateChip>
              ) : k.synced ? (
                <StateChip tone="slate" icon="refresh">
                  {say('identity.passkey-synced')}
                </StateChip>
              ) : null}
            </span>,
            k.lastUsedAt ? showInstant(k.lastUsedAt) : say('identity.never'),
            <button type="button" key="r" className="text-act" onClick={() => void takeAway(k)}>
              {say('identity.remove')}
            </button>,
          ])}
        />
      )}
      {asking ? (
        <Dialog title={say('op.identity.add-passkey')} onClose={() => setAsking(false)}>
          {keys.length === 0 ? <Note tone="slate">{say('identity.first-passkey')}</Note> : null}
          {fault ? <Note tone="achiote">{say('identity.passkey-did-not')}</Note> : null}
          <Form
            name="identity.add-passkey"
            draft={false}
            fields={[
              {
                key: 'name',
                label: say('identity.field-passkey-name'),
                help: say('identity.help-passkey-name'),
                kind: 'text',
                required: true,
                max: 60,
              },
            ]}
            onSend={make}
            problem={add.problem}
            sendLabel={say('identity.make-it')}
          />
        </Dialog>
      ) : null}
    </Card>
  )
}

export function Authenticator(): ReactNode {
  const say = useSay()
  const me = useMe()
  const shown = useShown()
  const enrol = useTell<{ secret: string | null; qr: string | null; recoveryCodes: string[] }>(
    'identity.enrol-totp',
  )
  const end = useTell('identity.end-totp')
  const { done } = enrol
  const stop = async (): Promise<void> => {
    const sure = await confirm({
      title: say('op.identity.end-totp'),
      will: say('identity.will-end-totp'),
      danger: true,
    })
    if (sure) await end.tell(await shown.show({}))
  }
  return (
    <Card title={say('identity.authenticator')}>
      {done && done.recoveryCodes.length > 0 ? <RecoveryCodes codes={done.recoveryCodes} /> : null}
      <Note tone={me?.hasTotp ? 'reef' : me?.secondFactor ? 'slate' : 'maize'}>
        {say(
          me?.hasTotp ? 'identity.totp-on' : me?.secondFactor ? 'identity.totp-beside' : 'identity.totp-off',
        )}
      </Note>
      {done?.secret && done.qr ? (
        <>
          <p>{say('identity.totp-secret')}</p>
          <div className="me-qr">
            <img
              alt={say('identity.totp-qr')}
              width={176}
              height={176}
              src={`data:image/svg+xml;utf8,${encodeURIComponent(done.qr)}`}
            />
            <p>
              {say('identity.totp-by-hand')} <Mono>{done.secret.replace(/(.{4})(?=.)/g, '$1 ')}</Mono>
            </p>
          </div>
          <Form
            key="code"
            name="identity.totp-code"
            draft={false}
            fields={[
              {
                key: 'code',
                label: say('identity.field-code'),
                kind: 'text',
                required: true,
                autoComplete: 'one-time-code',
                placeholder: '123456',
              },
            ]}
            onSend={async (v) => void (await enrol.tell({ code: v['code'] }))}
            problem={enrol.problem}
            sendLabel={say('identity.totp-confirm')}
          />
        </>
      ) : (
        <Form
          key="begin"
          name="identity.totp-begin"
          draft={false}
          fields={shown.fields}
          onSend={async (v) => void (await enrol.tell(await shown.show(v)))}
          problem={enrol.problem}
          sendLabel={say(me?.hasTotp ? 'identity.totp-renew' : 'identity.totp-begin')}
        />
      )}
      {me?.hasTotp && !done?.secret ? (
        <Button danger onClick={() => void stop()}>
          {say('op.identity.end-totp')}
        </Button>
      ) : null}
      <ProblemNote of={end.problem} />
    </Card>
  )
}

export function Codes(): ReactNode {
  const say = useSay()
  const me = useMe()
  const shown = useShown()
  const renew = useTell<{ recoveryCodes: string[] }>('identity.make-recovery-codes')
  const left = me?.recoveryCodes ?? 0
  return (
    <Card title={say('identity.recovery-codes')}>
      {renew.done ? (
        <RecoveryCodes codes={renew.done.recoveryCodes} />
      ) : (
        <Note tone={left > 2 ? 'reef' : 'maize'}>{say('identity.codes-left', { n: left })}</Note>
      )}
      <Form
        name="identity.codes"
        draft={false}
        fields={shown.fields}
        onSend={async (v) => void (await renew.tell(await shown.show(v)))}
        problem={renew.problem}
        sendLabel={say('op.identity.make-recovery-codes')}
      />
    </Card>
  )
}

export function Pin(): ReactNode {
  const say = useSay()
  const me = useMe()
  const shown = useShown()
  const setPin = useTell('identity.set-pin')
  const has = (me?.hasPin ?? false) || setPin.done !== null
  return (
    <Card title={say('identity.pin-title')}>
      <Note tone={has ? 'reef' : 'maize'}>{say(has ? 'identity.pin-is-set' : 'identity.pin-needed')}</Note>
      <Form
        name="identity.set-pin"
        draft={false}
        fields={[
          ...shown.fields,
          {
            key: 'pin',
            label: say(has ? 'identity.field-new-pin' : 'identity.field-pin'),
            help: say('identity.help-pin'),
            kind: 'text',
            required: true,
            secret: true,
            autoComplete: 'off',
          },
        ]}
        onSend={async (v) => void (await setPin.tell({ pin: v['pin'], ...(await shown.show(v)) }))}
        problem={setPin.problem}
        sendLabel={say('op.identity.set-pin')}
      />
    </Card>
  )
}

export function Password(): ReactNode {
  const say = useSay()
  const shown = useShown()
  const change = useTell('identity.set-password')
  return (
    <Card title={say('identity.field-password')}>
      {change.done ? <Note tone="reef">{say('identity.password-is-set')}</Note> : null}
      <Form
        name="identity.set-password"
        draft={false}
        fields={[
          ...shown.fields,
          {
            key: 'newPassword',
            label: say('identity.field-new-password'),
            help: say('identity.help-password'),
            kind: 'text',
            required: true,
            secret: true,
            autoComplete: 'new-password',
          },
        ]}
        onSend={async (v) =>
          void (await change.tell({ newPassword: v['newPassword'], ...(await shown.show(v)) }))
        }
        problem={change.problem}
        sendLabel={say('op.identity.set-password')}
      />
    </Card>
  )
}
