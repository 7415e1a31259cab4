/** Where one begins: what waits for this person, since when, one click to it. */
import { lazy, type ReactNode, Suspense } from 'react'
import { Act } from '#ui/Act.tsx'
import { EmptyState } from '#ui/Asked.tsx'
import type { IconName } from '#ui/Icon.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { type Me, useMe } from '#ui/me.ts'
import { useNow } from '#ui/now.ts'
import { useSay } from '#ui/say.ts'
import { showLongDay } from '#ui/show.ts'
import {
  GivenBack,
  MyBench,
  MyRequests,
  Overdue,
  ToAssign,
  ToReview,
  ToTakeOn,
  Workload,
} from './home/bench.tsx'
import { DeathsToDecide, InTheMorgue, PendingCauses } from './home/deaths.tsx'
import { Figures } from './home/figures.tsx'
import { ToldMe } from './home/notices.tsx'
import { AskAfter, InMyHands, Offered, OnTheWay } from './home/hands.tsx'
import {
  AskAccess,
  DueSoon,
  HelpAsked,
  Imports,
  LotsToTry,
  MyCases,
  NotConfirmed,
  NotFit,
  PeopleToSee,
  Tasks,
} from './home/office.tsx'
import { CameToMe, ToIssue, ToMend, ToRead, ToSign } from './home/papers.tsx'

type Part = (props: { me: Me }) => ReactNode
const Put: Part = () => <InMyHands counter />
const Mine: Part = () => <InMyHands />
// Nobody else's first page carries them.
const Scenes = lazy(async () => ({ default: (await import('./home/scenes.tsx')).ScenesHome }))
const OwnScenes: Part = () => (
  <Suspense>
    <Scenes office={false} />
  </Suspense>
)
const OfficeScenes: Part = () => (
  <Suspense>
    <Scenes office />
  </Suspense>
)
const Archive = lazy(async () => ({ default: (await import('./home/archive.tsx')).ArchiveHome }))
const InTheArchive: Part = () => (
  <Suspense>
    <Archive />
  </Suspense>
)
const Dna = lazy(async () => ({ default: (await import('./home/dna.tsx')).DnaHome }))
const KeptDna: Part = () => (
  <Suspense>
    <Dna keeps />
  </Suspense>
)
const OverseenDna: Part = () => (
  <Suspense>
    <Dna keeps={false} />
  </Suspense>
)
const AllCases: Part = ({ me }) => <MyCases me={me} all />

/** What each role looks after, most pressing first. Whoever holds several roles sees each part once. */
const parts: Readonly<Record<string, readonly Part[]>> = {
  'section-head': [
    OfficeScenes,
    ToTakeOn,
    ToAssign,
    ToRead,
    ToIssue,
    ToReview,
    Overdue,
    AskAccess,
    HelpAsked,
    Workload,
    DueSoon,
    Tasks,
  ],
  analyst: [Offered, MyBench, GivenBack, ToMend, ToSign, ToReview, Mine, Tasks],
  'evidence-officer': [Offered, AskAfter, Put, OnTheWay, AskAccess, HelpAsked, Tasks],
  'quality-manager': [
    DueSoon,
    NotFit,
    LotsToTry,
    HelpAsked,
    AskAfter,
    Overdue,
    AskAccess,
    NotConfirmed,
    Tasks,
  ],
  director: [Figures, Overdue, AskAfter, DueSoon, NotFit],
  officer: [CameToMe, MyRequests, MyCases, Offered, Mine, Tasks],
  prosecutor: [CameToMe, Tasks, AllCases, MyRequests],
  administrator: [PeopleToSee, NotConfirmed, Imports],
  'outside-reviewer': [ToReview, MyBench],
  'scene-technician': [OwnScenes, Offered, Mine, OnTheWay, MyCases, Tasks],
  pathologist: [PendingCauses, DeathsToDecide, InTheMorgue, Offered, MyBench, Mine, MyCases, Tasks],
  'death-investigator': [DeathsToDecide, InTheMorgue, PendingCauses, Offered, MyCases, Tasks],
  'morgue-attendant': [InTheMorgue, DeathsToDecide, Offered, Mine, Tasks],
  archivist: [InTheArchive, Tasks],
  observer: [Figures],
  'dna-custodian': [KeptDna],
  'dna-overseer': [OverseenDna],
  registrar: [AllCases, Tasks],
}
const acts: Readonly<Record<string, { to: string; icon: IconName }>> = {
  'evidence.receive-submission': { to: '/evidence/receive', icon: 'door-enter' },
  'evidence.hand-over': { to: '/evidence/hand-over', icon: 'hand-over' },
  'work.request-examination': { to: '/work/new', icon: 'microscope' },
  'identity.add-person': { to: '/people', icon: 'person' },
  'scenes.open-attendance': { to: '/scenes/open', icon: 'pin' },
  'archive.register-file': { to: '/archive/list', icon: 'list' },
}
/** At most one primary, and only what the role begins things with. */
const begins: Readonly<Record<string, readonly string[]>> = {
  'evidence-officer': ['evidence.receive-submission', 'evidence.hand-over'],
  officer: ['work.request-examination', 'evidence.hand-over'],
  'scene-technician': ['scenes.open-attendance'],
  prosecutor: ['work.request-examination'],
  archivist: ['archive.register-file'],
  administrator: ['identity.add-person'],
  'death-investigator': ['death.take-call'],
  'morgue-attendant': ['death.count-bodies', 'death.take-call'],
}

function HomeOf(props: { me: Me }): ReactNode {
  const say = useSay()
  const { me } = props
  const now = useNow()
  const mine = Object.keys(parts).filter((role) => me.roles.includes(role))
  const shown = [...new Set(mine.flatMap((role) => parts[role] ?? []))]
  const begun = new Set(mine.flatMap((role) => begins[role] ?? []))
  const today = showLongDay(now)
  return (
    <Page>
      <RecordHead
        title={say('shell.hello', { name: me.person.name })}
        facts={[today, me.unit?.name].filter(Boolean).join(' · ')}
        acts={[...begun].map((operation, n) => (
          // Said in the words of the frame: those of a whole module would come for one button.
          <Act key={operation} operation={operation} {...acts[operation]} primary={n === 0}>
            {say(`home.begin-${operation.split('.')[1] ?? ''}`)}
          </Act>
        ))}
      />
      {shown.length === 0 ? (
        <EmptyState icon="home" title={say('home.nothing')}>
          {say('home.nothing-next')}
        </EmptyState>
      ) : (
        <div className="home">
          {/* The parts of a role never change their order while one looks. Figures take the whole width, so notices stand under them. */}
          {[
            ...shown.filter((part) => part === Figures),
            ToldMe,
            ...shown.filter((part) => part !== Figures),
          ].map((Shown, n) => (
            <Shown key={n} me={me} />
          ))}
        </div>
      )}
    </Page>
  )
}

export function Home(): ReactNode {
  const me = useMe()
  return me ? <HomeOf me={me} /> : null
}
