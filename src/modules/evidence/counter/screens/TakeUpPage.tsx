/** An announcement on the counter: who brings it, into which case, and item by item what is as announced, what differs, what goes back. */
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Form, type Field, type Values } from '#ui/Form.tsx'
import { Segments } from '#ui/Choices.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { ScanBox } from '#ui/ScanBox.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useAsk, useTell } from '#ui/client.ts'
import { type Say, useSay } from '#ui/say.ts'
import type { PrelogItemSeen, PrelogMatches, PrelogSeen } from '../contract.ts'
import { differencesOf, normalised } from '../rules.ts'
import { askCodes } from '../../things/screens/state.ts'

type Fate = 'received' | 'refused' | 'missing'
interface Found {
  readonly fate: Fate
  readonly values: Values
}
const text = (v: unknown): string | undefined =>
  typeof v === 'string' && v.trim() !== '' ? v.trim() : undefined
const asAnnounced = (i: PrelogItemSeen): Values => ({
  description: i.description,
  count: i.count === null ? '' : String(i.count),
  packaging: i.packaging?.type.code ?? '',
  colour: i.packaging?.colour?.code ?? '',
  seal: i.seals.map((s) => s.number).join(', '),
})
/** What stands on the counter, as the act wants it. */
function itemOf(i: PrelogItemSeen, v: Values) {
  const packaging = text(v.packaging)
  return {
    id: i.id,
    description: text(v.description) ?? i.description,
    type: i.type?.code ?? null,
    count: text(v.count) ? Number(v.count) : null,
    quantity: i.quantity,
    ...(packaging
      ? {
          packaging: {
            type: packaging,
            colour: text(v.colour) ?? null,
            size: i.packaging?.size?.code ?? null,
          },
        }
      : {}),
    seals: (text(v.seal) ?? '')
      .split(/[,;]\s*/)
      .filter(Boolean)
      .map((number) => ({ number })),
    theirNumber: i.theirNumber,
  }
}
const announcedOf = (i: PrelogItemSeen) => ({
  ...i,
  type: i.type?.code,
  packaging: i.packaging && {
    type: i.packaging.type.code,
    colour: i.packaging.colour?.code,
    size: i.packaging.size?.code,
  },
})

export default function TakeUpPage(): ReactNode {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useAsk<PrelogSeen>('evidence.get-prelog', { submission: id })
  return <Asked of={asked}>{(a) => <TakeUp key={`${a.id} ${a.seq}`} of={a} />}</Asked>
}

function TakeUp({ of: a }: { of: PrelogSeen }): ReactNode {
  const say = useSay()
  const matches = useAsk<PrelogMatches>(
    'evidence.match-prelog',
    { submission: a.id },
    { enabled: a.state === 'announced' },
  )
  const [found, setFound] = useState<Readonly<Record<string, Found>>>({})
  const [scanned, setScanned] = useState<ReadonlySet<string>>(new Set())
  const [unknown, setUnknown] = useState<string | null>(null)
  // By its barcode, its seal, or the number of who brings it: whatever can be scanned on the package.
  const onScan = (code: string): void => {
    const read = normalised(code)
    const item = a.things.find((i) =>
      [i.barcode, i.theirNumber ?? '', ...i.seals.map((s) => s.number)].some(
        (c) => c && normalised(c) === read,
      ),
    )
    setUnknown(item ? null : code)
    if (!item) return
    setScanned(new Set([...scanned, item.id]))
    setFound({ ...found, [item.id]: { ...of(item), fate: 'received' } })
  }
  const receive = useTell<{
    id: string
    number: string
    case: { id: string; number: string }
    items: { id: string }[]
  }>('evidence.receive-submission')
  const refuse = useTell<{ id: string; number: string }>('evidence.refuse-submission')
  const of = (i: PrelogItemSeen): Found => found[i.id] ?? { fate: 'received', values: asAnnounced(i) }
  const taken = a.things.filter((i) => of(i).fate === 'received')
  const send = async (v: Values): Promise<void> => {
    const chosen = text(v.case)
    const file =
      chosen && chosen !== 'new'
        ? { case: chosen }
        : { newCase: { title: text(v.title), type: v.type, investigator: { person: a.byPerson } } }
    const pin = text(v.pin)
    const by = {
      submittedBy:
        v.who === 'other'
          ? { name: text(v.name), where: text(v.where) }
          : { person: a.byPerson, ...(a.byUnit ? { unit: a.byUnit } : {}) },
      ...(pin && v.who !== 'other' ? { coSigner: { person: a.byPerson, pin } } : {}),
    }
    const back = a.things
      .filter((i) => of(i).fate === 'refused')
      .map((i) => ({
        item: i.id,
        description: i.description,
        type: i.type?.code ?? null,
        theirNumber: i.theirNumber,
        why: v.why,
      }))
    const announced = { submission: a.id, seq: a.seq }
    if (taken.length > 0)
      await receive.tell({
        ...file,
        ...by,
        announced,
        refused: back,
        items: taken.map((i) => itemOf(i, of(i).values)),
      })
    else await refuse.tell({ ...file, ...by, announced, why: v.why, words: text(v.words), refused: back })
  }
  const waits = a.state === 'announced'
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('evidence.a-title'), to: '/evidence/announced' }]}
        number={a.number}
        title={a.title ?? say('evidence.a-title')}
        chips={
          <StateChip state={waits ? 'announced' : a.state === 'received' ? 'received' : 'withdrawn'}>
            {say(`evidence.a-${a.state}`)}
          </StateChip>
        }
        facts={[a.by, a.unit, a.numbers.join(', ')].filter(Boolean).join(' · ')}
      />
      {receive.done ? (
        <Note tone="reef" title={say('evidence.r-done', { number: receive.done.number })}>
          <Linked to={`/cases/${receive.done.case.id}`} mono>
            {receive.done.case.number}
          </Linked>{' '}
          <Linked
            to={fileUrl('evidence.label', { items: receive.done.items.map((i) => i.id).join(',') })}
            icon="print"
          >
            {say('evidence.r-print')}
          </Linked>
        </Note>
      ) : null}
      <Columns kind="halves">
        <Stacked>
          {waits ? (
            <Card>
              <ScanBox label={say('evidence.a-scan-each')} onScan={onScan} />
              <p className="dim" role="status">
                {say('evidence.a-scanned', { n: scanned.size, of: a.things.length })}
              </p>
              {unknown ? (
                <Note tone="achiote">{say('evidence.a-scan-unknown', { code: unknown })}</Note>
              ) : null}
            </Card>
          ) : null}
          {a.things.map((i, n) => (
            <ItemCard
              key={i.id}
              n={n + 1}
              item={i}
              scanned={scanned.has(i.id)}
              found={of(i)}
              off={!waits}
              onFound={(f) => setFound({ ...found, [i.id]: f })}
            />
          ))}
        </Stacked>
        {waits ? (
          <Card title={say('evidence.r-case')}>
            {(matches.data?.cases ?? []).map((c) => (
              <Note key={c.id} tone="maya" title={`${c.number} ${c.title}`}>
                {say('evidence.a-match', { numbers: c.by.join(', ') })}{' '}
                {say('evidence.a-will-see', { by: a.by, unit: a.unit ?? '' })}
              </Note>
            ))}
            <Form
              name={`evidence.take-up ${a.id}`}
              draft={false}
              fields={fileFields(say, matches.data, a)}
              initial={{
                case: matches.data?.cases.find((c) => c.named)?.id ?? 'new',
                title: a.title ?? '',
                who: 'announcer',
              }}
              problem={receive.problem ?? refuse.problem}
              sendLabel={say(
                taken.length > 0 ? 'op.evidence.receive-submission' : 'op.evidence.refuse-submission',
              )}
              onSend={send}
            />
          </Card>
        ) : null}
      </Columns>
    </Page>
  )
}

function fileFields(say: Say, matches: PrelogMatches | undefined, a: PrelogSeen): Field[] {
  const isNew = (v: Values): boolean => (v.case ?? 'new') === 'new'
  return [
    {
      key: 'case',
      label: say('evidence.r-case'),
      kind: 'choice',
      required: true,
      options: [
        { value: 'new', label: say('evidence.r-new') },
        ...(matches?.cases ?? []).map((c) => ({ value: c.id, label: c.number })),
      ],
      // Where no case fits there is nothing to choose: it is a new one.
      show: () => (matches?.cases ?? []).length > 0,
    },
    { key: 'title', label: say('evidence.r-case-title'), kind: 'text', required: true, show: isNew },
    {
      key: 'type',
      label: say('evidence.r-case-type'),
      kind: 'ref',
      ask: askCodes('case-type') as Field['ask'],
      required: true,
      show: isNew,
    },
    {
      key: 'who',
      label: say('evidence.r-by'),
      kind: 'choice',
      options: [
        { value: 'announcer', label: a.by },
        { value: 'other', label: say('evidence.a-other') },
      ],
    },
    {
      key: 'name',
      label: say('evidence.r-by-name'),
      kind: 'text',
      required: true,
      show: (v) => v.who === 'other',
    },
    { key: 'where', label: say('evidence.r-where'), kind: 'text', show: (v) => v.who === 'other' },
    {
      key: 'pin',
      label: say('evidence.a-pin', { by: a.by }),
      kind: 'text',
      secret: true,
      show: (v) => v.who !== 'other',
    },
    {
      key: 'why',
      label: say('evidence.a-why'),
      help: say('evidence.a-why-help'),
      kind: 'ref',
      ask: askCodes('refusal-reason') as Field['ask'],
    },
    { key: 'words', label: say('evidence.d-words'), kind: 'text' },
  ]
}

function ItemCard(props: {
  n: number
  item: PrelogItemSeen
  scanned: boolean
  found: Found
  off: boolean
  onFound: (f: Found) => void
}): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const lists = { packaging: useCodes('packaging-type'), colour: useCodes('colour') }
  const { item, found } = props
  const differs =
    found.fate === 'received' ? differencesOf(announcedOf(item), itemOf(item, found.values)) : []
  return (
    <Card
      title={`${props.n}. ${item.description}`}
      aside={item.theirNumber ? <Mono>{item.theirNumber}</Mono> : null}
      {...(found.fate === 'received' && differs.length === 0 ? {} : { tone: 'maize' as const })}
    >
      <p>
        {[item.type?.name, item.packaging?.type.name, item.packaging?.colour?.name]
          .filter(Boolean)
          .join(', ')}{' '}
        {props.scanned ? (
          <StateChip tone="reef" icon="check">
            {say('evidence.a-scanned-one')}
          </StateChip>
        ) : null}
        {item.seals.map((s) => (
          <StateChip key={s.number} state="sealed">
            {s.number}
          </StateChip>
        ))}
        {item.hazards.map((h) => (
          <StateChip key={h.code} state="gap">
            {h.name}
          </StateChip>
        ))}
      </p>
      {props.off ? null : (
        <>
          <Segments
            frame={{ label: say('evidence.a-fate'), id: `fate-${item.id}` }}
            value={found.fate}
            options={(['received', 'refused', 'missing'] as const).map((value) => ({
              value,
              label: say(`evidence.a-fate-${value}`),
            }))}
            onChange={(fate) => props.onFound({ ...found, fate: fate as Fate })}
          />
          {found.fate === 'received' ? (
            <Button icon="edit" plain expanded={open} onClick={() => setOpen(!open)}>
              {say('evidence.a-differs')}
            </Button>
          ) : null}
          {open && found.fate === 'received' ? (
            <Form
              name={`evidence.found ${item.id}`}
              draft={false}
              columns={2}
              initial={found.values}
              fields={foundFields(say, lists)}
              sendLabel={say('evidence.a-noted')}
              onChange={(values) => props.onFound({ ...found, values })}
              onSend={() => setOpen(false)}
            />
          ) : null}
          {differs.map((d) => (
            <Note key={d.what + (d.expected ?? '') + (d.found ?? '')} tone="achiote">
              {say('evidence.differs-from-announced', { what: say(`evidence.what-${d.what}`) })}{' '}
              {d.expected ?? '–'} → {d.found ?? '–'}
            </Note>
          ))}
        </>
      )}
    </Card>
  )
}

type Options = NonNullable<Field['options']>
function useCodes(list: string): Options {
  const asked = useAsk<{ items: { code: string; name: string }[] }>('catalogue.get-code-list', { list })
  return (asked.data?.items ?? []).map((c) => ({ value: c.code, label: c.name }))
}

const foundFields = (say: Say, lists: { packaging: Options; colour: Options }): Field[] => [
  { key: 'description', label: say('evidence.r-description'), kind: 'text', required: true, span: 2 },
  { key: 'count', label: say('evidence.a-pieces'), kind: 'number' },
  { key: 'seal', label: say('evidence.r-seal'), kind: 'scan' },
  { key: 'packaging', label: say('evidence.r-pack-type'), kind: 'choice', options: lists.packaging },
  { key: 'colour', label: say('evidence.r-colour'), kind: 'choice', options: lists.colour },
]
