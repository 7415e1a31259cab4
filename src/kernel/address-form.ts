/** Addresses of an agreed form: https, the machine named in full, and one place behind its name where a number is written. Pure. */

export const hole = '{number}'

const read = (address: string): URL | undefined => {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}

/** Why an address form is not one; undefined where it is. The machine is named in full: only what stands behind its name may differ. */
export function formFault(form: string): 'address' | 'secure' | 'hole' | 'machine' | undefined {
  if (!/^[\x21-\x7e]+$/.test(form) || /[\\@<>"`^|]/.test(form)) return 'address'
  if (!/^https:\/\//i.test(form)) return read(form) ? 'secure' : 'address'
  if (form.split(hole).length !== 2) return 'hole'
  const machine = form.slice('https://'.length).split(/[/?#]/)[0] ?? ''
  if (machine.includes('{')) return 'machine'
  const url = read(form.replace(hole, '0'))
  if (!url || url.host !== machine.toLowerCase() || url.host === '') return 'machine'
  // Steps upwards would be taken before the number is reached.
  return /[{}]/.test(form.replace(hole, '')) || /\/(\.|%2e){1,2}([/?#]|$)/i.test(form) ? 'address' : undefined
}

/** The address of one page; null where the number would lead out of the form. */
export function addressAt(form: string, number: string): string | null {
  if (formFault(form) !== undefined || /^\.{1,2}$/.test(number) || !number.isWellFormed()) return null
  const address = form.replace(hole, () => encodeURIComponent(number))
  const [url, of] = [read(address), read(form.replace(hole, '0'))]
  return url?.protocol === 'https:' && url.origin === of?.origin ? address : null
}

/** What stands in the place of the number in an address that somebody copied; null where it is of another form. */
export function numberIn(form: string, address: string): string | null {
  const [before = '', after = ''] = form.split(hole)
  const said = address.trim()
  if (said.slice(0, before.length).toLowerCase() !== before.toLowerCase() || !said.endsWith(after))
    return null
  const middle = said.slice(before.length, said.length - after.length)
  if (middle === '' || /[/?#\\\s]/.test(middle)) return null
  try {
    const number = decodeURIComponent(middle)
    return addressAt(form, number) === null ? null : number
  } catch {
    return null
  }
}
