/** The named pieces of work, each as the product does it over HTTP and as its floor; both answer the same question. */
import type { Installation } from '../src/app/installation.ts'
import { sql } from '../src/platform/sql.ts'
import { type Loaded, item, names } from './load.ts'
import { http } from './measure.ts'
import type { Floor } from './floors.ts'

export interface Work {
  /** One act over HTTP. */
  readonly ours: (n: number, client: number) => Promise<unknown>
  /** What to ask the floor for the same answer. */
  readonly floor: (n: number, client: number) => [op: string, values: unknown[]]
  /** A narrower question that others measure under the same name: less than the product answers. */
  readonly narrow?: (n: number, client: number) => [op: string, values: unknown[]]
}

export const READS = ['scan', 'worklist', 'search', 'dashboard']
const CLIENTS = 8
const BATCH = 50
let shelves = 0

interface Sample {
  readonly barcode: string
  readonly number: string
}

export async function worksOf(
  installation: Installation,
  url: string,
  loaded: Loaded,
  floor: Floor,
  wanted: (op: string) => boolean,
): Promise<Record<string, Work>> {
  const session = { cookie: loaded.cookie, 'x-custodia-csrf': loaded.csrf }
  const ask = (path: string): Promise<unknown> => http(`${url}/api/${path}`, { headers: session })
  const act = <T>(operation: string, body: unknown): Promise<T> =>
    http<T>(`${url}/api/${operation}`, {
      body,
      headers: { ...session, 'custodia-step-up': `bench-proof-${loaded.analyst}` },
    })
  const samples = await installation.db.direct.many<Sample>(
    sql`select t.barcode, c.number from evidence.thing_now t join cases.standing c on c.root = t.root order by md5(t.number) limit 2000`,
  )
  const sample = (n: number): Sample => samples[n % samples.length] as Sample
  const { ours, theirs } = wanted('transfer') ? await batches(act, loaded, floor) : { ours: [], theirs: [] }
  const place = wanted('transfer') ? await shelf(installation, loaded) : ''

  return {
    scan: {
      ours: (n) => ask(`evidence/get-item?barcode=${encodeURIComponent(sample(n).barcode)}`),
      floor: (n) => ['page', [sample(n).barcode]],
      narrow: (n) => ['scan', [sample(n).barcode]],
    },
    worklist: {
      ours: () => ask('cases/find-cases?limit=50&state=open'),
      floor: () => ['worklist', []],
    },
    /** A whole number, a part of one, two names: what people type. */
    search: {
      ours: (n) => ask(`cases/find-anything?limit=25&q=${encodeURIComponent(typed(n, sample(n)).text)}`),
      floor: (n) => typed(n, sample(n)).floor,
    },
    dashboard: { ours: () => ask('cases/counts'), floor: () => ['dashboard', []] },
    register: {
      ours: (n) =>
        act('evidence/receive-submission', {
          submittedBy: { name: 'Officer' },
          newCase: {
            title: `Registered ${n}`,
            type: 'drugs',
            offences: [{ code: 'possession' }],
            place: { district: 'BZ-BZ' },
          },
          items: Array.from({ length: 5 }, (_, k) => ({ ...item(k, 1_000_000 + n), before: [] })),
        }),
      floor: (n) => ['register', [`n${n}-${Math.random()}`, `Registered ${n}`, loaded.analyst]],
    },
    /** Five sealed exhibits announced before they come; the floor is the plain SQL of a case with five, which is somewhat more. */
    prelog: {
      ours: (n) =>
        act('evidence/submit-prelog', {
          to: loaded.units.counter,
          numbers: [{ kind: 'police', text: `P-${n}-${process.pid}` }],
          title: `Announced ${n}`,
          items: Array.from({ length: 5 }, (_, k) => ({
            id: installation.ground.newId(),
            description: `Exhibit ${k + 1}`,
            type: 'powder',
            seals: [{ number: `P${n}-${k}` }],
          })),
        }),
      floor: (n) => ['register', [`p${n}-${Math.random()}`, `Announced ${n}`, loaded.analyst]],
    },
    /** Fifty things from a person into a place and out again, by turns: one act, fifty custody events. */
    transfer: {
      ours: async (_, client) => {
        const mine = ours[client] as Batch
        await act(mine.stored ? 'evidence/retrieve-item' : 'evidence/store-item', {
          things: mine.things,
          ...(mine.stored ? {} : { place }),
        })
        mine.stored = !mine.stored
      },
      floor: (_, client) => ['transfer', [theirs[client], loaded.analyst]],
    },
  }
}

function typed(n: number, { number }: Sample): { text: string; floor: [string, unknown[]] } {
  const plain = number.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (n % 3 === 0) return { text: number, floor: ['number', [plain]] }
  if (n % 3 === 1) return { text: plain.slice(-6), floor: ['part', [`%${plain.slice(-6)}%`]] }
  const first = names.first[n % names.first.length] as string
  const last = names.last[(n * 7) % names.last.length] as string
  return {
    text: `${first} ${last}`,
    floor: ['name', [`%${first.toLowerCase()}%`, `%${last.toLowerCase()}%`]],
  }
}

interface Batch {
  things: string[]
  stored: boolean
}

/** Each client moves fifty things of its own. */
async function batches(
  act: <T>(operation: string, body: unknown) => Promise<T>,
  loaded: Loaded,
  floor: Floor,
): Promise<{ ours: Batch[]; theirs: string[][] }> {
  const ours: Batch[] = []
  const theirs: string[][] = []
  for (let n = 0; n < CLIENTS; n += 1) {
    const made = await act<{ items: { id: string }[] }>('evidence/receive-submission', {
      submittedBy: { name: 'Officer' },
      newCase: { title: `Transfer ${n}`, type: 'drugs' },
      items: Array.from({ length: BATCH }, (_, k) => ({ ...item(k, 2_000_000 + n), before: [] })),
    })
    ours.push({ things: made.items.map((i) => i.id), stored: false })
    for (let k = 0; k < BATCH / 5; k += 1) await floor('register', [`T${n}-${k}`, 'Transfer', loaded.analyst])
  }
  const made = (await floor('items', [])) as { id: string }[]
  for (let n = 0; n < CLIENTS; n += 1)
    theirs.push(made.slice(n * BATCH, (n + 1) * BATCH).map((row) => row.id))
  return { ours, theirs }
}

async function shelf(installation: Installation, loaded: Loaded): Promise<string> {
  const { ground } = installation
  const { perform } = await import('../src/platform/operation.ts')
  const { systemActor } = await import('../src/identity/authority.ts')
  const define = async (input: Record<string, unknown>): Promise<string> =>
    (
      (await perform(ground, ground.operations.get('evidence.define-location') as never, {
        actor: systemActor,
        input: { unit: loaded.units.counter, ...input },
        steppedUp: true,
        reason: 'bench',
      })) as { id: string }
    ).id
  const room = await define({
    code: `ROOM-${(shelves += 1)}-${process.pid}`,
    name: 'Drug store',
    kind: 'room',
  })
  return define({ code: `D1-${shelves}-${process.pid}`, name: 'Shelf', kind: 'shelf', parent: room })
}
