/** One DNA profile: its alleles as a table, its grounds and clock, its searches with their candidates, its removal; and the acts that are open. */
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { Act } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Facts, Page, Stacked } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { ProfileSeen } from '../contract/profiles.ts'
import { Judge, type ProfileAct, ProfileForm } from './ProfileForms.tsx'
import { profileLooks } from './looks.ts'

export type Seen = z.output<typeof ProfileSeen>
type Search = Seen['searches'][number]

export default function ProfilePage(): ReactNode {
  const { id } = useParams({ strict: false }) as { id: string }
  const seen = useAsk<Seen>('results.profile', { profile: id })
  return (
    <Asked of={seen} lines={12}>
      {(p) => <Profile p={p} />}
    </Asked>
  )
}

const acts: readonly (readonly [ProfileAct, 'check' | 'dna' | 'search' | 'archive' | 'ban'])[] = [
  ['results.check-profile', 'check'],
  ['results.enter-index', 'dna'],
  ['results.search-index', 'search'],
  ['results.propose-removal', 'archive'],
  ['results.remove-from-index', 'ban'],
]

function Profile(props: { p: Seen }): ReactNode {
  const { p } = props
  const say = useSay()
  const [form, setForm] = useState<ProfileAct | null>(null)
  // Of what stands in an index the search is the next thing; a second index is the exception.
  const first =
    p.state === 'indexed'
      ? 'results.search-index'
      : acts.find(([name]) => p.actions.some((a) => a.operation === name && a.ok))?.[0]
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('op.results.indexes'), to: '/results/indexes' },
          { label: say('op.results.find-profiles'), to: '/results/profiles' },
        ]}
        number={p.number}
        title={p.item ? `${p.item.number} ${p.item.description}` : ''}
        logged
        chips={
          <>
            <StateChip {...profileLooks[p.state]}>{say(`results.pstate-${p.state}`)}</StateChip>
            <StateChip tone="mahogany" icon="shield-lock">
              {say(`results.side-${p.side}`)}
            </StateChip>
            {p.minor ? <StateChip state="minor-protected" /> : null}
          </>
        }
        acts={acts.map(([name, icon]) => (
          <Act
            key={name}
            operation={name}
            icon={icon}
            actions={p.actions}
            primary={name === first && name !== 'results.remove-from-index'}
            danger={name === 'results.remove-from-index'}
            onAct={() => setForm(name)}
          />
        ))}
      />
      {form ? <ProfileForm p={p} act={form} onClose={() => setForm(null)} /> : null}
      {p.due && !p.removed ? (
        <Note
          tone="achiote"
          icon="warning"
          title={say('results.must-go', { why: say(`results.why-${p.due}`) })}
        />
      ) : null}
      {p.removed ? <Removed p={p} /> : null}
      <Columns kind="side">
        <Stacked>
          <Alleles p={p} />
          {p.searches.map((s) => (
            <SearchCard key={s.id} search={s} />
          ))}
        </Stacked>
        <Stacked>
          <About p={p} />
          <Grounds p={p} />
        </Stacked>
      </Columns>
    </Page>
  )
}

function Removed(props: { p: Seen }): ReactNode {
  const { p } = props
  const say = useSay()
  return (
    <Note tone="slate" icon="archive" title={say('results.destroyed-by', { by: p.removed?.by ?? '' })}>
      {p.proposal ? `${say(`results.why-${p.proposal.why}`)}. ${p.proposal.words} ` : null}
      <a href={fileUrl('results.destruction-certificate', { profile: p.id })} download>
        {say('op.results.destruction-certificate')} <Mono>{p.removed?.certificate ?? ''}</Mono>
      </a>
    </Note>
  )
}

function Alleles(props: { p: Seen }): ReactNode {
  const { p } = props
  const say = useSay()
  return (
    <Card title={say('results.alleles')} aside={p.kit}>
      {p.loci === null ? (
        <Note tone="orchid" icon="eye-off">
          {say(p.removed ? 'results.alleles-destroyed' : 'results.alleles-hidden')}
        </Note>
      ) : (
        // No file of it from here: what leaves the house leaves by an export that is recorded.
        <Plain
          caption={say('results.alleles')}
          head={[say('results.locus'), say('results.alleles'), say('results.counts-as')]}
          rows={p.loci.map((l) => [
            <Mono key="name">{l.name}</Mono>,
            <Mono key="alleles">{l.alleles.join(', ')}</Mono>,
            say(`results.locus-${l.kind}`),
          ])}
        />
      )}
    </Card>
  )
}

function SearchCard(props: { search: Search }): ReactNode {
  const { search } = props
  const say = useSay()
  return (
    <Card title={say('results.search-of', { purpose: search.purpose })} aside={<When at={search.at} />}>
      <Facts
        rows={[
          [say('results.searched-by'), search.by],
          [say('results.reason'), search.words],
          [say('results.searched-against'), search.against.join(', ')],
          [
            say('results.compared-with'),
            say('results.compared-how', {
              n: search.compared,
              how: say(`results.stringency-${search.stringency}`),
            }),
          ],
        ]}
      />
      {search.candidates.length === 0 ? (
        <p>{say('results.search-none', { compared: search.compared })}</p>
      ) : (
        search.candidates.map((c) => <Candidate key={c.id} candidate={c} />)
      )}
    </Card>
  )
}

function Candidate(props: { candidate: Search['candidates'][number] }): ReactNode {
  const c = props.candidate
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <Note
      tone={c.outcome === 'eliminated' ? 'slate' : 'maize'}
      icon="compare"
      title={
        <>
          {c.place}. <Mono>{c.number}</Mono> {c.index} ·{' '}
          {say('results.loci-agree', { matched: c.matched, shared: c.shared })}
        </>
      }
    >
      <p>
        {c.outcome
          ? say(`results.judged-${c.outcome}`, { by: c.by ?? '', words: c.words ?? '' })
          : say('results.lead-only')}
      </p>
      {c.warning ? <p>{c.warning}</p> : null}
      {c.outcome ? null : (
        <Act
          operation="results.confirm-candidate"
          actions={c.actions}
          icon="check"
          onAct={() => setOpen(true)}
        />
      )}
      {open ? <Judge candidate={c.id} onClose={() => setOpen(false)} /> : null}
    </Note>
  )
}

function About(props: { p: Seen }): ReactNode {
  const { p } = props
  const say = useSay()
  return (
    <Card title={say('results.about-profile')}>
      <Facts
        rows={[
          [say('results.recorded-by'), p.recorded.by],
          [say('results.recorded-at'), <When key="at" at={p.recorded.at} />],
          [
            say('results.checked-by'),
            p.check
              ? `${p.check.by}: ${say(`results.second-${p.check.outcome}`)}${p.check.words ? `, ${p.check.words}` : ''}`
              : say('results.nobody-yet'),
          ],
          [say('results.contributors'), String(p.contributors)],
          [say('results.profile-file'), p.file.name],
        ]}
      />
    </Card>
  )
}

function Grounds(props: { p: Seen }): ReactNode {
  const { p } = props
  const say = useSay()
  return (
    <Card title={say('results.grounds')}>
      {p.indexed.length === 0 ? <p>{say('results.in-no-index')}</p> : null}
      {p.indexed.map((i) => (
        <Facts
          key={i.index}
          rows={[
            [say('results.index'), i.name],
            [say('results.ground'), say(`results.ground-${i.ground}`)],
            ...(i.document ? ([[say('results.paper'), i.document]] as const) : []),
            [say('results.counted-from'), showDate(i.from)],
            [say('results.keep-until'), i.keepUntil ? showDate(i.keepUntil) : say('results.kept-no-clock')],
            [say('results.entered-by'), i.by],
          ]}
        />
      ))}
      {p.proposal && !p.removed ? (
        <Note tone="maize" icon="hand-stop" title={say('results.removal-waits', { by: p.proposal.by })}>
          {say(`results.why-${p.proposal.why}`)}. {p.proposal.words}
        </Note>
      ) : null}
    </Card>
  )
}
