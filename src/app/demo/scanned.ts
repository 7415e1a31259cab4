/** Paper that was scanned in the demonstration: made pages come from the feeder, are counted, keyed by two, decided by a third, looked over. */
import { barcodeSvg } from '#platform/documents/barcode.ts'
import { paperPdf } from '#platform/documents/papers.ts'
import type { Actor, Ground } from '#platform/cx.ts'
import { modules } from '../modules.ts'
import type { World } from './desk.ts'
import { one } from './people.ts'

export interface Cover {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly year: number
  readonly title: string
}
type Desk = World['desks'][number]

/** The certificate of each file; the first still has the form that came with the exhibits. */
const sidesOf = (cover: Cover, n: number): (readonly string[])[] => [
  ...(n === 0 ? [formOf(cover)] : []),
  [
    'CERTIFICATE OF ANALYSIS',
    `Case number ${cover.number}`,
    `Received on ${cover.year}-0${n + 1}-14 from the police`,
    `Certificate ${cover.year}/${210 + n}`,
    `Name: ${cover.name}`,
    `Exhibits: ${n + 2} sealed envelopes. They were found to be what the charge says.`,
  ],
]
const formOf = (cover: Cover): readonly string[] => [
  'SUBMISSION OF EXHIBITS',
  `Case number ${cover.number}`,
  cover.title,
  `Accused: ${cover.name}`,
  'Signed for at the counter, seals as described.',
]

/** What a feeder makes of a pile: a cover sheet with its code, then sides of typing. */
function pile(sides: readonly (string | readonly string[])[], at: string): Buffer {
  const codes = sides.filter((side): side is string => typeof side === 'string')
  const named = (code: string): string => code.replace('/', '-')
  return paperPdf(
    {
      lang: 'en',
      title: ' ',
      number: ' ',
      letterhead: { service: ' ', address: [] },
      pageOf: ' ',
      sections: sides.map((side, i) => ({
        ...(i > 0 ? { newPage: true as const } : {}),
        blocks:
          typeof side === 'string'
            ? [{ kind: 'picture' as const, name: named(side), alt: side, widthMm: 60 }]
            : [{ kind: 'paragraphs' as const, lines: side }],
      })),
    },
    {
      at,
      pictures: Object.fromEntries(
        codes.map((code) => [named(code), Buffer.from(barcodeSvg('qr', code), 'utf8')]),
      ),
    },
  )
}

export async function scanPaper(ground: Ground, world: World, covers: readonly Cover[]): Promise<void> {
  const desk = world.desks[0] as Desk
  const keeper = one(world.cast, 'archivist')
  const whole = covers.slice(0, 3)
  const short = covers.slice(3, 4)
  const done = await captured(ground, desk, keeper, whole)
  await desk.act(keeper, 'archive.reconcile-batch', { batch: done })
  // One side was counted that the feeder did not give: the batch stops until somebody looks.
  await captured(ground, desk, keeper, short, 1)
  await keyed(desk, world, whole)
  await lookedOver(desk, world)
}

async function captured(
  ground: Ground,
  desk: Desk,
  keeper: Actor,
  covers: readonly Cover[],
  more = 0,
): Promise<string> {
  const sides = covers.map((cover, n) => sidesOf(cover, n))
  const batch = await desk.act(keeper, 'archive.prepare-batch', {
    scanner: 'Bench scanner 1',
    files: covers.map((cover, n) => ({ file: cover.id, pages: (sides[n]?.length ?? 0) + more })),
  })
  const { sheets } = await desk.act<{ sheets: { code: string; kind: string }[] }>(
    keeper,
    'archive.batch-status',
    { batch: batch.id },
  )
  // The sheets come in the order of the files.
  const fed = sheets
    .filter((sheet) => sheet.kind === 'cover')
    .flatMap((sheet, n) => [sheet.code, ...(sides[n] ?? [])])
  const file = await desk.send(
    keeper,
    `${covers[0]?.number.replaceAll(/\W+/g, '-') ?? 'pile'}.pdf`,
    pile(fed, new Date(desk.now()).toISOString()),
  )
  await desk.act(keeper, 'archive.receive-scans', { batch: batch.id, scans: [{ file }] })
  await modules.find((m) => m.name === 'archive')?.tasks?.['archive.open-scans']?.(ground, {} as never)
  return batch.id
}

/** What the pages say; what the laboratory asks besides, they do not say. */
const saidOn = (cover: Cover, n: number, name = cover.name): Readonly<Record<string, string>> => ({
  'case-number': cover.number,
  'received-on': `${cover.year}-0${n + 1}-14`,
  names: name,
  exhibits: String(n + 2),
  'certificate-number': `${cover.year}/${210 + n}`,
})

/** The first two people agree on; of the second they read a name differently; the third waits for its second reader. */
async function keyed(desk: Desk, world: World, covers: readonly Cover[]): Promise<void> {
  const key = async (who: string, cover: Cover, n: number, name?: string): Promise<void> => {
    const by = one(world.cast, who)
    const { fields } = await desk.act<{ fields: { code: string }[] }>(by, 'archive.next-to-key', {
      file: cover.id,
    })
    const said = saidOn(cover, n, name)
    await desk.act(by, 'archive.key-index', {
      file: cover.id,
      generation: 1,
      fields: fields.map(({ code }) =>
        said[code] ? { field: code, values: [said[code]] } : { field: code, absent: 'unknown' },
      ),
    })
  }
  for (const [n, cover] of covers.entries()) {
    await key('archivist', cover, n)
    desk.pass(3)
    if (n === 0) await key('archivist2', cover, n)
    if (n === 1) await key('archivist2', cover, n, cover.name.replace(/[aeo]/, 'u'))
  }
}

/** The pages hold; the values of the index are drawn and wait to be looked over. */
async function lookedOver(desk: Desk, world: World): Promise<void> {
  const quality = one(world.cast, 'quality')
  const lot = await desk.act(quality, 'archive.draw-lot', { kind: 'pages' })
  const { units } = await desk.act<{ units: { id: string }[] }>(quality, 'archive.get-lot', { lot: lot.id })
  for (const unit of units)
    await desk.act(quality, 'archive.inspect-lot', { lot: lot.id, unit: unit.id, good: true })
  await desk.act(quality, 'archive.accept-lot', { lot: lot.id })
  await desk.act(quality, 'archive.draw-lot', { kind: 'index' })
}
