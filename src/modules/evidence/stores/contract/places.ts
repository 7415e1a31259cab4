/** Places of the stores: named, found, and shown as a map with what stands there. */
import { z } from 'zod'
import { Code, Id, Line, actions } from '#kernel/shapes.ts'
import { asksOfTemporary } from './temporary.ts'
import { ItemLine } from '../../things/contract/seen.ts'

export const DefineLocation = z.strictObject({
  id: Id.optional(),
  parent: Id.nullish(),
  unit: Id.nullish(),
  code: z
    .string()
    .trim()
    .min(1)
    .max(30)
    .regex(/^[\p{L}\p{N} ._/-]+$/u, 'code'),
  name: Line,
  kind: z.enum(['site', 'room', 'rack', 'shelf', 'box', 'safe', 'freezer', 'cupboard', 'locker']),
  witness: z.boolean().default(false),
  /** Here guns wait that nobody has shown safe; only who is authorised opens it. */
  guns: z.boolean().default(false),
  capacity: z.number().int().min(1).max(100_000).nullish(),
  keeps: z.array(Code).max(20).default([]),
  position: z.number().int().min(0).max(9_999).default(0),
  /** Here exhibits are left when nobody is at the counter: what it asks of whoever leaves them, and within how many hours they are taken in. */
  temporary: z.enum(asksOfTemporary).nullish(),
  hours: z.number().int().min(1).max(500).nullish(),
})
export type DefineLocation = z.output<typeof DefineLocation>
/** As a laboratory's files name a place: what it belongs to by its code. */
export const PlaceOfFile = DefineLocation.omit({ id: true, parent: true, unit: true }).extend({
  parent: z.string().trim().max(30).nullish(),
  unit: z.string().trim().max(40).nullish(),
})
export type PlaceOfFile = z.output<typeof PlaceOfFile>
export const StoreMap = z.strictObject({ unit: Id.optional(), place: Id.optional() })
export const PlaceSeen = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  unit: z.string(),
  unitName: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  witness: z.boolean(),
  guns: z.boolean(),
  /** What it asks, where exhibits are left in it after hours. */
  temporary: z.enum(asksOfTemporary).nullable(),
  /** Temperature classes in the reader's words. */
  keeps: z.array(z.string()),
  capacity: z.number().nullable(),
  here: z.number(),
  beneath: z.number(),
  /** Room for how many in all places beneath that have a capacity, and how many stand in those. */
  room: z.number().nullable(),
  filled: z.number(),
  hazards: z.array(z.string()),
  /** The same in the reader's words. */
  dangers: z.array(z.string()),
})
export type PlaceSeen = z.output<typeof PlaceSeen>
export const StoreMapSeen = z.object({
  places: z.array(PlaceSeen),
  items: z.array(ItemLine),
  /** Since when this place is on the record, where it was opened by count. */
  openedAt: z.string().nullable(),
  actions,
})
export const FindPlaces = z.strictObject({
  q: z.string().max(100).optional(),
  unit: Id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export const FoundPlaces = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      kind: z.string(),
      path: z.string(),
      witness: z.boolean(),
      free: z.number().nullable(),
    }),
  ),
})
