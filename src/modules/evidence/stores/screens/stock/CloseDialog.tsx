/** The close of a count: what will be signed is said in full before the person signs it. */
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Facts } from '#ui/Page.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { z } from 'zod'
import type { StockDifferences, StockTakeSeen } from '../../contract.ts'
import type { Answers } from './Differences.tsx'

export function CloseDialog({
  take,
  found,
  answers,
  onClose,
}: {
  take: StockTakeSeen
  found: z.output<typeof StockDifferences>
  answers: Answers
  onClose: () => void
}) {
  const say = useSay()
  const act = useTell('evidence.close-stock-take', { settles: ['evidence.'] })
  const given = Object.entries(answers).filter(([thing]) => found.items.some((d) => d.thing === thing))
  const lost = given.filter(([, a]) => a.answer === 'report-missing').length
  const once = found.items.filter((d) => d.kind === 'missing' && !d.twice).length
  const unfinished = found.uncountedInAll > 0 || once > 0
  return (
    <Dialog title={say('op.evidence.close-stock-take')} onClose={onClose}>
      <Facts
        rows={[
          [say('evidence.k-sum-right'), found.sums.right + found.sums.moved],
          [say('evidence.k-differs'), found.items.length + found.hidden],
          [say('evidence.k-will-report'), lost],
          [say('evidence.k-says-explained-n'), given.length - lost],
          [say('evidence.k-stay-open'), found.items.length + found.hidden - given.length],
          ...(found.uncountedInAll > 0
            ? [
                [
                  say('evidence.k-sum-not-counted'),
                  say('evidence.k-n-places', { n: found.uncountedInAll }),
                ] as const,
              ]
            : []),
          ...(once > 0 ? [[say('evidence.k-looked-once'), once] as const] : []),
        ]}
      />
      <Form
        name={`evidence.close-stock-take.${take.id}`}
        draft={false}
        problem={act.problem}
        sendLabel={say('evidence.k-sign')}
        fields={[
          ...(unfinished
            ? [
                {
                  key: 'unfinished',
                  label: say('evidence.k-why-unfinished'),
                  kind: 'text' as const,
                  required: true,
                  help: say('evidence.k-why-unfinished-help'),
                },
              ]
            : []),
          { key: 'words', label: say('evidence.d-words'), kind: 'text' },
        ]}
        onSend={async (values) => {
          const done = await act.tell({
            stockTake: take.id,
            answers: given.map(([thing, a]) => ({ thing, ...a })),
            ...values,
          })
          if (done) onClose()
        }}
      />
    </Dialog>
  )
}
