/** What crosses the wire of a map: boundaries as they are drawn. */
import { z } from 'zod'

/** Rings of longitude and latitude. */
export const Outline = z.array(z.array(z.tuple([z.number(), z.number()])).min(3)).max(40)
export const MapAsked = z.strictObject({ layer: z.enum(['district', 'precinct']).default('district') })
export const MapSeen = z.object({
  places: z.array(z.object({ code: z.string(), label: z.string(), outline: Outline })),
  /** Which drawing of the boundaries this is. */
  boundaries: z.string().nullable(),
})
export type MapSeen = z.output<typeof MapSeen>
