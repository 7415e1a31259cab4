/**
 * What stands before a server in the browser's tests: one address for the pages as they are built and for the acts behind them, and a line to it
 * that can be made narrow and cut. It is narrow here, not in the browser: what the service worker fetches goes over it as well as what a page
 * does, and a cut loses bytes in the middle of a file as a cut does.
 */
import { existsSync, readFileSync } from 'node:fs'
import { type IncomingMessage, type Server, type ServerResponse, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { Transform, pipeline } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { webFolder } from '../../src/app/web.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

const PIECE = 4_096

export interface Line {
  /** Null: as fast as this machine. */
  bytesPerSecond: number | null
  /** On the way to an answer. */
  delayMs: number
  /** Bytes of files that went up, all together. */
  up: number
  /** At which counts of them the line is cut, in order. */
  cutAt: number[]
  /** So many answers to files are lost after the server has them. */
  loseAnswers: number
}
export interface Front {
  readonly url: string
  readonly line: Line
  /** Every act that was sent, by its address. */
  readonly told: string[]
  close(): void
}
export interface FrontOptions {
  readonly server: string
  /** The server has no pages of its own: they are taken from where they are built. */
  readonly pages: boolean
  /** Another text for a file than the one that is there: a newer version of the worker. */
  readonly instead?: (path: string, text: string) => string | null
}

export async function openFront(options: FrontOptions): Promise<Front> {
  const line: Line = { bytesPerSecond: null, delayMs: 0, up: 0, cutAt: [], loseAnswers: 0 }
  const told: string[] = []
  let free = 0
  /** How long these bytes wait for the line: one line for all of it. */
  const wait = (bytes: number): number => {
    if (line.bytesPerSecond === null) return 0
    free = Math.max(free, performance.now()) + (bytes / line.bytesPerSecond) * 1_000
    return free - performance.now()
  }
  const slowed = (passed: (bytes: number) => boolean): Transform =>
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        // In pieces as a line carries them: a cut falls between two of these.
        const piece = line.bytesPerSecond === null ? chunk.length : PIECE
        const go = (from: number): void => {
          if (from >= chunk.length) return done()
          const part = chunk.subarray(from, from + piece)
          const next = (): void => {
            if (!passed(part.length)) return done(new Error('the line is cut'))
            this.push(part)
            go(from + piece)
          }
          const ms = wait(part.length)
          if (ms < 1) next()
          else setTimeout(next, ms)
        }
        go(0)
      },
    })
  const page = (path: string, response: ServerResponse): void => {
    const file = join(webFolder, normalize(path.split('?')[0] ?? '/'))
    const found = file.startsWith(webFolder) && extname(file) !== '' && existsSync(file)
    const body = readFileSync(found ? file : join(webFolder, 'index.html'))
    const type = found ? (types[extname(file)] ?? 'text/plain') : 'text/html; charset=utf-8'
    const small = /font|png/.test(type) || line.bytesPerSecond === null ? body : gzipSync(body)
    response.setHeader('content-type', type)
    if (small !== body) response.setHeader('content-encoding', 'gzip')
    setTimeout(() => response.end(small), line.delayMs + wait(small.length))
  }
  const pass = (asked: IncomingMessage, response: ServerResponse): void => {
    const path = asked.url ?? '/'
    if (options.pages && !path.startsWith('/api/')) return page(path, response)
    if (asked.method !== 'GET' && asked.method !== 'HEAD') told.push(path)
    const isFile = path.startsWith('/api/files')
    const { 'accept-encoding': encodings, ...rest } = asked.headers
    // Where another text may be given, no browser is told that it has it already.
    if (options.instead) for (const name of ['if-none-match', 'if-modified-since']) delete rest[name]
    const headers =
      options.instead || encodings === undefined ? rest : { ...rest, 'accept-encoding': encodings }
    const cut = (): void => {
      asked.socket.destroy()
      onward.destroy()
    }
    const onward = request(options.server + path, { method: asked.method, headers }, (answer) => {
      if (isFile && asked.method !== 'HEAD' && line.loseAnswers > 0) {
        line.loseAnswers -= 1
        return cut()
      }
      response.statusCode = answer.statusCode ?? 502
      const other = options.instead
      for (const [name, value] of Object.entries(answer.headers))
        if (value !== undefined && name !== 'transfer-encoding' && !(other && name === 'content-length'))
          response.setHeader(name, value)
      if (!other) {
        const onto = (): void => {
          if (response.destroyed || answer.destroyed) return
          pipeline(
            answer,
            slowed(() => true),
            response,
            () => {},
          )
        }
        return void setTimeout(onto, line.delayMs)
      }
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const text = other(path, Buffer.concat(parts).toString())
        response.end(text ?? Buffer.concat(parts))
      })
    })
    onward.on('error', () => response.destroy())
    const passed = (bytes: number): boolean => {
      if (!isFile) return true
      line.up += bytes
      const [next] = line.cutAt
      if (next === undefined || line.up < next) return true
      line.cutAt.shift()
      cut()
      return false
    }
    pipeline(asked, slowed(passed), onward, () => {})
  }
  const server: Server = createServer(pass)
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    line,
    told,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export { webFolder }
