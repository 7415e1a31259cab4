/** High and short for yes, low and long for no, a long middle tone for danger: told apart without looking, and felt in a glove. */
const tones = { good: [1320, 0.08], alarm: [660, 0.5], bad: [220, 0.35] } as const
export type Tone = keyof typeof tones

export function sound(kind: Tone): void {
  const [pitch, seconds] = tones[kind]
  try {
    navigator.vibrate?.(kind === 'good' ? 40 : [80, 60, 80])
    const context = new AudioContext()
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = pitch
    volume.gain.value = 0.08
    tone.connect(volume).connect(context.destination)
    tone.start()
    tone.stop(context.currentTime + seconds)
    tone.onended = () => void context.close()
  } catch {
    // No sound on this device: the echo is seen.
  }
}

/** How a scan is answered: by tones, by tones and the number said aloud, or not at all. */
export const answerings = ['tones', 'spoken', 'silent'] as const
export type Answering = (typeof answerings)[number]

/** What a person with both hands full needs to hear: of a number its last part; of a reason all of it. */
export const spokenOf = (kind: Tone, text: string, note?: string): string =>
  kind === 'bad'
    ? (note ?? text)
    : [text.split(/[-/ ]/).at(-1) ?? text, kind === 'alarm' ? note : undefined].filter(Boolean).join('. ')

/** Says it in the language of the page, and only the newest: whoever scans on does not wait. */
export function answerScan(how: Answering, kind: Tone, text: string, note?: string): void {
  if (how === 'silent') return
  sound(kind)
  if (how !== 'spoken') return
  try {
    const words = new SpeechSynthesisUtterance(spokenOf(kind, text, note))
    words.lang = document.documentElement.lang || 'en'
    speechSynthesis.cancel()
    speechSynthesis.speak(words)
  } catch {
    // No voice on this device: the tone was heard.
  }
}
