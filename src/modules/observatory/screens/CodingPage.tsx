/** Victims of the cases one sees, and the words that a statistic of violence asks of each: a row is said in one panel. */
import { type ReactNode, useState } from 'react'
import { EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import type { Absent, Field, Values } from '#ui/fields.ts'
import { useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { codeField } from '#modules/cases/screens/fields.ts'
import type { VictimToCode } from '../contract.ts'

export default function CodingPage(): ReactNode {
  const say = useSay()
  const [show, setShow] = useState('open')
  const [coding, setCoding] = useState<VictimToCode | null>(null)
  const list = useList<VictimToCode>('observatory.victims-to-code', { show, limit: 50 })
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('observatory.coding-title')}
        facts={say('observatory.coding-note')}
      />
      <Tabs
        value={show}
        onChange={setShow}
        tabs={['open', 'coded', 'all'].map((value) => ({ value, label: say(`observatory.show-${value}`) }))}
      />
      {!list.loading && list.rows.length === 0 ? (
        <EmptyState icon="circle-check" title={say('observatory.nothing-to-code')}>
          {say('observatory.nothing-to-code-next')}
        </EmptyState>
      ) : (
        <DataTable
          name="observatory.victims"
          rows={list.rows}
          rowKey={(r) => r.victim}
          onOpen={setCoding}
          more={list.more}
          hasMore={list.hasMore}
          columns={[
            {
              key: 'number',
              label: say('observatory.case'),
              cell: (r) => (
                <Linked to={`/cases/${r.case}`}>
                  <Mono>{r.number}</Mono>
                </Linked>
              ),
              text: (r) => r.number,
              mono: true,
              width: 170,
            },
            { key: 'title', label: '', cell: (r) => r.title, text: (r) => r.title, primary: true },
            {
              key: 'offence',
              label: say('observatory.dim-offence'),
              cell: (r) => r.offence,
              text: (r) => r.offence,
              width: 200,
            },
            {
              key: 'victim',
              label: say('observatory.victim'),
              cell: (r) => `${r.sex}, ${r.ageBand}`,
              text: (r) => `${r.sex} ${r.ageBand}`,
              width: 160,
            },
            {
              key: 'missing',
              label: '',
              cell: (r) => (
                <StateChip state={r.missing === 0 ? 'verified' : 'waits-person'}>
                  {say('observatory.missing', { n: r.missing })}
                </StateChip>
              ),
              text: (r) => String(r.missing),
              width: 150,
            },
          ]}
        />
      )}
      {coding ? <Code of={coding} onClose={() => setCoding(null)} /> : null}
    </Page>
  )
}

const lists = [
  ['means', 'means'],
  ['firearm', 'firearm-kind'],
  ['relationship', 'relationship'],
  ['context', 'context'],
  ['motive', 'motive'],
  ['roadRole', 'road-role'],
  ['nationality', 'nationality'],
] as const

function Code({ of, onClose }: { of: VictimToCode; onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useTell('observatory.code-victim', { onDone: onClose })
  const fields: Field[] = [
    ...lists.map(([key, list]) => codeField(key, say(`observatory.dim-${key}`), list, { absent: true })),
    {
      key: 'domestic',
      label: say('observatory.dim-domestic'),
      kind: 'choice',
      absent: true,
      options: ['yes', 'no'].map((value) => ({ value, label: say(`observatory.yes-no-${value}`) })),
    },
  ]
  return (
    <Dialog wide title={`${of.number} ${of.title}`} onClose={onClose}>
      <Form
        name={`observatory.code-victim.${of.victim}`}
        draft={false}
        columns={2}
        fields={fields}
        initial={Object.fromEntries(Object.entries(of.coded).map(([key, value]) => [key, formValue(value)]))}
        sendLabel={say('op.observatory.code-victim')}
        problem={act.problem}
        onSend={async (values) =>
          void (await act.tell({ case: of.case, victim: of.victim, ...coded(values) }))
        }
      />
    </Dialog>
  )
}

/** A form says `{value}` or `{absent}`; a coding says the code or the absence itself. */
function coded(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const said = value as { value?: string; absent?: Absent } | null | undefined
      const code = typeof value === 'string' ? value : (said?.value ?? said?.absent)
      return code ? [[key, code]] : []
    }),
  )
}
const absentOnes = ['unknown', 'not-applicable']
const formValue = (value: string | null): unknown =>
  value === null ? undefined : absentOnes.includes(value) ? { absent: value } : { value }
