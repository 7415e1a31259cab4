/** Everything that may be done with a case, in groups by what one means to do; what may not be done says why beneath. */
import { Act, TextAct } from '#ui/Act.tsx'
import { Card, Columns } from '#ui/Page.tsx'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { CaseSeen } from '../contract/case-seen.ts'

const groups = {
  people: ['add-party', 'add-alias', 'add-offence', 'set-incident', 'correct-case', 'flag-hazard'],
  papers: ['add-note', 'record-communication', 'add-document', 'assign-task', 'set-priority', 'relate-cases'],
  court: ['record-charge', 'record-hearing', 'record-court-outcome', 'record-appeal', 'place-hold'],
  access: [
    'change-investigator',
    'give-access',
    'restrict-case',
    'seal-case',
    'unseal-case',
    'mark-duplicate',
    'close-case',
    'reopen-case',
  ],
} as const

export function CaseActs(props: { readonly file: CaseSeen; readonly onAct: (operation: string) => void }) {
  const say = useSay()
  const me = useMe()
  const { file, onAct } = props
  const may = new Set(me?.operations ?? [])
  const told = Object.entries(groups)
    .map(([key, verbs]) => ({
      key,
      acts: verbs
        .map((verb) => file.actions.find((a) => a.operation === `cases.${verb}`))
        .filter((a) => a !== undefined && may.has(a.operation))
        .filter((a) => a !== undefined),
    }))
    .filter((g) => g.acts.length > 0)
  if (told.length === 0) return null
  return (
    <Card title={say('cases.more-acts')}>
      <Columns kind="quarters">
        {told.map(({ key, acts }) => (
          <section key={key} aria-label={say(`cases.acts-${key}`)} className="act-group">
            <h3>{say(`cases.acts-${key}`)}</h3>
            {acts.map((a) =>
              a.ok ? (
                <TextAct
                  key={a.operation}
                  operation={a.operation}
                  actions={file.actions}
                  onAct={() => onAct(a.operation)}
                />
              ) : (
                <Act key={a.operation} operation={a.operation} actions={file.actions} />
              ),
            )}
          </section>
        ))}
      </Columns>
    </Card>
  )
}
