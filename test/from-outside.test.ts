/** What those rely on who look from outside: health, metrics, the description of the API, errors, limits, patience, and a log that knows nobody. */
import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { metrics } from '../src/app/doctor.ts'
import { errorForLog } from '../src/app/log.ts'
import { act, actorNamed } from '../src/app/people.ts'
import { type Serving, listen } from '../src/app/serve.ts'
import { hashSecret } from '../src/identity/secrets.ts'
import { sql } from '../src/platform/sql.ts'
import { setUp } from '../src/app/setup.ts'
import { type MadeInstallation, madeInstallation } from './installation.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
let house: MadeInstallation
let serving: Serving
let token: string
const lines: string[] = []
beforeAll(async () => {
  const sink = new Writable({
    write(part: Buffer, _encoding, done) {
      lines.push(...part.toString().split('\n').filter(Boolean))
      done()
    },
  })
  house = await madeInstallation({
    log: pino({ level: 'info', base: null, serializers: { err: errorForLog } }, sink),
    env: { CUSTODIA_TRUST_PROXY: 'loopback' },
  })
  await setUp(
    house.ground,
    {
      name: 'Outside',
      username: 'root',
      person: 'Ilna Bradley',
      password: 'three green parrots sing',
      lab: 'belize',
    },
    'live',
  )
  const root = await actorNamed(house.ground, undefined)
  token = (
    (await act(house.ground, root, 'identity.issue-token', { name: 'test', scopes: ['*'] })) as {
      token: string
    }
  ).token
  serving = await listen(house, { worker: false, patience: { headMs: 700, bodyMs: 700, silenceMs: 5_000 } })
})
afterAll(() => serving.stop())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${serving.url}${path}`, { headers })
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${serving.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const signedIn = (): Record<string, string> => ({ authorization: `Bearer ${token}` })
/** Signed in, and the person has just shown again who they are. */
async function shownAgain(): Promise<Record<string, string>> {
  const hash = await hashSecret(PIN)
  await house.db.direct.run(sql`update identity.account set pin_hash = ${hash} where username = 'root'`)
  const { proof } = (await (await post('/api/identity/step-up', { pin: PIN }, signedIn())).json()) as {
    proof: string
  }
  return { ...signedIn(), 'custodia-step-up': proof }
}
const PIN = '246810'

test('health needs no sign-in; metrics are for the machine itself or for who is signed in', async () => {
  expect(await (await get('/api/health')).json()).toMatchObject({ status: 'ok' })
  const metrics = await get('/metrics')
  expect(metrics.headers.get('content-type')).toContain('text/plain')
  expect(await metrics.text()).toMatch(
    /custodia_http_seconds_bucket\{le="[\d.]+",operation="\/api\/health",status="200"\} \d+/,
  )
  const away = { 'x-forwarded-for': '203.0.113.9' }
  expect((await get('/metrics', away)).status).toBe(401)
  expect((await get('/metrics', { ...away, ...signedIn() })).status).toBe(200)
  // A proxy beside us that claims to ask for this very machine, and one that is not the trusted kind.
  for (const passedOn of [
    { 'x-forwarded-for': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1' },
    { 'x-real-ip': '::1' },
    { via: '1.1 proxy' },
  ])
    expect((await get('/metrics', passedOn)).status).toBe(401)
})

test('the doctor says when a proxy would let strangers read the metrics', () => {
  const at = { host: '127.0.0.1', url: 'https://lab.example', trustProxy: false }
  expect(metrics(at)).toMatchObject({ ok: false, says: expect.stringContaining('CUSTODIA_TRUST_PROXY') })
  expect(metrics({ ...at, trustProxy: ['loopback'] }).ok).toBe(true)
  expect(metrics({ ...at, url: 'http://localhost:8080' }).ok).toBe(true)
  expect(metrics({ ...at, host: '0.0.0.0' }).ok).toBe(true)
  expect(metrics({ host: '127.0.0.1', trustProxy: false }).ok).toBe(true)
})

describe('the description of the API', () => {
  type Node = Record<string, unknown>
  let api: {
    openapi: string
    paths: Record<string, Record<string, Node>>
    components: Node
    info: Node
    servers: { url: string }[]
  }
  beforeAll(async () => {
    api = (await (await get('/api/openapi.json')).json()) as typeof api
  })
  const walk = (node: unknown, see: (node: Node) => void): void => {
    if (Array.isArray(node)) for (const one of node) walk(one, see)
    else if (typeof node === 'object' && node !== null) {
      see(node as Node)
      for (const one of Object.values(node)) walk(one, see)
    }
  }
  const at = (pointer: string): unknown =>
    pointer
      .slice(2)
      .split('/')
      .reduce<unknown>(
        (node, key) => (node as Node | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
        api,
      )

  /** Compiles a schema that stands somewhere in the description, with what it refers to. */
  function compiler(): (schema: Node) => ValidateFunction {
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'api', components: api.components })
    return (schema) =>
      ajv.compile(
        JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/')) as Node,
      )
  }

  test('is OpenAPI 3.1 with every operation under its own address and method', () => {
    expect(api.openapi).toMatch(/^3\.1\.\d+$/)
    expect(api.info).toMatchObject({
      title: 'Custodia',
      version: expect.any(String),
      license: { identifier: 'AGPL-3.0-or-later' },
    })
    expect(api.servers[0]?.url).toBe(house.ground.house.url)
    const ids: string[] = []
    for (const op of house.registry.operations.values()) {
      const described =
        api.paths[`/api/${op.name.replace('.', '/')}`]?.[op.kind === 'command' ? 'post' : 'get']
      expect(described, op.name).toMatchObject({
        operationId: op.name,
        summary: expect.any(String),
        responses: { '200': expect.anything(), default: expect.anything() },
      })
      ids.push(op.name)
      const parameters = (described?.parameters ?? []) as { name: string; in: string }[]
      const shape = (op.input as unknown as { shape?: Record<string, unknown> }).shape
      if (op.kind !== 'command' && shape)
        expect(parameters.map((p) => p.name).sort(), op.name).toEqual(Object.keys(shape).sort())
      expect(new Set(parameters.map((p) => `${p.in} ${p.name}`)).size, op.name).toBe(parameters.length)
    }
    const all = Object.values(api.paths).flatMap((methods) =>
      Object.values(methods).map((op) => op.operationId),
    )
    expect(new Set(all).size).toBe(all.length)
    const sending = Object.entries(api.paths).filter(([path]) => path.startsWith('/api/files'))
    expect(sending.map(([path]) => path)).toEqual([
      '/api/files',
      '/api/files/parts',
      '/api/files/parts/{sha256}',
    ])
    // Each operation once, and the sending of files, whole and in parts.
    expect(all.length).toBe(ids.length + sending.flatMap(([, methods]) => Object.keys(methods)).length)
  })

  test('every reference leads somewhere, every security scheme is defined, every schema is JSON Schema 2020-12', () => {
    const schemes = Object.keys((api.components as { securitySchemes: Node }).securitySchemes)
    walk(api, (node) => {
      if (typeof node.$ref === 'string') expect(at(node.$ref), node.$ref).toBeDefined()
      if (Array.isArray(node.security))
        for (const need of node.security as Node[])
          for (const name of Object.keys(need)) expect(schemes).toContain(name)
    })
    const compile = compiler()
    let schemas = 0
    walk(api.paths, (node) => {
      if (typeof node.schema !== 'object' || node.schema === null) return
      schemas += 1
      expect(() => compile(node.schema as Node)).not.toThrow()
    })
    expect(schemas).toBeGreaterThan(300)
  })

  test('answers are what it says', async () => {
    const compile = compiler()
    for (const name of [
      'identity/list-agencies',
      'identity/who-am-i',
      'identity/list-people',
      'catalogue/list-code-lists',
      'identity/list-units',
      'identity/my-sessions',
      'identity/list-mail',
      'catalogue/get-limits',
    ]) {
      const shape = at(
        `#/paths/~1api~1${name.replace('/', '~1')}/get/responses/200/content/application~1json/schema`,
      )
      const answer = await get(`/api/${name}`, signedIn())
      expect(answer.status, name).toBe(200)
      const fits = compile(shape as Node)
      expect(fits(await answer.json()), `${name}: ${JSON.stringify(fits.errors)}`).toBe(true)
    }
  })

  test('is small enough to be read: shapes that hold themselves are written once', async () => {
    const text = await (await get('/api/openapi.json')).text()
    expect(text.length).toBeLessThan(2_000_000)
    const created = at('#/paths/~1api~1cases~1open-case/post/responses/200/content/application~1json/schema')
    expect((created as { properties: Node }).properties).toHaveProperty('id')
  })

  test('the page for people names every operation and asks nobody else', async () => {
    const page = await (await get('/docs/api')).text()
    for (const name of house.registry.operations.keys())
      expect(page).toContain(`/api/${name.replace('.', '/')}`)
    // An address in an example is a text; what a browser would fetch or follow is not there.
    expect(page).not.toMatch(/<script|\bsrc=|@import|url\(|(?:href|action|data|poster)=["']?(?:https?:)?\/\//)
  })
})

test('errors are problems with a stable code, a sentence in the reader’s language, and the fields that do not fit', async () => {
  const fault = async (answer: Response) => ({
    type: answer.headers.get('content-type'),
    ...((await answer.json()) as object),
  })
  expect(await fault(await get('/api/identity/list-people'))).toEqual({
    type: 'urn:custodia:problem:not-signed-in',
    title: 'You are not signed in.',
    status: 401,
    code: 'not-signed-in',
    detail: 'You are not signed in.',
  })
  const spanish = await post(
    '/api/identity/add-unit',
    { name: '' },
    { ...signedIn(), 'accept-language': 'es-BZ,es;q=0.9' },
  )
  expect(spanish.headers.get('content-type')).toContain('application/problem+json')
  expect(await spanish.json()).toMatchObject({
    status: 400,
    code: 'input-does-not-fit',
    detail: expect.stringContaining('no encaja'),
    fields: expect.arrayContaining([
      expect.objectContaining({ path: 'name' }),
      expect.objectContaining({ path: 'code' }),
    ]),
  })
  for (const [path, code] of [
    ['/api/identity/no-such-thing', 404],
    ['/api/nowhere/at-all', 404],
    ['/api/evidence/get-item?id=0198a000-0000-7000-8000-000000000001', 404],
  ] as const)
    expect((await get(path, signedIn())).status, path).toBe(code)
})

test('strangers who try doors are slowed down by address, and told for how long', async () => {
  const from = { 'x-forwarded-for': '203.0.113.77' }
  const tried = await Promise.all(
    Array.from({ length: 61 }, (_, n) =>
      post('/api/identity/sign-in', { username: `nobody${n}`, password: 'wrong wrong wrong' }, from),
    ),
  )
  const slowed = await Promise.all(
    tried
      .filter((answer) => answer.status === 429)
      .map((answer) => answer.json() as Promise<{ code: string }>),
  )
  expect(slowed.find((problem) => problem.code === 'too-many-requests')).toMatchObject({
    code: 'too-many-requests',
    status: 429,
    detail: expect.stringMatching(/Wait \d+ second/),
  })
  // Somebody else, and whoever is signed in, go on.
  expect((await get('/api/identity/who-am-i', { ...signedIn(), ...from })).status).toBe(200)
})

describe('whoever sends slowly does not hold a place', () => {
  /** Sends the beginning and then a byte now and then; answers after how long the line was cut. */
  async function drip(begin: string, byte: string): Promise<number> {
    const { hostname, port } = new URL(serving.url)
    const since = Date.now()
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    socket.resume()
    let open = true
    const closed = new Promise<void>((settle) => socket.once('close', () => settle()))
    void closed.then(() => (open = false))
    socket.write(begin)
    while (open && Date.now() - since < 15_000) {
      socket.write(byte)
      await Promise.race([pause(100), closed])
    }
    socket.destroy()
    return Date.now() - since
  }
  test('a head that drips in', async () => {
    expect(await drip('GET /api/health HTTP/1.1\r\nHost: x\r\n', 'X-a: b\r\n')).toBeLessThan(8_000)
  })
  test('a body that drips in', async () => {
    const head = `POST /api/identity/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"username":"`
    expect(await drip(head, 'a')).toBeLessThan(8_000)
  })
  test('a line on which nothing comes', async () => {
    expect(await drip('', '')).toBeLessThan(12_000)
  })
})

describe('the log', () => {
  const told = [
    'Ñandú Xocoyotzin',
    'Zacarías',
    'zacarias@example.org',
    '501-555-0199',
    'wrong wrong wrong',
    'Kukulkan bag',
    'three green parrots sing',
  ]
  test('of a story with names, mistakes and a fault of ours has a number for each request and nobody’s name', async () => {
    const from = lines.length
    const open = await post(
      '/api/cases/open-case',
      {
        title: `${told[5]} at the bridge`,
        type: 'drugs',
        parties: [{ role: 'suspect', name: told[0], age: 31 }],
      },
      signedIn(),
    )
    // The administrator sees no case: asked as somebody who may not, with everything in the input.
    expect(open.status).toBeGreaterThanOrEqual(400)
    const zac = { name: told[1], username: 'zac', email: told[2], phone: told[3], password: told[6] }
    expect((await post('/api/identity/add-person', zac, signedIn())).status, 'without showing again').toBe(
      403,
    )
    const added = await post('/api/identity/add-person', zac, await shownAgain())
    expect(added.status).toBe(200)
    const { id } = (await added.json()) as { id: string }
    expect(await (await get(`/api/identity/get-person?id=${id}`, signedIn())).text()).toContain(told[1])
    // The name is taken: refused, with all of it in the input.
    expect((await post('/api/identity/add-person', zac, await shownAgain())).status).toBe(409)
    await get(`/api/cases/find-anything?q=${encodeURIComponent(told[0] as string)}`, signedIn())
    await get(`/api/identity/list-people?q=${encodeURIComponent(told[1] as string)}`, signedIn())
    await get(`/no/such/page?name=${encodeURIComponent(told[0] as string)}`)
    await fetch(`${serving.url}/api/cases/open-case`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signedIn() },
      body: `{"title": "${told[0]}`,
    })
    await post('/api/identity/sign-in', { username: told[2], password: told[4] })
    // A fault of ours whose words hold what was typed.
    const whole = house.ground.operations.get('identity.list-people') as unknown as { run: unknown }
    const run = whole.run
    whole.run = () => {
      throw Object.assign(new Error(`invalid input syntax for type uuid: "${told[0]}"`), {
        code: 'XX000',
        detail: `Key (name)=(${told[0]}) exists`,
      })
    }
    const fault = await get('/api/identity/list-people', signedIn())
    whole.run = run
    expect(fault.status).toBe(500)
    const { detail } = (await fault.json()) as { detail: string }
    await pause(100)
    const story = lines.slice(from)
    expect(story.length).toBeGreaterThan(8)
    for (const line of story) {
      for (const word of [...told, token, PIN]) expect(line).not.toContain(word)
      expect(line).not.toContain(encodeURIComponent(told[0] as string))
      const entry = JSON.parse(line) as { request?: string; msg: string }
      if (entry.msg === 'answered') expect(entry.request).toMatch(/^[0-9a-f-]{36}$/)
    }
    // The number that the person is told is the one in the log, and the fault can be found by it.
    const number = /[0-9a-f-]{36}/.exec(detail)?.[0] as string
    expect(story.find((line) => line.includes(number) && line.includes('"defect"'))).toContain('XX000')
  })
  test('tells an error by kind, code and place, without what stands in quotation marks', () => {
    const error = Object.assign(new Error('duplicate key: "Ana" is there'), {
      code: '23505',
      detail: 'Key (name)=(Ana)',
      constraint: 'person_name',
    })
    const logged = JSON.stringify(errorForLog(error))
    expect(logged).not.toContain('Ana')
    expect(logged).toContain('23505')
    expect(logged).toContain('person_name')
    expect(logged).toContain('from-outside.test.ts')
  })
})
