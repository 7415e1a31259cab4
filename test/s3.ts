/** An S3-compatible store for stories: it goes down, at once or in the midst of something, comes up again, and its folder can be reached behind its back. */
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import S3rver from 's3rver'
import { bucketFiles, bucketStores } from '../src/platform/bucket.ts'
import type { ColdStores, Files } from '../src/platform/files.ts'

export interface MadeStore {
  readonly files: Files
  readonly cold: ColdStores
  down(): Promise<void>
  /** Goes down with the request that comes after so many of this kind. */
  downAfter(requests: number, method: string): void
  up(): Promise<void>
  /** Writes something else in the place of an object, and in that of one that is not given nothing at all. */
  spoil(sha256: string, other?: string): Promise<void>
}
export async function openS3(folder: string, name: string): Promise<MadeStore> {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' })
  const directory = join(folder, name)
  let server: S3rver | undefined
  let port = 0
  const up = async (): Promise<void> => {
    server = new S3rver({
      port,
      address: '127.0.0.1',
      silent: true,
      directory,
      configureBuckets: [{ name: 'custodia', configs: [] }],
    })
    ;({ port } = await server.run())
  }
  const down = async (): Promise<void> => {
    const was = server
    server = undefined
    const closed = was?.close()
    was?.httpServer.closeAllConnections()
    await closed
  }
  await up()
  const bucket = {
    bucket: 'custodia',
    prefix: 'lab',
    endpoint: `http://127.0.0.1:${port}`,
    stagingFolder: join(folder, `${name}-staging`),
  }
  return {
    files: bucketFiles(bucket),
    cold: bucketStores(bucket),
    up,
    down,
    downAfter(requests, method) {
      const http = server?.httpServer
      const handlers = http?.listeners('request') ?? []
      let left = requests
      // What it does not take it takes nothing of: a put is whole or was not, as in the stores that this one stands for.
      http?.removeAllListeners('request').on('request', (request, response) => {
        if (request.method !== method || (left -= 1) >= 0)
          for (const handle of handlers) handle(request, response)
        else {
          request.socket.destroy()
          void down()
        }
      })
    },
    async spoil(sha256, other) {
      const all = await readdir(directory, { recursive: true })
      for (const path of all.filter((p) => p.includes(`/${sha256}._S3rver_`)))
        if (other === undefined) await rm(join(directory, path))
        else if (path.endsWith('object')) await writeFile(join(directory, path), other)
    },
  }
}
