/** What somebody began at some desk and has not proposed yet: the way back to it. */
import { Linked } from '#ui/Linked.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useAsk } from '#ui/client.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { DraftsSeen } from '../contract.ts'
import { groups } from './studio-sections.ts'

export function MyDrafts() {
  const say = useSay()
  const { language } = useLanguage()
  const drafts = useAsk<DraftsSeen>('catalogue.my-drafts').data?.items ?? []
  const known = (section: string): boolean => groups.some((g) => g.sections.some((s) => s.name === section))
  if (drafts.length === 0) return null
  return (
    <Card title={say('catalogue.s-my-drafts')}>
      <Plain
        head={[say('catalogue.s-what'), say('catalogue.s-kinds'), say('catalogue.s-kept')]}
        rows={drafts.map((d) => [
          <Linked key={d.key} to={`/catalogue/studio/${d.section}/${d.key}`}>
            {String(d.words[language] || d.words.name || (d.key === '~' ? say('catalogue.s-new') : d.key))}
          </Linked>,
          known(d.section) ? say(`catalogue.section-${d.section}`) : d.section.replace('list.', ''),
          showInstant(d.keptAt),
        ])}
      />
    </Card>
  )
}
