/** What comes to the office of the dead from outside, and what it keeps for the hour without power: certificates of registrars, packs. */
import type { DeathFacts } from '#formats/fhir/mdi/facts.ts'
import { writeDeathDocument } from '#formats/fhir/mdi/write-death-document.ts'
import { dayOf, later } from './days.ts'
import type { World } from './desk.ts'
import { one } from './people.ts'
import { planAt } from './telling.ts'
import type { Year } from './year.ts'

const registry = 'https://registry.example.org'

export function planRegistrar(year: Year): void {
  const { world } = year
  const attendant = one(world.cast, 'attendant')
  for (const [back, medium] of [
    [16, 'Stick 1, safe of the office'],
    [1, 'Stick 2 and a printed copy, folder at the morgue'],
  ] as const)
    planAt(year, back, 935, async (desk) => {
      await desk.act(attendant, 'death.make-emergency-pack', { medium, callSheets: 4 })
    })
  planAt(year, 3, 620, async (desk) => {
    for (const told of await certificates(world)) {
      const investigator = one(world.cast, 'investigator')
      const file = await desk.send(investigator, told.name, told.bytes)
      await desk.act(investigator, 'death.receive-certificate', { file })
      desk.pass(5)
    }
  })
}

/** One becomes a call, one names a case that is not ours and waits, one cannot be read. */
async function certificates(world: World): Promise<{ name: string; bytes: Uint8Array }[]> {
  const on = later(dayOf(world.until), -7)
  return [
    {
      name: 'registrar-4471.json',
      bytes: certificate('R-2026-4471', on, {
        decedent: {
          identifiers: [{ system: `${registry}/deaths`, value: 'R-2026-4471' }],
          name: { family: 'Coc', given: ['Eduviges'] },
          sex: 'female',
          birthDate: '1951-06-02',
        },
      }),
    },
    {
      name: 'registrar-4480.json',
      bytes: certificate('R-2026-4480', on, {
        trackingNumbers: [
          { kind: 'edrs-file-number', system: `${registry}/deaths`, value: 'R-2026-4480' },
          { kind: 'mdi-case-number', system: `${registry}/examiners`, value: 'KHMH-1120' },
        ],
      }),
    },
    {
      name: 'scan of a certificate.json',
      bytes: Buffer.from('{"resourceType":"Patient","name":[{"text":"Wilmot Garbutt"}]}'),
    },
  ]
}

function certificate(number: string, on: string, more: Partial<DeathFacts>): Uint8Array {
  const made = writeDeathDocument(
    {
      state: 'final',
      writtenAt: `${later(on, 2)}T15:00:00-06:00`,
      trackingNumbers: [{ kind: 'edrs-file-number', system: `${registry}/deaths`, value: number }],
      decedent: {
        identifiers: [{ system: `${registry}/deaths`, value: number }],
        name: { family: 'Garbutt', given: ['Wilmot'] },
        sex: 'male',
        birthDate: '1944-02-11',
      },
      death: {
        when: { kind: 'at', at: `${on}T03:40:00-06:00` },
        dating: 'exact',
        placeKind: 'home',
        place: { name: 'Ecumenical Drive', address: { city: 'Dangriga' } },
      },
      certifier: {
        identifier: { system: `${registry}/people`, value: '7' },
        name: { family: 'Tzib', given: ['Amparo'], prefix: 'Dr.' },
        kind: 'physician',
        certifiedAt: `${on}T09:00:00-06:00`,
      },
      causes: [{ text: 'Fracture of the hip after a fall', interval: '3 days' }],
      manner: 'natural',
      ...more,
    },
    {
      base: `${registry}/fhir`,
      prefix: 'r',
      bundle: `0190f3c2-7a51-7c33-9b1d-${number.replaceAll(/\D/g, '').padStart(12, '0')}`,
      at: `${later(on, 2)}T21:00:00Z`,
    },
  )
  if (!made.ok) throw new Error(`Defect: the certificate ${number} cannot be written`)
  return Buffer.from(JSON.stringify(made.bundle))
}
