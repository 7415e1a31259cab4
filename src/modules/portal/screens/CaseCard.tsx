/** A case as a card of a telephone: how it stands, who has it, until when. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Mono } from '#ui/Mono.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { MyCaseLine } from '../contract.ts'
import { StageChip } from './stage.tsx'

export function CaseCard({ line }: { line: MyCaseLine }): ReactNode {
  const say = useSay()
  return (
    <Link to={`/portal/cases/${line.id}` as string} className="portal-card">
      <span className="portal-head">
        <Mono>{line.number}</Mono>
        <StageChip stage={line.stage} />
      </span>
      <strong>{line.title}</strong>
      <span className="dim">
        {line.says}
        {line.dueOn
          ? `, ${say(line.late ? 'portal.late' : 'portal.promised', { date: showDate(line.dueOn) })}`
          : ''}
      </span>
      {line.questions > 0 ? (
        <StateChip state="waits-person">{say('portal.waits-for-you', { n: line.questions })}</StateChip>
      ) : null}
    </Link>
  )
}
