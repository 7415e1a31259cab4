/** Defines the head of the laboratory’s papers. */
import type { Json } from '#kernel/canonical.ts'
import { command } from '#platform/define.ts'
import { DefineLetterhead, Versioned } from '../contract.ts'
import { defineVersion } from '../defining.ts'

export const defineLetterhead = command({
  name: 'catalogue.define-letterhead',
  summary: 'Defines the head of the laboratory’s papers.',
  who: ['administrator', 'director'],
  input: DefineLetterhead,
  output: Versioned,
  run: (cx, input) => defineVersion(cx, 'letterhead', input, input.letterhead as Json),
})
