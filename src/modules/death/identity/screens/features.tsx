/** What tells a person apart, asked and said the same way of a body and of somebody who is missed. */
import type { Field } from '#ui/Form.tsx'
import type { Say } from '#ui/say.ts'
import { featureKinds, sites } from '../contract/identity.ts'

export const featureFields = (say: Say, required: boolean): Field => ({
  key: 'features',
  kind: 'list',
  span: 2,
  required,
  label: say('death.field-features'),
  fields: [
    {
      key: 'kind',
      kind: 'choice',
      required: true,
      label: say('death.field-feature-kind'),
      options: featureKinds.map((value) => ({ value, label: say(`death.feature-${value}`) })),
    },
    {
      key: 'site',
      kind: 'choice',
      label: say('death.field-site'),
      options: sites.map((value) => ({ value, label: say(`death.site-${value}`) })),
      show: (v) => v['kind'] !== 'stature',
    },
    {
      key: 'words',
      kind: 'text',
      label: say('death.field-feature-words'),
      show: (v) => v['kind'] !== 'stature',
    },
    {
      key: 'value',
      kind: 'text',
      max: 6,
      label: say('death.field-stature'),
      show: (v) => v['kind'] === 'stature',
    },
    {
      key: 'spread',
      kind: 'text',
      max: 6,
      label: say('death.field-spread'),
      show: (v) => v['kind'] === 'stature',
    },
  ],
})

export const featureText = (
  f: { kind: string; site: string | null; words: string | null; value: string | null; spread: string | null },
  say: Say,
): string =>
  f.kind === 'stature'
    ? `${say('death.feature-stature')}: ${f.value} cm${f.spread ? ` ± ${f.spread}` : ''}`
    : `${say(`death.feature-${f.kind}`)}${f.site ? ` (${say(`death.site-${f.site}`)})` : ''}: ${f.words ?? ''}`
