/** How a large photograph is cut into tiles: the house and the viewer count alike, so that a viewer asks only for what is seen. */
export const TILE = 1_024

/** How often it is halved until one tile holds it whole. */
export function halvings(width: number, height: number): number {
  let n = 0
  while (Math.max(width, height) / 2 ** n > TILE) n += 1
  return n
}

export interface TileAt {
  readonly halved: number
  readonly x: number
  readonly y: number
}
/** What a tile shows, in pixels of the whole, and how large it is drawn; undefined where the photograph has none. */
export function tileOf(width: number, height: number, { halved, x, y }: TileAt) {
  if (halved > halvings(width, height)) return undefined
  const edge = TILE * 2 ** halved
  const [left, top] = [x * edge, y * edge]
  if (left >= width || top >= height) return undefined
  const [wide, high] = [Math.min(edge, width - left), Math.min(edge, height - top)]
  return {
    from: { left, top, width: wide, height: high },
    drawn: { width: Math.ceil(wide / 2 ** halved), height: Math.ceil(high / 2 ** halved) },
  }
}
