/** The work of a year by area as FORESIGHT counts it, what it cost, and what was sent back beside how much was done. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { fileUrl, useAsk, useTell } from '#ui/client.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { instantOf } from '#kernel/shapes.ts'
import { useNow } from '#ui/now.ts'
import { useSay } from '#ui/say.ts'
import { showNumber } from '#ui/show.ts'
import { codeField } from '#modules/cases/screens/fields.ts'
import { type ForesightLine, type ForesightSeen, costKinds } from '../contract/work.ts'
import { Rooms } from './Rooms.tsx'
import './observatory.css'

export default function WorkPage(): ReactNode {
  const say = useSay()
  const now = dayOfInstant(instantOf(useNow())).slice(0, 4)
  const [year, setYear] = useState(now)
  const [entering, setEntering] = useState(false)
  const seen = useAsk<ForesightSeen>('observatory.foresight', { year }, { keep: true })
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('observatory.foresight-title')}
        facts={say('observatory.foresight-note')}
        acts={
          <ActRow>
            <Act operation="observatory.record-cost" icon="add" onAct={() => setEntering(true)} />
            <a
              className="text-act"
              href={fileUrl('observatory.foresight-file', { year, as: 'xlsx' })}
              download
            >
              <Icon name="download" size={14} />
              XLSX
            </a>
            <a
              className="text-act"
              href={fileUrl('observatory.foresight-file', { year, as: 'csv' })}
              download
            >
              <Icon name="download" size={14} />
              CSV
            </a>
          </ActRow>
        }
      />
      <Rooms />
      <label className="field obs-year">
        <span className="field-label">{say('observatory.year')}</span>
        <select className="input" value={year} onChange={(e) => setYear(e.target.value)}>
          {Array.from({ length: 8 }, (_, i) => String(Number(now) - i)).map((y) => (
            <option key={y}>{y}</option>
          ))}
        </select>
      </label>
      <Asked of={seen}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say('observatory.nothing-counted')} />
          ) : (
            <>
              <Lines
                of={items}
                columns={['cases', 'items', 'samples', 'tests', 'reports', 'returned', 'backlog']}
              />
              <Lines
                of={items}
                columns={['fromRequest', 'fromItem', 'people', 'casesPerPerson', 'cost', 'costPerCase']}
              />
            </>
          )
        }
      </Asked>
      {entering ? <Enter year={year} onClose={() => setEntering(false)} /> : null}
    </Page>
  )
}

type Column = Exclude<keyof ForesightLine, 'discipline' | 'name' | 'area'>
function Lines({ of, columns }: { of: readonly ForesightLine[]; columns: readonly Column[] }): ReactNode {
  const say = useSay()
  const shown = (value: number | string | null): string =>
    value === null ? '–' : showNumber(Number(value), String(value).includes('.') ? 1 : 0)
  return (
    <Card>
      <Plain
        head={[say('observatory.foresight-area'), ...columns.map((c) => say(`observatory.foresight-${c}`))]}
        align={['left', ...columns.map((): 'right' => 'right')]}
        rows={of.map((l) => [l.name, ...columns.map((c) => shown(l[c]))])}
      />
    </Card>
  )
}

function Enter({ year, onClose }: { year: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useTell('observatory.record-cost', { onDone: onClose })
  return (
    <Dialog title={say('op.observatory.record-cost')} onClose={onClose}>
      <Form
        name="observatory.record-cost"
        draft={false}
        initial={{ year }}
        fields={[
          { key: 'year', label: say('observatory.year'), kind: 'text', required: true },
          codeField('discipline', say('observatory.dim-discipline'), 'discipline', { required: true }),
          {
            key: 'kind',
            label: say('observatory.cost-kind'),
            kind: 'choice',
            required: true,
            options: costKinds.map((value) => ({ value, label: say(`observatory.cost-${value}`) })),
          },
          {
            key: 'amount',
            label: say('observatory.amount'),
            help: say('observatory.amount-help'),
            kind: 'text',
            required: true,
          },
        ]}
        sendLabel={say('op.observatory.record-cost')}
        problem={act.problem}
        onSend={async (values) => void (await act.tell(values))}
      />
    </Dialog>
  )
}
