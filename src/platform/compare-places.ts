/** Counts files byte for byte in both places where they are kept, says where one is missing or changed, and heals it from the other when told to. It knows nothing of a case, so it stands here; the archive offers it. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx, Ground } from './cx.ts'
import { command } from './define.ts'
import { type Standing, heal, standsIn } from './second-place.ts'
import { sql } from './sql.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')
const ComparePlaces = z.strictObject({
  /** From the file after this one on. */
  after: Sha256.nullish(),
  most: z.number().int().min(1).max(5000).default(1000),
  heal: z.boolean().default(false),
})
const standing = z.enum(['whole', 'missing', 'changed'])
const PlacesCompared = z.object({
  id: z.string(),
  compared: z.number().int(),
  wrong: z.array(z.object({ sha256: z.string(), near: standing, far: standing, healed: z.boolean() })),
  healed: z.number().int(),
  /** Where the next count goes on; null: this was the last. */
  next: z.string().nullable(),
})

const filesAfter = async (cx: Pick<Cx, 'tx'>, after: string, most: number): Promise<string[]> =>
  (
    await cx.tx.many<{ sha256: string }>(
      sql`select sha256 from platform.file where sha256 > ${after} order by sha256 limit ${most}`,
    )
  ).map((row) => row.sha256)

/** `isAway`: a master that lies in a cold store by intent is missing near by, and is neither wrong nor fetched back. */
export const comparePlaces = (isAway: (ground: Ground, sha256: string) => Promise<boolean>) =>
  command({
    name: 'archive.compare-places',
    summary:
      'Counts files in both places where they are kept, names what differs, and heals it from the other.',
    who: ['quality-manager', 'director', 'administrator'],
    input: ComparePlaces,
    output: PlacesCompared,
    stepUp: true,
    async run(cx, input) {
      cx.allow(null)
      const { places } = cx.ground.files
      refuseUnless(unless(places !== undefined, no('archive.one-place', {}, 'archive.next-second-place')))
      if (!places) throw new Error('Defect: unreachable')
      const files = await filesAfter(cx, input.after ?? '', input.most)
      const wrong: { sha256: string; near: Standing; far: Standing; healed: boolean }[] = []
      for (const sha256 of files) {
        const near = await standsIn(places.near, sha256)
        const far = await standsIn(places.far, sha256)
        if (near === 'whole' && far === 'whole') continue
        if (near === 'missing' && far !== 'changed' && (await isAway(cx.ground, sha256))) continue
        const can = input.heal && (near === 'whole' || far === 'whole')
        if (can && near !== 'whole') await heal(places.near, places.far, sha256)
        if (can && far !== 'whole') await heal(places.far, places.near, sha256)
        wrong.push({ sha256, near, far, healed: can })
      }
      const id = cx.newId()
      const healed = wrong.filter((w) => w.healed).length
      await cx.record({
        subject: ref('archive.places', id),
        facts: { compared: files.length, wrong: wrong.map((w) => ({ ...w })), healed },
      })
      return {
        id,
        compared: files.length,
        wrong,
        healed,
        next: files.length === input.most ? (files.at(-1) ?? null) : null,
      }
    },
  })
