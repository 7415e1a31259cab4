/** Shapes of pictures: photographs with the hash at capture, what is pointed out on them, sketches as data. */
import { z } from 'zod'
import { Id, Instant, Line, listInput, listWords } from '#kernel/shapes.ts'
import { at } from './attendance.ts'
import { Position } from './call-outs.ts'
import { Sha256 } from './finds.ts'

export const Shows = z.enum(['overall', 'mid-range', 'close-up', 'scale', 'person', 'document', 'other'])
export const AddPhotograph = z.strictObject({
  id: Id.optional(),
  ...at,
  file: Sha256,
  /** As the device counted it when the picture was taken: it must be the file that came. */
  capturedSha256: Sha256.nullish(),
  name: z.string().trim().min(1).max(200).nullish(),
  folder: z.string().trim().max(300).nullish(),
  shows: Shows.default('overall'),
  caption: Line.nullish(),
  spot: Line.nullish(),
  mark: Id.nullish(),
  /** Where the device was, when the file itself does not say. */
  position: Position.nullish(),
  takenAt: Instant.nullish(),
  /** A copy made from an original, and the steps that made it. */
  source: Id.nullish(),
  steps: Line.nullish(),
})
export const PhotographAdded = z.object({
  id: z.string(),
  seq: z.number(),
  sha256: z.string(),
  /** The same bytes stand already, here or in another attendance of the case. */
  same: z.array(z.object({ id: z.string(), attendance: z.string(), seq: z.number() })),
})
const share = z.number().min(0).max(1)
/** In shares of the picture's width and height, so that it lies right at every size. */
export const Shape = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('arrow'),
      x1: share,
      y1: share,
      x2: share,
      y2: share,
      text: Line.nullish(),
    }),
    z.strictObject({
      kind: z.literal('circle'),
      x: share,
      y: share,
      r: share,
      text: Line.nullish(),
    }),
    z.strictObject({
      kind: z.literal('box'),
      x: share,
      y: share,
      width: share,
      height: share,
      text: Line.nullish(),
    }),
    z.strictObject({ kind: z.literal('text'), x: share, y: share, text: Line }),
  ])
  .meta({ id: 'AnnotationShape' })
export type Shape = z.output<typeof Shape>
export const AnnotatePhotograph = z.strictObject({
  id: Id.optional(),
  photograph: Id,
  shapes: z.array(Shape).max(60),
  words: Line.nullish(),
})

/** What can be set down on a sketch; drawn by `rules/drawing.ts`, plan view, the long side north unless turned. */
export const symbols = [
  'body',
  'marker',
  'door',
  'window',
  'bed',
  'table',
  'chair',
  'car',
  'motorcycle',
  'bicycle',
  'tree',
  'streetlight',
  'weapon',
  'cartridge-case',
  'blood',
  'footprint',
  'tyre-mark',
  'north',
] as const
const metres = z.number().min(-2000).max(2000)
const turned = z.number().min(0).max(360)
export const SketchElement = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('wall'),
      x1: metres,
      y1: metres,
      x2: metres,
      y2: metres,
      dashed: z.boolean().optional(),
    }),
    z.strictObject({
      kind: z.literal('area'),
      x: metres,
      y: metres,
      width: metres,
      height: metres,
      text: Line.nullish(),
    }),
    z.strictObject({
      kind: z.literal('symbol'),
      symbol: z.enum(symbols),
      x: metres,
      y: metres,
      turned: turned.default(0),
      text: z.string().trim().max(40).nullish(),
      mark: Id.nullish(),
    }),
    z.strictObject({ kind: z.literal('text'), x: metres, y: metres, text: Line }),
    z.strictObject({
      kind: z.literal('dimension'),
      x1: metres,
      y1: metres,
      x2: metres,
      y2: metres,
      /** As measured, which the drawing follows only roughly. */
      text: z.string().trim().min(1).max(40),
    }),
  ])
  .meta({ id: 'SketchElement' })
export type SketchElement = z.output<typeof SketchElement>
export const Drawing = z
  .strictObject({
    /** Of the paper, in metres. */
    width: z.number().min(1).max(2000),
    height: z.number().min(1).max(2000),
    toScale: z.boolean(),
    north: turned.default(0),
    elements: z.array(SketchElement).max(500),
  })
  .meta({ id: 'SceneDrawing' })
export type Drawing = z.output<typeof Drawing>
export const AddSketch = z.strictObject({
  id: Id.optional(),
  ...at,
  /** The sketch of which this is a later version. */
  sketch: Id.nullish(),
  /** The version over which it was drawn: where somebody has drawn another over it since, this becomes a sketch of its own. */
  over: Id.nullish(),
  title: Line,
  drawing: Drawing,
})
export const SketchAdded = z.object({ id: z.string(), sketch: z.string(), seq: z.number() })
export const SketchFile = z.strictObject({ sketch: Id, seq: z.coerce.number().int().min(1).optional() })
export const PhotographFile = z.strictObject({
  photograph: Id,
  size: z.enum(['original', 'screen', 'small', 'tile']).default('original'),
  /** Of a tile: how often it is halved (0 is full size), its column and its row. */
  halved: z.coerce.number().int().min(0).max(12).default(0),
  x: z.coerce.number().int().min(0).max(200).default(0),
  y: z.coerce.number().int().min(0).max(200).default(0),
})
export const ContactSheet = z.strictObject({
  attendance: Id,
  /** The number of the first photograph on it. */
  from: z.coerce.number().int().min(1).default(1),
  many: z.coerce.number().int().min(1).max(200).default(100),
})
export const Thumbnail = z.strictObject({ photograph: Id })
export const SideCar = z.strictObject({ photograph: Id })
export const Photographs = z.strictObject({
  ...listInput,
  ...listWords,
  limit: z.coerce.number().int().min(1).max(500).default(200),
  attendance: Id.optional(),
  case: Id.optional(),
  mark: Id.optional(),
})
