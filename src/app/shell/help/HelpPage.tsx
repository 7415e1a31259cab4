/** The guide inside the product: the page of the person's own role, and the others one click away, in the language of the screen. */
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { EmptyState, Skeleton } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Page } from '#ui/Page.tsx'
import { useMe } from '#ui/me.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import type { Role } from '#identity/contract.ts'
import { Markdown } from './Markdown.tsx'
import { names, pageOf } from './pages.ts'

const pages = import.meta.glob<string>('../../../../docs/guide/{en,es}/*.md', {
  query: '?raw',
  import: 'default',
})
const pictures = import.meta.glob<string>('../../../../docs/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
})
const picture = (name: string): string | undefined => pictures[`../../../../docs/pictures/${name}`]

export function HelpPage(): ReactNode {
  const say = useSay()
  const { language } = useLanguage()
  const me = useMe()
  const params: { page?: string } = useParams({ strict: false })
  const own = (Object.keys(pageOf) as Role[]).find((role) => me?.roles.includes(role))
  const page = params.page ?? (own ? pageOf[own] : 'counter')
  const path = `../../../../docs/guide/${language}/${page}.md`
  const [text, setText] = useState<{ path: string; words: string } | null>(null)
  useEffect(() => {
    let here = true
    void pages[path]?.().then((words) => here && setText({ path, words }))
    return () => {
      here = false
    }
  }, [path])
  return (
    <Page>
      <div className="help">
        <nav aria-label={say('help.pages')}>
          {names.map((name) => (
            <Linked key={name} to={`/help/${name}`}>
              <span className={name === page ? 'strong' : ''}>{say(`help.${name}`)}</span>
            </Linked>
          ))}
        </nav>
        <article className="card">
          {path in pages ? null : <EmptyState icon="help" title={say('shell.not-found')} />}
          {path in pages && text?.path !== path ? <Skeleton lines={6} /> : null}
          {text?.path === path ? <Markdown text={text.words} picture={picture} /> : null}
        </article>
      </div>
    </Page>
  )
}
