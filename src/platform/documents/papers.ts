/**
 * The papers of the house and the shape of what each needs. Words, numbers and dates arrive ready to print, in the
 * language of the paper: modules own the sentences, this file owns the form.
 *
 *   certificatePdf(certificate, {at, twin?})      PDF/A-3a, the machine-readable twin attached
 *   receiptPdf(receipt, {at, twin?})              PDF/A-3a
 *   custodyFormPdf(form, {at, twin?})             PDF/A-3a
 *   paperPdf(paper, {at, attachments?, pictures?}) any other paper, from blocks
 *   houseFrame(say, head, demo)                   letterhead, banner, page N of M and end mark of any of them
 *   markedCopyPdf(pdf, {mark, lines, …})          a copy of a paper that says on every page how it stands
 *
 * All throw Refusal (400) when a text or picture cannot be printed.
 */
import type { Say } from '#kernel/say.ts'
import { barcodeSvg } from './barcode.ts'
import type { Json } from './printable.ts'
import { type Attachment, type Drawing, type Rendering, renderPdf, renderSvg } from './typst.ts'

export interface Letterhead {
  readonly service: string
  readonly address: readonly string[]
  /** PNG, JPEG or SVG; `alt` says what it shows. */
  readonly crest?: { readonly bytes: Uint8Array; readonly alt: string }
}

/** What stands on every page of every paper. */
export interface Frame {
  readonly lang: 'en' | 'es'
  readonly title: string
  readonly number: string
  readonly subtitle?: string
  readonly letterhead: Letterhead
  /** The banner of every page, e.g. “DEMONSTRATION”; absent in earnest. */
  readonly demo?: string
  /** With `{page}` and `{pages}`. */
  readonly pageOf: string
  /** The QR of every page and the lines beside it (address, code); `alt` is its text for those who cannot see it. */
  readonly check?: { readonly text: string; readonly alt: string; readonly lines: readonly string[] }
  /** The line after the last, so that a missing page is noticed. */
  readonly end?: string
}

/** The banner of whatever is printed in a demonstration, a label as well as a paper. */
export const banner = (say: Say, demo: boolean): { readonly demo?: string } =>
  demo ? { demo: say('document-demo') } : {}

/** What every paper of the house bears: who sends it, the banner of a demonstration, page N of M. */
export const openFrame = (
  say: Say,
  head: { readonly serviceName: string; readonly address: readonly string[] },
  demo: boolean,
): Pick<Frame, 'letterhead' | 'demo' | 'pageOf'> => ({
  letterhead: { service: head.serviceName, address: head.address },
  ...banner(say, demo),
  pageOf: say('document-page', { page: '{page}', pages: '{pages}' }),
})
/** And the mark of its end; without it (`openFrame`) are sheets that are written on, taken apart or read by a machine. */
export const houseFrame = (
  ...of: Parameters<typeof openFrame>
): ReturnType<typeof openFrame> & Pick<Frame, 'end'> => ({ ...openFrame(...of), end: of[0]('document-end') })

export interface Fact {
  readonly label: string
  readonly value: string
  /** Set in the fixed-width face: for what names a thing (case, exhibit, seal, hash). */
  readonly mono?: boolean
}

export interface Column {
  readonly key: string
  readonly head: string
  /** Share of the width that is left; absent: as wide as its content. */
  readonly width?: number
  readonly align?: 'left' | 'right'
  readonly mono?: boolean
}
export type Row = Readonly<Record<string, string | readonly string[]>>
export interface Table {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly notes?: readonly string[]
}
export interface Lines {
  readonly title: string
  readonly lines: readonly string[]
}

export interface Signatory {
  readonly name: string
  readonly role?: string
  readonly lines?: readonly string[]
  /** Leaves a place to sign by hand. */
  readonly ink?: boolean
}
export interface Signatories {
  readonly title: string
  readonly rows: readonly Signatory[]
}

/** The newest checkpoint when the paper was made, and the key that verifies the log, both as text to be typed back. */
export interface LedgerNote {
  readonly title?: string
  readonly lines: readonly string[]
  readonly checkpoint: string
  readonly keyLabel: string
  readonly key: string
}

export interface ResultRow {
  readonly item: string
  readonly determination: string
  readonly value: string
  /** Expanded uncertainty U, already rounded to the same place as the value. */
  readonly uncertainty?: string
  readonly k?: string
  readonly unit?: string
  readonly note?: string
}

export interface Decision {
  /** Which mark stands before the words: over the limit, under it, or not decided. */
  readonly mark: 'over' | 'under' | 'open'
  readonly outcome: string
  /** Limit, rule of decision, law and the day as of which it was read. */
  readonly facts: readonly Fact[]
}

export interface Certificate extends Frame {
  readonly amendment?: Section
  readonly to?: Lines
  /** Whose matter it is and the question: beside the recipient, before the answer. */
  readonly asked: { readonly rows: readonly Fact[] }
  /** Case numbers, request, place, dates received, examined, reported; `wide` takes the whole line. */
  readonly references: { readonly rows: readonly (Fact & { readonly wide?: boolean })[] }
  /** The answer, boxed on the first page; what it rests on comes after. */
  readonly conclusions: {
    readonly title: string
    readonly rows: readonly { readonly item: string; readonly lines: readonly string[] }[]
  }
  /** The answer again, for who has never seen a laboratory. */
  readonly plain?: Lines
  readonly sections: readonly Section[]
  readonly signatories: Signatories
  readonly ledger?: LedgerNote
  readonly verify?: Lines
}

export interface Receipt extends Frame {
  readonly facts: readonly Fact[]
  readonly received: Table
  readonly refused?: Table
  readonly statements?: Lines
  readonly signatories: Signatories
}

export interface CustodyEvent {
  readonly kind: 'event'
  readonly at: string | readonly string[]
  readonly act: string
  readonly from?: string | readonly string[]
  readonly to?: string | readonly string[]
  readonly place?: string | readonly string[]
  readonly seals?: string | readonly string[]
  readonly note?: string | readonly string[]
}
export interface CustodyGap {
  readonly kind: 'gap'
  /** In words: from when to when, how long, what is not known. */
  readonly sentence: string
}
export interface CustodyForm extends Frame {
  readonly facts: readonly Fact[]
  /** The Data Matrix of the thing itself. */
  readonly code?: { readonly text: string; readonly alt: string }
  readonly chain: {
    readonly title: string
    readonly columns: Readonly<Record<'at' | 'act' | 'from' | 'to' | 'place' | 'seals' | 'note', string>>
    readonly rows: readonly (CustodyEvent | CustodyGap)[]
    readonly notes?: readonly string[]
    /** Empty lines for hands that have no machine, e.g. at court. */
    readonly blankRows?: number
  }
  readonly statements?: Lines
  readonly ledger?: LedgerNote
  readonly signatories?: Signatories
}

export type Block =
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  | { readonly kind: 'paragraphs' | 'points' | 'notes'; readonly lines: readonly string[] }
  /** Values with their uncertainty and its k, or a finding in words. */
  | {
      readonly kind: 'results'
      readonly columns: Readonly<Record<'item' | 'determination' | 'result' | 'k' | 'note', string>>
      readonly rows: readonly ResultRow[]
    }
  | { readonly kind: 'decisions'; readonly rows: readonly Decision[] }
  /** What is wrong, hatched so that it is seen on black and white paper. */
  | { readonly kind: 'gap'; readonly sentence: string }
  | { readonly kind: 'heading' | 'exact'; readonly text: string }
  | { readonly kind: 'signatures'; readonly rows: readonly Signatory[] }
  | { readonly kind: 'boxed'; readonly blocks: readonly Block[] }
  /** `name` is a key of `pictures`. */
  | { readonly kind: 'picture'; readonly name: string; readonly alt: string; readonly widthMm?: number }
  /** Small pictures beside each other, each with its lines; without a name there is nothing to show, and the lines say so. */
  | {
      readonly kind: 'contact-sheet'
      readonly across: number
      readonly cells: readonly {
        readonly name?: string
        readonly alt: string
        readonly lines: readonly string[]
      }[]
    }
  /** Drawings beside each other, numbers at their places: in units of the drawing, which is `width` wide and `widthMm` on paper. */
  | {
      readonly kind: 'marked-pictures'
      readonly cells: readonly {
        readonly svg: string
        readonly alt: string
        readonly title: string
        /** What is to the left and to the right of it. */
        readonly sides?: readonly [string, string]
        readonly width: number
        readonly height: number
        readonly widthMm: number
        /** Half of the circle about a number. */
        readonly radiusMm: number
        readonly marks: readonly {
          readonly text: string
          readonly x: number
          readonly y: number
          /** Where the number stands; elsewhere than the place itself, a line leads to it. */
          readonly labelX: number
          readonly labelY: number
        }[]
      }[]
    }
export interface Section {
  readonly title?: string
  /** Begins on a page of its own: the next letter of a batch. */
  readonly newPage?: true
  readonly blocks: readonly Block[]
}
export interface Paper extends Frame {
  readonly sections: readonly Section[]
}

interface Making {
  /** The instant of making, ISO 8601. */
  readonly at: string
  /** The machine-readable twin, exactly the bytes that were hashed. */
  readonly twin?: { readonly name: string; readonly bytes: Uint8Array; readonly description: string }
  readonly attachments?: readonly Attachment[]
  readonly pictures?: Readonly<Record<string, Uint8Array>>
}

export function certificatePdf(certificate: Certificate, making: Making): Buffer {
  return framed('certificate', certificate, making)
}
/** As it would be typeset, for a screen: nothing of it is kept. */
export const certificateSvg = (certificate: Certificate, making: Making): Drawing =>
  renderSvg(renderingOf('certificate', certificate, making))
export function receiptPdf(receipt: Receipt, making: Making): Buffer {
  return framed('receipt', receipt, making)
}
export function paperPdf(paper: Paper, making: Making): Buffer {
  return framed('paper', paper, making)
}
export function custodyFormPdf(form: CustodyForm, making: Making): Buffer {
  return framed('custody-form', withCode(form), making)
}
export const custodyFormSvg = (form: CustodyForm, making: Making): Drawing =>
  renderSvg(renderingOf('custody-form', withCode(form), making))
export const receiptSvg = (receipt: Receipt, making: Making): Drawing =>
  renderSvg(renderingOf('receipt', receipt, making))
function withCode(form: CustodyForm): Frame {
  const code = form.code && { svg: barcodeSvg('data-matrix', form.code.text), alt: form.code.alt }
  return { ...form, ...(code ? { code } : {}) }
}

/** What is laid over every page of a copy. */
export interface Mark {
  readonly lang: 'en' | 'es'
  readonly number: string
  readonly service: string
  /** One word across the page: DRAFT, SUPERSEDED, WITHDRAWN. */
  readonly mark: string
  /** Since when, by what; and that this is a copy. */
  readonly lines: readonly string[]
  /** Said of each page to those who cannot see it; the page's number follows. */
  readonly alt: string
}

/** A copy with the mark on every page; the signed file itself stays as it is. */
export function markedCopyPdf(pdf: Uint8Array, mark: Mark, making: { readonly at: string }): Buffer {
  // The root of the page tree counts all pages; its branches count fewer.
  const nodes =
    Buffer.from(pdf)
      .toString('latin1')
      .match(/<<[^<>]*\/Type\s*\/Pages\b[^<>]*>>/g) ?? []
  const pages = Math.max(1, ...nodes.map((node) => Number(/\/Count\s+(\d+)/.exec(node)?.[1] ?? 1)))
  return renderPdf({
    template: 'marked-copy',
    data: asJson({ ...mark, pages }),
    at: making.at,
    standard: '1.7',
    pictures: { original: pdf },
  })
}

const framed = (template: string, frame: Frame, making: Making): Buffer =>
  renderPdf(renderingOf(template, frame, making))

function renderingOf(template: string, frame: Frame, making: Making): Rendering {
  const { crest, ...letterhead } = frame.letterhead
  const check = frame.check && {
    svg: barcodeSvg('qr', frame.check.text),
    alt: frame.check.alt,
    lines: frame.check.lines,
  }
  const twin: Attachment[] = making.twin
    ? [{ ...making.twin, mime: 'application/json', relation: 'data' }]
    : []
  return {
    template,
    data: asJson({
      ...frame,
      letterhead: { ...letterhead, ...(crest ? { crest: { alt: crest.alt } } : {}) },
      ...(check ? { check } : {}),
    }),
    at: making.at,
    attachments: [...twin, ...(making.attachments ?? [])],
    pictures: { ...(crest ? { crest: crest.bytes } : {}), ...making.pictures },
  }
}

/** The interfaces above hold JSON only; what is absent stays absent. */
function asJson(value: object): { readonly [key: string]: Json } {
  return JSON.parse(JSON.stringify(value)) as { readonly [key: string]: Json }
}
