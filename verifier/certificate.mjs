/** A certificate, its twin and its proof: whether the log says that exactly these bytes were issued (format.md, 7). */
import {
  hex,
  isCosigned,
  leafHash,
  openHead,
  parseEntry,
  parseProof,
  same,
  textOf,
  verifyInclusion,
} from './core.mjs'

/** What an act says about a paper. A withdrawal speaks of the paper too, and so does a signature that was never put in force. */
const ACTS = {
  'reports.issue-report': 'issued',
  'reports.amend-report': 'issued',
  'reports.withdraw-report': 'withdrawn',
}

/** The leaves that a twin cites: [{ entry, leaf }]. */
export function citedBy(bytes) {
  try {
    const { results } = JSON.parse(textOf(bytes))
    return Array.isArray(results) ? results.map(({ entry, leaf }) => ({ entry, leaf })) : []
  } catch {
    return []
  }
}

/** Answers the entry that the proof proves, or undefined after saying why not. */
async function proved(tools, { name, text }, { key, heads, witnesses }, found) {
  const proof = parseProof(text)
  if (!proof) return found('proof-invalid', 'proof-form', { name })
  const head = await openHead(tools, proof.note, key)
  if (head.fault) return found('checkpoint-not-signed', head.fault, { name })
  let leaf
  try {
    leaf = textOf(proof.leaf)
  } catch {
    return found('proof-invalid', 'proof-form', { name })
  }
  if (!verifyInclusion(tools, leafHash(tools, leaf), proof.index, head.size, proof.hashes, head.root))
    return found('proof-invalid', 'proof-path', { name })
  const entry = parseEntry(leaf)
  if (!entry) return found('proof-invalid', 'proof-entry', { name })
  for (const other of heads)
    if (other.size === head.size && !same(other.root, head.root))
      found('history-rewritten', 'other-root', { size: head.size })
  for (const witness of witnesses)
    if (!(await isCosigned(tools, proof.note, witness)))
      found('not-cosigned', 'not-cosigned', { name: witness.name })
  return { entry, size: head.size }
}

const certificateOf = ({ id, action, subject, recordedAt }, proof, treeSize) => ({
  proof,
  action,
  subject,
  entry: id,
  recordedAt,
  treeSize,
  papers: [],
})

/** `files`: { proofs: [{name, text}], papers: [{name, kind: 'pdf' | 'twin', bytes}] }; `reader`: an export read beside them, if any. */
export async function verifyCertificates(tools, files, { key, heads = [], witnesses = [], reader }) {
  const problems = []
  const found = (kind, code, values = {}, where = {}) => void problems.push({ kind, code, ...where, values })
  const opened = []
  for (const note of heads) {
    const head = await openHead(tools, note, key)
    // With an export, the export's reader has said it already.
    if (!head.fault) opened.push(head)
    else if (!reader) found('checkpoint-not-signed', head.fault)
  }
  const entries = []
  for (const file of files.proofs) {
    const it = await proved(tools, file, { key, heads: opened, witnesses }, found)
    if (it) entries.push({ ...it, proof: file.name })
  }
  const certificates = entries.map(({ entry, size, proof }) => certificateOf(entry, proof, size))
  const inLog = (sha, field) => (reader?.papers.get(sha) ?? []).filter((entry) => entry.facts[field] === sha)
  for (const { name, kind, bytes } of files.papers) {
    const sha = hex(tools.sha256(bytes))
    const field = kind === 'pdf' ? 'pdfSha256' : 'dataSha256'
    const all = [
      ...entries.map(({ entry }) => entry).filter((e) => e.facts[field] === sha),
      ...inLog(sha, field),
    ]
    const where = all[0] ? { subject: all[0].subject, entry: all[0].id } : {}
    const issue = all.find((e) => ACTS[e.action] === 'issued')
    if (all.length === 0) found('certificate-changed', `${kind}-changed`, { name, sha })
    else if (all.some((e) => ACTS[e.action] === 'withdrawn'))
      found('certificate-withdrawn', 'withdrawn', { name }, where)
    else if (!issue) found('certificate-not-issued', 'not-issued', { name, action: all[0].action }, where)
    else {
      let certificate = certificates.find((c) => c.entry === issue.id)
      if (!certificate) {
        certificate = certificateOf(issue, 'export', reader.leaves.length)
        certificates.push(certificate)
      }
      certificate.papers.push({ name, kind, sha256: sha })
    }
    if (kind !== 'twin' || !reader) continue
    for (const { entry, leaf } of citedBy(bytes)) {
      if (typeof leaf === 'string' && reader.seen.get(leaf) === entry) continue
      found('leaf-not-found', 'leaf-not-found', { name }, { entry: String(entry) })
    }
  }
  return { certificates, problems }
}
