/** Something stands here and in no record: described, given to a case, labelled; then the next one. */
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { z } from 'zod'
import type { PlaceSeen, StoreMapSeen } from '../../contract.ts'
import { LabelDialog } from '../../../things/screens/LabelDialog.tsx'
import { askCases, askCodes, askPeople } from '../../../things/screens/state.ts'

export default function RegisterFoundPage() {
  const { place } = useParams({ strict: false }) as { place: string }
  const map = useAsk<z.output<typeof StoreMapSeen>>('evidence.store-map', { place })
  return (
    <Asked of={map}>
      {(m) => {
        const here = m.places.find((p) => p.id === place)
        return here ? <Registering here={here} /> : null
      }}
    </Asked>
  )
}

interface Made {
  readonly id: string
  readonly number: string
}

function Registering({ here }: { here: PlaceSeen }) {
  const say = useSay()
  const { label } = useSearch({ strict: false }) as { label?: string }
  const act = useTell<Made>('evidence.register-found-item', { settles: ['evidence.'] })
  const [made, setMade] = useState<readonly Made[]>([])
  const [labels, setLabels] = useState<readonly string[] | null>(null)
  const last = made.at(-1)
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: here.name, to: `/evidence/places/${here.id}` }]}
        number={here.code}
        title={say('evidence.g-title', { place: here.name })}
      />
      <Note tone="slate" icon="info" title={say('op.evidence.register-found-item')}>
        {say('evidence.g-help')}
      </Note>
      {last ? (
        <Note tone="reef" icon="check" title={say('evidence.g-done', { number: last.number })}>
          <div className="acts">
            <Linked to={`/evidence/items/${last.id}`} mono>
              {last.number}
            </Linked>
            <Button icon="print" onClick={() => setLabels(made.map((m) => m.id))}>
              {say('op.evidence.print-label')}
            </Button>
          </div>
        </Note>
      ) : null}
      <Card>
        <Form
          key={made.length}
          name="evidence.register-found-item"
          draft={false}
          problem={act.problem}
          sendLabel={say('evidence.g-register')}
          columns={2}
          initial={{ description: '', ...(made.length === 0 && label ? { theirNumber: label } : {}) }}
          fields={[
            { key: 'description', label: say('evidence.d-description'), kind: 'text', required: true },
            { key: 'type', label: say('evidence.r-type'), kind: 'ref', ask: askCodes('item-type') },
            { key: 'theirNumber', label: say('evidence.g-their-number'), kind: 'scan' },
            { key: 'seal', label: say('evidence.g-seal'), kind: 'scan' },
            {
              key: 'packaging',
              label: say('evidence.r-pack-type'),
              kind: 'ref',
              ask: askCodes('packaging-type'),
            },
            { key: 'case', label: say('evidence.g-case'), kind: 'ref', ask: askCases },
            {
              key: 'title',
              label: say('evidence.g-new-case'),
              kind: 'text',
              show: (v) => !v.case,
              required: true,
            },
            {
              key: 'caseType',
              label: say('evidence.g-new-type'),
              kind: 'ref',
              ask: askCodes('case-type'),
              show: (v) => !v.case,
              required: true,
            },
            ...(here.witness
              ? [
                  {
                    key: 'second',
                    label: say('evidence.d-witness'),
                    kind: 'ref' as const,
                    ask: askPeople,
                    required: true,
                  },
                  {
                    key: 'pin',
                    label: say('evidence.h-pin'),
                    kind: 'text' as const,
                    secret: true,
                    required: true,
                  },
                ]
              : []),
            { key: 'words', label: say('evidence.d-words'), kind: 'text' },
          ]}
          onSend={async ({ seal, packaging, title, caseType, second, pin, ...values }) => {
            const done = await act.tell({
              ...values,
              place: here.id,
              ...(values.case ? {} : { newCase: { title, type: caseType } }),
              ...(seal ? { seals: [{ number: seal }] } : {}),
              ...(packaging ? { packaging: { type: packaging } } : {}),
              ...(second ? { witness: { person: second, pin } } : {}),
            })
            if (done) setMade([...made, done])
          }}
        />
      </Card>
      {labels ? <LabelDialog items={labels} again={false} onClose={() => setLabels(null)} /> : null}
    </Page>
  )
}
