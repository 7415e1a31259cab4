/** What a viewer of radiographs computes: where the picture lies, how bright each value is. Pure, so that it is tried without a browser. */
import { type FrameWindow, greyOf, type ViewFrame } from '#kernel/frame.ts'

/** The picture's upper left corner and how large one of its pixels is, in pixels of the canvas. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}
export interface Size {
  readonly width: number
  readonly height: number
}
const MOST = 32
const LEAST = 0.02

/** All of the picture, in the middle. */
export function fitted(frame: Size, canvas: Size): View {
  const zoom = Math.min(canvas.width / frame.width, canvas.height / frame.height)
  return { zoom, x: (canvas.width - frame.width * zoom) / 2, y: (canvas.height - frame.height * zoom) / 2 }
}
export const moved = (view: View, dx: number, dy: number): View => ({
  ...view,
  x: view.x + dx,
  y: view.y + dy,
})

/** Enlarges about a point of the canvas, which stays where it is. */
export function zoomed(view: View, by: number, at: { x: number; y: number }): View {
  const zoom = Math.min(MOST, Math.max(LEAST, view.zoom * by))
  const share = zoom / view.zoom
  return { zoom, x: at.x - (at.x - view.x) * share, y: at.y - (at.y - view.y) * share }
}

/** The pixel under a point of the canvas, or none beside the picture. */
export function pixelAt(
  view: View,
  frame: Size,
  at: { x: number; y: number },
): { row: number; column: number } | undefined {
  const column = Math.floor((at.x - view.x) / view.zoom)
  const row = Math.floor((at.y - view.y) / view.zoom)
  return column >= 0 && row >= 0 && column < frame.width && row < frame.height ? { row, column } : undefined
}
export function valueAt(frame: ViewFrame, { row, column }: { row: number; column: number }): string {
  const at = row * frame.width + column
  if (frame.kind === 'colour') return [0, 1, 2].map((c) => frame.values[at * 3 + c] ?? 0).join(' ')
  return String(Math.round(((frame.values[at] ?? 0) * frame.slope + frame.intercept) * 100) / 100)
}

/** Dragging by the width of the canvas goes through twice the range of the picture. */
export function changedWindow(
  window: FrameWindow,
  frame: ViewFrame,
  brighter: number,
  contrast: number,
): FrameWindow {
  const range = Math.max(frame.most - frame.least, 1)
  return {
    centre: window.centre - brighter * range * 2,
    width: Math.max(1, window.width - contrast * range * 2),
  }
}

/** A table answers quicker than a sum where there are fewer values than pixels. */
const LARGEST_TABLE = 1 << 17

/** The frame as a canvas takes it: red, green, blue, opaque. */
export function painted(
  frame: ViewFrame,
  window: FrameWindow,
  inverted: boolean,
): Uint8ClampedArray<ArrayBuffer> {
  const { values, width, height } = frame
  const out = new Uint8ClampedArray(width * height * 4)
  const turned = inverted !== frame.inverted
  const grey = greyTable(frame, window, turned)
  for (let i = 0, to = 0; i < width * height; i += 1, to += 4) {
    if (frame.kind === 'colour')
      for (let c = 0; c < 3; c += 1)
        out[to + c] = turned ? 255 - (values[i * 3 + c] ?? 0) : (values[i * 3 + c] ?? 0)
    else out[to] = out[to + 1] = out[to + 2] = grey(values[i] ?? 0)
    out[to + 3] = 255
  }
  return out
}
function greyTable(frame: ViewFrame, window: FrameWindow, turned: boolean): (stored: number) => number {
  const { slope, intercept } = frame
  const ends = [frame.least, frame.most].map((real) => Math.round((real - intercept) / slope))
  const [from, to] = [Math.min(...ends), Math.max(...ends)]
  const of = (stored: number): number => greyOf(stored * slope + intercept, window, turned)
  if (to - from > LARGEST_TABLE) return of
  const table = Uint8Array.from({ length: to - from + 1 }, (_, i) => of(from + i))
  return (stored) => table[stored - from] ?? of(stored)
}
