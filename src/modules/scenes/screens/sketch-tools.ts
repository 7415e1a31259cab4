/** What is set down on a sketch with which tool. */
import type { Drawing, SketchElement } from '../contract.ts'
import type { symbols } from '../contract/media.ts'

export type Tool = 'select' | 'wall' | 'area' | 'dimension' | 'text' | (typeof symbols)[number]

export const nextMarker = (d: Drawing): string =>
  String(1 + d.elements.filter((e) => e.kind === 'symbol' && e.symbol === 'marker').length)
export function elementAt(tool: Tool, x: number, y: number, marker: string): SketchElement {
  if (tool === 'text') return { kind: 'text', x, y, text: '…' }
  const symbol = tool as (typeof symbols)[number]
  return { kind: 'symbol', symbol, x, y, turned: 0, text: symbol === 'marker' ? marker : null }
}
