/** What the form of its kind says about a thing: the answers with the version that was asked, and the panel that asks. */
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Card, Facts } from '#ui/Page.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { useTypedFields } from '#modules/catalogue/screens/form-fields.ts'
import type { ItemSeen } from '../../things/contract.ts'

export function ParticularsCard({ item }: { item: ItemSeen }) {
  const say = useSay()
  const [now, ...earlier] = item.particulars.told
  if (!now && !item.particulars.due) return null
  return (
    <Card title={now?.form ?? item.particulars.due ?? ''}>
      {now ? (
        <>
          <Facts rows={now.answers.map((a) => [a.label, a.text])} />
          <p className="dim">
            {say('evidence.p-answered', {
              by: now.by ?? say('evidence.the-system'),
              at: showInstant(now.at),
              version: now.version,
            })}
          </p>
          {earlier.map((e) => (
            <details key={e.at}>
              <summary>{say('evidence.p-answered-earlier', { at: showInstant(e.at) })}</summary>
              <Facts rows={e.answers.map((a) => [a.label, a.text])} />
            </details>
          ))}
        </>
      ) : (
        <p className="dim">{say('evidence.p-not-described')}</p>
      )}
    </Card>
  )
}

export function DescribeDialog({ item, onDone }: { item: ItemSeen; onDone: () => void }) {
  const say = useSay()
  const fields = useTypedFields(item.type ?? undefined)
  const describe = useTell<{ id: string }>('evidence.describe-item', { settles: ['evidence.'] })
  const again = item.particulars.now !== null
  return (
    <Dialog title={`${say('op.evidence.describe-item')} · ${item.number}`} onClose={onDone}>
      {fields.length > 0 ? (
        <Form
          name={`evidence.describe-item.${item.id}`}
          columns={2}
          fields={[
            ...fields,
            ...(again
              ? [
                  {
                    key: 'why',
                    label: say('evidence.d-why'),
                    kind: 'text' as const,
                    required: true,
                    span: 2 as const,
                  },
                ]
              : []),
          ]}
          initial={again ? { answers: item.particulars.now } : {}}
          problem={describe.problem}
          sendLabel={say('op.evidence.describe-item')}
          onSend={async ({ why, answers }) => {
            const done = await describe.tell(
              { item: item.id, answers: answers ?? {} },
              typeof why === 'string' ? { reason: why } : {},
            )
            if (done) onDone()
          }}
        />
      ) : (
        <p>{say('evidence.no-form-for-kind')}</p>
      )}
    </Dialog>
  )
}
