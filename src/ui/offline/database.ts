/** The browser's own database on this device: one transaction at a time, and what was put is only called kept when it has reached the disk. */

export interface SealedRow {
  readonly person: string
  readonly kind: string
  readonly id: string
  readonly at: string
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}
export interface SealedFile {
  readonly person: string
  readonly sha256: string
  readonly size: number
  readonly type: string
  readonly at: string
}
export interface SealedPiece {
  readonly person: string
  readonly sha256: string
  readonly n: number
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}
/** How what one person keeps here is opened; see sealing.ts. */
export interface Lock {
  readonly person: string
  /** Made here, and never given out by the browser. */
  readonly device: CryptoKey
  readonly iv: Uint8Array<ArrayBuffer>
  /** The key of the rows, shut with the device's key, and with the PIN's inside it where there is a PIN. */
  readonly shut: ArrayBuffer
  readonly pin: {
    readonly salt: Uint8Array<ArrayBuffer>
    readonly rounds: number
    readonly iv: Uint8Array<ArrayBuffer>
  } | null
  readonly wrong: number
  readonly waitUntil: number
  /** With which this person signs here what is done without a network; see signing.ts. */
  readonly signing?: { readonly id: string; readonly name: string; readonly key: CryptoKey }
  /** The key of the rows once more, shut with a code that the service keeps for when the PIN is forgotten. */
  readonly recovery?: {
    readonly salt: Uint8Array<ArrayBuffer>
    readonly iv: Uint8Array<ArrayBuffer>
    readonly shut: ArrayBuffer
  }
}
interface Stores {
  locks: Lock
  rows: SealedRow
  files: SealedFile
  pieces: SealedPiece
}
type Name = keyof Stores
const keyPaths: Readonly<Record<Name, string | string[]>> = {
  locks: 'person',
  rows: ['person', 'kind', 'id'],
  files: ['person', 'sha256'],
  pieces: ['person', 'sha256', 'n'],
}
const names = Object.keys(keyPaths) as Name[]

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the device refused'))
  })

let opened: Promise<IDBDatabase> | null = null
function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('custodia', 1)
    asked.onupgradeneeded = () => {
      for (const name of names) asked.result.createObjectStore(name, { keyPath: keyPaths[name] })
    }
    asked.onerror = () => reject(asked.error ?? new Error('the device refused'))
    asked.onsuccess = () => {
      const db = asked.result
      // Another tab brings a newer form of it, or the browser lets it go: it is opened anew when it is needed.
      const gone = (): void => {
        opened = null
        db.close()
      }
      db.onversionchange = gone
      db.onclose = gone
      resolve(db)
    }
  })
  opened.catch(() => (opened = null))
  return opened
}

export interface Within {
  get<N extends Name>(store: N, key: IDBValidKey): Promise<Stores[N] | undefined>
  all<N extends Name>(store: N, start: readonly string[]): Promise<Stores[N][]>
  put<N extends Name>(store: N, row: Stores[N]): void
  drop(store: Name, start: readonly string[]): void
  take(store: Name, key: IDBValidKey): void
}
/** Everything that begins with these; an array sorts after every text. */
const under = (start: readonly string[]): IDBKeyRange => IDBKeyRange.bound([...start], [...start, []])

/** There is no room left for it: nothing of it was kept. */
export const isFull = (cause: unknown): boolean =>
  (cause as { name?: unknown } | null)?.name === 'QuotaExceededError'

/** One transaction. It answers when all of it is on the disk (`durability: strict`), and nothing of it is there when it fails. */
export async function within<T>(
  mode: 'readonly' | 'readwrite',
  work: (tx: Within) => Promise<T>,
): Promise<T> {
  const db = await open()
  const transaction = db.transaction(names, mode, { durability: 'strict' })
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    // A request that fails ends the whole of it: why, a full disk for instance, is only said then.
    transaction.onabort = () => reject(transaction.error ?? new Error('the device did not keep it'))
  })
  const store = (name: Name): IDBObjectStore => transaction.objectStore(name)
  const answer = work({
    get: (name, key) => answerOf(store(name).get(key)),
    all: (name, start) => answerOf(store(name).getAll(under(start))),
    put: (name, row) => void store(name).put(row),
    drop: (name, start) => void store(name).delete(under(start)),
    take: (name, key) => void store(name).delete(key),
  })
  answer.catch(() => {
    try {
      transaction.abort()
    } catch {
      // It has ended by itself.
    }
  })
  // What the disk said comes before what the work made of it.
  const [ended, said] = await Promise.allSettled([done, answer])
  if (ended.status === 'rejected' && (said.status === 'fulfilled' || isFull(ended.reason))) throw ended.reason
  if (said.status === 'rejected') throw said.reason
  return said.value
}
