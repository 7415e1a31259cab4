/** Well-formed inputs and builders for certificates of registrars, packs for when the power is gone, and who may have papers. */
import type { DeathFacts } from '#formats/fhir/mdi/facts.ts'
import { writeDeathDocument } from '#formats/fhir/mdi/write-death-document.ts'
import { accepted } from './deaths.ts'
import { type Ground, officeOf } from './office.ts'

type Example = (lab: Ground) => unknown

const ALPHABET = '0123456789abcdef'
/** A registrar's document of a death that this office has not heard of. */
export function aCertificate(number: string, more: Partial<DeathFacts> = {}): Uint8Array {
  const made = writeDeathDocument(
    {
      state: 'final',
      writtenAt: '2026-11-24T15:00:00-06:00',
      trackingNumbers: [
        { kind: 'edrs-file-number', system: 'https://registry.example.org/deaths', value: number },
      ],
      decedent: {
        identifiers: [{ system: 'https://registry.example.org/deaths', value: number }],
        name: { family: 'Coc', given: ['Eduviges'] },
        sex: 'female',
        birthDate: '1951-06-02',
      },
      death: {
        when: { kind: 'at', at: '2026-11-22T03:40:00-06:00' },
        dating: 'exact',
        placeKind: 'home',
        place: { name: 'Ecumenical Drive', address: { city: 'Hill Town' } },
      },
      certifier: {
        identifier: { system: 'https://registry.example.org/people', value: '7' },
        name: { family: 'Tzib', given: ['Amparo'], prefix: 'Dr.' },
        kind: 'physician',
        certifiedAt: '2026-11-22T09:00:00-06:00',
      },
      causes: [{ text: 'Fracture of the hip after a fall', interval: '3 days' }],
      manner: 'natural',
      ...more,
    },
    {
      base: 'https://registry.example.org/fhir',
      prefix: 'r',
      bundle: '0190f3c2-7a51-7c33-9b1d-'.padEnd(36, ALPHABET),
      at: '2026-11-24T15:00:00Z',
    },
  )
  if (!made.ok) throw new Error(JSON.stringify(made.faults))
  return Buffer.from(JSON.stringify(made.bundle))
}
export const sent = async (lab: Ground, bytes: Uint8Array, who = 'isela'): Promise<string> =>
  (await lab.as(who).upload(bytes, 'certificate.json')).body.sha256

/** A file that nobody can read: it waits for a person. */
export async function putAside(lab: Ground): Promise<string> {
  await officeOf(lab)
  const file = await sent(lab, Buffer.from(`{"resourceType":"Patient","id":"${lab.ground.newId()}"}`))
  return (await lab.as('isela').do('death.receive-certificate', { file })).id
}
// oxlint-disable-next-line typescript/no-explicit-any
export async function packed(lab: Ground, more: Record<string, unknown> = {}): Promise<any> {
  await officeOf(lab)
  return lab.as('norris').do('death.make-emergency-pack', { medium: 'Stick 2, safe', callSheets: 2, ...more })
}

export const examples: Record<string, Example> = {
  'death.receive-certificate': async (lab) => {
    await officeOf(lab)
    return { file: await sent(lab, aCertificate(`R-${lab.ground.newId().slice(-8)}`)) }
  },
  'death.settle-certificate': async (lab) => ({
    certificate: await putAside(lab),
    decision: 'dismissed',
    words: 'Sent by mistake',
  }),
  'death.certificates': () => ({}),
  'death.certificate-file': async (lab) => ({ certificate: await putAside(lab) }),
  'death.make-emergency-pack': async (lab) => {
    await officeOf(lab)
    return { medium: 'Stick 2, safe', callSheets: 1 }
  },
  'death.emergency-packs': () => ({}),
  'death.emergency-pack-file': async (lab) => ({ pack: (await packed(lab)).id }),
  'death.records-for': async (lab) => ({ death: (await accepted(lab)).death }),
}
