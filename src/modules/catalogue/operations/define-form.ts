/** Defines the next version of a form (JSON Schema); old answers keep the version they were given under. */
import type { Json } from '#kernel/canonical.ts'
import { command } from '#platform/define.ts'
import { DefineForm, Versioned } from '../contract.ts'
import { defineVersion } from '../defining.ts'

export const defineForm = command({
  name: 'catalogue.define-form',
  summary:
    'Defines the next version of a form (JSON Schema); old answers keep the version they were given under.',
  who: ['administrator', 'quality-manager'],
  input: DefineForm,
  output: Versioned,
  run: (cx, input) =>
    defineVersion(cx, 'form', input, {
      use: input.use,
      for: input.for,
      questions: input.questions,
    } as unknown as Json),
})
