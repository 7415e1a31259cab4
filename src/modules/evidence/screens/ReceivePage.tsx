/** The counter: who brings what, into which case; each item with packaging, seal, dangers, photographs and what does not agree. */
import { useState } from 'react'
import { Card, Columns, Page } from '#ui/Page.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Button } from '#ui/Button.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { fileUrl, useTell } from '#ui/client.ts'
import { type Say, useSay } from '#ui/say.ts'
import type { z } from 'zod'
import type { SubmissionReceived } from '../contract.ts'
import { askCases, askCodes, askPeople, fileOf } from './state.ts'

type Values = Readonly<Record<string, unknown>>
const code = (say: Say, key: string, list: string, label: string, required = false): Field => ({
  key,
  label: say(label),
  kind: 'ref',
  ask: askCodes(list),
  required,
})

function fieldsOf(say: Say): Field[] {
  const isNew = (v: Values): boolean => v.which === 'new'
  return [
    {
      key: 'which',
      label: say('evidence.r-case'),
      kind: 'choice',
      required: true,
      options: [
        { value: 'here', label: say('evidence.r-existing') },
        { value: 'new', label: say('evidence.r-new') },
      ],
    },
    {
      key: 'case',
      label: say('evidence.r-case-number'),
      kind: 'ref',
      ask: askCases,
      required: true,
      show: (v) => !isNew(v),
    },
    { key: 'title', label: say('evidence.r-case-title'), kind: 'text', required: true, show: isNew },
    { ...code(say, 'type', 'case-type', 'evidence.r-case-type', true), show: isNew },
    { key: 'police', label: say('evidence.r-police-number'), kind: 'text', show: isNew },
    { key: 'person', label: say('evidence.r-by'), kind: 'ref', ask: askPeople },
    { key: 'name', label: say('evidence.r-by-name'), kind: 'text' },
    { key: 'where', label: say('evidence.r-where'), kind: 'text' },
    code(say, 'way', 'delivery-way', 'evidence.r-way'),
  ]
}

/** One item at a time: filled by hand and scanner, then added to what will be received. */
function itemFields(say: Say): Field[] {
  return [
    { key: 'description', label: say('evidence.r-description'), kind: 'text', required: true, span: 2 },
    code(say, 'type', 'item-type', 'evidence.r-type'),
    { key: 'theirNumber', label: say('evidence.r-their-number'), kind: 'scan' },
    code(say, 'packType', 'packaging-type', 'evidence.r-pack-type'),
    code(say, 'colour', 'colour', 'evidence.r-colour'),
    code(say, 'condition', 'condition', 'evidence.r-condition'),
    { key: 'seal', label: say('evidence.r-seal'), kind: 'scan' },
    {
      key: 'sealState',
      label: say('evidence.r-seal-state'),
      kind: 'choice',
      options: ['intact', 'damaged', 'broken'].map((s) => ({ value: s, label: say(`evidence.r-${s}`) })),
    },
    code(say, 'hazard', 'hazard', 'evidence.r-hazards'),
    { key: 'photo', label: say('evidence.r-photo'), kind: 'file' },
    { key: 'doubt', label: say('evidence.r-discrepancy'), kind: 'text' },
  ]
}

const text = (v: unknown): string | undefined => (typeof v === 'string' && v.trim() !== '' ? v : undefined)
/** From flat fields to what the act asks for; what was left empty is left out. */
export function submissionOf(v: Values, list: readonly Values[]): unknown {
  const items = list.map((i) => ({
    description: i.description,
    type: text(i.type),
    theirNumber: text(i.theirNumber),
    ...(text(i.packType)
      ? { packaging: { type: i.packType, colour: text(i.colour), condition: text(i.condition) } }
      : {}),
    ...(text(i.seal) ? { seals: [{ number: i.seal, state: text(i.sealState) ?? 'intact' }] } : {}),
    ...(text(i.hazard) ? { hazards: [i.hazard] } : {}),
    ...(fileOf(i.photo) ? { photographs: [{ file: fileOf(i.photo), shows: 'packaging' }] } : {}),
    ...(text(i.doubt) ? { discrepancies: [{ kind: 'other', words: i.doubt }] } : {}),
  }))
  const isNew = v.which === 'new'
  return {
    ...(isNew
      ? {
          newCase: {
            title: v.title,
            type: v.type,
            ...(text(v.police) ? { aliases: [{ kind: 'police', text: v.police }] } : {}),
          },
        }
      : { case: v.case }),
    submittedBy: { person: text(v.person), name: text(v.name), where: text(v.where) },
    way: text(v.way),
    items,
  }
}

export default function ReceivePage() {
  const say = useSay()
  const [items, setItems] = useState<readonly Values[]>([])
  const act = useTell<z.output<typeof SubmissionReceived>>('evidence.receive-submission')
  const send = async (values: Values): Promise<void> => {
    const done = await act.tell(submissionOf(values, items))
    if (done) setItems([])
  }
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('evidence.items'), to: '/evidence' }]}
        title={say('evidence.r-title')}
      />
      {act.done ? <Receipt done={act.done} /> : null}
      <Columns kind="halves">
        <Card title={say('evidence.r-case')}>
          <Form
            name="evidence.receive-submission"
            fields={fieldsOf(say)}
            columns={2}
            initial={{ which: 'new' }}
            problem={act.problem}
            sendLabel={say('evidence.r-send')}
            onSend={send}
            sendVerdict={items.length > 0 ? { ok: true } : { ok: false, why: say('evidence.r-first-item') }}
          />
        </Card>
        <div style={{ display: 'grid', gap: 14 }}>
          {items.length > 0 ? (
            <Card title={say('evidence.r-items')} aside={say('evidence.h-list', { n: items.length })}>
              <Plain
                head={[]}
                rows={items.map((i, n) => [
                  say('evidence.r-item', { n: n + 1 }),
                  String(i.description),
                  <Mono key="s">{text(i.seal) ?? ''}</Mono>,
                  <Button
                    key="x"
                    plain
                    icon="x"
                    label={say('evidence.r-less')}
                    onClick={() => setItems(items.filter((o) => o !== i))}
                  />,
                ])}
              />
            </Card>
          ) : null}
          <Card title={say('evidence.r-item', { n: items.length + 1 })}>
            <Form
              key={items.length}
              name="evidence.receive-item"
              fields={itemFields(say)}
              columns={2}
              draft={false}
              sendLabel={say('evidence.r-add')}
              onSend={async (values) => {
                setItems([...items, values])
              }}
            />
          </Card>
        </div>
      </Columns>
    </Page>
  )
}

function Receipt({ done }: { done: z.output<typeof SubmissionReceived> }) {
  const say = useSay()
  return (
    <Card
      title={say('evidence.r-done', { number: done.number })}
      aside={
        <Linked to={`/cases/${done.case.id}`} mono>
          {done.case.number}
        </Linked>
      }
    >
      <Note tone="reef" title={say('evidence.r-done', { number: done.number })}>
        <Linked to={fileUrl('evidence.label', { items: done.items.map((i) => i.id).join(',') })} icon="print">
          {say('evidence.r-print')}
        </Linked>
      </Note>
      <Plain
        head={[say('evidence.s-number'), say('evidence.s-barcode')]}
        rows={done.items.map((i) => [
          <Linked key="n" to={`/evidence/items/${i.id}`} mono>
            {i.number}
          </Linked>,
          <Mono key="b">{i.barcode}</Mono>,
        ])}
      />
    </Card>
  )
}
