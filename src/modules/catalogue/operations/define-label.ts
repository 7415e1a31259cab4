/** Defines how a printed label looks. */
import type { Json } from '#kernel/canonical.ts'
import { command } from '#platform/define.ts'
import { DefineLabel, Versioned } from '../contract.ts'
import { defineVersion } from '../defining.ts'

export const defineLabel = command({
  name: 'catalogue.define-label',
  summary: 'Defines how a printed label looks.',
  who: ['administrator', 'quality-manager', 'evidence-officer'],
  input: DefineLabel,
  output: Versioned,
  run: (cx, input) => defineVersion(cx, 'label', input, input.label as Json),
})
