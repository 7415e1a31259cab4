/** What waits in offices: tasks on cases, my cases, what quality must look after, people, values nobody has confirmed, imports. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { AskedLine } from '#modules/cases/contract.ts'
import type { Unconfirmed } from '#modules/catalogue/contract.ts'
import type { CaseList, MyTasks } from '#modules/cases/contract/finding.ts'
import type { Receipts } from '#modules/exchange/contract.ts'
import type { HelpSeen } from '#modules/portal/contract/help.ts'
import type { Due, EquipmentList, LotList } from '#modules/quality/contract.ts'
import { useAsk } from '#ui/client.ts'
import type { Me } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { WaitCard } from './WaitCard.tsx'

const today = (): string => new Date(Date.now() - 6 * 3_600_000).toISOString().slice(0, 10)

export function Tasks(): ReactNode {
  const say = useSay()
  const tasks = useAsk<z.output<typeof MyTasks>>('cases.my-tasks', {}, { every: 60_000 })
  return (
    <WaitCard
      icon="checklist"
      title={say('home.tasks')}
      to="/cases"
      of={tasks}
      rows={(data) =>
        data.items.map((task) => ({
          key: task.id,
          to: `/cases/${task.case.id}`,
          number: task.case.number,
          what: task.text,
          due: task.dueOn,
          late: task.dueOn !== null && task.dueOn < today(),
        }))
      }
      empty={say('home.tasks-none')}
    />
  )
}

export function MyCases(props: { me: Me; all?: boolean }): ReactNode {
  const say = useSay()
  const cases = useAsk<z.output<typeof CaseList>>('cases.find-cases', {
    state: 'open',
    limit: 6,
    ...(props.all ? {} : { investigator: props.me.person.id }),
  })
  return (
    <WaitCard
      icon="case"
      title={say(props.all ? 'home.cases' : 'home.my-cases')}
      to="/cases"
      of={cases}
      rows={(data) =>
        data.items.map((one) => ({
          key: one.id,
          to: `/cases/${one.id}`,
          number: one.number,
          what: one.title,
          note: one.open > 0 ? say('home.open-things', { n: one.open }) : undefined,
          since: one.openedAt,
        }))
      }
      empty={say('home.my-cases-none')}
    />
  )
}

/** Somebody of another office waits to see a case that this person keeps. */
export function AskAccess(): ReactNode {
  const say = useSay()
  const asked = useAsk<{ items: readonly AskedLine[] }>('cases.access-asked', { limit: 6 }, { every: 60_000 })
  return (
    <WaitCard
      icon="key"
      title={say('home.access')}
      to="/cases/asked"
      of={asked}
      rows={(data) =>
        data.items.map((one) => ({
          key: one.id,
          to: '/cases/asked',
          number: one.case.number,
          what: one.person.name,
          note: one.why,
          since: one.at,
        }))
      }
      empty={say('home.access-none')}
    />
  )
}

/** Help that was asked of this person's section; for quality, complaints too. */
export function HelpAsked(): ReactNode {
  const say = useSay()
  const asked = useAsk<{ items: readonly HelpSeen[] }>('portal.help', { limit: 6 }, { every: 60_000 })
  return (
    <WaitCard
      icon="messages"
      title={say('home.help')}
      to="/portal/help"
      of={asked}
      rows={(data) =>
        data.items
          .filter((one) => one.waits)
          .map((one) => ({
            key: one.id,
            to: '/portal/help',
            what: one.text ?? '',
            note: [one.by, one.kind === 'complaint' ? say('portal.complaint') : one.unit?.name]
              .filter(Boolean)
              .join(', '),
            since: one.at,
          }))
      }
      empty={say('home.help-none')}
    />
  )
}

export function DueSoon(): ReactNode {
  const say = useSay()
  const due = useAsk<z.output<typeof Due>>('quality.what-is-due', { days: 30 })
  return (
    <WaitCard
      icon="calendar"
      title={say('home.due-soon')}
      to="/quality"
      of={due}
      rows={(data) =>
        data.items.map((line) => ({
          key: line.kind + line.id,
          to: '/quality',
          what: line.name,
          note: say(`home.kind-${line.kind}`),
          due: line.on,
          late: line.late,
        }))
      }
      empty={say('home.due-soon-none')}
    />
  )
}
export function NotFit(): ReactNode {
  const say = useSay()
  const equipment = useAsk<z.output<typeof EquipmentList>>('quality.list-equipment', { fit: false, limit: 6 })
  const to = '/quality?tab=equipment&equipment.f.fit=false'
  return (
    <WaitCard
      icon="tool"
      title={say('home.not-fit')}
      to={to}
      of={equipment}
      rows={(data) =>
        data.items.map((one) => ({ key: one.id, to, number: one.code, what: one.name, note: one.why }))
      }
      empty={say('home.not-fit-none')}
    />
  )
}
export function LotsToTry(): ReactNode {
  const say = useSay()
  const lots = useAsk<z.output<typeof LotList>>('quality.list-lots', { state: 'received', limit: 6 })
  const to = '/quality?tab=lots&lots.f.fit=false'
  return (
    <WaitCard
      icon="flask"
      title={say('home.lots')}
      to={to}
      of={lots}
      rows={(data) =>
        data.items.map((lot) => ({
          key: lot.id,
          to,
          number: lot.number,
          what: lot.name,
          since: `${lot.received}T18:00:00Z`,
        }))
      }
      empty={say('home.lots-none')}
    />
  )
}

export function NotConfirmed(): ReactNode {
  const say = useSay()
  const values = useAsk<z.output<typeof Unconfirmed>>('catalogue.list-unconfirmed', { limit: 6 })
  return (
    <WaitCard
      icon="book"
      title={say('home.unconfirmed')}
      to="/catalogue?tab=unconfirmed"
      of={values}
      rows={(data) =>
        data.items.map((value) => ({
          key: value.id,
          to: '/catalogue?tab=unconfirmed',
          what: value.name,
          note: value.source,
        }))
      }
      empty={say('home.unconfirmed-none')}
    />
  )
}

interface PersonLine {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly unitName: string | null
  readonly roles: readonly string[]
  readonly suspended: boolean
}
/** People who can sign in and do nothing, or cannot sign in: somebody must decide about them. */
export function PeopleToSee(): ReactNode {
  const say = useSay()
  const people = useAsk<{ items: readonly PersonLine[] }>('identity.list-people', { limit: 200 })
  return (
    <WaitCard
      icon="users"
      title={say('home.people')}
      to="/people"
      of={people}
      rows={(data) =>
        data.items
          .filter((person) => person.suspended || person.roles.length === 0)
          .map((person) => ({
            key: person.id,
            to: '/people',
            what: person.name,
            note: [say(person.suspended ? 'home.suspended' : 'home.no-role'), person.unitName]
              .filter(Boolean)
              .join(', '),
          }))
      }
      empty={say('home.people-none', { n: people.data?.items.length ?? 0 })}
    />
  )
}
export function Imports(): ReactNode {
  const say = useSay()
  const receipts = useAsk<z.output<typeof Receipts>>('exchange.receipts', {})
  return (
    <WaitCard
      icon="upload"
      title={say('home.imports')}
      to="/exchange"
      of={receipts}
      rows={(data) =>
        data.items
          .filter((one) => one.rejected > 0)
          .map((one) => ({
            key: one.id,
            to: '/exchange',
            what: one.fileName,
            note: say('home.rejected', { n: one.rejected }),
          }))
      }
      empty={say('home.imports-none')}
    />
  )
}
