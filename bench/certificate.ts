/**
 * The demonstration as anybody starts it, asked from outside: how soon it is ready, what it holds in memory at rest, and how long
 * it takes from the click on “Sign” to the signed PDF in hand. That click is three requests: the PIN, the act, the file.
 */
import { type Started, memoryOf, quantile, round, startServer } from './measure.ts'

export interface Certificates {
  readonly figure: Record<string, unknown>
  readonly memory: { nodeMb: number; postgresMb: number }
  readonly readyMs: number
  readonly proofP50: number
  /** What is looked at all day in the demonstration: medians in ms. */
  readonly boards: Record<string, number>
}
const MOST = 40
const REST_MS = 4_000

export async function certificates(dataDir: string): Promise<Certificates> {
  const server = await startServer(['serve', '--demo'], { CUSTODIA_DATA: dataDir, CUSTODIA_PORT: '0' })
  try {
    await new Promise((resolve) => setTimeout(resolve, REST_MS))
    const memory = memoryOf(server.pid, dataDir)
    const signed = await sign(server)
    return { ...signed, memory, readyMs: server.ms, boards: await boards(new Door(server.url)) }
  } finally {
    await server.stop('SIGINT')
  }
}

interface Person {
  readonly id: string
  readonly headers: Record<string, string>
}
interface Report {
  readonly id: string
  readonly actions?: readonly { operation: string; ok: boolean }[]
}

const LOOKS = 60
/** Each by the first person who may; the file of a death is the first on the board's list. */
async function boards(door: Door): Promise<Record<string, number>> {
  const people = await door.everybody()
  const whoSees = async (path: string): Promise<Person | undefined> => {
    for (const person of people) if (await door.find(person, path)) return person
    return undefined
  }
  const figures: Record<string, number> = {}
  const look = async (name: string, path: string): Promise<void> => {
    const person = await whoSees(path)
    if (!person) return
    const times: number[] = []
    for (let i = 0; i < LOOKS; i += 1) {
      const since = performance.now()
      await door.get(person, path)
      times.push(performance.now() - since)
    }
    figures[name] = round(
      quantile(
        times.toSorted((a, b) => a - b),
        0.5,
      ),
    )
  }
  await look('the morgue', 'death/morgue-board')
  await look('on the way', 'evidence/in-transit?limit=50')
  const coroner = await whoSees('death/calls?limit=1')
  const death = coroner && (await door.find(coroner, 'death/calls?limit=1'))?.items[0]?.id
  if (death) await look('the file of a death', `death/get-death?death=${death}`)
  return figures
}

/** Every certificate that is out is amended, read through by somebody else, and the amendment is signed: that is timed. */
async function sign({ url }: Started): Promise<Pick<Certificates, 'figure' | 'proofP50'>> {
  const door = new Door(url)
  const people = await door.everybody()
  const signers: Person[] = []
  for (const person of people)
    if ((await door.find(person, 'reports/find-reports?state=issued&limit=1'))?.items.length)
      signers.push(person)
  const issued =
    (await door.find(signers[0] as Person, `reports/find-reports?state=issued&limit=${MOST}`))?.items ?? []
  const proofs: number[] = []
  for (const { id } of [...issued, ...issued]) {
    const since = performance.now()
    await door.get(signers[0] as Person, `reports/report-proof?report=${id}`)
    proofs.push(performance.now() - since)
  }
  const whole: number[] = []
  const act: number[] = []
  for (const { id } of issued) {
    const author = await door.whoMay(signers, id, 'reports.amend-report')
    if (!author) continue
    await door.act(author, 'reports.amend-report', {
      report: id,
      changes: 'The wording, for the measurement.',
    })
    const reader = await door.whoMay(signers, id, 'reports.review-administratively')
    if (!reader) continue
    await door.act(reader, 'reports.review-administratively', { report: id })
    const since = performance.now()
    const proof = await door.pin(author, 'reports.sign-report')
    const asked = performance.now()
    await door.act(author, 'reports.sign-report', { report: id }, proof)
    act.push(performance.now() - asked)
    const pdf = await door.get(author, `reports/report-file?report=${id}`)
    if (pdf.subarray(0, 5).toString() !== '%PDF-') throw new Error('What was signed is no PDF.')
    whole.push(performance.now() - since)
  }
  // The first loads what makes and signs papers.
  const [first] = whole.splice(0, 1)
  act.splice(0, 1)
  if (first === undefined || whole.length === 0)
    throw new Error('The demonstration has no certificate to amend.')
  const sorted = whole.toSorted((a, b) => a - b)
  const of = (q: number): number => round(quantile(sorted, q))
  const figure = {
    op: 'certificate',
    clients: 1,
    p50: of(0.5),
    p95: of(0.95),
    p99: of(0.99),
    perSecond: round((1000 * whole.length) / whole.reduce((a, b) => a + b, 0)),
    floorP50: null,
    ratio: null,
    signed: whole.length,
    firstMs: round(first),
    actP50: round(
      quantile(
        act.toSorted((a, b) => a - b),
        0.5,
      ),
    ),
  }
  return {
    figure,
    proofP50: round(
      quantile(
        proofs.toSorted((a, b) => a - b),
        0.5,
      ),
    ),
  }
}

/** The people of the demonstration at its one-click door, and their PIN. */
class Door {
  readonly url: string
  private word = ''
  constructor(url: string) {
    this.url = url
  }

  async everybody(): Promise<Person[]> {
    const { items, pin } = (await (await fetch(`${this.url}/api/demo/people`)).json()) as {
      items: { id: string }[]
      pin: string
    }
    this.word = pin
    const people: Person[] = []
    for (const { id } of items) {
      const answer = await fetch(`${this.url}/api/demo/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person: id }),
      })
      const { csrf } = (await answer.json()) as { csrf: string }
      const cookie = answer.headers
        .getSetCookie()
        .map((c) => c.split(';')[0])
        .join('; ')
      people.push({ id, headers: { cookie, 'x-custodia-csrf': csrf } })
    }
    return people
  }

  async find(person: Person, path: string): Promise<{ items: Report[] } | undefined> {
    const answer = await fetch(`${this.url}/api/${path}`, { headers: person.headers })
    return answer.ok ? ((await answer.json()) as { items: Report[] }) : undefined
  }

  async whoMay(people: readonly Person[], report: string, operation: string): Promise<Person | undefined> {
    for (const person of people) {
      const answer = await fetch(`${this.url}/api/reports/get-report?report=${report}`, {
        headers: person.headers,
      })
      const { actions = [] } = answer.ok ? ((await answer.json()) as Report) : { actions: [] }
      if (actions.some((a) => a.operation === operation && a.ok)) return person
    }
    return undefined
  }

  async pin(person: Person, operation: string): Promise<string> {
    return (
      await this.post<{ proof: string }>(person, 'identity.step-up', { pin: this.word, for: operation })
    ).proof
  }

  async act(person: Person, operation: string, body: unknown, proof?: string): Promise<void> {
    await this.post(person, operation, body, {
      'custodia-step-up': proof ?? (await this.pin(person, operation)),
      'custodia-reason': 'measured',
    })
  }

  async get(person: Person, path: string): Promise<Buffer> {
    const answer = await fetch(`${this.url}/api/${path}`, { headers: person.headers })
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${bytes.toString()}`)
    return bytes
  }

  private async post<T>(
    person: Person,
    operation: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const answer = await fetch(`${this.url}/api/${operation.replace('.', '/')}`, {
      method: 'POST',
      headers: { ...person.headers, ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
}
