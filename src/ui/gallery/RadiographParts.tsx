/** The gallery: a made-up radiograph of three slices, with the windows that a maker would propose. */
import { lazy, type ReactNode, Suspense } from 'react'
import type { ViewFrame } from '#kernel/frame.ts'
import { Skeleton } from '../Asked.tsx'
import { Card } from '../Page.tsx'

const Radiograph = lazy(() => import('../Radiograph.tsx'))
const SIDE = 256

/** Air, a body, two bones and something bright in it, in Hounsfield units. */
function slice(index: number): ViewFrame {
  const values = new Int16Array(SIDE * SIDE)
  for (let row = 0; row < SIDE; row += 1)
    for (let column = 0; column < SIDE; column += 1) {
      const [x, y] = [(column - 128) / 128, (row - 128) / 128]
      const within = (cx: number, cy: number, rx: number, ry: number): boolean =>
        ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1
      let value = -1_000
      if (within(0, 0, 0.85, 0.65)) value = 20 + Math.round(30 * Math.sin(9 * x) * Math.cos(7 * y))
      if (within(-0.35, 0.1, 0.22, 0.3) || within(0.35, 0.1, 0.22, 0.3)) value = -820
      if (within(0, 0.42, 0.12, 0.14)) value = 620
      if (within(0.18 - index * 0.05, -0.3, 0.045, 0.03)) value = 2_400
      values[row * SIDE + column] = value
    }
  return {
    kind: 'grey',
    width: SIDE,
    height: SIDE,
    samples: 'i16',
    slope: 1,
    intercept: 0,
    least: -1_000,
    most: 2_400,
    windows: [
      { centre: 40, width: 400 },
      { centre: 480, width: 2_500 },
      { centre: 700, width: 3_400 },
    ],
    inverted: false,
    spacing: [0.7, 0.7],
    values,
  }
}

export function RadiographParts(): ReactNode {
  return (
    <Card title="Radiograph" aside="drawn from its values">
      <Suspense fallback={<Skeleton lines={6} />}>
        <Radiograph
          frameAt={(index) => Promise.resolve(slice(index))}
          frames={3}
          label="Chest, slices 1 to 3"
          told="Shown from the original, which is kept byte for byte."
        />
      </Suspense>
    </Card>
  )
}
