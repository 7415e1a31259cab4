/** The people of a demonstration at its door: one of each role with what they do, one click each; the others behind a word. */
import type { ReactNode } from 'react'
import { Note } from '#ui/Note.tsx'
import { useLanguage, useSay } from '#ui/say.ts'

interface DemoPerson {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly title: string | null
  readonly unit: string | null
  readonly role: string
  /** Of one of each role, in either language. */
  readonly does: { readonly en: string; readonly es: string } | null
}
export interface Demonstration {
  readonly items: readonly DemoPerson[]
  readonly pin: string
}

export function DemoPeople(props: Demonstration & { onIn: () => void }): ReactNode {
  const say = useSay()
  const { language } = useLanguage()
  const choose = async (person: string): Promise<void> => {
    const answer = await fetch('/api/demo/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person }),
    })
    if (answer.ok) props.onIn()
  }
  const card = (p: DemoPerson): ReactNode => (
    <button type="button" key={p.id} className="door-person" onClick={() => void choose(p.id)}>
      <strong>{p.name}</strong>
      <small>{[p.title ?? say(`role.${p.role}`), p.unit].filter(Boolean).join(', ')}</small>
      {p.does ? <span>{p.does[language]}</span> : null}
    </button>
  )
  const others = props.items.filter((p) => !p.does)
  return (
    <>
      <Note tone="maize" title={say('identity.demo-title')}>
        {say('identity.demo-text', { pin: props.pin })}
      </Note>
      <div className="door-people">{props.items.filter((p) => p.does).map(card)}</div>
      {others.length > 0 ? (
        <details className="door-others">
          <summary>{say('identity.demo-others', { n: others.length })}</summary>
          <div className="door-people">{others.map(card)}</div>
        </details>
      ) : null}
    </>
  )
}
