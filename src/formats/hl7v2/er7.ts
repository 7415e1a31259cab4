/**
 * HL7 version 2 as its “encoding rules seven” put it on a wire (HL7 2.5.1, chapter 2): a message is segments, each ended by a carriage return, also the last;
 * a segment is a name and fields (`|`), a field is one or more repetitions (`~`) of components (`^`), a component may have parts (`&`).
 * What a text itself has of these characters is escaped (2.7): `\F\ \S\ \T\ \R\ \E\`; a line break is `\.br\`, any other control character its hexadecimal
 * code. So no text of a person can end a field or begin a segment. Characters are UTF-8, which MSH-18 says.
 */

/** Parts of one component. */
export type Component = string | readonly string[]
export type Repetition = readonly Component[]
/** A field: plain text, or repetitions of components. */
export type Field = string | readonly Repetition[]
export type Segment = readonly [name: string, ...fields: readonly Field[]]

export const encodingCharacters = '^~\\&'
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\E\\',
  '|': '\\F\\',
  '^': '\\S\\',
  '&': '\\T\\',
  '~': '\\R\\',
  '\n': '\\.br\\',
}
const hex = (c: string): string => `\\X${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}\\`

export const escaped = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\\|^&~\u0000-\u001F\u007F]/g, (c) => escapes[c] ?? hex(c))

const trimmed = (parts: readonly string[], by: string): string => {
  let last = parts.length
  while (last > 0 && parts[last - 1] === '') last -= 1
  return parts.slice(0, last).join(by)
}
const componentText = (c: Component): string =>
  typeof c === 'string' ? escaped(c) : trimmed(c.map(escaped), '&')
const fieldText = (f: Field): string =>
  typeof f === 'string' ? escaped(f) : f.map((r) => trimmed(r.map(componentText), '^')).join('~')

/** The first segment is the head of the message (MSH), without its first two fields: they say how everything is separated. */
export function writeMessage([head, ...rest]: readonly [Segment, ...Segment[]]): Buffer {
  const [name, ...fields] = head
  if (name !== 'MSH') throw new Error('Defect: a message begins with MSH')
  const lines = [
    `MSH|${encodingCharacters}|${trimmed(fields.map(fieldText), '|')}`,
    ...rest.map(([of, ...more]) => trimmed([of, ...more.map(fieldText)], '|')),
  ]
  return Buffer.from(lines.map((line) => `${line}\r`).join(''), 'utf8')
}

/** A day, a month, a year or an instant, as precise as it is known (2.A.22). */
export function stampOf(when: string | undefined): string {
  if (!when) return ''
  if (!when.includes('T')) return when.replaceAll('-', '')
  return `${new Date(when).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}+0000`
}
