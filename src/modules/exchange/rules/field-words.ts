/** Fields of a row in words: `place.settlement` is “town or village”, `party 2.name` is “name of”; pure, for sentences on both sides. */

const words: Readonly<Record<string, string>> = {
  incident: 'on',
  'incident.time': 'time',
  'incident.until': 'until',
  'place.text': 'place',
  investigator: 'investigator',
}

/** The key of the text that says the field; undefined where it has no words of its own. */
export function fieldKey(field: string): string | undefined {
  const party = /^party \d+\.(\w+)$/.exec(field)
  if (party) return known.has(party[1] ?? '') ? `exchange.becomes-${party[1]}` : undefined
  if (field.startsWith('alias ')) return 'exchange.becomes-alias'
  const plain = words[field] ?? field.replace(/^place\./, '')
  return known.has(plain) ? `exchange.becomes-${plain}` : undefined
}
const known: ReadonlySet<string> = new Set([
  'number',
  'title',
  'summary',
  'type',
  'offence',
  'on',
  'until',
  'time',
  'settlement',
  'district',
  'highway',
  'mile',
  'place',
  'latitude',
  'longitude',
  'name',
  'age',
  'born',
  'sex',
  'address',
  'investigator',
])

export const fieldInWords = (say: (key: string) => string, field: string): string => {
  const key = fieldKey(field)
  return key === undefined ? field : say(key)
}
