/**
 * Which photographs are not there. Cameras number what they take (DCF, JEITA CP-3461: four free characters, then 0001 to 9999, then from the
 * beginning again), so a number that is absent between two that are present is a photograph that was taken and is not here: deleted on the
 * camera, forgotten on the card, or left out. The rule counts; why it is so, a person says.
 */
export interface CameraNumber {
  /** What stands before the number, upper case: `DSCN`, `IMG_`. */
  readonly prefix: string
  readonly number: number
}

/** DCF names, and the names of telephones that number likewise (`IMG_1054.HEIC`). The name that the camera wrote into the file wins over the file's own. */
export function cameraNumberOf(fileName: string, writtenName?: string): CameraNumber | undefined {
  for (const name of [writtenName, fileName]) {
    const stem = /([^/\\]+?)(?:\.\w{2,5})?$/.exec(name ?? '')?.[1]
    // “IMG_1054 (2)” and “forensics-IMG_1054” are copies that people name; a number must end the name and stand after a camera's prefix.
    const found = /(?:^|[^A-Za-z0-9])([A-Z][A-Z0-9_]{2}[A-Z_])(\d{4})(?: ?\(\d{1,3}\))?$/i.exec(stem ?? '')
    const [, prefix, digits] = found ?? []
    if (prefix !== undefined && digits !== undefined && Number(digits) > 0)
      return { prefix: prefix.toUpperCase(), number: Number(digits) }
  }
  return undefined
}

export interface NumberedPhoto {
  readonly id: string
  /** Maker, model and serial number as far as they are known: two cameras of one kind count apart. */
  readonly camera: string
  readonly cameraNumber?: CameraNumber | undefined
}
export interface NumberGap {
  /** The photographs on either side of what is not there. */
  readonly after: string
  readonly before: string
  readonly from: number
  readonly to: number
  readonly missing: number
}
export interface NumberSeries {
  readonly camera: string
  readonly prefix: string
  readonly first: number
  readonly last: number
  readonly photographs: number
  readonly missing: number
  readonly gaps: readonly NumberGap[]
  /** One number, several photographs: a raw file beside its JPEG, a copy, or two that must not be the same. */
  readonly repeated: readonly { readonly number: number; readonly ids: readonly string[] }[]
}

const HIGHEST = 9_999

/**
 * The series of each camera and its gaps, in order of camera and prefix. Numbers lie on a circle of 9,999: a series begins behind its longest stretch of
 * absent numbers, so that a card which turned over from 9999 to 0001 is one series. What was taken before the first or after the
 * last photograph no number can tell: `declared` is what the photographer wrote down (first and last number), and widens the series to it.
 */
export function numberSeriesOf(
  photos: readonly NumberedPhoto[],
  declared?: {
    readonly camera: string
    readonly prefix: string
    readonly first: number
    readonly last: number
  },
): NumberSeries[] {
  const series = new Map<string, { camera: string; prefix: string; at: Map<number, string[]> }>()
  for (const { id, camera, cameraNumber } of photos) {
    if (!cameraNumber) continue
    const key = JSON.stringify([camera, cameraNumber.prefix])
    const one = series.get(key) ?? { camera, prefix: cameraNumber.prefix, at: new Map<number, string[]>() }
    series.set(key, one)
    one.at.set(cameraNumber.number, [...(one.at.get(cameraNumber.number) ?? []), id])
  }
  return [...series.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { camera, prefix, at }]) =>
      one(
        camera,
        prefix,
        at,
        declared?.camera === camera && declared.prefix === prefix ? declared : undefined,
      ),
    )
}

/** How many steps from one number to the next one on the circle. */
const steps = (from: number, to: number): number => (((to - from) % HIGHEST) + HIGHEST) % HIGHEST || HIGHEST
const following = (n: number): number => (n % HIGHEST) + 1
const preceding = (n: number): number => ((n + HIGHEST - 2) % HIGHEST) + 1

function one(
  camera: string,
  prefix: string,
  at: ReadonlyMap<number, readonly string[]>,
  declared?: { readonly first: number; readonly last: number },
): NumberSeries {
  const numbers = inOrder([...at.keys()], declared)
  const gaps: NumberGap[] = []
  const between = (left: number, right: number, after: string, before: string): void => {
    const missing = steps(left, right) - 1
    if (missing > 0 && left !== right)
      gaps.push({ after, before, from: following(left), to: preceding(right), missing })
  }
  const nameOf = (n: number | undefined): string => (n === undefined ? '' : (at.get(n)?.[0] ?? ''))
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)]
  if (declared && !at.has(declared.first)) between(preceding(declared.first), first, '', nameOf(first))
  numbers.forEach((number, i) => {
    const next = numbers[i + 1]
    if (next !== undefined) between(number, next, nameOf(number), nameOf(next))
  })
  if (declared && !at.has(declared.last)) between(last, following(declared.last), nameOf(last), '')
  return {
    camera,
    prefix,
    first: declared?.first ?? first,
    last: declared?.last ?? last,
    photographs: [...at.values()].reduce((sum, ids) => sum + ids.length, 0),
    missing: gaps.reduce((sum, gap) => sum + gap.missing, 0),
    gaps,
    repeated: numbers.flatMap((number) => {
      const ids = at.get(number) ?? []
      return ids.length > 1 ? [{ number, ids }] : []
    }),
  }
}

/** Ascending, begun behind the longest absent stretch; where the first number is declared, begun there. */
function inOrder(numbers: readonly number[], declared?: { readonly first: number }): number[] {
  const sorted = numbers.toSorted((a, b) => a - b)
  if (declared)
    return sorted.toSorted(
      (a, b) => steps(preceding(declared.first), a) - steps(preceding(declared.first), b),
    )
  let start = 0
  let longest = 0
  sorted.forEach((number, i) => {
    const before = sorted[(i + sorted.length - 1) % sorted.length] ?? number
    const absent = steps(before, number)
    if (absent > longest) [longest, start] = [absent, i]
  })
  return [...sorted.slice(start), ...sorted.slice(0, start)]
}
