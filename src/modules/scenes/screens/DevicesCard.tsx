/** Devices of somebody one looks after: opened again by the code that the service keeps, or ended when they are lost. */
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import type { DeviceKeyList } from '#identity/contract/claims.ts'
import { Act, ActRow } from '#ui/Act.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { PersonPicker } from '#ui/RefPicker.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'

export function DevicesCard(): ReactNode {
  const say = useSay()
  const own = useMe()?.person
  const me = own?.id ?? ''
  const [person, setPerson] = useState<string | null>(me)
  const keys = useAsk<z.output<typeof DeviceKeyList>>(
    'identity.list-device-keys',
    { person: person ?? me },
    { enabled: me !== '' },
  )
  const recover = useTell<{ recovery: string; device: string }>('identity.recover-device')
  const end = useTell('identity.withdraw-device-key')
  const [code, setCode] = useState<string | null>(null)
  const open = async (key: string): Promise<void> => {
    const said = await confirm({
      title: say('op.identity.recover-device'),
      will: say('scenes.recover-will'),
      reason: 'required',
    })
    const done = said && (await recover.tell({ key }, said))
    if (done) setCode(done.recovery)
  }
  return (
    <Card title={say('op.identity.list-device-keys')}>
      <PersonPicker
        label={say('scenes.roster-person')}
        value={person}
        onChange={setPerson}
        {...(person === me && own ? { shown: own.name } : {})}
      />
      {keys.data?.items.length === 0 ? <p className="scene-quiet">{say('scenes.no-devices')}</p> : null}
      {code ? (
        <Note tone="maize" title={say('scenes.recover-code')}>
          <Mono>{code}</Mono>
        </Note>
      ) : null}
      <ProblemNote of={recover.problem ?? end.problem ?? keys.error} />
      <ul className="scene-rows">
        {(keys.data?.items ?? []).map((k) => (
          <li key={k.id}>
            <span className="scene-row">
              <strong>{k.name}</strong>
              <span className="scene-quiet">
                {k.person.name} · <When at={k.since} />
                {k.endedAt ? ` · ${say('scenes.device-ended')}` : ''}
              </span>
              {k.endedAt ? null : (
                <ActRow>
                  <Act
                    operation="identity.recover-device"
                    icon="key"
                    busy={recover.busy}
                    onAct={() => void open(k.id)}
                  />
                  <Act
                    operation="identity.withdraw-device-key"
                    icon="ban"
                    danger
                    busy={end.busy}
                    onAct={() => void end.tell({ key: k.id })}
                  />
                </ActRow>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
