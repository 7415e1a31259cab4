/** Defines the next version of a statement’s text, in English and Spanish. */
import type { Json } from '#kernel/canonical.ts'
import { command } from '#platform/define.ts'
import { DefineTemplate, Versioned } from '../contract.ts'
import { defineVersion } from '../defining.ts'

export const defineTemplate = command({
  name: 'catalogue.define-template',
  summary: 'Defines the next version of a statement’s text, in English and Spanish.',
  who: ['administrator', 'quality-manager', 'director'],
  input: DefineTemplate,
  output: Versioned,
  run: (cx, input) => defineVersion(cx, 'template', input, input.text as Json),
})
