/** How far a read text is from the true one: edits (Levenshtein) over the length of the truth, in characters and in words, blanks and line ends being one. */

/** 0 is perfect; 1 is as many mistakes as there are characters. Rounded to four places. */
export const characterErrors = (read: string, truth: string): number =>
  share(Array.from(plain(read)), Array.from(plain(truth)))
export const wordErrors = (read: string, truth: string): number =>
  share(plain(read).split(' '), plain(truth).split(' '))

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()

function share(read: readonly string[], truth: readonly string[]): number {
  let before = new Uint32Array(truth.length + 1).map((_, i) => i)
  let row = new Uint32Array(truth.length + 1)
  for (let i = 1; i <= read.length; i += 1) {
    row[0] = i
    for (let j = 1; j <= truth.length; j += 1) {
      const same = read[i - 1] === truth[j - 1] ? 0 : 1
      row[j] = Math.min(
        (before[j - 1] as number) + same,
        (before[j] as number) + 1,
        (row[j - 1] as number) + 1,
      )
    }
    ;[before, row] = [row, before]
  }
  return Math.round(((before[truth.length] as number) / Math.max(1, truth.length)) * 10_000) / 10_000
}
