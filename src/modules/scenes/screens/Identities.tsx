/** People by their documents: the code is read on this device, compared with the document by a person, and kept as it was written. */
import { type ReactNode, useState } from 'react'
import { dayOfInstant } from '#kernel/calendar.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import { type IdentityRead, readIdentity, standards } from '../rules/identity/identity.ts'
import { useActing } from './acting.ts'
import { By } from './cards.tsx'
import { ScanCode } from './ScanCode.tsx'
import { newId, type Scene } from './scene-kept.ts'
import { useCards, useCodes } from './where-fields.ts'

export function PeopleCard({ scene }: { scene: Scene }): ReactNode {
  const say = useSay()
  const parts = (keys: readonly string[]): string =>
    keys.map((k) => say(`scenes.identity-part-${k}`)).join(', ')
  if (scene.identities.length === 0) return null
  return (
    <Card title={say('scenes.identities')}>
      <ul className="scene-rows">
        {scene.identities.map((i) => (
          <li key={i.id}>
            <span className="scene-row">
              <strong>{i.name ?? '–'}</strong>
              <span>{[i.role, i.formatName].filter(Boolean).join(' · ')}</span>
              {i.failed.length > 0 ? (
                <span className="scene-mended">
                  {say('scenes.identity-failed', { parts: parts(i.failed) })}
                </span>
              ) : null}
              {i.differs.length > 0 ? (
                <span className="scene-mended">
                  {say('scenes.identity-differs', { parts: parts(i.differs) })}
                </span>
              ) : null}
              <By {...i} />
              {i.raw ? (
                <details>
                  <summary>{say('scenes.identity-raw')}</summary>
                  <pre className="scene-raw">{i.raw}</pre>
                </details>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function IdentityPanel(props: { scene: Scene; onClose: () => void }): ReactNode {
  const say = useSay()
  const cards = useCards()
  const [said, setSaid] = useState<{ raw: string; today: string } | null>(null)
  const setRaw = (raw: string): void => setSaid({ raw, today: dayOfInstant(new Date().toISOString()) })
  return (
    <Dialog title={say('op.scenes.record-identity')} onClose={props.onClose}>
      {said === null ? (
        <div className="scene-scan">
          <ScanCode label={say('scenes.identity-scan')} codes="cards" onScan={setRaw} />
          <Form
            name={`scenes.identity-lines.${props.scene.id}`}
            draft={false}
            fields={[
              {
                key: 'raw',
                label: say('scenes.identity-lines'),
                help: say('scenes.identity-lines-help'),
                kind: 'prose',
                rows: 3,
                required: true,
                max: 4000,
              },
            ]}
            onSend={(v) => setRaw(String(v['raw']))}
            sendLabel={say('scenes.identity-read')}
          />
        </div>
      ) : (
        <Confirmed
          {...props}
          {...said}
          read={readIdentity(said.raw, said.today, cards)}
          onAgain={() => setSaid(null)}
        />
      )}
    </Dialog>
  )
}

/** What was read is a proposal; the form that is sent is what the person says. */
function Confirmed(props: {
  scene: Scene
  raw: string
  today: string
  read: IdentityRead | null
  onAgain: () => void
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const acting = useActing()
  const { scene, raw, read } = props
  const roles = useCodes('party-role')
  const sexes = useCodes('sex')
  const failed = (read?.failed ?? []).map((p) => say(`scenes.identity-part-${p}`)).join(', ')
  const over = read?.expires && read.expires < props.today ? read.expires : null
  const format = read === null ? 'unread' : standards.includes(read.format) ? read.format : null
  return (
    <>
      <Note
        tone={failed || read === null ? 'achiote' : 'maize'}
        icon="scan"
        title={format ? say(`scenes.identity-${format}`) : read?.format}
      >
        {[
          say('scenes.identity-proposal'),
          failed ? say('scenes.identity-failed', { parts: failed }) : null,
          over ? say('scenes.identity-expired', { on: showDate(over) }) : null,
        ]
          .filter(Boolean)
          .join(' ')}
        <pre className="scene-raw">{raw}</pre>
      </Note>
      <Button icon="scan" onClick={props.onAgain}>
        {say('scenes.identity-again')}
      </Button>
      <Form
        name={`scenes.record-identity.${scene.id}`}
        // What is said of a person does not lie about on a device.
        draft={false}
        columns={2}
        fields={[
          { key: 'role', label: say('scenes.field-role'), kind: 'choice', required: true, options: roles },
          { key: 'name', label: say('scenes.field-name'), kind: 'text', required: true },
          { key: 'document', label: say('scenes.field-document'), kind: 'text' },
          { key: 'born', label: say('scenes.field-born'), kind: 'partial-date' },
          { key: 'sex', label: say('scenes.field-sex'), kind: 'choice', options: sexes },
          { key: 'address', label: say('scenes.field-address'), kind: 'text', span: 2 },
        ]}
        initial={{
          name: read?.name ?? '',
          document: read?.document ?? '',
          born: read?.born ?? '',
          sex: sexes.some((s) => s.value === read?.sex) ? (read?.sex ?? '') : '',
          address: read?.address ?? '',
        }}
        problem={acting.problem}
        onSend={async (values) => {
          const given = Object.fromEntries(Object.entries(values).filter(([, v]) => v !== '' && v !== null))
          const done = await acting.act({
            operation: 'scenes.record-identity',
            input: { id: newId(), attendance: scene.id, raw, ...given },
            label: `${say('op.scenes.record-identity')}: ${String(values['name'])}`,
            attendance: scene.id,
          })
          if (done) props.onClose()
        }}
        sendLabel={say('op.scenes.record-identity')}
      />
    </>
  )
}
