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
import { checked, gone, silent, wholeOf } from './checked-bytes.ts'
import { type ColdStores, type Files, keyOf, named, stage } from './files.ts'

export interface Bucket {
  readonly bucket: string
  readonly prefix: string
  readonly endpoint?: string
  /** Whose keys, of the file of profiles; else those of the environment. */
  readonly profile?: string
  readonly stagingFolder: string
}
/** A store that accepts a connection and says nothing is one that is down. */
const CONNECT_MS = 5_000
const IDLE_MS = 60_000
const NOTHING = '0'.repeat(64)

export const bucketFiles = (bucket: Bucket): Files => filesBy(clientOf(bucket), bucket)

/** A bucket in which each cold store has its prefix. */
export function bucketStores(bucket: Bucket): ColdStores {
  const client = clientOf(bucket)
  const of = (label: string): Files =>
    filesBy(client, { ...bucket, prefix: [bucket.prefix, named(label)].filter(Boolean).join('/') })
  return {
    of,
    there: (label) =>
      of(label)
        .has(NOTHING)
        .then(
          () => true,
          () => false,
        ),
  }
}

const clientOf = (bucket: Bucket): S3Client =>
  new S3Client({
    ...(bucket.endpoint ? { endpoint: bucket.endpoint, forcePathStyle: true } : {}),
    ...(bucket.profile ? { profile: bucket.profile } : {}),
    region: process.env.AWS_REGION ?? 'us-east-1',
    // What fails is thrown, and told by whoever asked for it.
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: IDLE_MS },
    // Older S3-compatible stores keep the chunk framing of the newer checksums as content; we compare SHA-256 ourselves.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })

interface Fault {
  readonly name: string
  readonly $metadata?: { httpStatusCode?: number }
}
const isMissing = (fault: Fault): boolean =>
  fault.$metadata?.httpStatusCode === 404 && fault.name !== 'NoSuchBucket'

function filesBy(client: S3Client, bucket: Bucket): Files {
  const place = (sha256: string) => ({
    Bucket: bucket.bucket,
    Key: [bucket.prefix, keyOf(sha256)].filter(Boolean).join('/'),
  })
  const get = async (sha256: string): Promise<Readable> => {
    try {
      return await checked((await client.send(new GetObjectCommand(place(sha256)))).Body as Readable, sha256)
    } catch (fault) {
      throw isMissing(fault as Fault) ? gone() : silent(fault)
    }
  }
  const has = (sha256: string): Promise<boolean> =>
    client.send(new HeadObjectCommand(place(sha256))).then(
      () => true,
      (fault: Fault) => {
        if (isMissing(fault)) return false
        throw silent(fault)
      },
    )
  return {
    incoming: bucket.stagingFolder,
    async keep(content, limit) {
      const staged = await stage(bucket.stagingFolder, content, limit)
      try {
        if (!(await has(staged.sha256))) {
          await client
            .send(
              new PutObjectCommand({
                ...place(staged.sha256),
                Body: createReadStream(staged.path),
                ContentLength: staged.size,
              }),
            )
            .catch((fault: unknown) => {
              throw silent(fault)
            })
        }
      } finally {
        await rm(staged.path, { force: true })
      }
      return { sha256: staged.sha256, size: staged.size, head: staged.head }
    },
    read: (sha256) => wholeOf(get(sha256)),
    stream: get,
    destroy: (sha256) =>
      client.send(new DeleteObjectCommand(place(sha256))).then(
        () => undefined,
        (fault: unknown) => {
          throw silent(fault)
        },
      ),
    has,
  }
}
