/** Files in an object store, by the same door: staged on disk, hashed there, then put under their name, then acknowledged. */
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { checked, wholeOf } from './checked-bytes.ts'
import { type Files, keyOf, stage } from './files.ts'

export interface Bucket {
  readonly bucket: string
  readonly prefix: string
  readonly endpoint?: string
  readonly stagingFolder: string
}

export function bucketFiles(bucket: Bucket): Files {
  const client = new S3Client({
    ...(bucket.endpoint ? { endpoint: bucket.endpoint, forcePathStyle: true } : {}),
    region: process.env.AWS_REGION ?? 'us-east-1',
    // Older S3-compatible stores keep the chunk framing of the newer checksums as content; we compare SHA-256 ourselves.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const place = (sha256: string) => ({
    Bucket: bucket.bucket,
    Key: [bucket.prefix, keyOf(sha256)].filter(Boolean).join('/'),
  })
  const get = async (sha256: string): Promise<Readable> =>
    checked((await client.send(new GetObjectCommand(place(sha256)))).Body as Readable, sha256)
  const has = (sha256: string): Promise<boolean> =>
    client.send(new HeadObjectCommand(place(sha256))).then(
      () => true,
      (error: { $metadata?: { httpStatusCode?: number } }) => {
        if (error.$metadata?.httpStatusCode === 404) return false
        throw error
      },
    )
  return {
    incoming: bucket.stagingFolder,
    async keep(content, limit) {
      const staged = await stage(bucket.stagingFolder, content, limit)
      try {
        if (!(await has(staged.sha256))) {
          await client.send(
            new PutObjectCommand({
              ...place(staged.sha256),
              Body: createReadStream(staged.path),
              ContentLength: staged.size,
            }),
          )
        }
      } finally {
        await rm(staged.path, { force: true })
      }
      return { sha256: staged.sha256, size: staged.size, head: staged.head }
    },
    read: (sha256) => wholeOf(get(sha256)),
    stream: get,
    destroy: async (sha256) => void (await client.send(new DeleteObjectCommand(place(sha256)))),
    has,
  }
}
