/**
 * Calling machines of others: which addresses are public, and a look-up that checks the very address that is then called, so that a name cannot
 * be turned to a machine inside the house between the check and the call. Networks of the house's own are let in by a setting of the server
 * (CUSTODIA_PARTNER_NETWORKS), never by what somebody types on a screen.
 */
import { lookup as lookUp } from 'node:dns'
import { type RequestOptions, request as plainly } from 'node:http'
import { request as securely } from 'node:https'
import { BlockList, isIP } from 'node:net'

/** Addresses that are nobody's public machine (RFC 6890 and its IPv6 sisters). */
const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4')
/** Of IPv6 only 2000::/3 is given out; within it, what maps to other networks or is for documents. */
const world = new BlockList()
world.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  inside.addSubnet(net, bits, 'ipv6')
export const isPublicAddress = (address: string): boolean =>
  isIP(address) === 4
    ? !inside.check(address, 'ipv4')
    : isIP(address) === 6 && world.check(address, 'ipv6') && !inside.check(address, 'ipv6')

export type LookUp = NonNullable<RequestOptions['lookup']>
/** The address that is called is the one that was looked at: a name that leads elsewhere is refused at the connection. */
const lookUpOnly =
  (may: (address: string) => boolean): LookUp =>
  (hostname, options, done) => {
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0)
      const [first, ...others] = found.filter(({ address }) => may(address))
      if (!first || others.length + 1 < found.length)
        return done(Object.assign(new Error('not a public address'), { code: 'EADDRPRIVATE' }), '', 0)
      if ((options as { all?: boolean }).all) return done(null, found as never, 0)
      return done(null, first.address, first.family)
    })
  }
export const lookUpPublic: LookUp = lookUpOnly(isPublicAddress)

/** An address or a network, such as `10.4.0.0/16`. */
export function isNetwork(written: string): boolean {
  const [net = '', bits] = written.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(net)] ?? -1
  return most > 0 && (bits === undefined || (Number(bits) >= 1 && Number(bits) <= most))
}
export function networksOf(written: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const one of written) {
    const [net = '', bits] = one.split('/')
    const family = isIP(net) === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) list.addAddress(net, family)
    else list.addSubnet(net, Number(bits), family)
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
}

/** Why a machine may not be called at this address; undefined: it may, as far as the address itself says. */
export function faultOfAddress(
  address: string,
  own: (address: string) => boolean,
): 'not-an-address' | 'not-secure' | 'inside' | undefined {
  if (!URL.canParse(address)) return 'not-an-address'
  const { protocol, hostname, username, password, hash } = new URL(address)
  const host = hostname.replace(/^\[|\]$/g, '')
  if (!['http:', 'https:'].includes(protocol) || username !== '' || password !== '' || hash !== '')
    return 'not-an-address'
  if (isIP(host) !== 0) {
    if (own(host)) return undefined
    if (!isPublicAddress(host)) return 'inside'
  }
  return protocol === 'https:' ? undefined : 'not-secure'
}

export interface Told {
  readonly status: number
}
/** Posts a body; answers are not followed elsewhere, and what they say is not read. */
export function postTo(
  address: string,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
  own: (address: string) => boolean,
): Promise<Told> {
  return new Promise((resolve, reject) => {
    const fault = faultOfAddress(address, own)
    if (fault) return reject(Object.assign(new Error(fault), { code: fault }))
    const send = address.startsWith('https:') ? securely : plainly
    const asked = send(address, {
      method: 'POST',
      headers: { 'content-length': String(body.length), ...headers },
      lookup: lookUpOnly((found) => isPublicAddress(found) || own(found)),
      timeout: 15_000,
      agent: false,
    })
    asked.on('timeout', () => asked.destroy(Object.assign(new Error('no answer'), { code: 'no-answer' })))
    asked.on('error', reject)
    asked.on('response', (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0 })
    })
    asked.end(body)
  })
}
