/** A laboratory as files: see laboratory/reading.ts for the folder. */
import { z } from 'zod'
import { Code, Line } from '#kernel/shapes.ts'
import { DefineCode, DefineLimit, DefinitionKind, doubted, named } from './words.ts'

const LabCode = DefineCode.omit({ id: true, list: true })
const LabList = z.strictObject({
  list: Code,
  ...named,
  note: Line.nullish(),
  codes: z.array(LabCode).max(5000),
})
const part = z.array(z.record(z.string(), z.json())).max(2000).default([])
export const Laboratory = z.strictObject({
  name: Code,
  en: Line.nullish(),
  es: Line.nullish(),
  /** Of whoever comes without a choice: new accounts, papers that name no other. */
  language: z.enum(['en', 'es']).default('en'),
  lists: z.array(LabList).max(200).default([]),
  limits: z
    .array(DefineLimit.omit({ id: true }))
    .max(500)
    .default([]),
  definitions: z
    .array(
      z.strictObject({
        kind: DefinitionKind,
        key: Code,
        ...named,
        ...doubted,
        body: z.record(z.string(), z.json()),
      }),
    )
    .max(1000)
    .default([]),
  /** Parts that other modules apply through their own operations (laboratory.ts, `applyParts`). */
  agencies: part,
  units: part,
  stores: part,
  methods: part,
  equipment: part,
  lots: part,
})
export type Laboratory = z.output<typeof Laboratory>
