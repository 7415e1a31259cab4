/** The house's own reader of pages: the engine that is installed, or the packaged one; opened for the first page and kept for the next. */
import type { Recogniser } from '#formats/recognition/recognise.ts'
import type { Reader } from '#formats/recognition/kept.ts'

let opened: Promise<Recogniser> | undefined

export const houseReader: Reader = async (page) => {
  // An engine that could not be opened is opened again for the next page: what failed once need not fail for ever.
  opened ??= import('#formats/recognition/recognise.ts')
    .then(({ openRecogniser }) => openRecogniser())
    .catch((fault: unknown) => {
      opened = undefined
      throw fault
    })
  const answer = await (await opened).recognise(page, { languages: ['en', 'es'] })
  return answer.ok ? answer.recognised : { problem: answer.reason }
}
