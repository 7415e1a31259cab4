/** The witness keeps to tlog-witness, never signs two histories, does not forget over a restart, and does not start without its memory. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { madeKey, madeLog } from '../src/ledger/examples.ts'
import { type NodeName, Appender, consistencyProof, leafHash } from '../src/ledger/merkle.ts'
import { signCheckpoint, verifyCosignature } from '../src/ledger/note.ts'

const log = madeLog({ entries: 40 })
const forked = madeLog({
  entries: 40,
  tell: (e, n) => {
    if (n === 12) e.reason = 'forged'
  },
})
function proofIn(leaves: readonly string[], older: number, newer: number): string[] {
  const nodes = new Map<string, Buffer>()
  const tree = new Appender(0, [])
  leaves.forEach((leaf, n) => {
    nodes.set(`0/${n}`, leafHash(Buffer.from(leaf)))
    tree
      .append(leafHash(Buffer.from(leaf)))
      .forEach((hash, i) => nodes.set(`${i + 1}/${(n + 1) / 2 ** (i + 1) - 1}`, hash))
  })
  return consistencyProof(
    older,
    newer,
    ({ level, index }: NodeName) => nodes.get(`${level}/${index}`) as Buffer,
  ).map((h) => h.toString('base64'))
}

let folder: string
let child: ChildProcess | undefined
let url = ''
let vkey = ''
const state = (): string => join(folder, 'state.json')
function begin(...words: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((settle) => {
    const process_ = spawn(process.execPath, [
      join(import.meta.dirname, 'witness.mjs'),
      '--state',
      state(),
      '--log',
      log.vkey,
      '--port',
      '0',
      ...words,
    ])
    child = process_
    let said = ''
    const hear = (part: Buffer): void => {
      said += part.toString()
      const m = /(http:\S+)\nIts key: (\S+)\n/.exec(said)
      if (!m) return
      url = m[1] as string
      vkey = m[2] as string
      settle({ code: null, said })
    }
    process_.stdout.on('data', hear)
    process_.stderr.on('data', hear)
    process_.on('exit', (code) => settle({ code, said }))
  })
}
const end = async (): Promise<void> => {
  const ending = child
  if (ending?.exitCode !== null) return
  await new Promise((settle) => {
    ending.once('exit', settle)
    ending.kill('SIGKILL')
  })
}
async function offer(
  old: number,
  proof: string[],
  note: string,
): Promise<{ status: number; body: string; type: string | null }> {
  const answer = await fetch(`${url}add-checkpoint`, {
    method: 'POST',
    body: `${[`old ${old}`, ...proof, '', ''].join('\n')}${note}`,
  })
  return { status: answer.status, body: await answer.text(), type: answer.headers.get('content-type') }
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-'))
})
afterAll(async () => {
  await end()
  await rm(folder, { recursive: true })
})

test('without its state it refuses to start, unless it begins', async () => {
  expect(await begin()).toMatchObject({
    code: 2,
    said: expect.stringContaining('A witness that forgot what it signed is none') as string,
  })
  expect((await begin('--new')).code).toBe(2)
  expect((await begin('--new', '--name', 'court.example/witness')).code).toBeNull()
  await end()
  expect((await begin('--new', '--name', 'court.example/witness')).code).toBe(2)
  expect((await begin()).code).toBeNull()
})

test('it signs what grows, and its line verifies', async () => {
  const first = await offer(0, [], log.head(10))
  expect(first.status).toBe(200)
  expect(verifyCosignature(log.head(10) + first.body, vkey, 'custodia.log/made')).toMatchObject({
    ok: true,
    checkpoint: { size: 10 },
  })
  expect((await offer(10, proofIn(log.leaves, 10, 25), log.head(25))).status).toBe(200)
  expect((await offer(25, [], log.head(25))).status).toBe(200)
  expect(await (await fetch(url)).text()).toBe(`${vkey}\ncustodia.log/made 25\n`)
})

test('404, 403, 400, 409 and 422 as the standard says', async () => {
  const stranger = madeKey(5, 'custodia.log/else')
  expect(
    (
      await offer(
        25,
        [],
        signCheckpoint({ origin: 'custodia.log/else', size: 30, root: Buffer.alloc(32) }, stranger),
      )
    ).status,
  ).toBe(404)
  expect(
    (
      await offer(
        25,
        [],
        signCheckpoint(
          { origin: 'custodia.log/made', size: 30, root: Buffer.alloc(32) },
          madeKey(6, 'custodia.log/made'),
        ),
      )
    ).status,
  ).toBe(403)
  expect((await offer(25, [], log.head(20))).status).toBe(400)
  expect((await offer(25, ['nonsense'], log.head(30))).status).toBe(400)
  expect(await offer(10, proofIn(log.leaves, 10, 30), log.head(30))).toEqual({
    status: 409,
    body: '25\n',
    type: 'text/x.tlog.size',
  })
  expect((await offer(25, proofIn(log.leaves, 25, 30).slice(1), log.head(30))).status).toBe(422)
  expect(
    (
      await offer(
        25,
        Array.from({ length: 64 }, () => Buffer.alloc(32).toString('base64')),
        log.head(30),
      )
    ).status,
  ).toBe(400)
  expect(
    (
      await fetch(`${url}add-checkpoint`, { method: 'POST', body: 'x'.repeat(100_000) }).catch(() => ({
        status: 413,
      }))
    ).status,
  ).toBe(413)
})

test('a second history is refused and kept as evidence, before and after a restart', async () => {
  const evidence = async (): Promise<string[]> =>
    (await readFile(`${state()}.evidence`, 'utf8')).trim().split('\n')
  const before = (await evidence()).length
  expect(await offer(25, [], forked.head(25))).toEqual({
    status: 409,
    body: '25\n',
    type: 'text/x.tlog.size',
  })
  expect((await offer(25, proofIn(forked.leaves, 25, 40), forked.head(40))).status).toBe(422)
  const key = vkey
  await end()
  await begin()
  expect(vkey).toBe(key)
  expect((await offer(0, [], forked.head(25))).status).toBe(409)
  expect((await offer(25, proofIn(forked.leaves, 25, 40), forked.head(40))).status).toBe(422)
  expect((await offer(25, proofIn(log.leaves, 25, 40), log.head(40))).status).toBe(200)
  const kept = await evidence()
  expect(kept).toHaveLength(before + 3)
  expect(JSON.parse(kept.at(-1) as string)).toMatchObject({
    status: 422,
    signedBefore: expect.stringContaining('\n25\n') as string,
    offered: forked.head(40),
  })
})

test('twenty heads offered at once: one order, no step back', async () => {
  await end()
  await rm(state())
  await begin('--new', '--name', 'court.example/other')
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => offer(0, [], log.head(20 + i))))
  expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
  expect(answers.filter((a) => a.status === 409)).toHaveLength(19)
})
