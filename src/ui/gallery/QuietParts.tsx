/** The gallery: nothing there, gone wrong, loading, offline. */
import type { ReactNode } from 'react'
import { ActRow } from '../Act.tsx'
import { EmptyState, ErrorState, Skeleton } from '../Asked.tsx'
import { Button } from '../Button.tsx'
import { OfflineBand } from '../OfflineBand.tsx'
import { Card, Columns } from '../Page.tsx'
import { Problem } from '../client.ts'

export function QuietParts(): ReactNode {
  return (
    <>
      <Columns kind="thirds">
        <Card>
          <EmptyState
            icon="package"
            title="No exhibits yet"
            act={<Button primary>Receive a submission</Button>}
          >
            They appear when the counter receives a submission.
          </EmptyState>
        </Card>
        <ErrorState
          problem={
            new Problem({
              status: 503,
              code: 'unavailable',
              detail: 'The file store does not answer.',
              next: 'Try again in a minute; what you typed is kept.',
            })
          }
          onRetry={() => undefined}
        />
        <Card>
          <Skeleton lines={4} />
        </Card>
      </Columns>
      <OfflineBand />
      <ActRow>
        <Button danger icon="trash">
          Destroy
        </Button>
        <Button busy>Busy</Button>
      </ActRow>
    </>
  )
}
