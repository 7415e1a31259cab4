/** My account: how I come in and sign, where I am signed in, what I hold, and what speaks for me. */
import { type ReactNode, Suspense, lazy } from 'react'
import { Skeleton } from '#ui/Asked.tsx'
import { Note } from '#ui/Note.tsx'
import { Columns, Page, Stacked, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { useTab } from '#ui/tab.ts'
import { Agreements } from './account/Agreements.tsx'
import { Duties } from './account/Duties.tsx'
import { Sessions, Tokens } from './account/Sessions.tsx'
import { Authenticator, Codes, Passkeys, Password, Pin } from './account/Ways.tsx'
import './account.css'

/** Drawn in where it is looked at: others need nothing of it. */
const DeviceTab = lazy(async () => ({ default: (await import('./account/Device.tsx')).Device }))

const tabs = ['ways', 'sessions', 'device', 'agreements', 'duties', 'tokens'] as const

export default function MyAccount(): ReactNode {
  const say = useSay()
  const me = useMe()
  const [tab, setTab] = useTab(tabs)
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('identity.my-account')}
        facts={me ? [me.person.name, me.unit?.name].filter(Boolean).join(' · ') : ''}
      />
      {me?.secondFactorDue ? <Note tone="achiote">{say('identity.factor-due')}</Note> : null}
      <Tabs
        label={say('identity.my-account')}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'ways', label: say('identity.tab-ways') },
          { value: 'sessions', label: say('op.identity.my-sessions') },
          { value: 'device', label: say('device.title') },
          { value: 'agreements', label: say('identity.tab-agreements') },
          { value: 'duties', label: say('identity.tab-duties') },
          { value: 'tokens', label: say('op.identity.my-tokens') },
        ]}
      />
      {tab === 'ways' ? (
        <Columns kind="halves">
          <Stacked>
            <Passkeys />
            <Authenticator />
            {me?.secondFactor ? <Codes /> : null}
          </Stacked>
          <Stacked>
            <Pin />
            <Password />
          </Stacked>
        </Columns>
      ) : tab === 'sessions' ? (
        <Sessions />
      ) : tab === 'device' ? (
        <Suspense fallback={<Skeleton lines={4} />}>
          <DeviceTab />
        </Suspense>
      ) : tab === 'agreements' ? (
        <Agreements />
      ) : tab === 'duties' ? (
        <Duties />
      ) : (
        <Tokens />
      )}
    </Page>
  )
}
