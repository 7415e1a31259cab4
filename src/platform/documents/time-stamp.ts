/**
 * Asks a time stamp authority over HTTP (RFC 3161, 3.4). Only where the administrator has named one: a laboratory without
 * an outside line signs B-B, and its ledger's checkpoints carry the time.
 *
 *   askTimeStamp(url) → (digest) => token     to be given to signPdf as `timestamp`
 */
import { randomBytes } from 'node:crypto'
import type * as Asn1 from 'asn1js'
import type * as Pki from 'pkijs'
import { onFirstUse } from '../on-first-use.ts'
import { own } from './cms.ts'

const pkijs = onFirstUse<typeof Pki>('pkijs')
const asn1js = onFirstUse<typeof Asn1>('asn1js')

/** The DER of a TimeStampReq for a SHA-256 digest; asks for the authority's certificate, and with a nonce. */
export function timeStampRequest(digest: Uint8Array, nonce: Uint8Array): Buffer {
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({
        algorithmId: '2.16.840.1.101.3.4.2.1',
        algorithmParams: new asn1js.Null(),
      }),
      hashedMessage: new asn1js.OctetString({ valueHex: own(digest) }),
    }),
    nonce: new asn1js.Integer({ valueHex: own(nonce) }),
    certReq: true,
  })
  return Buffer.from(request.toSchema().toBER(false))
}

/** Throws a plain error with the reason; signPdf turns it into the refusal. */
export function askTimeStamp(url: string, patience = 5_000): (digest: Uint8Array) => Promise<Uint8Array> {
  return async (digest) => {
    const nonce = randomBytes(8)
    nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(timeStampRequest(digest, nonce)),
      signal: AbortSignal.timeout(patience),
    })
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const response = pkijs.TimeStampResp.fromBER(own(bytes))
    // 0 granted, 1 granted with modifications (RFC 3161, 2.4.2).
    if (response.status.status > 1 || !response.timeStampToken)
      throw new Error(`status ${response.status.status}`)
    if (!nonceIs(response.timeStampToken, nonce)) throw new Error('the answer is to another question')
    return Buffer.from(response.timeStampToken.toSchema().toBER(false))
  }
}

function nonceIs(token: Pki.ContentInfo, nonce: Uint8Array): boolean {
  const signed = new pkijs.SignedData({ schema: token.content as Asn1.BaseBlock })
  const content = signed.encapContentInfo.eContent
  if (!content) return false
  const stated = pkijs.TSTInfo.fromBER(content.getValue()).nonce
  return stated !== undefined && Buffer.from(stated.valueBlock.valueHexView).equals(Buffer.from(nonce))
}
