/** How long sending still goes on with nobody at the device: pure. The session ends then, on every screen of the product (docs/decisions/sending-ends-with-the-hour.md). */
const MINUTE_MS = 60_000

/** Null while less than half of the time has passed: somebody who works is not told that they must. */
export function minutesLeft(quietMs: number, idleMinutes: number): number | null {
  const left = idleMinutes - quietMs / MINUTE_MS
  return left > idleMinutes / 2 ? null : Math.max(0, Math.ceil(left))
}
