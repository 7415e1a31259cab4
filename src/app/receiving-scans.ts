/**
 * Files of a scanner taken from a folder: by `custodia archive receive-scans DIR`, and from the watched folder (CUSTODIA_SCANS), where each is
 * moved away only after it is kept. What somebody is still writing is waited for: a file is whole when it looks the same twice.
 */
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { systemActor } from '#identity/authority.ts'
import { Refusal } from '#kernel/verdict.ts'
import { consoleLanguage } from '#platform/config.ts'
import type { Actor, Ground } from '#platform/cx.ts'
import { receiveUpload } from '#platform/uploads.ts'
import { act, actorNamed } from './people.ts'
import { problemOf } from './problem.ts'

/** Names that programs give to what is not finished, and what file managers leave behind. */
const NOT_OURS = /^[.~]|\.(tmp|part|partial|crdownload|filepart)$|^(thumbs\.db|desktop\.ini)$/i
/** A copy over a slow net may stand still for a while. */
const QUIET_MS = 10_000
/** At a console somebody waits: what was written before the command was given is there. */
const CONSOLE_QUIET_MS = 1_000

type Looked = ReadonlyMap<string, string>
interface FolderReceipt {
  /** Files that were looked at: each is received, known, refused or unfinished. */
  readonly in: number
  readonly received: number
  /** Received before, byte for byte. */
  readonly known: number
  readonly refused: readonly { readonly name: string; readonly why: string }[]
  /** Somebody is still writing them, or they went away. */
  readonly unfinished: number
}
interface From {
  readonly actor: Actor
  readonly source: 'command' | 'folder'
  readonly batch?: string | undefined
  readonly feeding?: Feeding | undefined
}
type Feeding = 'as-scanned' | 'fronts-then-backs'
type Became =
  | { readonly state: 'received' | 'known' }
  | { readonly state: 'refused' | 'later'; readonly why: string }

async function look(dir: string): Promise<Looked> {
  const looked = new Map<string, string>()
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    if (!entry.isFile() || NOT_OURS.test(entry.name)) continue
    const mark = await markOf(join(dir, entry.name))
    if (mark !== undefined) looked.set(entry.name, mark)
  }
  return new Map([...looked].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
const markOf = async (path: string): Promise<string | undefined> =>
  stat(path)
    .then((s) => `${s.size} ${s.mtimeMs}`)
    .catch(() => undefined)
const isEmpty = (mark: string): boolean => mark.startsWith('0 ')

/** Keeps one file byte for byte and hands it to the archive, or says why not. */
async function receiveOne(ground: Ground, path: string, mark: string, from: From): Promise<Became> {
  try {
    const { sha256 } = await receiveUpload(ground, from.actor.id, parse(path).base, createReadStream(path))
    if ((await markOf(path)) !== mark) return { state: 'later', why: '' }
    const { received } = (await act(ground, from.actor, 'archive.receive-scans', {
      scans: [{ file: sha256 }],
      source: from.source,
      batch: from.batch,
      feeding: from.feeding,
    })) as { received: number }
    return { state: received > 0 ? 'received' : 'known' }
  } catch (fault) {
    if ((fault as { code?: unknown }).code === 'ENOENT') return { state: 'later', why: '' }
    if (!(fault instanceof Refusal)) throw fault
    // What is refused to the person is refused for every file; what is refused to a file, for that one.
    if (fault.kind === 'forbidden' || fault.kind === 'not-found') throw fault
    const told = problemOf(fault, ground.say(consoleLanguage(process.env)))
    const why = [told.detail, told.next].filter(Boolean).join(' ')
    return { state: fault.kind === 'too-many' ? 'later' : 'refused', why }
  }
}

/** Everything in a folder, once; the files stay where they are unless they shall be moved. */
export async function receiveFolder(
  ground: Ground,
  dir: string,
  how: {
    readonly as: string | undefined
    readonly batch: string | undefined
    readonly move: boolean
    readonly feeding?: Feeding
  },
): Promise<FolderReceipt> {
  const actor = await actorNamed(ground, how.as)
  const from: From = {
    actor,
    source: 'command',
    feeding: how.feeding,
    batch: await batchNumbered(ground, actor, how.batch),
  }
  const first = await look(dir).catch(noFolder(dir))
  await pause(CONSOLE_QUIET_MS)
  const then = await look(dir)
  const receipt = {
    in: then.size,
    received: 0,
    known: 0,
    refused: [] as { name: string; why: string }[],
    unfinished: 0,
  }
  for (const [name, mark] of then) {
    const became =
      first.get(name) === mark ? await receiveOne(ground, join(dir, name), mark, from) : undefined
    if (became === undefined) receipt.unfinished += 1
    else if ('why' in became && became.why !== '') receipt.refused.push({ name, why: became.why })
    else if (became.state === 'received' || became.state === 'known') receipt[became.state] += 1
    else receipt.unfinished += 1
    if (how.move && became && became.state !== 'later') await putAway(dir, name, became)
  }
  return receipt
}
async function batchNumbered(
  ground: Ground,
  actor: Actor,
  number: string | undefined,
): Promise<string | undefined> {
  if (number === undefined) return undefined
  const { items } = (await act(ground, actor, 'archive.find-batches', { q: number, state: 'all' })) as {
    items: readonly { id: string; number: string }[]
  }
  const found = items.find((b) => b.number === number)
  if (!found) throw new Refusal('not-found', 'archive.no-such-batch', { values: { number } })
  return found.id
}
const noFolder = (dir: string) => (): never => {
  throw new Refusal('invalid', 'no-such-folder', { values: { dir } })
}

/** Beside the others: what was kept into `received`, what was not into `refused` with the reason. */
async function putAway(dir: string, name: string, became: Became): Promise<void> {
  const to = join(dir, became.state === 'refused' ? 'refused' : 'received')
  await mkdir(to, { recursive: true })
  const there = new Set(await readdir(to))
  const { name: stem, ext } = parse(name)
  let as = name
  for (let n = 2; there.has(as); n += 1) as = `${stem} (${n})${ext}`
  const moved = await rename(join(dir, name), join(to, as)).then(
    () => true,
    // Another worker at the same folder was faster.
    (fault: { code?: unknown }) => (fault.code === 'ENOENT' ? false : Promise.reject(fault as Error)),
  )
  if (moved && became.state === 'refused') await writeFile(join(to, `${as}.why.txt`), `${became.why}\n`)
}

/** One look of the watcher: takes what looks as it did the time before, and answers what it saw. */
async function watchOnce(ground: Ground, dir: string, before: Looked): Promise<Looked> {
  const now = await look(dir)
  for (const [name, mark] of now) {
    if (before.get(name) !== mark || isEmpty(mark)) continue
    const became = await receiveOne(ground, join(dir, name), mark, { actor: systemActor, source: 'folder' })
    if (became.state === 'later') continue
    await putAway(dir, name, became)
    if (became.state === 'refused') ground.log.warn({ dir }, 'a file of the scan folder was refused')
  }
  return now
}

/** Looks again and again until it is stopped; a folder that is away (a drive, a share) is waited for. */
export function watchScans(ground: Ground, dir: string, quiet = QUIET_MS): { stop(): Promise<void> } {
  const ended = new AbortController()
  let told = false
  const loop = (async () => {
    let before: Looked = new Map()
    while (!ended.signal.aborted) {
      try {
        before = await watchOnce(ground, dir, before)
        told = false
      } catch (fault) {
        if (!told)
          ground.log.error({ err: fault, dir }, 'the scan folder cannot be worked; it is tried again')
        told = true
      }
      await pause(quiet, undefined, { signal: ended.signal }).catch(() => undefined)
    }
  })()
  return {
    stop: async () => {
      ended.abort()
      await loop
    },
  }
}
