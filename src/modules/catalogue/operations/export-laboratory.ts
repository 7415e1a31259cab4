/** The laboratory's definition as it stands, in the form that apply-laboratory takes. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { Laboratory } from '../contract.ts'
import { standingLaboratory } from '../applying.ts'

export const exportLaboratory = query({
  name: 'catalogue.export-laboratory',
  summary: 'Answers the laboratory’s definition as it stands.',
  who: ['administrator', 'quality-manager'],
  input: z.strictObject({}),
  output: Laboratory,
  async run(cx) {
    cx.allow(null)
    return standingLaboratory(cx)
  },
})
