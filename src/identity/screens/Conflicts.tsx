/** From which matters a person stays away: each is a wall that no role opens. */
import { useState, type ReactNode } from 'react'
import { Act, TextAct } from '#ui/Act.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { PersonPage } from '../contract/people.ts'

export function Conflicts(props: { person: string; all: PersonPage['conflicts'] }): ReactNode {
  const say = useSay()
  const [declaring, declare] = useState(false)
  const lift = useTell('identity.lift-conflict')
  const takeDown = async (id: string, about: string): Promise<void> => {
    const sure = await confirm({
      title: say('op.identity.lift-conflict'),
      will: say('identity.will-lift', { about }),
      reason: 'required',
      danger: true,
    })
    if (sure) await lift.tell({ conflict: id, words: sure.reason })
  }
  return (
    <Card
      title={say('identity.conflicts-of')}
      aside={<Act operation="identity.declare-conflict" icon="add" onAct={() => declare(true)} />}
    >
      {props.all.length === 0 ? (
        <p className="notes dim">{say('identity.no-conflicts')}</p>
      ) : (
        <Plain
          head={[
            say('identity.column-matter'),
            say('identity.field-about'),
            say('identity.column-since'),
            '',
          ]}
          rows={props.all.map((c) => [
            c.of ? <Mono key="of">{c.of}</Mono> : say('identity.matter-all'),
            c.about,
            showInstant(c.at),
            <TextAct
              key="lift"
              operation="identity.lift-conflict"
              onAct={() => void takeDown(c.id, c.about)}
            />,
          ])}
        />
      )}
      <ProblemNote of={lift.problem} />
      {declaring ? <DeclareConflict person={props.person} onDone={() => declare(false)} /> : null}
    </Card>
  )
}

interface CaseLine {
  readonly id: string
  readonly number: string
  readonly title: string
}
/** Said of oneself at once when a name is known; from then on nothing of the case is seen. */
export function DeclareConflict(props: { person: string; onDone: () => void }): ReactNode {
  const say = useSay()
  const declare = useTell('identity.declare-conflict', { onDone: props.onDone })
  return (
    <Dialog title={say('op.identity.declare-conflict')} onClose={props.onDone}>
      <Note tone="maize">{say('identity.conflict-text')}</Note>
      <Form
        name="identity.declare-conflict"
        draft={false}
        fields={[
          {
            key: 'root',
            label: say('identity.column-matter'),
            kind: 'ref',
            required: true,
            ask: {
              name: 'cases.find-cases',
              params: { limit: 20 },
              label: (c: CaseLine) => `${c.number}, ${c.title}`,
              value: (c: CaseLine) => c.id,
            },
          },
          {
            key: 'about',
            label: say('identity.field-about'),
            help: say('identity.help-about'),
            kind: 'text',
            required: true,
          },
        ]}
        onSend={async (v) => void (await declare.tell({ ...v, person: props.person }))}
        problem={declare.problem}
        sendLabel={say('op.identity.declare-conflict')}
      />
    </Dialog>
  )
}
