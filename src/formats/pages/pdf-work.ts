/** What is said between `pdf-pages.ts` and the thread in which PDFium works. */
export type PdfAsk =
  | { readonly is: 'open'; readonly bytes: Uint8Array; readonly password?: string }
  | { readonly is: 'page'; readonly number: number }

export interface PdfPixels {
  readonly width: number
  readonly height: number
  /** 1: grey, 3: red, green, blue. */
  readonly channels: 1 | 3
  readonly data: Uint8Array<ArrayBuffer>
}
export interface PdfPage extends PdfPixels {
  readonly dpi: number
  readonly dpiFrom: 'scan' | 'drawn'
  readonly text: string
}
export type PdfTold =
  | { readonly is: 'open'; readonly count: number }
  | { readonly is: 'page'; readonly page: PdfPage }
  | { readonly is: 'fault'; readonly code: string; readonly values: Record<string, string | number> }
