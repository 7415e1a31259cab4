/** Defines how the numbers of a series are written. */
import type { Json } from '#kernel/canonical.ts'
import { command } from '#platform/define.ts'
import { DefineNumbering, Versioned } from '../contract.ts'
import { defineVersion } from '../defining.ts'

export const defineNumbering = command({
  name: 'catalogue.define-numbering',
  summary: 'Defines how the numbers of a series are written.',
  who: ['administrator', 'quality-manager'],
  input: DefineNumbering,
  output: Versioned,
  run: (cx, input) => defineVersion(cx, 'numbering', input, input.numbering as Json),
})
