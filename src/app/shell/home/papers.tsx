/** Certificates that wait: to be written, read, signed, issued; and those that came to an officer or a prosecutor. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { ReportList } from '#modules/reports/contract.ts'
import { useAsk } from '#ui/client.ts'
import type { IconName } from '#ui/Icon.tsx'
import type { Me } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { WaitCard } from './WaitCard.tsx'

function Papers(props: {
  icon: IconName
  word: string
  params: Record<string, string | boolean>
}): ReactNode {
  const say = useSay()
  const papers = useAsk<z.output<typeof ReportList>>(
    'reports.find-reports',
    { ...props.params, limit: 6 },
    { every: 60_000 },
  )
  return (
    <WaitCard
      icon={props.icon}
      title={say(`home.${props.word}`)}
      to="/reports"
      of={papers}
      rows={(data) =>
        data.items.map((paper) => ({
          key: paper.versionId,
          to: `/reports/${paper.id}`,
          number: paper.number,
          what: paper.case.title,
          note: paper.author.name,
          since: paper.since,
        }))
      }
      empty={say(`home.${props.word}-none`)}
    />
  )
}

export const ToSign = (props: { me: Me }): ReactNode => (
  <Papers icon="sign" word="sign" params={{ state: 'reviewed', author: props.me.person.id }} />
)
export const ToMend = (props: { me: Me }): ReactNode => (
  <Papers icon="edit" word="mend" params={{ state: 'returned', author: props.me.person.id }} />
)
/** The administrative review: read by another than the author. */
export const ToRead = (): ReactNode => (
  <Papers icon="file" word="read" params={{ state: 'draft', mine: false }} />
)
export const ToIssue = (): ReactNode => (
  <Papers icon="certificate" word="issue" params={{ state: 'signed' }} />
)
export const CameToMe = (): ReactNode => (
  <Papers icon="certificate" word="came-to-me" params={{ received: true }} />
)
