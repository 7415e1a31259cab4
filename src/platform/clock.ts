/** The house's one clock and one source of chance; everything else is handed their answers. */
import { randomBytes } from 'node:crypto'
import { instantOf } from '#kernel/shapes.ts'

export interface Clock {
  now(): string
  newId(): string
}

/** UUIDv7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then 74 random bits. */
export function uuid7(ms: number, random: Buffer): string {
  const b = Buffer.alloc(16)
  b.writeUIntBE(ms, 0, 6)
  random.copy(b, 6, 0, 10)
  b[6] = ((b[6] as number) & 0x0f) | 0x70
  b[8] = ((b[8] as number) & 0x3f) | 0x80
  const h = b.toString('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`
}

/**
 * Ids of one millisecond sort as they were made (RFC 9562, 6.2, method 1: 12 of the random bits count on), so that rows
 * written in one act are read back in their order.
 */
function counting(random: (count: number) => Buffer): (ms: number) => string {
  let last = -1
  let count = 0
  return (ms) => {
    const bytes = random(10)
    count = ms === last ? count + 1 : bytes.readUInt16BE(0) & 0x7ff
    last = ms
    bytes.writeUInt16BE(count & 0xfff, 0)
    return uuid7(ms, bytes)
  }
}

/** Chance is drawn for four hundred ids at a time, each byte used once: asked ten bytes at a time it cost an import a tenth of its work. */
let pool = Buffer.alloc(0)
let used = 0
function fromPool(count: number): Buffer {
  if (used + count > pool.length) {
    pool = randomBytes(4_000)
    used = 0
  }
  used += count
  return pool.subarray(used - count, used)
}

const systemIds = counting(fromPool)
export const systemClock: Clock = {
  now: () => instantOf(Date.now()),
  newId: () => systemIds(Date.now()),
}

export type MadeClock = Clock & { set(instant: string): void; advance(ms: number): void }
/** A made clock for tests, the simulation and the demonstration: it stands still until it is moved. */
export function madeClock(start: string, random: (count: number) => Buffer = randomBytes): MadeClock {
  let ms = Date.parse(start)
  const ids = counting(random)
  return {
    now: () => instantOf(ms),
    newId: () => ids(ms),
    set: (instant) => {
      ms = Date.parse(instant)
    },
    advance: (by) => {
      ms += by
    },
  }
}
