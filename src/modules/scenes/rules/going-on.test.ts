/** Whoever has files on the way is told in good time. */
import { expect, test } from 'vitest'
import { minutesLeft } from './going-on.ts'

test('in the second half of the hour it is said how long sending still goes on', () => {
  const after = (minutes: number): number | null => minutesLeft(minutes * 60_000, 60)
  expect([0, 29, 30, 31, 59.5, 61].map(after)).toEqual([null, null, 30, 29, 1, 0])
})
