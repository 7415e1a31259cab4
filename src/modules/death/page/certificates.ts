/** A registrar's certificate: read, kept as it came, and told as a call that a person decides; the steps that receiving and deciding share. */
import { keepPersonal } from '#ledger/vault.ts'
import { openNewSight, oversight } from '#identity/sight.ts'
import { addHandles, subjectsWithNumbers } from '#modules/cases/public.ts'
import { codesOf, nextNumber } from '#modules/catalogue/public.ts'
import type { Json } from '#kernel/canonical.ts'
import type { No } from '#kernel/verdict.ts'
import type { DeathFacts } from '#formats/fhir/mdi/facts.ts'
import type { ReceivedDeath } from '#formats/fhir/mdi/read-death-document.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { placeRow } from '../call/places.ts'
import { deathRef } from '../call/store/deaths.ts'
import { refreshDeaths } from '../call/store/standing.ts'
import {
  type Arrived,
  ageAt,
  keyOf,
  nameOf,
  numberOf,
  placeAndTime,
  settingOf,
} from './certificate-course.ts'
import { type CertificateContent, deathsOfKey } from './store/certificates.ts'

/** Deaths that its numbers name and this person may see. */
export async function deathsNamed(cx: Cx, arrived: Arrived): Promise<string[]> {
  const numbers = await subjectsWithNumbers(
    cx,
    arrived.facts.trackingNumbers.map((n) => n.value),
  )
  const key = keyOf(arrived)
  return [
    ...new Set([
      ...numbers.flatMap((f) => (f.subject.startsWith('death.death/') ? [f.root] : [])),
      ...(key === null ? [] : await deathsOfKey(cx, key)),
    ]),
  ]
}

const certifierOf = ({ certifier }: DeathFacts): string | null =>
  certifier
    ? (certifier.name.text ??
      [certifier.name.prefix, ...(certifier.name.given ?? []), certifier.name.family]
        .filter(Boolean)
        .join(' '))
    : null
const contentOf = (facts: DeathFacts): CertificateContent => {
  const at = placeAndTime(facts)
  return {
    causes: facts.causes,
    other: facts.otherConditions ?? null,
    manner: facts.manner ?? null,
    sex: facts.decedent.sex,
    died: at.on === null ? null : [at.on, at.time].filter(Boolean).join(' '),
    place: at.text,
    certifier: certifierOf(facts),
  }
}

/** The row of a certificate, whatever became of it; the dead are named in the vault of its root. */
export async function certificateRow(
  cx: Cx,
  c: {
    id: string
    root: string
    state: 'called' | 'laid' | 'waits'
    read: ReceivedDeath | null
    file: { sha256: string; name: string }
    why: No | null
  },
): Promise<CoveredRow> {
  const { read } = c
  const named = read
    ? await keepPersonal(cx, c.root, {
        name: nameOf(read.facts),
        born: read.facts.decedent.birthDate ?? null,
        residence: (read.facts.decedent.residence ?? null) as unknown as Json,
      })
    : null
  return {
    id: c.id,
    root: c.root,
    state: c.state,
    key: read ? keyOf(read) : null,
    number: read ? numberOf(read) : null,
    file: c.file.sha256,
    file_name: c.file.name,
    document_state: read?.facts.state ?? null,
    vault: named?.vault ?? null,
    commitment: named?.commitment ?? null,
    content: (read ? contentOf(read.facts) : null) as unknown as Json,
    not_understood: read ? [...read.notUnderstood].slice(0, 200) : [],
    why: c.why?.code ?? null,
    why_values: (c.why?.values ?? null) as Json,
  }
}

/** A certificate becomes a call: open, with what the registrar says of who, when and where; cause and manner stay the certificate's. */
export async function callRows(
  cx: Cx,
  id: string,
  facts: DeathFacts,
): Promise<{ number: string; facts: Record<string, string>; rows: Record<string, CoveredRow[]> }> {
  const known = (await codesOf(cx, 'death-setting')).map((c) => c.code)
  const at = placeAndTime(facts)
  const caller = await keepPersonal(cx, id, { name: certifierOf(facts) ?? '', phone: null, where: null })
  const name = nameOf(facts)
  const told = name ? await keepPersonal(cx, id, { name, words: null }) : null
  const age = ageAt(facts.decedent.birthDate, at.on)
  const { sex } = facts.decedent
  const number = await nextNumber(cx, 'call')
  const setting = settingOf(facts.death.placeKind, known)
  const district = (await codesOf(cx, 'district')).find((d) =>
    [d.code, d.en, d.es].includes(at.district ?? ''),
  )
  return {
    number,
    facts: { number, setting },
    rows: {
      'death.call': [
        {
          id,
          root: id,
          number,
          unit: cx.actor.unit,
          way: 'message',
          caller_kind: null,
          caller: caller.vault,
          caller_commitment: caller.commitment,
          setting,
          circumstances: [],
          sex: sex === 'male' || sex === 'female' ? sex : null,
          age: age ? String(age.value) : null,
          age_unit: age?.unit ?? null,
          age_absent: age ? null : 'unknown',
          told: told?.vault ?? null,
          told_commitment: told?.commitment ?? null,
          form: null,
          answers: null,
          began_at: null,
          ended_at: cx.occurredAt,
        },
      ],
      'death.place': [
        placeRow(cx, id, 'death', 1, {
          on: at.on,
          time: at.time,
          approximate: at.approximate,
          timeAbsent: at.on ? null : 'unknown',
          absent: at.text || district ? null : 'unknown',
          district: district?.code ?? null,
          text: at.text,
          latitude: facts.death.place?.latitude ?? null,
          longitude: facts.death.place?.longitude ?? null,
        }),
      ],
    },
  }
}

/** After its rows went in: it stands in the lists, is seen by the office, and found by its numbers. */
export async function settleCall(
  cx: Cx,
  id: string,
  numbers: { readonly call: string; readonly registrar: string | null },
  action: string,
): Promise<void> {
  await refreshDeaths(cx, [id])
  await seenByOffice(cx, id, action)
  const own = { subject: deathRef(id), root: id, label: numbers.call }
  await addHandles(cx, [
    { ...own, text: numbers.call, kind: 'call-number' },
    ...(numbers.registrar ? [{ ...own, text: numbers.registrar, kind: 'registrar' }] : []),
  ])
}
export const seenByOffice = (cx: Cx, root: string, why: string): Promise<void> =>
  openNewSight(
    cx,
    'death.id-in-use',
    [cx.actor.unit, oversight]
      .filter((p): p is string => Boolean(p))
      .map((principal) => ({ root, principal, why })),
  )
