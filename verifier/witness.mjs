#!/usr/bin/env node
/**
 * A witness (C2SP tlog-witness): signs the heads of logs it was told of, and never two that contradict each other. It belongs on a
 * machine that the laboratory does not run: a court, a prosecutor, an auditor. Needs Node 20 and nothing else.
 *
 * Its state is what makes it one: it must not forget. So it refuses to start without its state, writes before it answers, and
 * keeps every contradiction it was offered as evidence (STATE.evidence, one JSON a line).
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import {
  cosignedText,
  exactBase64,
  hex,
  joined,
  keyId,
  openHead,
  parseHead,
  parseNote,
  parseVkey,
  verifyConsistency,
  WITNESS,
} from './core.mjs'
import { tools } from './node-tools.mjs'

const usage = `Usage: node witness.mjs --state FILE --log VKEY [--log VKEY …] [options]

--state FILE   what this witness remembers: its key and the newest head of each log. Keep it, and a copy of it
--new          begin: make the key and an empty state (only once, only where there is none)
--name NAME    with --new: the name of the witness, such as court.example/witness
--log VKEY     a log to look after, by its public key
--host, --port where to listen (127.0.0.1, 8090; port 0 takes a free one)

A log sends POST /add-checkpoint. GET / tells the key of the witness and the sizes it has signed.
`
const MOST_BYTES = 64 * 1024

function save(path, state) {
  const handle = openSync(`${path}.new`, 'w', 0o600)
  writeSync(handle, `${JSON.stringify(state, null, 1)}\n`)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(`${path}.new`, path)
  const folder = openSync(dirname(path), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function begin(path, name) {
  const { privateKey } = generateKeyPairSync('ed25519')
  const state = {
    custodia: 'witness/1',
    name,
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }),
    heads: {},
  }
  save(path, state)
  return state
}

function keyOf(state) {
  const privateKey = createPrivateKey(state.key)
  const publicKey = Uint8Array.from(
    createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32),
  )
  const id = keyId(tools, state.name, WITNESS, publicKey)
  return {
    privateKey,
    id,
    vkey: `${state.name}+${hex(id)}+${Buffer.from(joined(Uint8Array.of(WITNESS), publicKey)).toString('base64')}`,
  }
}

/** The request: `old N`, at most 63 hashes, an empty line, the signed head. */
function parseRequest(body) {
  const split = body.indexOf('\n\n')
  const [first, ...lines] = body.slice(0, Math.max(split, 0)).split('\n')
  const old = /^old (0|[1-9]\d{0,15})$/.exec(first)
  const proof = lines.map(exactBase64)
  const note = body.slice(split + 2)
  const read = split < 0 ? undefined : parseNote(note)
  const head = read && parseHead(read.text)
  if (!old || !head || proof.length > 63 || proof.some((hash) => hash?.length !== 32)) return undefined
  return { old: Number(old[1]), proof, note, text: read.text, head }
}

class Witness {
  constructor(path, state, logs) {
    Object.assign(this, { path, state, logs, key: keyOf(state) })
  }

  /** Status, body and type of the answer; the order of the checks is that of tlog-witness. Nothing waits between look and save, so two requests cannot cross. */
  async add(body) {
    const request = parseRequest(body)
    if (!request) return [400, 'The request has not the form of tlog-witness.\n']
    const { head, note, old, proof } = request
    const log = this.logs.get(head.origin)
    if (!log) return [404, 'This witness does not look after that log.\n']
    if ((await openHead(tools, note, log.key)).fault)
      return [403, 'The head is not signed by the key of that log.\n']
    if (old > head.size) return [400, 'The old size is larger than the new one.\n']
    return this.judge(log.vkey, head, old, proof, request)
  }

  judge(vkey, head, old, proof, { note, text }) {
    const known = this.state.heads[vkey]
    if (old !== (known?.size ?? 0)) return [409, `${known?.size ?? 0}\n`, 'text/x.tlog.size']
    if (known && old === head.size) {
      if (known.root !== hex(head.root))
        return this.contradicted(409, vkey, note, `${known.size}\n`, 'text/x.tlog.size')
      if (proof.length > 0)
        return this.contradicted(422, vkey, note, 'The proof must be empty where the size is the same.\n')
    } else if (known && known.size > 0) {
      if (
        !verifyConsistency(
          tools,
          known.size,
          head.size,
          proof,
          Uint8Array.from(Buffer.from(known.root, 'hex')),
          head.root,
        )
      )
        return this.contradicted(
          422,
          vkey,
          note,
          'The proof does not lead from the head signed before to this one.\n',
        )
    } else if (proof.length > 0) return [422, 'The proof must be empty where nothing was signed before.\n']
    this.state.heads[vkey] = { size: head.size, root: hex(head.root), note }
    save(this.path, this.state)
    return [200, this.line(text)]
  }

  contradicted(status, vkey, note, ...answer) {
    appendFileSync(
      `${this.path}.evidence`,
      `${JSON.stringify({ at: new Date().toISOString(), status, log: vkey, signedBefore: this.state.heads[vkey].note, offered: note })}\n`,
    )
    return [status, ...answer]
  }

  line(text) {
    const seconds = BigInt(Math.floor(Date.now() / 1000))
    const time = Buffer.alloc(8)
    time.writeBigUInt64BE(seconds)
    const signature = sign(null, cosignedText(text, seconds), this.key.privateKey)
    return `— ${this.state.name} ${Buffer.concat([this.key.id, time, signature]).toString('base64')}\n`
  }

  about() {
    const sizes = [...this.logs].map(([origin, { vkey }]) => `${origin} ${this.state.heads[vkey]?.size ?? 0}`)
    return `${[this.key.vkey, ...sizes].join('\n')}\n`
  }
}

async function answer(witness, request, response) {
  const reply = (status, body, type = 'text/plain; charset=utf-8') =>
    response.writeHead(status, { 'content-type': type }).end(body)
  if (request.method === 'GET' && request.url === '/') return reply(200, witness.about())
  if (request.method !== 'POST' || request.url !== '/add-checkpoint')
    return reply(404, 'There is only POST /add-checkpoint and GET /.\n')
  const parts = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size > MOST_BYTES) return reply(413, 'The request is too large.\n')
    parts.push(part)
  }
  return reply(...(await witness.add(Buffer.concat(parts).toString('utf8'))))
}

function start(words) {
  const { values } = parseArgs({
    args: words,
    options: {
      state: { type: 'string' },
      log: { type: 'string', multiple: true, default: [] },
      name: { type: 'string' },
      new: { type: 'boolean' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '8090' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return process.stdout.write(usage)
  const refuse = (sentence) => {
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 2
  }
  if (!values.state || values.log.length === 0) return refuse(usage)
  const exists = existsSync(values.state)
  if (values.new && exists)
    return refuse(`${values.state} is there already: a witness begins only once. Start it without --new.`)
  if (!values.new && !exists)
    return refuse(
      `${values.state} is not there. A witness that forgot what it signed is none: bring its state back, or begin a new witness, with a new key, with --new.`,
    )
  if (values.new && !/^[^\s+]+$/.test(values.name ?? ''))
    return refuse('A new witness needs a --name without spaces and plus signs.')
  const logs = new Map()
  for (const vkey of values.log) {
    const key = parseVkey(tools, vkey)
    if (key?.algorithm !== 1) return refuse(`This is not the public key of a log: ${vkey}`)
    logs.set(key.name, { key, vkey: vkey.trim() })
  }
  const state = values.new ? begin(values.state, values.name) : JSON.parse(readFileSync(values.state, 'utf8'))
  if (state.custodia !== 'witness/1') return refuse(`${values.state} is not the state of a witness.`)
  const witness = new Witness(values.state, state, logs)
  const server = createServer((request, response) =>
    answer(witness, request, response).catch(() => response.destroy()),
  )
  server.on('error', (error) => refuse(error.message))
  server.listen(Number(values.port), values.host, () => {
    const { address, port } = server.address()
    process.stdout.write(`The witness listens on http://${address}:${port}/\nIts key: ${witness.key.vkey}\n`)
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close(() => process.exit(0)))
  return undefined
}

try {
  start(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}
