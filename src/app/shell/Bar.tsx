/** The bar at the top: search and scan, commands, connection, language, office, and who I am. */
import { Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon } from '#ui/Icon.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { tell } from '#ui/client.ts'
import { dropDrafts } from '#ui/drafts.ts'
import { useConnection } from '#ui/connection.ts'
import type { Me } from '#ui/me.ts'
import { type Say, useLanguage, useSay } from '#ui/say.ts'
import { Mark } from './Mark.tsx'
import { openPalette } from './Palette.tsx'
import { SearchBox } from './SearchBox.tsx'

export const initials = (name: string): string =>
  name
    .split(/[\s.]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((part) => part[0])
    .join('')
    .toUpperCase()

export function Bar(props: { me: Me }): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const { me } = props
  const { language, setLanguage } = useLanguage()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  const other = language === 'es' ? 'en' : 'es'
  return (
    <header className="shell-bar">
      <Link to="/" className="shell-mark" aria-label={`Custodia, ${say('shell.home')}`}>
        <Mark />
      </Link>
      <SearchBox />
      <button type="button" className="shell-keys" onClick={openPalette}>
        <kbd>Ctrl K</kbd> <span>{say('shell.commands')}</span>
      </button>
      <span className="shell-gap" />
      <Live />
      <button
        type="button"
        className="quiet shell-tongue"
        aria-label={`${language === 'es' ? 'Español' : 'English'}, ${say('shell.language')}`}
        onClick={() => setLanguage(other)}
      >
        <Icon name="language" size={16} />
        <span className="wide-only">{language === 'es' ? 'Español' : 'English'}</span>
      </button>
      {me.unit ? <Office me={me} unit={me.unit} /> : null}
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <button type="button" className="quiet shell-me" title={me.person.name}>
            <span className="avatar" aria-hidden>
              {initials(me.person.name)}
            </span>
            <span className="wide-name">{me.person.name}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon name="person" />}
            onClick={() => void navigate({ to: '/me' as string })}
          >
            {say('shell.account')}
          </Menu.Item>
          <Menu.Item
            className="narrow-only"
            leftSection={<Icon name="language" />}
            onClick={() => setLanguage(other)}
          >
            {other === 'es' ? 'Español' : 'English'}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="help" />} onClick={() => void navigate({ to: '/help' })}>
            {say('shell.help')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name={dark ? 'sun' : 'moon'} />}
            onClick={() => setColorScheme(dark ? 'light' : 'dark')}
          >
            {say(dark ? 'shell.light' : 'shell.dark')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="sign-out" />} onClick={() => void leave(me.person.id, say)}>
            {say('shell.sign-out')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  )
}

/** What waits on this device stays sealed here: whoever leaves is told so first. */
async function leave(person: string, say: Say): Promise<void> {
  const { leaveDevice, leftWaiting } = await import('#ui/offline/who.ts')
  const waiting = await leftWaiting(person).catch(() => 0)
  if (waiting > 0) {
    const yes = await confirm({
      title: say('shell.sign-out'),
      will: say('device.leave-waiting', { n: waiting }),
    })
    if (!yes) return
  }
  // Notices of who leaves are not for who sits down here next.
  await import('#ui/offline/push.ts').then(({ unsubscribePush }) => unsubscribePush()).catch(() => undefined)
  await tell('identity.sign-out', {}).catch(() => undefined)
  await leaveDevice(person).catch(() => undefined)
  dropDrafts()
  location.assign('/sign-in')
}

function Live(): ReactNode {
  const say = useSay()
  const state = useConnection()
  const tone = state === 'live' ? 'reef' : 'maize'
  return (
    <output className={`shell-live word-${tone}`}>
      <Icon
        name={state === 'live' ? 'circle-check' : state === 'offline' ? 'cloud-off' : 'cloud-exclamation'}
        size={16}
      />
      <span className="wide-only">{say(`shell.${state}`)}</span>
    </output>
  )
}

/** Whoever holds roles in several offices says from which of them they work; whoever has one reads its name. */
function Office({ me, unit }: { me: Me; unit: { id: string; name: string } }): ReactNode {
  const say = useSay()
  const others = (me.offices ?? []).filter((o) => o.id !== unit.id)
  const name = (
    <>
      <Icon name="office" size={16} />
      {unit.name}
    </>
  )
  if (others.length === 0) return <span className="shell-office">{name}</span>
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className="quiet shell-office" title={say('shell.offices')}>
          {name}
          <Icon name="down" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map((o) => (
          <Menu.Item
            key={o.id}
            leftSection={<Icon name="office" />}
            onClick={() => void tell('identity.work-at', { unit: o.id }).then(() => location.reload())}
          >
            {o.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
