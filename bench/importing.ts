/** The import of a register: a made file of N rows, by the same path as the command; a second time it must add nothing. */
import { systemActor } from '../src/identity/authority.ts'
import type { Installation } from '../src/app/installation.ts'
import { chanceOf } from '../src/app/demo/chance.ts'
import { importFile } from '../src/modules/exchange/public.ts'
import { names, words } from './load.ts'

const map = {
  kind: 'cases',
  source: 'bench-register',
  file: { dates: ['DD/MM/YYYY', 'MM/YYYY', 'YYYY'] },
  key: { column: 'No' },
  fields: {
    number: { text: 'OLD-{No}' },
    title: { text: '{Offence}, {Village}' },
    type: { constant: 'drugs' },
    incident: { on: { column: 'Date', absent: { '?': 'unknown' } } },
    place: { district: { column: 'District', codes: { SC: 'BZ-SC', CY: 'BZ-CY' } } },
    aliases: [{ kind: 'police', text: 'No' }],
    offences: [
      { column: 'Offence', codes: { Burglary: 'burglary', Possession: 'possession' }, otherwise: 'absent' },
    ],
    parties: [{ role: { constant: 'suspect' }, name: 'Name', age: 'Age' }],
    summary: 'Remarks',
  },
}

export interface Imported {
  readonly rows: number
  readonly seconds: number
  readonly perSecond: number
  readonly again: { readonly seconds: number; readonly created: number }
}

export async function importRegister(installation: Installation, rows: number): Promise<Imported> {
  const chance = chanceOf(11)
  const two = (n: number): string => String(n).padStart(2, '0')
  const lines = Array.from({ length: rows }, (_, n) => {
    const date = chance.pick([
      `${two(1 + chance.below(28))}/${two(1 + chance.below(12))}/${1990 + chance.below(30)}`,
      `${two(1 + chance.below(12))}/${1990 + chance.below(30)}`,
      `${1990 + chance.below(30)}`,
      '?',
    ])
    return `B${n},${date},${chance.pick(['Burglary', 'Possession', 'Arson'])},${chance.pick(['SC', 'CY'])},${chance.pick(words.place)},${chance.pick(names.first)} ${chance.pick(names.last)},${15 + chance.below(60)},"Found by ${chance.pick(names.first)}, near the ${chance.pick(['bridge', 'market', 'school'])}"`
  })
  const bytes = Buffer.from(['No,Date,Offence,District,Village,Name,Age,Remarks', ...lines].join('\n'))
  const once = async (): Promise<{ seconds: number; created: number; rejects: string }> => {
    const since = performance.now()
    const receipt = await importFile(installation.ground, systemActor, {
      kind: 'cases',
      bytes,
      map,
      fileName: 'register.csv',
    })
    if (receipt.in !== rows || receipt.created + receipt.matched + receipt.rejected !== rows)
      throw new Error(`The receipt does not add up: ${JSON.stringify(receipt)}`)
    return {
      seconds: Math.round((performance.now() - since) / 10) / 100,
      created: receipt.created,
      rejects: receipt.rejectsCsv?.split('\n').slice(1, 3).join(' / ') ?? '',
    }
  }
  const first = await once()
  if (first.created !== rows)
    throw new Error(`${first.created} of ${rows} rows became cases; ${first.rejects}`)
  const again = await once()
  return { rows, seconds: first.seconds, perSecond: Math.round(rows / first.seconds), again }
}
