/** What a change touches: each thing before and after, side by side, and in words what stands on it. */
import { canonical } from '#kernel/canonical.ts'
import { Note } from '#ui/Note.tsx'
import { Plain } from '#ui/Plain.tsx'
import { type Say, useLanguage, useSay } from '#ui/say.ts'
import type { ChangeSeen } from '../contract.ts'
import type { Question } from '../contract/form.ts'
import type { Asked } from '../rules/asked.ts'
import { askedOf } from '../rules/rule-values.ts'
import './studio.css'

type Touch = ChangeSeen['touches'][number]
type Facts = Readonly<Record<string, unknown>>

export function Touches({ touches }: { touches: readonly Touch[] }) {
  const say = useSay()
  const { language } = useLanguage()
  return touches.map((touch) => (
    <section key={`${touch.what} ${touch.key}`} className="touch">
      <h3>
        {touch.name} <span className="dim">{say(`catalogue.what-${touch.what}`)}</span>
      </h3>
      {touch.uses.length > 0 ? (
        <Note tone="maize" icon="warning" title={say('catalogue.c-stands-on')}>
          {touch.uses.map((use) => (
            <p key={use}>{use}</p>
          ))}
        </Note>
      ) : (
        <p className="dim">{say('catalogue.c-nothing-stands')}</p>
      )}
      <Plain
        head={[say('catalogue.c-what'), say('catalogue.c-before'), say('catalogue.c-after')]}
        rows={linesOf(touch, say, language)}
      />
    </section>
  ))
}

/** Of a form each question that differs; of anything else each field. */
function linesOf(touch: Touch, say: Say, language: 'en' | 'es'): string[][] {
  const before = (touch.before ?? {}) as Facts
  const after = (touch.after ?? {}) as Facts
  const fields = touch.change === 'added' ? Object.keys(after) : touch.fields
  return fields.flatMap((field) => {
    if (field === 'body' && touch.what === 'form')
      return questionLines(before.body, after.body, say, language)
    if (field === 'body' || field === 'data')
      return inside(before[field], after[field], namesOf(touch), say, language)
    const [a, b] = [textOf(before[field], say), textOf(after[field], say)]
    return a === b ? [] : [[say(`catalogue.field-${field}`), a, b]]
  })
}

/** The questions of the studio name what stands inside a rule, and its answers. */
function namesOf(touch: Touch): readonly Asked[] {
  const section = touch.what === 'code' ? `list.${touch.key.split('/')[0] ?? ''}` : touch.what
  return askedOf(section, { ...inner(touch.before), ...inner(touch.after) })
}
const inner = (rule: unknown): Facts => (rule as { data?: Facts } | null)?.data ?? {}

function inside(
  before: unknown,
  after: unknown,
  asked: readonly Asked[],
  say: Say,
  language: 'en' | 'es',
): string[][] {
  const [a, b] = [(before ?? {}) as Facts, (after ?? {}) as Facts]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .map((key) => {
      const q = asked.find((x) => (x.at ?? x.key).split('.')[0] === key)
      const name = q?.[language] ?? (key === 'en' || key === 'es' ? say(`catalogue.name-${key}`) : key)
      return [name, textOf(a[key], say, q, language), textOf(b[key], say, q, language)]
    })
    .filter(([, x, y]) => x !== y)
}

function textOf(value: unknown, say: Say, q?: Asked, language: 'en' | 'es' = 'en'): string {
  if (value === undefined || value === null || value === '') return '–'
  if (typeof value === 'boolean') return say(value ? 'catalogue.s-is-yes' : 'catalogue.s-is-no')
  const named = (v: unknown): string =>
    q?.options?.find((o) => o.value === String(v))?.[language] ?? String(v)
  if (!Array.isArray(value)) return typeof value === 'object' ? JSON.stringify(value) : named(value)
  return value.some((v) => typeof v === 'object')
    ? rowsInWords(value as Facts[], language)
    : value.map(named).join(', ')
}
/** Rows by their names; what has none, by what it says. */
const rowsInWords = (rows: readonly Facts[], language: 'en' | 'es'): string =>
  rows
    .map((row) =>
      [row.count, row[language] ?? Object.values(row).filter(Boolean).join(' ')].filter(Boolean).join(' × '),
    )
    .join(', ')

function questionLines(before: unknown, after: unknown, say: Say, language: 'en' | 'es'): string[][] {
  const of = (body: unknown): readonly Question[] =>
    ((body ?? {}) as { questions?: Question[] }).questions ?? []
  const [old, now] = [of(before), of(after)]
  const said = (q: Question | undefined): string =>
    q
      ? [
          q[language],
          say(`catalogue.kind-of-question.${q.kind}`),
          q.required ? say('catalogue.s-required') : '',
          q.when ? say('catalogue.s-conditional') : '',
          q.options.map((o) => o[language]).join(', '),
          q.units.join(', '),
        ]
          .filter(Boolean)
          .join(' · ')
      : '–'
  const keys = [...new Set([...old, ...now].map((q) => q.key))]
  const lines = keys.flatMap((key) => {
    const [a, b] = [old.find((q) => q.key === key), now.find((q) => q.key === key)]
    return a && b && canonical(a as never) === canonical(b as never) ? [] : [[key, said(a), said(b)]]
  })
  // Of the questions that both have: what is new or gone stands above already.
  const order = (all: readonly Question[], others: readonly Question[]): string =>
    all
      .filter((q) => others.some((o) => o.key === q.key))
      .map((q) => q[language])
      .join(', ')
  const [was, is] = [order(old, now), order(now, old)]
  return was === is ? lines : [...lines, [say('catalogue.field-place'), was, is]]
}
