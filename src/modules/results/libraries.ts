/** Reference libraries and instrument files, read once and kept in memory by their hash: the bytes never change. */
import { type ReadAnswer, readSpectrumFile } from '#formats/read-spectrum-file.ts'
import type { MassSpectrum, ParsedFile } from '#formats/spectrum.ts'
import type { Cx } from '#platform/cx.ts'
import { Refusal } from '#kernel/verdict.ts'

const KEPT = 24
const read = new Map<string, ReadAnswer>()

export async function parsedFile(cx: Pick<Cx, 'ground'>, sha256: string, name: string): Promise<ReadAnswer> {
  const before = read.get(sha256)
  if (before) return before
  if (!(await cx.ground.files.has(sha256))) throw new Refusal('unavailable', 'file-gone')
  const answer = readSpectrumFile(await cx.ground.files.read(sha256), name)
  read.set(sha256, answer)
  const oldest = read.keys().next().value
  if (read.size > KEPT && oldest !== undefined) read.delete(oldest)
  return answer
}

/** A file that must read: an unreadable one is refused with the reader's own sentence. */
export async function readableFile(
  cx: Pick<Cx, 'ground'>,
  sha256: string,
  name: string,
): Promise<ParsedFile> {
  const answer = await parsedFile(cx, sha256, name)
  if (!answer.ok) throw new Refusal('conflict', answer.code, { values: answer.values })
  return answer.file
}

/** Scan or spectrum number n of a file; undefined past its end. */
export function spectrumAt(file: ParsedFile, n: number): MassSpectrum | undefined {
  if (file.run) return n < file.run.scanCount ? file.run.scans(n) : undefined
  return file.spectra[n]
}
export const spectraIn = (file: ParsedFile): number => file.run?.scanCount ?? file.spectra.length
