/** Two engines with one answer: the installed `tesseract` program, a process for each page; or the packaged one, a thread. Either is ended when it is late. */
import { spawn, spawnSync } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import sharp from 'sharp'
import { FormatFault } from '../reading.ts'
import type { Raster } from '../pages/page.ts'
import { wordsOfTable } from './table.ts'
import type { Language, Recognised, Word } from './words.ts'

export interface Engine {
  readonly name: Recognised['engine']
  readonly version: string
  /** What it has the data for. */
  readonly languages: readonly Language[]
  read(page: Raster, dpi: number, languages: readonly Language[], seconds: number): Promise<Word[]>
  close(): Promise<void>
}

const DATA: Readonly<Record<Language, string>> = { en: 'eng', es: 'spa' }

/** The installed program, or undefined where there is none or it lacks English. */
export function installedEngine(program = 'tesseract'): Engine | undefined {
  const asked = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000 })
  const version = /tesseract v?(\S+)/.exec(`${asked.stdout}${asked.stderr}`)?.[1]
  if (asked.status !== 0 || version === undefined) return undefined
  const listed = spawnSync(program, ['--list-langs'], { encoding: 'utf8', timeout: 10_000 }).stdout.split(
    /\s+/,
  )
  const languages = (Object.keys(DATA) as Language[]).filter((language) => listed.includes(DATA[language]))
  if (!languages.includes('en')) return undefined
  return {
    name: 'tesseract',
    version,
    languages,
    close: () => Promise.resolve(),
    async read(page, dpi, wanted, seconds) {
      const known = wanted.filter((language) => languages.includes(language)).map((l) => DATA[l])
      const args = ['stdin', 'stdout', '-l', (known.length > 0 ? known : ['eng']).join('+')]
      const table = await told(program, [...args, '--dpi', `${dpi}`, 'tsv'], await losslessOf(page), seconds)
      return wordsOfTable(table)
    },
  }
}

/** The program reads this as fast as anything, and it is a seventh of the pixels. */
const losslessOf = async ({ data, width, height }: Raster): Promise<Buffer> =>
  await sharp(data, { raw: { width, height, channels: 1 } })
    .greyscale()
    .png({ compressionLevel: 1 })
    .toBuffer()

async function told(program: string, args: string[], input: Buffer, seconds: number): Promise<string> {
  // One thread a page: with more it takes four times as long, and pages are read side by side anyway.
  const child = spawn(program, args, {
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: seconds * 1_000,
    killSignal: 'SIGKILL',
  })
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const [code, signal] = await new Promise<[number | null, string | null]>((settle) => {
    child.once('error', () => settle([-1, null]))
    child.once('close', (ended, by) => settle([ended, by]))
  })
  if (signal !== null) throw new FormatFault('formats.recognition.took-too-long', { seconds })
  if (code !== 0) throw new FormatFault('formats.recognition.engine-failed')
  return Buffer.concat(parts).toString('utf8')
}

export interface WasmAsk {
  readonly page: Raster
  readonly dpi: number
  readonly language: string
}
export type WasmTold = { readonly words: Word[] } | { readonly fault: string }

/** The packaged engine. Its thread is made for the first page, kept for the next ones, and ended after a minute without any. */
export function packagedEngine(): Engine {
  let worker: Worker | undefined
  let resting: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const end = async (): Promise<void> => {
    clearTimeout(resting)
    const ended = worker
    worker = undefined
    await ended?.terminate()
  }
  const once = async (ask: WasmAsk, seconds: number): Promise<Word[]> => {
    clearTimeout(resting)
    worker ??= new Worker(new URL('./wasm-worker.ts', import.meta.url), { stdout: true, stderr: true })
    const thread = worker
    const answer = await new Promise<WasmTold | 'late' | 'dead'>((settle) => {
      const late = setTimeout(() => settle('late'), seconds * 1_000)
      const dead = (): void => done('dead')
      // The thread reads thousands of pages: what listens for one goes with it.
      const done = (what: WasmTold | 'dead'): void => {
        clearTimeout(late)
        thread.off('message', done).off('error', dead).off('exit', dead)
        settle(what)
      }
      thread.once('message', done).once('error', dead).once('exit', dead)
      thread.postMessage(ask)
    })
    if (answer === 'late' || answer === 'dead') {
      await end()
      throw answer === 'late'
        ? new FormatFault('formats.recognition.took-too-long', { seconds })
        : new FormatFault('formats.recognition.engine-failed')
    }
    resting = setTimeout(() => void end(), 60_000).unref()
    if ('fault' in answer) throw new FormatFault('formats.recognition.engine-failed')
    return answer.words
  }
  const inTurn = (ask: WasmAsk, seconds: number): Promise<Word[]> => {
    const answer = turn.then(() => once(ask, seconds))
    turn = answer.catch(() => undefined)
    return answer
  }
  return {
    name: 'tesseract-wasm',
    version: '0.11.0',
    languages: ['en', 'es'],
    close: end,
    async read(page, dpi, languages, seconds) {
      const [first = 'en', second] = languages
      const words = await inTurn({ page, dpi, language: DATA[first] }, seconds)
      // It has one language at a time: the second is asked where the words of the first look like the second's.
      if (second === undefined || !looksLike(words, second)) return words
      const again = await inTurn({ page, dpi, language: DATA[second] }, seconds)
      return meanConfidence(again) > meanConfidence(words) ? again : words
    },
  }
}

const COMMON: Readonly<Record<Language, RegExp>> = {
  en: /^(the|of|and|to|in|was|is|for|on|with|at|by)$/i,
  es: /^(de|la|el|que|los|las|en|del|se|por|con|una?|al|fue)$/i,
}
const looksLike = (words: readonly Word[], language: Language): boolean =>
  words.length > 0 && words.filter(({ text }) => COMMON[language].test(text)).length / words.length > 0.08

/** By length: a page of dashes read surely is not a page read surely. */
export function meanConfidence(words: readonly Word[]): number {
  let [sum, letters] = [0, 0]
  for (const { text, confidence } of words) {
    sum += confidence * text.length
    letters += text.length
  }
  return letters === 0 ? 0 : Math.round((sum / letters) * 10) / 10
}
