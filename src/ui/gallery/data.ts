/** Made-up data for the gallery: nobody and nothing in it is real. */
import type { BoardPlace } from '../StoreMap.tsx'
import type { LineSeries } from '../Charts.tsx'
import type { RiverData } from '../River.tsx'
import type { StateName } from '../StateChip.tsx'
import type { StoreLevel } from '../StoreMap.tsx'
import type { TimelineMark } from '../Timeline.tsx'
import type { TraceSeries } from '../Trace.tsx'
import type { TreeNode } from '../Tree.tsx'

const at = (day: number, time: string): string => `2026-11-${String(day).padStart(2, '0')}T${time}:00-06:00`
export const now = at(23, '09:14')
export const started = new Date(Date.now() - 240_000).toISOString()
export const river: RiverData = {
  lanes: [
    { id: 'a', name: 'Cpl. D. Palacio', place: 'Dangriga police' },
    { id: 'b', name: 'V. Teck, SOC', place: 'Dangriga office' },
    { id: 'c', name: 'Courier run C-318', place: 'vehicle' },
    { id: 'd', name: 'Counter', place: 'J. Reneau, Ladyville' },
    { id: 'e', name: 'Drug store', place: 'shelf D2-04, box 117' },
    { id: 'f', name: 'T. Cus', place: 'Analytical Chemistry' },
  ],
  stays: [
    { lane: 'a', from: at(2, '14:20'), to: at(2, '16:30') },
    { lane: 'b', from: at(2, '16:30'), to: at(3, '08:15') },
    { lane: 'c', from: at(3, '08:15'), to: at(3, '11:20') },
    { lane: 'd', from: at(3, '14:00'), to: at(3, '15:20') },
    { lane: 'e', from: at(3, '15:20'), to: at(20, '08:40') },
    { lane: 'f', from: at(20, '08:40'), to: null },
  ],
  seals: [
    { lane: 'a', at: at(2, '14:40'), number: 'A104417', what: 'sealed' },
    { lane: 'd', at: at(3, '14:10'), number: 'A104417', what: 'intact' },
    { lane: 'f', at: at(20, '09:05'), number: 'A104417', what: 'broken' },
    { lane: 'f', at: at(21, '10:15'), number: 'A104983', what: 'sealed' },
    { lane: 'f', at: at(23, '08:40'), number: 'A104983', what: 'broken' },
  ],
  gaps: [
    {
      from: at(3, '11:20'),
      to: at(3, '14:00'),
      fromLane: 'c',
      toLane: 'd',
      title: 'Nobody recorded for 2 h 40 min',
      detail: 'Put down 11:20, accepted 14:00. Seal the same.',
    },
  ],
}
export const family: TreeNode[] = [
  { id: '3', number: '417-3', label: 'Evidence bag, 4 parcels', parent: null },
  ...[1, 2, 3, 4].map(
    (n): TreeNode => ({
      id: `3.${n}`,
      number: `417-3.${n}`,
      label: `Parcel ${n}`,
      parent: '3',
      kind: 'packed',
      to: '/x',
    }),
  ),
  {
    id: 's',
    number: '417-3.S1',
    label: 'Vial, 0.05 g for GC-MS',
    parent: '3',
    kind: 'derived',
    note: 'taken from 3.1 to 3.4',
  },
]
export const store: StoreLevel[] = [
  {
    label: 'Room',
    shape: 'room',
    cells: ['D1', 'D2', 'D3', 'D4'].map((id) => ({
      id,
      label: id,
      state: id === 'D2' ? ('here' as const) : ('full' as const),
    })),
  },
  {
    label: 'Rack D2, shelves',
    shape: 'shelves',
    cells: ['01', '02', '03', '04', '05', '06'].map((id) => ({
      id,
      label: id,
      state: id === '04' ? ('here' as const) : ('free' as const),
    })),
  },
  {
    label: 'Shelf 04, boxes',
    shape: 'grid',
    cells: ['114', '115', '116', '117', '118', '119'].map((id) => ({
      id,
      label: id,
      state: id === '117' ? ('kept' as const) : ('full' as const),
    })),
  },
]
export const entries: string[][] = [
  ['23/11 08:51', 'T. Cus weighed parcels 3.1 to 3.4'],
  ['23/11 08:40', 'T. Cus broke seal A104983, photograph 5'],
  ['21/11 10:15', 'T. Cus sealed with A104983'],
  ['20/11 09:05', 'T. Cus broke seal A104417'],
  ['20/11 08:40', 'S. Arnold handed over to T. Cus'],
]
export const lanes = ['Offence', 'Scene', 'Exhibits', 'Requests', 'Results', 'Reports', 'Court'].map(
  (label) => ({ id: label, label }),
)
export const marks: TimelineMark[] = [
  {
    lane: 'Offence',
    kind: 'act',
    at: at(2, '13:40'),
    label: 'Robbery and possession, Pen Road, Dangriga, 13:40',
    tone: 'mahogany',
  },
  { lane: 'Offence', kind: 'act', at: at(13, '10:00'), label: 'Charge laid, two counts', tone: 'mahogany' },
  { lane: 'Scene', kind: 'act', at: at(2, '14:05'), label: 'Attended 14:05 to 17:30, 42 photographs' },
  { lane: 'Scene', kind: 'act', at: at(11, '09:00'), label: 'Scene record signed, V. Teck' },
  {
    lane: 'Exhibits',
    kind: 'trouble',
    at: at(3, '14:00'),
    label: '5 received at Ladyville, gap of 2 h 40 min on exhibit 3',
  },
  { lane: 'Exhibits', kind: 'act', at: at(20, '08:40'), label: '3 to bench' },
  {
    lane: 'Requests',
    kind: 'work',
    at: at(4, '09:00'),
    label: 'R-1183 Drugs: which, how much? Analytical Chemistry',
  },
  { lane: 'Requests', kind: 'due', at: at(26, '16:00'), label: 'R-1183 due 26/11', tone: 'maize' },
  {
    lane: 'Results',
    kind: 'work',
    at: at(7, '09:00'),
    until: at(18, '12:00'),
    label: 'R-1184 Fingermarks, exhibit 5',
    tone: 'reef',
  },
  {
    lane: 'Reports',
    kind: 'act',
    at: at(20, '11:00'),
    label: 'Certificate 26-0902 issued, fingermarks',
    tone: 'reef',
  },
  { lane: 'Court', kind: 'act', at: at(14, '09:00'), label: 'First hearing', tone: 'mahogany' },
  {
    lane: 'Court',
    kind: 'planned',
    at: '2026-12-09T09:00:00-06:00',
    label: 'Next hearing, 09/12/2026',
    tone: 'mahogany',
  },
]
const bell = (x: number, mid: number, tall: number, wide: number): number =>
  tall * Math.exp(-(((x - mid) / wide) ** 2))
const minutes = Array.from({ length: 1000 }, (_, i) => 4 + i / 100)
export const trace: TraceSeries[] = [
  {
    label: 'this exhibit',
    x: minutes,
    y: minutes.map(
      (x) =>
        1.5 +
        bell(x, 6.12, 55, 0.05) +
        bell(x, 9.41, 10, 0.06) +
        bell(x, 10.28, 96, 0.06) +
        bell(x, 10.93, 18, 0.07) +
        bell(x, 8.2, 4, 0.06),
    ),
  },
  {
    label: 'blank run 07',
    x: minutes,
    y: minutes.map((x) => 1 + bell(x, 6.12, 50, 0.05) * 0.1),
    dashed: true,
    tone: 'slate',
  },
]
export const reference: [number, number][] = [
  [41, 33],
  [43, 39],
  [55, 18],
  [67, 18],
  [77, 14],
  [81, 20],
  [91, 21],
  [107, 9],
  [115, 13],
  [123, 8],
  [193, 20],
  [217, 12],
  [231, 67],
  [243, 33],
  [258, 28],
  [271, 47],
  [299, 100],
  [314, 75],
]
export const sample: [number, number][] = [
  ...reference.map(([mz, i]): [number, number] => [mz, i * 0.95]),
  [281, 7],
]
export const items: { number: string; what: string; gross: string; state: StateName }[] = [
  ['1', 'Knife, black handle', '214.20', 'in-store'],
  ['2', 'Swab of handle', '1.10', 'waits-no-request'],
  ['3', 'Plant material, 4 parcels', '14.88', 'at-bench'],
  ['4', 'Cash BZ$ 1,240.00', '32.00', 'in-store'],
  ['5', 'Glass bottle', '412.70', 'in-store'],
  ['6', 'Video recorder', '2180.00', 'in-transit'],
].map(([n, what = '', gross = '', state = 'in-store']) => ({
  number: `2026-00417-${n}`,
  what,
  gross,
  state: state as StateName,
}))
export const lines: LineSeries[] = [
  { label: 'month', points: [12, 9, 11, 14, 8, 10, 13, 9, 7, 11, 10, 12, 8].map((y, x) => [x, y] as const) },
  {
    label: '12 months',
    points: [10.5, 10.2, 10.3, 10, 9.8, 9.7, 9.9].map((y, x) => [x + 6, y] as const),
    dots: false,
  },
]
export const heat: number[][] = Array.from({ length: 7 }, (_, r) =>
  Array.from({ length: 24 }, (_v, c) =>
    Math.round((c > 17 || c < 2 ? 5 : 1) + (r > 3 && c > 17 ? 4 : 0) + ((r * 7 + c * 3) % 3)),
  ),
)
export const control = [
  100, 101, 99, 102, 98, 100.5, 97, 99, 101, 103, 100, 99, 98, 101, 107, 100, 99.5, 100, 101, 100,
].map((value, i) => ({ label: `run ${i + 1}`, value }))
export const places: BoardPlace[] = [
  {
    id: '1',
    name: 'A1',
    days: 2,
    lines: ['R. Novelo, 58', '2026-D-0391'],
    state: 'taken',
    tag: { tone: 'reef', icon: 'check', word: 'Release 09:00' },
  },
  { id: '2', name: 'A5', lines: ['for B1'], state: 'kept' },
  { id: '3', name: 'A6', lines: [], state: 'free' },
  {
    id: '4',
    name: 'A8',
    days: 41,
    overdue: true,
    lines: ['Unclaimed, C. Wade'],
    state: 'taken',
    tag: { tone: 'achiote', icon: 'warning', word: 'Over 30 days' },
  },
  {
    id: '5',
    name: 'B1',
    days: 1,
    lines: ['Unidentified, woman'],
    state: 'alarm',
    tag: { tone: 'achiote', icon: 'arrow-right', word: 'Move to A5' },
  },
]
