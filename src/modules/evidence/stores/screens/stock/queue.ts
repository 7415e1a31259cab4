/** Scans of a count on this device until the server has them: kept before they are sent, sent in batches, each under its own id, so that none is lost or counts twice. */
import { Problem, tell } from '#ui/client.ts'
import type { ScanAnswer } from '../../contract.ts'

export interface KeptScan {
  /** A UUIDv7 made here: it sorts by time, and the server knows it again. */
  readonly id: string
  readonly person: string
  readonly take: string
  readonly round: 1 | 2
  readonly place: string
  readonly text: string | null
  readonly seal: string | null
  readonly at: string
  /** The refusal of the server, in its own words. */
  readonly refused: string | null
}

const BATCH = 100

let opened: Promise<IDBDatabase> | null = null
function base(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('custodia-stock', 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('scans', { keyPath: 'id' }).createIndex('of', ['person', 'take'])
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('no store on this device'))
  })
  return opened
}
/** Strict: a scan that was told as kept is on the disk, whatever happens to the battery. */
async function within<T>(
  mode: IDBTransactionMode,
  work: (scans: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await base()
  return new Promise((resolve, reject) => {
    const act = db.transaction('scans', mode, { durability: 'strict' })
    const asked = work(act.objectStore('scans'))
    act.oncomplete = () => resolve(asked.result)
    act.onerror = () => reject(act.error ?? new Error('not kept'))
    act.onabort = () => reject(act.error ?? new Error('not kept'))
  })
}

export const keepScan = (scan: KeptScan): Promise<unknown> => within('readwrite', (s) => s.put(scan))
export const scansKept = (person: string, take: string): Promise<KeptScan[]> =>
  within<KeptScan[]>('readonly', (s) => s.index('of').getAll([person, take]))
async function dropScans(ids: readonly string[]): Promise<void> {
  for (const id of ids) await within('readwrite', (s) => s.delete(id))
}
/** What was refused is put aside by the person who scanned it, never by itself. */
export const dropRefused = async (scans: readonly KeptScan[]): Promise<void> =>
  dropScans(scans.filter((s) => s.refused !== null).map((s) => s.id))

/** No answer, or none that speaks about the scans themselves: they wait. */
const passing = (problem: unknown): boolean =>
  !(problem instanceof Problem) ||
  problem.status === 0 ||
  problem.status >= 500 ||
  problem.status === 401 ||
  problem.status === 429

async function sendBatch(batch: readonly KeptScan[]): Promise<readonly ScanAnswer[]> {
  const [first] = batch
  if (!first) return []
  const { scans } = await tell<{ scans: ScanAnswer[] }>('evidence.scan-stock', {
    stockTake: first.take,
    round: first.round,
    scans: batch.map(({ id, place, text, seal, at }) => ({ id, place, text, seal, at })),
  })
  await dropScans(batch.map((s) => s.id))
  return scans
}

let sending = false
/** Sends what waits in its order, until the connection breaks; a refusal of one scan does not hold up the others. */
export async function sendKept(
  person: string,
  take: string,
  onAnswers: (answers: readonly ScanAnswer[]) => void,
): Promise<void> {
  if (sending) return
  sending = true
  try {
    let most = BATCH
    for (;;) {
      const waiting = (await scansKept(person, take)).filter((s) => s.refused === null)
      const [first] = waiting
      if (!first) return
      const until = waiting.findIndex((s) => s.round !== first.round)
      const batch = waiting.slice(0, Math.min(most, until === -1 ? most : until))
      try {
        onAnswers(await sendBatch(batch))
      } catch (problem) {
        if (passing(problem)) return
        // One scan of the batch is not taken: each goes alone, and that one is named.
        if (batch.length > 1) most = 1
        else {
          const said = problem as Problem
          await keepScan({ ...first, refused: [said.detail, said.next].filter(Boolean).join(' ') })
        }
      }
    }
  } finally {
    sending = false
  }
}
