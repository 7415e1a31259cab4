/** A scan is answered without looking: by tone, in the hand, and said aloud where somebody wishes it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerScan, spokenOf } from './tones.ts'

const felt: unknown[] = []
const pitches: number[] = []
const said: { text: string; lang: string }[] = []
class Audio {
  currentTime = 0
  createOscillator() {
    const frequency = {
      set value(pitch: number) {
        pitches.push(pitch)
      },
    }
    return { frequency, connect: (next: unknown) => next, start: () => undefined, stop: () => undefined }
  }
  createGain() {
    return { gain: { value: 0 }, connect: (next: unknown) => next }
  }
  close() {
    return Promise.resolve()
  }
}
class Utterance {
  lang = ''
  text: string
  constructor(text: string) {
    this.text = text
  }
}
beforeEach(() => {
  for (const heard of [felt, pitches, said]) heard.length = 0
  vi.stubGlobal('navigator', { vibrate: (pattern: unknown) => felt.push(pattern) })
  vi.stubGlobal('AudioContext', Audio)
  vi.stubGlobal('document', { documentElement: { lang: 'es' } })
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
  vi.stubGlobal('speechSynthesis', {
    cancel: () => said.splice(0),
    speak: (u: Utterance) => said.push({ text: u.text, lang: u.lang }),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('B48 a scan is heard and felt: yes, no and danger by three tones, in a glove by another pattern, and said aloud where it is wished', () => {
  answerScan('tones', 'good', '2026-00417-12')
  answerScan('tones', 'bad', '2026-00417-12', 'Not yours')
  answerScan('tones', 'alarm', '2026-00417-12', 'Live round')
  expect(new Set(pitches).size).toBe(3)
  expect(felt).toEqual([40, [80, 60, 80], [80, 60, 80]])
  expect(said).toEqual([])
  answerScan('spoken', 'good', '2026-00417-12')
  expect(said).toEqual([{ text: '12', lang: 'es' }])
  // The newest alone: whoever scans on does not wait for a voice.
  answerScan('spoken', 'bad', '2026-00417-12', 'Está en otro estante')
  expect(said).toEqual([{ text: 'Está en otro estante', lang: 'es' }])
  felt.length = 0
  answerScan('silent', 'good', '2026-00417-12')
  expect([felt, said.length, pitches.length]).toEqual([[], 1, 5])
})

test('a danger is said after the number, a seal or a word as it stands, and a device without a voice answers all the same', () => {
  expect(spokenOf('alarm', '2026-00417-12', 'Live round')).toBe('12. Live round')
  expect(spokenOf('good', 'A104417')).toBe('A104417')
  expect(spokenOf('bad', 'A104417')).toBe('A104417')
  vi.stubGlobal('speechSynthesis', undefined)
  answerScan('spoken', 'good', '2026-00417-12')
  expect(felt).toEqual([40])
})
