/** On a shared desk nobody finds what another typed: drafts go at the sign-out, at the door and when somebody else comes in. */
import { beforeEach, expect, test, vi } from 'vitest'
import { draftKeyOf, dropAtDoor, dropDrafts, dropDraftsOfOthers, keepDraft, readDraft } from './drafts.ts'

/** The browser's own two stores, as far as drafts use them. */
function store(): Storage {
  const held: Record<string, string> = {}
  return Object.defineProperties(held, {
    getItem: { value: (key: string) => held[key] ?? null },
    setItem: { value: (key: string, text: string) => void (held[key] = text) },
    removeItem: { value: (key: string) => void delete held[key] },
  }) as unknown as Storage
}
const typed = { name: 'Marta Coc' }
const [ana, ben] = [draftKeyOf('ana', 'cases.open-case'), draftKeyOf('ben', 'evidence.receive')]
beforeEach(() => {
  vi.stubGlobal('sessionStorage', store())
  vi.stubGlobal('localStorage', store())
  localStorage.setItem('custodia.language', 'es')
  keepDraft('tab', ana, typed)
  keepDraft('device', ana, typed)
  keepDraft('device', ben, typed)
})

test('what a form holds lives in the tab; sent or emptied it is gone', () => {
  expect(readDraft('tab', ana)).toEqual(typed)
  keepDraft('tab', ana, null)
  expect(readDraft('tab', ana)).toBeNull()
})
test('after a sign-out nothing is left, and what is no draft stays', () => {
  dropDrafts()
  expect([readDraft('tab', ana), readDraft('device', ana), readDraft('device', ben)]).toEqual([
    null,
    null,
    null,
  ])
  expect(localStorage.getItem('custodia.language')).toBe('es')
})
test('at the door the device holds nothing, and the tab keeps it for who comes back', () => {
  dropAtDoor()
  expect([readDraft('tab', ana), readDraft('device', ana)]).toEqual([typed, null])
  dropDraftsOfOthers('ana')
  expect(readDraft('tab', ana)).toEqual(typed)
})
test('another person who comes in finds nothing of the first', () => {
  dropDraftsOfOthers('ben')
  expect([readDraft('tab', ana), readDraft('device', ana), readDraft('device', ben)]).toEqual([
    null,
    null,
    typed,
  ])
})
