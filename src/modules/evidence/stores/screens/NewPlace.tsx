/** A new place: in which other one, by which code on its door, how much it holds, and whether it opens to two persons only. */
import { Card } from '#ui/Page.tsx'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { PlaceSeen } from '../contract.ts'
import { askPlaces } from '../../things/screens/state.ts'

const kinds = ['site', 'room', 'rack', 'shelf', 'box', 'safe', 'freezer', 'cupboard', 'locker'] as const
/** Whether exhibits are left in it after hours, and what it then asks. */
const temporary = ['no', 'nothing', 'witness', 'photograph', 'either'] as const
/** What usually stands in what. */
const inside: Readonly<Record<string, string>> = { site: 'room', room: 'rack', rack: 'shelf', shelf: 'box' }

export function NewPlace({ within, onDone }: { within: PlaceSeen | null; onDone: () => void }) {
  const say = useSay()
  const act = useTell('evidence.define-location', { settles: ['evidence.store-map'] })
  const send = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    const { temporary: asks, hours, ...rest } = values
    const drop = asks && asks !== 'no' ? { temporary: asks, ...(hours ? { hours } : {}) } : {}
    if (await act.tell({ ...rest, ...drop, ...(within ? { parent: within.id } : {}) })) onDone()
  }
  return (
    <Card title={within ? say('evidence.st-new-in', { name: within.name }) : say('evidence.st-new')}>
      <Form
        name="evidence.define-location"
        problem={act.problem}
        sendLabel={say('evidence.st-new')}
        onSend={send}
        draft={false}
        columns={2}
        initial={{
          kind: (within && inside[within.kind]) ?? 'room',
          ...(within ? { code: `${within.code}-`, witness: within.witness, guns: within.guns } : {}),
        }}
        fields={[
          { key: 'code', label: say('evidence.st-code'), kind: 'text', required: true },
          { key: 'name', label: say('evidence.st-name'), kind: 'text', required: true },
          {
            key: 'kind',
            label: say('evidence.st-kind'),
            kind: 'choice',
            required: true,
            options: kinds.map((k) => ({ value: k, label: say(`evidence.kind-${k}`) })),
          },
          ...(within
            ? []
            : [{ key: 'parent', label: say('evidence.st-in'), kind: 'ref' as const, ask: askPlaces }]),
          { key: 'capacity', label: say('evidence.st-capacity'), kind: 'number' },
          { key: 'witness', label: say('evidence.st-ask-witness'), kind: 'yes-no' },
          {
            key: 'guns',
            label: say('evidence.st-guns-ask'),
            kind: 'yes-no',
            help: say('evidence.st-guns-help'),
          },
          {
            key: 'temporary',
            label: say('evidence.st-temporary'),
            kind: 'choice',
            options: temporary.map((a) => ({ value: a, label: say(`evidence.st-temporary-${a}`) })),
          },
          {
            key: 'hours',
            label: say('evidence.st-hours'),
            kind: 'number',
            show: (v) => Boolean(v.temporary) && v.temporary !== 'no',
          },
        ]}
      />
    </Card>
  )
}
