/**
 * The signature of Standard Webhooks 1.0.0, symmetric: `v1,` and base64 of HMAC-SHA256 over “id.timestamp.body” under the bytes behind `whsec_`.
 * While a secret is being changed each that holds signs: the signatures stand in one header with a space between, and one that fits is enough.
 * The receiver checks it with any library of that standard, holds the time to five minutes, and the id against those it has.
 */
import { createHmac } from 'node:crypto'

export const newWebhookSecret = (bytes: Buffer): string => `whsec_${bytes.toString('base64')}`

export function webhookHeaders(
  secrets: readonly string[],
  message: { readonly id: string; readonly at: string; readonly body: string },
): Record<string, string> {
  const timestamp = String(Math.floor(Date.parse(message.at) / 1_000))
  const signed = (secret: string): string => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(`${message.id}.${timestamp}.${message.body}`).digest('base64')}`
  }
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map(signed).join(' '),
  }
}
