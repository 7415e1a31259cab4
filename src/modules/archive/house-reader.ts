/** The house's own reader of pages: the engine that is installed, or the packaged one; opened for the first page and kept for the next. */
import type { Recogniser } from '#formats/recognition/recognise.ts'
import type { Reader } from './recognising.ts'

let opened: Promise<Recogniser> | undefined

export const houseReader: Reader = async (page) => {
  opened ??= import('#formats/recognition/recognise.ts').then(({ openRecogniser }) => openRecogniser())
  const answer = await (await opened).recognise(page, { languages: ['en', 'es'] })
  return answer.ok ? answer.recognised : { problem: answer.reason }
}
