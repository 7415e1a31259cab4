/** Shapes of what stands above every page. */
import { z } from 'zod'
import { Id, Instant, Line } from '#kernel/shapes.ts'

export const whoms = ['everybody', 'inside', 'outside'] as const
export const tones = ['maya', 'maize', 'achiote'] as const
export const PutUpBanner = z
  .strictObject({
    id: Id.optional(),
    en: Line.max(300),
    es: Line.max(300),
    tone: z.enum(tones).default('maya'),
    whom: z.enum(whoms).default('everybody'),
    from: Instant.optional(),
    until: Instant,
  })
  .refine((b) => b.from === undefined || b.from < b.until, { message: 'from-until', path: ['until'] })
export const TakeDownBanner = z.strictObject({ banner: Id })
export const BannerDone = z.object({ id: z.string() })
export const Banners = z.strictObject({ show: z.enum(['now', 'all']).default('now') })
export const BannersSeen = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      tone: z.enum(tones),
      whom: z.enum(whoms),
      from: z.string(),
      until: z.string(),
      by: z.string(),
      state: z.enum(['to-come', 'up', 'over', 'down']),
    }),
  ),
})
export type BannersSeen = z.output<typeof BannersSeen>
