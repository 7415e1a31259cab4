/** Files sent first and used later (decided.md 8): kept byte for byte, sniffed by content, never rendered from here. */
import type * as FileType from 'file-type'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx, Ground } from './cx.ts'
import { onFirstUse } from './on-first-use.ts'
import { sql } from './sql.ts'

const sniffing = onFirstUse<typeof FileType>('file-type')

export const UPLOAD_LIMIT = 512 * 1_048_576
/** What one person may send in a day without attaching it to anything. */
const UNATTACHED_GB = 5
/** Not an operation, but a token needs it, or `*`, to send files (identity.issue-token). */
export const filesScope = 'files.send'

/** The industry's test file for virus scanners (EICAR, 68 bytes): whoever sends it wants to see it refused. */
const eicar = Buffer.from(
  'WDVPIVAlQEFQWzRcUFpYNTQoUF4pN0NDKTd9JEVJQ0FSLVNUQU5EQVJELUFOVElWSVJVUy1URVNULUZJTEUhJEgrSCo=',
  'base64',
)

export interface Upload {
  readonly sha256: string
  readonly size: number
  readonly type: string
}

export async function receiveUpload(
  ground: Ground,
  person: string,
  name: string,
  content: AsyncIterable<Uint8Array>,
): Promise<Upload> {
  const room = await roomOf(ground, person)
  const kept = await ground.files.keep(refusing(content, room), UPLOAD_LIMIT)
  if (kept.size === 0) throw new Refusal('invalid', 'file-empty')
  const type = (await sniffing.fileTypeFromBuffer(kept.head))?.mime ?? 'application/octet-stream'
  const at = ground.now()
  await ground.db.transaction(async (tx) => {
    await tx.run(
      sql`insert into platform.file (sha256, size, media_type, received_at) values (${kept.sha256}, ${kept.size}, ${type}, ${at}) on conflict do nothing`,
    )
    await tx.run(
      sql`insert into platform.upload (sha256, person, name, received_at) values (${kept.sha256}, ${person}, ${cleanName(name)}, ${at}) on conflict (sha256, person) do update set name = excluded.name, received_at = excluded.received_at`,
    )
  })
  return { sha256: kept.sha256, size: kept.size, type }
}

const roomOf = async (ground: Ground, person: string): Promise<number> =>
  UNATTACHED_GB * 1_073_741_824 - (await unattachedToday(ground, person))
const enough = (): Refusal =>
  new Refusal('too-many', 'files-enough', { values: { limit: UNATTACHED_GB }, next: 'files-enough-next' })
/** Asked before the bytes come, where their number is said beforehand. */
export async function mustHaveRoom(ground: Ground, person: string, size: number): Promise<void> {
  if (size > (await roomOf(ground, person))) throw enough()
}

/** What this person sent before, byte for byte, and is still here. */
export async function sentBefore(ground: Ground, person: string, sha256: string): Promise<Upload | null> {
  const row = await ground.db.direct.maybe<{ size: string; type: string }>(
    sql`select f.size::text as size, f.media_type as type from platform.upload u join platform.file f using (sha256)
         where u.sha256 = ${sha256} and u.person = ${person}`,
  )
  if (!row || !(await ground.files.has(sha256))) return null
  return { sha256, size: Number(row.size), type: row.type }
}

/** The day's own: of the last twenty-four hours, so that no midnight gives twice as much. */
async function unattachedToday(ground: Ground, person: string): Promise<number> {
  const { sent } = await ground.db.direct.one<{ sent: string }>(
    sql`select coalesce(sum(f.size), 0)::text as sent from platform.upload u join platform.file f using (sha256)
         where u.person = ${person} and u.attached_at is null and u.received_at > ${ground.now()}::timestamptz - interval '1 day'`,
  )
  return Number(sent)
}

async function* refusing(content: AsyncIterable<Uint8Array>, room: number): AsyncIterable<Uint8Array> {
  let first = true
  let left = room
  for await (const chunk of content) {
    left -= chunk.length
    if (left < 0) throw enough()
    if (first && Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.length, 200)).includes(eicar))
      throw new Refusal('wrong-type', 'file-is-malware')
    first = false
    yield chunk
  }
}

/** A name is shown and offered for saving, never used as a path. */
export function cleanName(name: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069/\\]/g, '_')
    .trim()
    .slice(-200)
  return bare === '' || /^\.+$/.test(bare) ? 'file' : bare
}

/** The facts of a file that this person sent; anything else is told as not there. */
export async function uploadedFile(
  cx: Cx,
  sha256: string,
): Promise<{ sha256: string; size: number; media_type: string; name: string }> {
  const row = await cx.tx.maybe<{ sha256: string; size: number; media_type: string; name: string }>(
    sql`select f.sha256, f.size, f.media_type, u.name from platform.upload u join platform.file f using (sha256) where u.sha256 = ${sha256} and u.person = ${cx.actor.id}`,
  )
  if (!row) throw new Refusal('conflict', 'file-not-sent-by-you')
  // A query only looks into it (exchange.read-table); a command attaches it, in its own transaction.
  if (cx.ground.operations.get(cx.operation)?.kind === 'command')
    await cx.tx.run(
      sql`update platform.upload set attached_at = ${cx.now} where sha256 = ${sha256} and person = ${cx.actor.id} and attached_at is null`,
    )
  return row
}

/** Bytes that the house itself made (a certificate): kept by the same door, in no person's name. */
export async function keepMade(
  cx: Pick<Cx, 'ground' | 'tx' | 'now'>,
  bytes: Uint8Array,
  mediaType: string,
): Promise<{ sha256: string; size: number }> {
  async function* once(): AsyncIterable<Uint8Array> {
    yield bytes
  }
  const kept = await cx.ground.files.keep(once(), UPLOAD_LIMIT)
  await cx.tx.run(
    sql`insert into platform.file (sha256, size, media_type, received_at) values (${kept.sha256}, ${kept.size}, ${mediaType}, ${cx.now}) on conflict do nothing`,
  )
  return kept
}

/** Bytes that a worker made, kept outside of any act: named by their hash, so that twice the same is once. */
export const keepFile = (
  ground: Ground,
  bytes: Uint8Array,
  mediaType: string,
): Promise<{ sha256: string; size: number }> =>
  ground.db.transaction((tx) => keepMade({ ground, tx, now: ground.now() }, bytes, mediaType))
