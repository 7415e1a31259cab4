/** How an operation is declared: three kinds, no fourth. The typed shape is kept; the registry sees the plain one. */
import { z } from 'zod'
import type { AnyOperation, Download, Operation } from './cx.ts'

type Declared<I extends z.ZodType, O extends z.ZodType> = Omit<Operation<I, O>, 'kind'>

export function command<I extends z.ZodType, O extends z.ZodType>(op: Declared<I, O>): Operation<I, O> {
  return { ...op, kind: 'command' }
}
export function query<I extends z.ZodType, O extends z.ZodType>(op: Declared<I, O>): Operation<I, O> {
  return { ...op, kind: 'query' }
}

const DownloadShape = z.custom<Download>((v) => typeof v === 'object' && v !== null && 'mediaType' in v)
export function stream<I extends z.ZodType>(
  op: Omit<Operation<I, typeof DownloadShape>, 'kind' | 'output'>,
): Operation<I, typeof DownloadShape> {
  return { ...op, output: DownloadShape, kind: 'stream' }
}

/** The registry does not need each shape's own type; `perform` parses before it runs. */
export function plain<I extends z.ZodType, O extends z.ZodType>(op: Operation<I, O>): AnyOperation {
  return op as unknown as AnyOperation
}
