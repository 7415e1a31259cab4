/**
 * Turns a template and data into a PDF, in process. Every certificate, form, receipt and sheet of labels goes through
 * here, so that none depends on a browser, on the network or on the fonts of the machine.
 *
 *   renderPdf({template, data, at, standard?, attachments?, pictures?}) → bytes
 *
 * The same template, data and instant give the same bytes (a re-issue can be checked by its hash). A person's text reaches
 * the template as JSON through `sys.inputs` and never as markup. Certificates are PDF/A-3a (ISO 19005-3, level A: tagged,
 * and files may be attached): the typesetter itself refuses a character that the typefaces lack or a picture without
 * words. Templates are code: they come with the program, or from those who may change the program, and from nobody else.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, isAbsolute } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler'
import { Refusal } from '#kernel/verdict.ts'
import { onFirstUse } from '../on-first-use.ts'
import { characterMissing, type Json, printable } from './printable.ts'

const typst = onFirstUse<typeof Typst>('@myriaddreamin/typst-ts-node-compiler')

export interface Attachment {
  /** As it is shown in a PDF reader, e.g. `CERT-2026-0001.json`. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly mime: string
  readonly description: string
  /** ISO 32000-2, 7.11.3: what the attached file is to the document. */
  readonly relation: 'data' | 'source' | 'supplement' | 'alternative'
}

export interface Rendering {
  /** The name of a file in `templates/` without `.typ`, or an absolute path (which may import `/parts.typ`). */
  readonly template: string
  readonly data: { readonly [key: string]: Json }
  /** Instant written into the PDF as the time of making: ISO 8601. */
  readonly at: string
  /** PDF/A-3a unless said otherwise; a sheet of labels is kept by nobody and is a plain PDF 1.7. */
  readonly standard?: 'a-3a' | '1.7'
  readonly attachments?: readonly Attachment[]
  /** Pictures by name; the template reads them at `/given/<name>`. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>
}

const templates = fileURLToPath(new URL('./templates', import.meta.url))

const fontFiles = [
  '@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  '@expo-google-fonts/ibm-plex-sans/500Medium/IBMPlexSans_500Medium.ttf',
  '@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
  '@expo-google-fonts/ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf',
  '@expo-google-fonts/ibm-plex-mono/500Medium/IBMPlexMono_500Medium.ttf',
]

/** How many renderings an unused piece of layout stays in the typesetter's memory; bounds the memory of a long run. */
const rememberedFor = 8

let compiler: NodeCompiler | undefined

/** One compiler for the process: making one costs some 40 ms, a certificate then a few. */
function theCompiler(): NodeCompiler {
  if (!compiler) {
    const { resolve } = createRequire(import.meta.url)
    const fontBlobs = fontFiles.map((file) => readFileSync(resolve(file)))
    // Fonts given here win over fonts of the same name on the machine (tried); templates name no others.
    compiler = typst.NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] })
  }
  return compiler
}

/**
 * Throws Refusal (400) for a text or picture that cannot be printed; any other error is a defect of the template.
 * Whoever makes hundreds in one loop lets the event loop turn between them: what the compiler lent (some 0.3 MB a paper)
 * is given back only then.
 */
export function renderPdf(rendering: Rendering): Buffer {
  const data = printable(rendering.data)
  const seconds = Math.floor(Date.parse(rendering.at) / 1000)
  if (!Number.isSafeInteger(seconds)) throw new Error(`Defect: “${rendering.at}” is not an instant`)
  const made = theCompiler()
  // From here to the end nothing is awaited: renderings cannot see each other's files.
  const lent = lend(made, rendering)
  try {
    return typeset(made, rendering, data, seconds)
  } finally {
    for (const path of lent) made.unmapShadow(path)
    made.evictCache(rememberedFor)
  }
}

export interface Drawing {
  readonly svg: string
  /** All of one height. */
  readonly pages: number
}

/** The same paper as a drawing for a screen, all pages one beneath another; its letters are outlines, so that it needs no font. */
export function renderSvg(rendering: Rendering): Drawing {
  const data = printable(rendering.data)
  const made = theCompiler()
  const lent = lend(made, rendering)
  try {
    return drawingOf(made.plainSvg(compiled(made, rendering, data)))
  } finally {
    for (const path of lent) made.unmapShadow(path)
    made.evictCache(rememberedFor)
  }
}

/** The typesetter puts the white of every page over the first; without it the pages stand where they belong. */
function drawingOf(svg: string): Drawing {
  const [white] =
    /<path class="typst-shape" fill="#ffffff"[^>]* d="M 0 0v [\d.]+ h [\d.]+ v -[\d.]+ Z "\/>/.exec(svg) ?? []
  if (white === undefined) return { svg, pages: 1 }
  const parts = svg.split(white)
  return { svg: parts.join(''), pages: parts.length - 1 }
}

/** Lends attachments, pictures and a foreign template to the compiler under names of ours, for one rendering. */
function lend(made: NodeCompiler, rendering: Rendering): string[] {
  const files: [string, Uint8Array][] = Object.entries(rendering.pictures ?? {}).map(([name, bytes]) => [
    `given/${name}`,
    checkedPicture(name, bytes),
  ])
  for (const [at, attachment] of (rendering.attachments ?? []).entries())
    files.push([`given/attachment-${at}`, attachment.bytes])
  if (isAbsolute(rendering.template)) files.push(['given/main.typ', readFileSync(rendering.template)])
  const paths: string[] = []
  for (const [path, bytes] of files) {
    const whole = `${templates}/${path}`
    made.mapShadow(whole, Buffer.from(bytes))
    paths.push(whole)
  }
  return paths
}

function checkedPicture(name: string, bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1')
  const known =
    head.startsWith('\x89PNG\r\n') ||
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('%PDF-') ||
    /^\s*(<\?xml[^>]*>\s*)?<svg/.test(head)
  if (!known) throw new Refusal('invalid', 'document-picture-unreadable', { values: { name } })
  return bytes
}

function typeset(made: NodeCompiler, rendering: Rendering, data: Json, seconds: number): Buffer {
  const result = compiled(made, rendering, data)
  try {
    return made.pdf(result, { pdfStandard: rendering.standard ?? 'a-3a', creationTimestamp: seconds })
  } catch (fault) {
    const pictures = Object.keys(rendering.pictures ?? {})
    throw explained([fault instanceof Error ? fault.message : String(fault)], rendering, pictures)
  }
}

function compiled(made: NodeCompiler, rendering: Rendering, data: Json): NodeTypstDocument {
  const main = isAbsolute(rendering.template) ? 'given/main' : basename(rendering.template)
  const attached = (rendering.attachments ?? []).map(({ name, mime, description, relation }, at) => ({
    path: `/given/attachment-${at}`,
    name,
    mime,
    description,
    relation,
  }))
  const pictures = Object.keys(rendering.pictures ?? {})
  const inputs = { data: JSON.stringify(data), attached: JSON.stringify(attached) }
  const answer = made.compile({ mainFilePath: `${templates}/${main}.typ`, inputs, resetRead: true })
  const { result } = answer
  if (!result)
    throw explained(sentencesOf(answer.takeDiagnostics()?.shortDiagnostics ?? []), rendering, pictures)
  return result
}

function sentencesOf(diagnostics: readonly unknown[]): string[] {
  return diagnostics.map((entry) =>
    typeof entry === 'object' && entry !== null && 'message' in entry ? String(entry.message) : String(entry),
  )
}

/** The typesetter's sentence → our refusal where a person's text or picture is the cause, else a defect. */
function explained(sentences: readonly string[], rendering: Rendering, pictures: readonly string[]): Error {
  const all = sentences.join('; ')
  const lacking = /the text `\\?"(.+?)\\?"` could not be displayed/.exec(all)?.[1]
  if (lacking !== undefined) {
    const text = lacking.replaceAll(/\\u\{([0-9a-f]+)\}/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    const [first = text] = text
    return characterMissing(first, printable(rendering.data))
  }
  if (
    pictures.length > 0 &&
    /failed to (parse|decode|load)( linked)?( image| svg| png| jpeg|.*format)/i.test(all)
  )
    return new Refusal('invalid', 'document-picture-unreadable', { values: { name: pictures.join(', ') } })
  return new Error(`Defect: the template ${rendering.template} cannot be typeset: ${all}`)
}
