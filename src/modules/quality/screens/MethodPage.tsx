/** One method: the version in force with its techniques and steps, and who may do it. */
import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { MethodSeen } from '../contract.ts'
import { ActDialog, hasForm } from './ActDialog.tsx'

type Method = z.output<typeof MethodSeen>

export default function MethodPage() {
  const say = useSay()
  const { code } = useParams({ strict: false })
  const asked = useAsk<Method>('quality.get-method', { code })
  const [act, setAct] = useState<string | null>(null)
  return (
    <Asked of={asked}>
      {(method) => (
        <Page>
          <RecordHead
            crumbs={[
              { label: say('quality.title'), to: '/quality' },
              { label: method.code, mono: true },
            ]}
            number={method.code}
            title={method.title}
            chips={
              method.versions.length > 0 ? (
                <StateChip state="fit">{say('quality.in-force')}</StateChip>
              ) : (
                <StateChip state="not-begun">{say('quality.no-version')}</StateChip>
              )
            }
            facts={
              method.versions[0]
                ? say(`quality.rule-${method.versions[0].decisionRule ?? 'none'}`)
                : undefined
            }
            acts={
              <ActRow>
                {method.actions
                  .filter((a) => hasForm(a.operation))
                  .map((a) => (
                    <Act
                      key={a.operation}
                      operation={a.operation}
                      actions={method.actions}
                      icon="person"
                      onAct={() => setAct(a.operation)}
                    />
                  ))}
              </ActRow>
            }
          />
          <Columns kind="halves">
            <Stacked>
              <Version method={method} />
              <StepsOf method={method} />
            </Stacked>
            <Card title={say('quality.people')}>
              <People method={method} />
              {act ? (
                <ActDialog
                  operation={act}
                  title={method.code}
                  fixed={{ method: method.id }}
                  onClose={() => setAct(null)}
                />
              ) : null}
            </Card>
          </Columns>
        </Page>
      )}
    </Asked>
  )
}

function Version(props: { method: Method }) {
  const say = useSay()
  const { language } = useLanguage()
  const [version] = props.method.versions
  if (!version) return <Card title={say('quality.version')}>{say('quality.no-version')}</Card>
  const title = (t: Method['versions'][number]['techniques'][number]): string =>
    language === 'es' ? (t.titleEs ?? t.title) : t.title
  // A principle that the product has no word for stands as the laboratory wrote it.
  const principle = (code: string): string => {
    const word = say(`quality.principle-${code}`)
    return word.startsWith('quality.') ? code.replaceAll('-', ' ') : word
  }
  return (
    <Card
      title={`${say('quality.version')} ${version.version}`}
      aside={`${say('quality.in-force-from')} ${showDate(version.from)}`}
    >
      {version.techniques.length === 0 ? (
        <p>{say('quality.no-techniques')}</p>
      ) : (
        <Plain
          caption={say('quality.techniques')}
          head={[say('quality.techniques'), say('quality.category'), say('quality.principle')]}
          rows={version.techniques.map((t) => [title(t), t.category, principle(t.principle)])}
        />
      )}
    </Card>
  )
}

function StepsOf(props: { method: Method }) {
  const say = useSay()
  const { language } = useLanguage()
  const [version] = props.method.versions
  return version ? (
    <Card title={say('quality.steps')}>
      <ol>
        {version.worksheet.steps.map((s) => (
          <li key={s.key}>{s[language]}</li>
        ))}
      </ol>
    </Card>
  ) : null
}

function People(props: { method: Method }) {
  const say = useSay()
  if (props.method.people.length === 0) return <p>{say('quality.nobody')}</p>
  return (
    <Plain
      head={[say('quality.person'), say('quality.as'), say('quality.from'), say('quality.until')]}
      rows={props.method.people.map((p) => [
        p.name,
        say(`quality.as-${p.as}`),
        showDate(p.from),
        p.ends ? (
          <StateChip key={p.id} state="withdrawn">
            {p.until ? showDate(p.until) : ''}
          </StateChip>
        ) : p.until ? (
          showDate(p.until)
        ) : (
          '—'
        ),
      ])}
    />
  )
}
