/** Shapes of what keeps a record good: files counted again, sheets of paper that come back in. */
import { z } from 'zod'
import { Id } from '#kernel/shapes.ts'
import { AttendanceState, at } from './attendance.ts'

export const CheckFixity = z.strictObject({
  /** How many files at most; the next count goes on behind the last. */
  most: z.number().int().min(1).max(5_000).default(2_000),
})
const Wrong = z.object({
  sha256: z.string(),
  found: z
    .string()
    .nullable()
    .describe('The hash of what lies there now, or that it changed; null where nothing lies there'),
  photographs: z.array(
    z.object({ id: z.string(), attendance: z.string(), seq: z.number(), name: z.string() }),
  ),
})
export const FixityChecked = z.object({
  id: z.string(),
  checked: z.number(),
  bytes: z.number(),
  whole: z.boolean().describe('The count has come to the end and begins anew'),
  wrong: z.array(Wrong),
})
export const FixityReports = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) })
export const FixityList = z.object({
  items: z.array(
    FixityChecked.extend({
      at: z.string(),
      by: z.string(),
      text: z.string(),
    }),
  ),
})
export const PrintForm = z.strictObject({
  id: Id.optional(),
  ...at,
  kind: z.enum(['checklist', 'log', 'exhibits']),
  /** Of the exhibits sheet: how many lines with a label each. */
  lines: z.number().int().min(1).max(40).default(12),
})
export const FormPrinted = z.object({ id: z.string(), code: z.string() })
export const PaperFormFile = z.strictObject({ form: Id })
export const ReadForm = z.strictObject({ code: z.string().trim().min(1).max(120) })
export const FormRead = z.object({
  id: z.string(),
  kind: z.enum(['checklist', 'log', 'exhibits']),
  attendance: z.object({ id: z.string(), number: z.string(), place: z.string() }),
  case: z.object({ id: z.string(), number: z.string() }),
  form: z.string().nullable(),
  version: z.number().nullable(),
  /** A later version of the form holds today; what was filled in by hand is answered to this one. */
  newer: z.boolean(),
  marks: z.array(z.string()),
  labels: z.array(z.object({ code: z.string(), number: z.string().nullable() })),
  printedAt: z.string(),
})
/** What a device asks before it lets its own bytes go. */
export const ProveFiles = z.strictObject({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}(,[0-9a-f]{64}){0,99}$/)
    .describe('As many as a hundred, parted by commas'),
})
export const FilesProved = z.object({ proved: z.array(z.string()) })
export const WhatIsMissing = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50) })
export const MissingList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      place: z.string(),
      state: AttendanceState,
      since: z.string(),
      missing: z.array(z.object({ code: z.string(), text: z.string() })),
    }),
  ),
})
