/** One file in parts (tus): what was cut goes on where it stopped, after a killed tab as well, because the server knows it by its hash. */
import { isAttended } from '../attended.ts'
import { type Problem, csrf } from '../client.ts'
import { offline, problemOf } from '../problem.ts'
import { sayNow } from '../say.ts'

const PATH = '/api/files/parts'
/** A smaller one is not asked after before its first try: it costs less than the question. */
const SMALL = 1_048_576
const tried = new Set<string>()

interface Answer {
  getStatus(): number
  getBody(): string
}
/** What the line or a lost count did is tried again; only the server's own sentence about this file is a refusal. */
async function problemIn(answer: Answer | null): Promise<Problem> {
  const status = answer?.getStatus() ?? 0
  if (!answer || status === 0) return offline(sayNow('kit.offline-now'))
  const problem = await problemOf(new Response(answer.getBody(), { status }))
  return [404, 409, 410, 412, 423, 460].includes(status) ? offline(problem.detail) : problem
}

/** A file that goes out by itself says so where nobody is at the keys: it keeps no session alive before an empty chair. */
export const sendingHeaders = (): Record<string, string> => ({
  'x-custodia-csrf': csrf(),
  'accept-language': document.documentElement.lang || 'en',
  ...(isAttended() ? {} : { 'custodia-unattended': '1' }),
})

/** Answers when the server has counted the same hash over the bytes that it holds. */
export async function sendInParts(
  file: Blob,
  about: { readonly sha256: string; readonly name: string },
  onProgress?: (part: number) => void,
): Promise<void> {
  const { sha256, name } = about
  const before = file.size > SMALL || tried.has(sha256)
  tried.add(sha256)
  // Fetched when there is a file to send: a first visit has none.
  const { Upload } = await import('tus-js-client')
  return new Promise((resolve, reject) => {
    const going = new Upload(file as File, {
      endpoint: PATH,
      ...(before ? { uploadUrl: `${PATH}/${sha256}` } : {}),
      uploadDataDuringCreation: true,
      retryDelays: null,
      storeFingerprintForResuming: false,
      metadata: { name, sha256 },
      headers: sendingHeaders(),
      onProgress: (sent, of) => onProgress?.(of === 0 ? 1 : sent / of),
      onSuccess: () => resolve(),
      onError: (error) =>
        void problemIn('originalResponse' in error ? error.originalResponse : null).then(reject),
    })
    going.start()
  })
}
