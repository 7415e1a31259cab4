/** What waits in the archive: how far it has come, what is asked for, what stands at the scanner, what is to be keyed, decided and looked over. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type {
  AdjudicationList,
  BatchList,
  FileList,
  LotList,
  ProgressSeen,
  RequestList,
  ToKey,
} from '#modules/archive/contract.ts'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showNumber } from '#ui/show.ts'
import { Tiles } from './tiles.tsx'
import { WaitCard } from './WaitCard.tsx'

const often = { every: 60_000 }

export function ArchiveHome(): ReactNode {
  return (
    <>
      <HowFar />
      <AskedFor />
      <ToKeyNext />
      <ToDecide />
      <AtTheScanner />
      <ToLookOver />
      <Out />
    </>
  )
}

function HowFar(): ReactNode {
  const say = useSay()
  const { data } = useAsk<ProgressSeen>('archive.progress', {}, often)
  const tiles: readonly (readonly [to: string, word: string, value: string | undefined])[] = [
    ['/archive', 'files', data && showNumber(data.files)],
    ['/archive/search', 'pages', data && showNumber(data.pages)],
    ['/archive', 'left', data && showNumber(data.left.pages)],
    ['/archive', 'ends', data && (data.ends ? showDate(data.ends) : '–')],
  ]
  return <Tiles of={tiles.map(([to, word, value]) => [to, say(`archive.home-${word}`), value])} />
}

function AskedFor(): ReactNode {
  const say = useSay()
  const asked = useAsk<z.output<typeof RequestList>>('archive.scan-requests', { limit: 6 }, often)
  return (
    <WaitCard
      icon="clock"
      title={say('archive.home-asked')}
      to="/archive/requests"
      of={asked}
      rows={(data) =>
        data.items.map((one) => ({
          key: one.id,
          to: '/archive/requests',
          number: one.number,
          what: [one.file?.number ?? one.case?.number ?? one.said, one.purpose].filter(Boolean).join(', '),
          note: one.by,
          due: one.due,
          late: one.late,
        }))
      }
      empty={say('archive.home-asked-none')}
    />
  )
}

/** One file at a time, as the page gives it: who keys does not choose. */
function ToKeyNext(): ReactNode {
  const say = useSay()
  const next = useAsk<z.output<typeof ToKey>>('archive.next-to-key', {}, often)
  return (
    <WaitCard
      icon="checklist"
      title={say('archive.home-key')}
      to="/archive/keying"
      of={next}
      count={(data) => data.left}
      rows={(data) =>
        data.file
          ? [
              {
                key: data.file.id,
                to: '/archive/keying',
                number: data.file.number,
                what: say('archive.home-key-next', { n: data.file.pages.length }),
              },
            ]
          : []
      }
      empty={say('archive.home-key-none')}
    />
  )
}

function ToDecide(): ReactNode {
  const say = useSay()
  const differ = useAsk<z.output<typeof AdjudicationList>>('archive.to-adjudicate', { limit: 6 }, often)
  return (
    <WaitCard
      icon="users"
      title={say('archive.home-decide')}
      to="/archive/keying"
      of={differ}
      rows={(data) =>
        data.items.map((one) => ({
          key: one.file.id,
          to: '/archive/keying',
          number: one.file.number,
          what: one.fields.map((f) => f.field.name).join(', '),
          note: one.ok ? undefined : one.why,
        }))
      }
      empty={say('archive.home-decide-none')}
    />
  )
}

function AtTheScanner(): ReactNode {
  const say = useSay()
  const batches = useAsk<z.output<typeof BatchList>>('archive.find-batches', { limit: 6 }, often)
  return (
    <WaitCard
      icon="stack"
      title={say('archive.home-batches')}
      to="/archive/batches"
      of={batches}
      rows={(data) =>
        data.items.map((one) => ({
          key: one.id,
          to: `/archive/batches/${one.id}`,
          number: one.number,
          what: say('archive.home-counted', { scanned: one.scanned, counted: one.counted }),
          note: one.quarantined > 0 ? say('archive.home-aside', { n: one.quarantined }) : undefined,
          since: one.since,
        }))
      }
      empty={say('archive.home-batches-none')}
    />
  )
}

function ToLookOver(): ReactNode {
  const say = useSay()
  const lots = useAsk<z.output<typeof LotList>>('archive.lot-quality', { state: 'drawn', limit: 6 }, often)
  return (
    <WaitCard
      icon="eye-check"
      title={say('archive.home-lots')}
      to="/archive/lots"
      of={lots}
      rows={(data) =>
        data.items.map((one) => ({
          key: one.id,
          to: `/archive/lots/${one.id}`,
          number: one.number,
          what: say('archive.home-inspected', { n: one.inspected, of: Math.min(one.sample, one.size) }),
          since: one.at,
        }))
      }
      empty={say('archive.home-lots-none')}
    />
  )
}

function Out(): ReactNode {
  const say = useSay()
  const out = useAsk<z.output<typeof FileList>>('archive.file-inventory', { state: 'out', limit: 6 }, often)
  return (
    <WaitCard
      icon="archive"
      title={say('archive.home-out')}
      to="/archive"
      of={out}
      rows={(data) =>
        data.items.map((one) => ({
          key: one.id,
          to: `/archive/files/${one.id}`,
          number: one.number,
          what: one.title ?? one.numbers.join(', '),
          note: one.holder,
          due: one.due,
          late: one.overdue,
        }))
      }
      empty={say('archive.home-out-none')}
    />
  )
}
