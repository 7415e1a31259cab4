/** The whole check over a set of files, the same on the command line and in the page; the files come through small doors. */
import { readTwin, verifyCertificates } from './certificate.mjs'
import { kindOf, parseVkey, textOf } from './core.mjs'
import { ExportReader, LineCutter } from './export.mjs'
import { worded } from './texts.mjs'

/** A certificate has some hundred kilobytes; exports are read piece by piece and may have any size. */
const LARGEST = 256 * 1024 * 1024

/**
 * `files`: [{ name, size, begin: first bytes, bytes(): all of them, chunks(): async pieces, unpacked }]. Answers the report, or
 * { usage: 'key' | 'witness' | 'files' } where it cannot begin.
 */
export async function verifyFiles(tools, files, { vkey, heads = [], witnesses = [], language = 'en' }) {
  const key = parseVkey(tools, vkey)
  const witnessKeys = witnesses.map((one) => parseVkey(tools, one))
  if (key?.algorithm !== 1) return { usage: 'key' }
  if (witnessKeys.some((one) => one?.algorithm !== 4)) return { usage: 'witness' }
  const sorted = { export: [], pdf: [], twin: [], proof: [], checkpoint: [], unknown: [] }
  for (const file of files) sorted[kindOf(file.name, file.begin)].push(file)
  if (files.length === 0 || files.length === sorted.checkpoint.length || sorted.export.length > 1)
    return { usage: 'files' }

  const problems = sorted.unknown.map(({ name }) => ({
    kind: 'file-unreadable',
    code: 'file-unknown',
    values: { name },
  }))
  /** Each file whole, as `take` reads it; what is too large or cannot be read is named. */
  const wholes = async (some, take) => {
    const read = []
    for (const { name, size = 0, bytes } of some) {
      const code = size > LARGEST ? 'file-large' : 'file-broken'
      try {
        if (size > LARGEST) throw new Error(code)
        read.push({ name, ...take(await bytes()) })
      } catch {
        problems.push({ kind: 'file-unreadable', code, values: { name } })
      }
    }
    return read
  }
  const asText = (bytes) => ({ text: textOf(bytes) })
  const papers = [
    ...(await wholes(sorted.pdf, (bytes) => ({ kind: 'pdf', bytes }))),
    ...(await wholes(sorted.twin, (bytes) => ({ kind: 'twin', bytes, twin: readTwin(bytes) }))),
  ]
  const twins = papers.flatMap(({ twin }) => twin ?? [])
  const proofs = await wholes(sorted.proof, asText)
  const checkpoints = await wholes(sorted.checkpoint, asText)
  // A twin quotes the newest head of its day: papers that lie in drawers are heads kept elsewhere.
  const kept = [...heads, ...checkpoints.map(({ text }) => text), ...twins.flatMap(({ head }) => head ?? [])]

  const watch = twins.flatMap(({ cited }) => cited.map(({ leaf }) => leaf))
  const given = { key, vkey, heads: kept, witnesses: witnessKeys, watch }
  let read
  let reader
  for (const file of sorted.export) {
    reader = new ExportReader(tools, given)
    const cutter = new LineCutter(reader)
    try {
      for await (const piece of file.chunks()) cutter.push(piece)
      cutter.end()
    } catch {
      reader.found('file-unreadable', 'file-broken', {}, { name: file.name })
    }
    read = await reader.finish()
  }
  const paper = await verifyCertificates(tools, { proofs, papers }, { ...given, reader })
  const all = [...problems, ...(read?.problems ?? []), ...paper.problems]
  const problemCount = problems.length + (read?.problemCount ?? 0) + paper.problems.length
  return {
    ok: problemCount === 0,
    entries: read?.entries ?? 0,
    treeSize: read?.treeSize ?? 0,
    root: read?.root ?? null,
    rows: read?.rows ?? 0,
    checkpoints: read?.checkpoints ?? 0,
    subjects: read?.subjects ?? 0,
    certificates: paper.certificates,
    newest: read?.newest ?? null,
    problemCount,
    problems: all.map((one) => worded(language, one)),
  }
}
