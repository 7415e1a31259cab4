/** Defines what a collection kit holds. */
import type { Json } from '#kernel/canonical.ts'
import { command } from '#platform/define.ts'
import { DefineKit, Versioned } from '../contract.ts'
import { defineVersion } from '../defining.ts'

export const defineKit = command({
  name: 'catalogue.define-kit',
  summary: 'Defines what a collection kit holds.',
  who: ['administrator', 'quality-manager', 'evidence-officer'],
  input: DefineKit,
  output: Versioned,
  run: (cx, input) => defineVersion(cx, 'kit', input, input.kit as Json),
})
