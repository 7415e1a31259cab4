/** When the power is gone: the pack is made here, each with its hash and where it is kept, and how many of its sheets came back. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Facts, Page, Stacked } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { fileUrl, useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { AskAct } from '../../call/screens/asking.tsx'
import type { PackLine } from '../contract/packs.ts'
import '../../call/screens/death.css'

interface Packs {
  readonly items: PackLine[]
  readonly age: number | null
  readonly morgues: { code: string; name: string }[]
}
/** In the season an office makes one each week. */
const OLD = 7

export default function PacksPage(): ReactNode {
  const say = useSay()
  const packs = useAsk<Packs>('death.emergency-packs', {}, { keep: true })
  const [making, setMaking] = useState(false)
  return (
    <Asked of={packs}>
      {({ items, age, morgues }) => (
        <Page narrow>
          <RecordHead
            crumbs={[{ label: say('death.calls-title'), to: '/death' }]}
            title={say('op.death.emergency-packs')}
            facts={say('death.packs-facts', { age: age ?? -1 })}
            acts={
              <ActRow>
                <Act
                  operation="death.make-emergency-pack"
                  icon="package"
                  primary
                  onAct={() => setMaking(true)}
                />
              </ActRow>
            }
          />
          {age !== null && age > OLD ? <Note tone="maize">{say('death.packs-old', { age })}</Note> : null}
          <p>{say('death.packs-why')}</p>
          {items.length === 0 ? <EmptyState title={say('death.packs-empty')} /> : null}
          <Stacked>
            {items.map((p) => (
              <Pack key={p.id} pack={p} />
            ))}
          </Stacked>
          {making ? <Make morgues={morgues} onDone={() => setMaking(false)} /> : null}
        </Page>
      )}
    </Asked>
  )
}

function Pack({ pack }: { pack: PackLine }): ReactNode {
  const say = useSay()
  return (
    <Card
      title={<When at={pack.at} />}
      aside={
        <Linked to={fileUrl('death.emergency-pack-file', { pack: pack.id })} icon="file">
          {say('death.pack-open')}
        </Linked>
      }
    >
      <Facts
        rows={[
          [say('death.pack-made'), pack.by ?? ''],
          [say('death.pack-medium'), pack.medium],
          [say('death.pack-holds'), say('death.pack-sums', { ...pack })],
          ['', say('death.pack-sheets-back', { entered: pack.entered, sheets: pack.sheets })],
          [
            say('death.pack-hash'),
            <span key="hash" style={{ overflowWrap: 'anywhere' }}>
              <Mono>{pack.sha256}</Mono>
            </span>,
          ],
        ]}
      />
    </Card>
  )
}

function Make(props: { morgues: Packs['morgues']; onDone: () => void }): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.make-emergency-pack"
      about={{}}
      draft={false}
      onDone={props.onDone}
      initial={{ callSheets: 10, ...(props.morgues[0] ? { morgue: props.morgues[0].code } : {}) }}
      fields={[
        ...(props.morgues.length > 1
          ? [
              {
                key: 'morgue',
                kind: 'choice' as const,
                label: say('death.pack-morgue'),
                options: props.morgues.map((m) => ({ value: m.code, label: m.name })),
              },
            ]
          : []),
        {
          key: 'medium',
          kind: 'text',
          label: say('death.pack-medium'),
          help: say('death.pack-medium-help'),
          required: true,
        },
        { key: 'callSheets', kind: 'number', label: say('death.pack-call-sheets'), required: true },
      ]}
    />
  )
}
