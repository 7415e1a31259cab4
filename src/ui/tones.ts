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
