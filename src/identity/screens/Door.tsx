/** The frame of the screens that stand before the shell: name of the service, language, one column. */
import type { ReactNode } from 'react'
import { useLanguage, useSay } from '#ui/say.ts'
import './door.css'

export function Door(props: { title: string; children: ReactNode; wide?: boolean }): ReactNode {
  const say = useSay()
  const { language, setLanguage } = useLanguage()
  const other = language === 'es' ? 'en' : 'es'
  return (
    <main className="door">
      <div className={props.wide ? 'door-inner wide' : 'door-inner'}>
        <div className="door-row">
          <span className="door-mark">Custodia</span>
          <button type="button" className="quiet" lang={other} onClick={() => setLanguage(other)}>
            {say(other === 'es' ? 'identity.in-spanish' : 'identity.in-english')}
          </button>
        </div>
        <h1>{props.title}</h1>
        {props.children}
      </div>
    </main>
  )
}
