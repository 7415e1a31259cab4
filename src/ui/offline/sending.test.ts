/** Files that go out before an empty chair say so: sending keeps no session alive. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', {
    addEventListener: () => undefined,
    cookie: 'custodia_csrf=word',
    documentElement: { lang: 'es' },
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('two minutes after the last touch each part says that nobody is there', async () => {
  const { sendingHeaders } = await import('./sending.ts')
  expect(sendingHeaders()).toEqual({ 'x-custodia-csrf': 'word', 'accept-language': 'es' })
  vi.advanceTimersByTime(3 * 60_000)
  expect(sendingHeaders()).toMatchObject({ 'custodia-unattended': '1' })
})
