/** A certificate, its twin and its proof: whether the log says that exactly these bytes were issued, and who signed them (format.md, 7). */
import {
  canonical,
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
import { pdfSignature } from './pdf-signature.mjs'

/** What an act says about a paper. A withdrawal speaks of the paper too, and so does a signature that was never put in force. */
const ISSUED = 'reports.issue-report'
const ENDED = { 'reports.withdraw-report': 'withdrawn', 'reports.supersede-report': 'superseded' }
const FIELD = { pdf: 'pdfSha256', twin: 'dataSha256' }

/** What a twin says of the log: { number, cited: [{ entry, leaf }], head }; undefined where it is not canonical JSON (so no member twice). */
export function readTwin(bytes) {
  try {
    const text = textOf(bytes)
    const twin = JSON.parse(text)
    if (canonical(twin) !== text || !Array.isArray(twin.results)) return undefined
    const cited = twin.results.map(({ entry, leaf }) => ({ entry, leaf }))
    const head = twin.ledger?.checkpoint
    return { number: twin.number, cited, head: typeof head === 'string' ? head : undefined }
  } catch {
    return undefined
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
  return { entry, size: head.size, index: proof.index, proof: name }
}

const certificateOf = ({ id, action, subject, recordedAt, facts }, proof, treeSize) => ({
  number: String(facts.number ?? ''),
  proof,
  action,
  subject,
  entry: id,
  recordedAt,
  treeSize,
  papers: [],
})
const whereOf = (entry) => (entry ? { subject: entry.subject, entry: entry.id } : {})

/** Nothing speaks of these bytes: was the paper changed, is the proof of another one, or is there none? */
function sayUnknown({ name, kind, sha }, entries, others, found) {
  const issues = entries.map(({ entry }) => entry).filter((e) => e.action === ISSUED)
  const other = kind === 'pdf' ? 'twin' : 'pdf'
  const itsOwn = issues.find((e) => others.some((o) => o.kind === other && e.facts[FIELD[other]] === o.sha))
  const expected = String(itsOwn?.facts[FIELD[kind]] ?? '')
  if (itsOwn) found('certificate-changed', 'paper-changed', { name, sha, expected }, whereOf(itsOwn))
  else if (issues.length > 0) {
    const numbers = issues.map((e) => e.facts.number ?? e.subject).join(', ')
    found('certificate-changed', 'paper-other', { name, sha, numbers })
  } else found('certificate-changed', 'paper-unproved', { name, sha })
}

/** The PDF's own signature, held against the certificate of the signer that the log names. */
function signedBy(tools, { name, bytes }, issue, found) {
  const signature = pdfSignature(tools, bytes)
  const where = whereOf(issue)
  if (signature.fault) return found('signature-invalid', signature.fault, { name }, where)
  const named = issue.facts.signerSha256
  if (typeof named === 'string' && named !== signature.certificate)
    return found('signature-invalid', 'signature-other', { name, signer: signature.signer }, where)
  const { signer, signedAt } = signature
  return { signer, signedAt, signerSha256: signature.certificate }
}

/** What the twin says must agree with the entry that issued it, and with the log as it stood when the twin was made. */
async function judgeTwin(tools, { name, twin }, { issue, at, key, reader }, found) {
  if (!twin) return found('file-unreadable', 'twin-form', { name }, whereOf(issue))
  if (twin.number !== issue.facts.number)
    found('certificate-changed', 'twin-number', { name, number: String(issue.facts.number) }, whereOf(issue))
  const head = twin.head === undefined ? undefined : await openHead(tools, twin.head, key)
  if (head?.fault) found('checkpoint-not-signed', 'twin-head', { name }, whereOf(issue))
  else if (head && at && at.index < head.size)
    found('history-rewritten', 'issue-moved', { name, size: head.size, at: at.index + 1 }, whereOf(issue))
  for (const { entry, leaf } of reader ? twin.cited : []) {
    if (typeof leaf === 'string' && reader.seen.get(leaf) === entry) continue
    found('leaf-not-found', 'leaf-not-found', { name }, { entry: String(entry) })
  }
  return undefined
}

/** `files`: { proofs: [{name, text}], papers: [{name, kind: 'pdf' | 'twin', bytes, twin}] }; `reader`: an export read beside them, if any. */
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
    if (it) entries.push(it)
  }
  const certificates = entries.map(({ entry, size, proof }) => certificateOf(entry, proof, size))
  const inLog = (sha, field) => (reader?.papers.get(sha) ?? []).filter((entry) => entry.facts[field] === sha)
  const papers = files.papers.map((paper) => ({ ...paper, sha: hex(tools.sha256(paper.bytes)) }))
  for (const paper of papers) {
    const { name, kind, sha } = paper
    const all = [
      ...entries.map(({ entry }) => entry).filter((e) => e.facts[FIELD[kind]] === sha),
      ...inLog(sha, FIELD[kind]),
    ]
    const issue = all.find((e) => e.action === ISSUED)
    const end = all.find((e) => ENDED[e.action])
    if (all.length === 0) sayUnknown(paper, entries, papers, found)
    else if (end) {
      const over = ENDED[end.action]
      found(`certificate-${over}`, over, { name, by: String(end.facts.by ?? '') }, whereOf(end))
    } else if (!issue)
      found('certificate-not-issued', 'not-issued', { name, action: all[0].action }, whereOf(all[0]))
    else {
      let certificate = certificates.find((c) => c.entry === issue.id)
      if (!certificate) {
        certificate = certificateOf(issue, 'export', reader.leaves.length)
        certificates.push(certificate)
      }
      const signed = kind === 'pdf' ? signedBy(tools, paper, issue, found) : undefined
      certificate.papers.push({ name, kind, sha256: sha, ...signed })
    }
    if (kind === 'twin' && issue)
      await judgeTwin(
        tools,
        paper,
        { issue, at: entries.find((e) => e.entry.id === issue.id), key, reader },
        found,
      )
  }
  return { certificates, problems }
}
