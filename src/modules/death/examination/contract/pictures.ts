/** Photographs, radiographs and fingerprints of a body: as they are added, and as they are looked at. */
import { z } from 'zod'
import { Id, Line } from '#kernel/shapes.ts'

export const pictureKinds = ['photograph', 'radiograph', 'fingerprint', 'document'] as const
export const AddPicture = z.strictObject({
  id: Id.optional(),
  examination: Id,
  kind: z.enum(pictureKinds),
  file: z.string().regex(/^[0-9a-f]{64}$/, 'sha256'),
  /** Which side, which view: “chest, from the front”. */
  view: Line.nullish(),
  /** The wound that it shows. */
  wound: z.number().int().min(1).max(999).nullish(),
  words: Line.nullish(),
})
export const PictureAdded = z.object({ id: z.string(), no: z.number(), told: z.string() })
export const PictureFile = z.strictObject({
  picture: Id,
  /** As it came, or as large as a screen where the house can draw it. */
  size: z.enum(['original', 'screen']).default('original'),
})
export const RadiographFrame = z.strictObject({
  picture: Id,
  frame: z.coerce.number().int().min(0).max(9999),
})

export const PictureSeen = z.object({
  id: z.string(),
  no: z.number(),
  kind: z.enum(pictureKinds),
  fileName: z.string(),
  sha256: z.string(),
  size: z.number(),
  form: z.enum(['dicom', 'image', 'other']),
  /** How many pictures it holds; 0 where none can be shown. */
  frames: z.number(),
  /** What is true of the file, in a sentence. */
  told: z.string(),
  /** What the file says of itself: device, part of the body, day. */
  said: z.array(z.object({ label: z.string(), text: z.string() })),
  view: z.string().nullable(),
  wound: z.number().nullable(),
  words: z.string().nullable(),
  at: z.string(),
  by: z.string().nullable(),
})
export type PictureSeen = z.output<typeof PictureSeen>
