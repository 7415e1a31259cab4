/** What crosses the wire about browsers that are told while they are shut. */
import { z } from 'zod'
import { Id } from '#kernel/shapes.ts'

const EXAMPLE_KEY = `B${'A'.repeat(86)}`
export const AddPushDevice = z.strictObject({
  /** Where the browser's push service takes messages for it. */
  endpoint: z
    .url()
    .max(1_000)
    .meta({ examples: ['https://push.example.org/send/1'] }),
  /** The browser's public key, an uncompressed point on P-256 in base64url. */
  p256dh: z
    .string()
    .regex(/^B[A-Za-z0-9_-]{86}$/)
    .meta({ examples: [EXAMPLE_KEY] }),
  /** Sixteen bytes in base64url. */
  auth: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22}$/)
    .meta({ examples: ['A'.repeat(22)] }),
})
export const RemovePushDevice = z.strictObject({ device: Id })
export const PushDevices = z.object({
  /** With it a browser subscribes: what we send it is signed by its private half. */
  key: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      /** What kind of browser it was, in words. */
      device: z.string(),
      endpoint: z.string(),
      at: z.string(),
      toldAt: z.string().nullable(),
    }),
  ),
})
export type PushDevices = z.output<typeof PushDevices>
