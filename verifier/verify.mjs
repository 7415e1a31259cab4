#!/usr/bin/env node
/** `node verify.mjs FILE… --key VKEY`: verifies an export of the ledger, or a certificate with its twin and proof. Needs Node 20 and nothing else. */
import {
  createReadStream,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  closeSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { parseHead, parseNote } from './core.mjs'
import { tools } from './node-tools.mjs'
import { verifyFiles } from './run.mjs'
import { findings, summary } from './texts.mjs'

const usage = `Usage: node verify.mjs FILE… --key VKEY [options]

FILE      an export of the ledger (.ndjson or .ndjson.gz); or a certificate: its PDF, its .json and its .tlog-proof
--key     the public key of the log, as printed on certificates: name+keyid+base64 (or a file that holds it)
--checkpoint FILE   a signed head that was kept elsewhere; may be given several times
--witness VKEY      a witness that must have signed too; may be given several times
--remember FILE     keeps the newest head of each log in FILE, and compares with it next time
--lang en|es        language of the sentences
--json              the report as JSON

Exit: 0 everything holds, 1 something does not, 2 wrong usage.
`

function fileAt(path) {
  const begin = Buffer.alloc(64)
  const handle = openSync(path, 'r')
  const length = readSync(handle, begin, 0, 64, 0)
  closeSync(handle)
  const packed = begin[0] === 0x1f && begin[1] === 0x8b
  const stream = () => createReadStream(path, { highWaterMark: 1 << 20 })
  return {
    name: basename(path),
    size: statSync(path).size,
    begin: begin.subarray(0, length),
    bytes: async () => readFileSync(path),
    async *chunks() {
      if (!packed) return yield* stream()
      const plain = createGunzip({ chunkSize: 1 << 18 })
      stream()
        .on('error', (error) => plain.destroy(error))
        .pipe(plain)
      return yield* plain
    },
  }
}

const wrong = (sentence) => {
  process.stderr.write(`${sentence}\n\n${usage}`)
  return 2
}

/** What was remembered of this log, by its key and nothing that the file says. */
function remembered(path, vkey) {
  if (!path || !existsSync(path)) return {}
  const all = JSON.parse(readFileSync(path, 'utf8'))
  return { all, note: all[vkey] }
}
function remember(path, { all = {}, note }, vkey, newest) {
  const sizeOf = (one) => (one ? (parseHead(parseNote(one)?.text ?? '')?.size ?? -1) : -1)
  if (!path || !newest || sizeOf(newest) < sizeOf(note)) return
  writeFileSync(`${path}.new`, `${JSON.stringify({ ...all, [vkey]: newest }, null, 1)}\n`)
  renameSync(`${path}.new`, path)
}

async function main(words) {
  let options
  try {
    const many = { type: 'string', multiple: true, default: [] }
    options = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        checkpoint: many,
        witness: many,
        remember: { type: 'string' },
        lang: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    return wrong(error.message)
  }
  const { values, positionals } = options
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  const language = values.lang ?? ((process.env.LANG ?? '').startsWith('es') ? 'es' : 'en')
  if (language !== 'en' && language !== 'es') return wrong('--lang is en or es.')
  if (!values.key)
    return wrong(
      'The public key of the log is missing: give it with --key. It is printed on certificates; a key that comes with the file proves nothing.',
    )
  if (positionals.length === 0) return wrong('There is no FILE to verify.')
  let files
  let heads
  let before
  let vkey
  try {
    vkey = (
      !values.key.includes('+') && existsSync(values.key) ? readFileSync(values.key, 'utf8') : values.key
    ).trim()
    files = positionals.map(fileAt)
    heads = values.checkpoint.map((path) => readFileSync(path, 'utf8'))
    before = remembered(values.remember, vkey)
  } catch (error) {
    return wrong(error.message)
  }
  if (before.note) heads.push(before.note)
  const report = await verifyFiles(tools, files, { vkey, heads, witnesses: values.witness, language })
  if (report.usage === 'key')
    return wrong(
      'The key does not read. It has the form name+8 hex digits+44 letters; a single wrong letter is noticed.',
    )
  if (report.usage === 'witness') return wrong('The key of a witness does not read.')
  if (report.usage) return wrong('Give one export, or the files of certificates, or both.')
  if (report.ok) remember(values.remember, before, vkey, report.newest)
  const { newest: _newest, ...told } = report
  if (values.json) process.stdout.write(`${JSON.stringify(told)}\n`)
  else {
    const [verdict, ...lookedAt] = summary(language, report)
    process.stdout.write(`${[verdict, ...findings(language, report), ...lookedAt].join('\n')}\n`)
  }
  return report.ok ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
