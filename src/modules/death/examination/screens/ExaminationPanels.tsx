/** What is filled in during an examination: its start, a section of the protocol, an organ, a specimen, a recovered exhibit, a request, the review. */
import type { ReactNode } from 'react'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { useFormFields } from '#modules/catalogue/screens/form-fields.ts'
import type { ExaminationSeen } from '../contract/examination.ts'
import { AskAct, useCodes, useOptions } from '../../call/screens/asking.tsx'

interface PanelProps {
  readonly e: ExaminationSeen
  readonly more: Record<string, unknown>
  readonly onDone: () => void
}
interface UnitLine {
  readonly id: string
  readonly name: string
  readonly agencyName: string
}

function StartPanel({ e, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.start-examination"
      about={{ examination: e.id }}
      onDone={onDone}
      fields={[
        { key: 'statureCm', kind: 'text', max: 6, label: say('death.field-stature-measured') },
        { key: 'weightKg', kind: 'text', max: 6, label: say('death.field-body-weight') },
      ]}
    />
  )
}
function SectionPanel({ e, more, onDone }: PanelProps): ReactNode {
  const say = useSay()
  const section = e.sections.find((s) => s.section === more['section'])
  const fields = useFormFields(section?.form ? { form: section.form } : undefined)
  if (section?.form && fields.length === 0) return null
  return (
    <AskAct
      operation="death.record-finding"
      title={section?.title ?? say('op.death.record-finding')}
      about={{ examination: e.id, section: more['section'] }}
      onDone={onDone}
      columns={2}
      input={({ answers, ...rest }) => ({ ...rest, ...(section?.form ? { answers: answers ?? {} } : {}) })}
      initial={{
        ...(section?.given ? { answers: section.given } : {}),
        ...(section?.words ? { words: section.words } : {}),
      }}
      fields={[
        ...fields,
        { key: 'words', kind: 'prose', rows: 4, span: 2, label: say('death.field-section-words') },
      ]}
    />
  )
}
function OrganPanel({ e, more, onDone }: PanelProps): ReactNode {
  const say = useSay()
  const organ = e.organs.find((o) => o.organ.code === more['organ'])
  return (
    <AskAct
      operation="death.record-organ"
      title={organ?.organ.name ?? say('op.death.record-organ')}
      about={{ examination: e.id, organ: more['organ'] }}
      draft={false}
      onDone={onDone}
      initial={{
        ...(organ?.weightG ? { weightG: organ.weightG } : {}),
        ...(organ?.words ? { words: organ.words } : {}),
      }}
      fields={[
        { key: 'weightG', kind: 'text', max: 8, label: say('death.field-weight') },
        { key: 'words', kind: 'text', label: say('death.field-own-words') },
        { key: 'retained', kind: 'yes-no', label: say('death.field-retained') },
      ]}
    />
  )
}
function SpecimenPanel({ e, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.take-specimen"
      about={{ examination: e.id }}
      onDone={onDone}
      columns={2}
      fields={[
        {
          key: 'kind',
          kind: 'choice',
          label: say('death.field-specimen'),
          options: useOptions('specimen-kind'),
          required: true,
        },
        { key: 'site', kind: 'text', label: say('death.field-specimen-site') },
        { key: 'container', kind: 'text', label: say('death.field-container') },
        { key: 'additive', kind: 'text', label: say('death.field-additive') },
        { key: 'condition', kind: 'text', label: say('death.field-condition') },
        { key: 'seal', kind: 'text', label: say('death.field-seal'), max: 60 },
      ]}
    />
  )
}
function RecoverPanel({ e, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.recover-item"
      about={{ examination: e.id }}
      onDone={onDone}
      columns={2}
      input={({ wound, ...rest }) => ({ ...rest, ...(wound ? { wound: Number(wound) } : {}) })}
      fields={[
        {
          key: 'type',
          kind: 'ref',
          label: say('death.field-item-type'),
          required: true,
          ask: {
            name: 'catalogue.find-code',
            params: { list: 'item-type', limit: 30 },
            label: (c: { name: string }) => c.name,
            value: (c: { code: string }) => c.code,
          },
        },
        { key: 'description', kind: 'text', label: say('death.field-description'), required: true },
        { key: 'site', kind: 'text', label: say('death.field-specimen-site'), required: true },
        {
          key: 'wound',
          kind: 'choice',
          label: say('death.field-wound'),
          options: e.wounds.map((w) => ({ value: String(w.no), label: `${w.no} ${w.kind.name}` })),
        },
        { key: 'seal', kind: 'text', label: say('death.field-seal'), max: 60 },
      ]}
    />
  )
}
function OrderPanel({ e, onDone }: PanelProps): ReactNode {
  const say = useSay()
  const disciplines = useCodes('discipline')
  const units = useAsk<{ items: UnitLine[] }>('identity.list-units', { limit: 200 })
  return (
    <AskAct
      operation="death.order-toxicology"
      about={{ examination: e.id }}
      onDone={onDone}
      columns={2}
      fields={[
        {
          key: 'things',
          kind: 'choices',
          span: 2,
          required: true,
          label: say('death.field-things'),
          options: e.specimens.map((s) => ({ value: s.thing, label: `${s.number} ${s.kind.name}` })),
        },
        {
          key: 'discipline',
          kind: 'choice',
          required: true,
          label: say('death.field-discipline'),
          options: disciplines.map((d) => ({ value: d.code, label: d.name })),
        },
        {
          key: 'unit',
          kind: 'choice',
          required: true,
          label: say('death.field-unit'),
          options: (units.data?.items ?? []).map((u) => ({
            value: u.id,
            label: `${u.name}, ${u.agencyName}`,
          })),
        },
        {
          key: 'question',
          kind: 'choice',
          required: true,
          label: say('death.field-question'),
          options: useOptions('question'),
        },
        { key: 'dueOn', kind: 'date', label: say('death.field-due') },
        { key: 'holdsCause', kind: 'yes-no', label: say('death.field-holds-cause') },
        { key: 'words', kind: 'prose', rows: 2, span: 2, label: say('death.field-own-words') },
      ]}
    />
  )
}
function ReviewPanel({ e, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.review-examination"
      about={{ examination: e.id }}
      onDone={onDone}
      fields={[
        {
          key: 'outcome',
          kind: 'choice',
          required: true,
          label: say('death.field-outcome-review'),
          options: (['agreed', 'returned'] as const).map((value) => ({
            value,
            label: say(`death.review-${value}`),
          })),
        },
        { key: 'words', kind: 'prose', rows: 3, label: say('death.field-own-words') },
      ]}
    />
  )
}
export const examinationPanels: Readonly<Record<string, (props: PanelProps) => ReactNode>> = {
  start: StartPanel,
  section: SectionPanel,
  organ: OrganPanel,
  specimen: SpecimenPanel,
  recover: RecoverPanel,
  order: OrderPanel,
  review: ReviewPanel,
}
