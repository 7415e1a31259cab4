/** Certificates as they are shown: what the registrar says, why one waits, and where it says something else than this house. */
import type { Cx } from '#platform/cx.ts'
import { namesOf } from '../call/store/names.ts'
import { type DeathRow, placesOf, seeDeath } from '../call/store/deaths.ts'
import { causesOf } from '../certification/store/certifications.ts'
import type { CertificateSeen } from './contract.ts'
import { ageAt, differencesOf } from './certificate-course.ts'
import type { CertificateRow } from './store/certificates.ts'

export async function certificatesSeen(cx: Cx, rows: readonly CertificateRow[]): Promise<CertificateSeen[]> {
  const deaths = new Map<string, DeathRow>()
  for (const id of new Set(rows.flatMap((r) => r.death ?? []))) {
    const death = await seeDeath(cx, id)
    if (death.may_see) deaths.set(id, death)
  }
  const names = await namesOf(
    cx,
    rows.flatMap((r) => [
      ['manner', r.content?.manner] as const,
      ['sex', r.content?.sex] as const,
      ...(r.death
        ? [['manner', deaths.get(r.death)?.manner] as const, ['sex', deaths.get(r.death)?.sex] as const]
        : []),
    ]),
  )
  const seen: CertificateSeen[] = []
  for (const r of rows) {
    const death = r.death ? deaths.get(r.death) : undefined
    seen.push({
      id: r.id,
      state: r.state !== 'waits' ? r.state : (r.decision ?? 'waits'),
      open: r.state === 'waits' && r.decision === null,
      number: r.number,
      fileName: r.file_name,
      documentState: r.document_state,
      at: r.at,
      by: r.by,
      death: death?.id ?? null,
      about: death ? (death.number ?? death.call_number) : null,
      name: death?.minor || ofChild(r) ? null : (r.value?.name ?? null),
      certifier: r.content?.certifier ?? null,
      causes: [...(r.content?.causes ?? [])],
      other: r.content?.other ?? null,
      manner: r.content?.manner ? names.text('manner', r.content.manner) : null,
      died: r.content?.died ?? null,
      place: r.content?.place ?? null,
      why: r.why ? cx.say(r.why, r.why_values ?? {}) : null,
      decidedWords: r.decided_words,
      decidedBy: r.decided_by,
      notUnderstood: [...r.not_understood],
      differs: death ? await differsFrom(cx, r, death, names.text) : [],
    })
  }
  return seen
}

const ADULT = 18
const ofChild = (r: CertificateRow): boolean => {
  const age = ageAt(r.value?.born ?? undefined, r.content?.died?.slice(0, 10) ?? null)
  return age !== null && (age.unit !== 'years' || age.value < ADULT)
}

async function differsFrom(
  cx: Cx,
  r: CertificateRow,
  death: DeathRow,
  text: (list: string, code: string) => string,
): Promise<string[]> {
  if (!r.content) return []
  const cause = (await causesOf(cx, death.root)).at(-1)
  const died = (await placesOf(cx, death.root)).find((p) => p.kind === 'death')
  return differencesOf(
    {
      // The name of a child stands in no list: whether both say it alike is read in the file.
      name: death.minor ? null : (r.value?.name ?? null),
      sex: r.content.sex,
      manner: r.content.manner,
      causes: r.content.causes.map((c) => c.text),
      died: r.content.died?.slice(0, 10) ?? null,
    },
    {
      name: death.identity === 'confirmed' ? death.name : null,
      sex: death.sex,
      manner: death.manner,
      causes: cause && cause.status !== 'pending' ? cause.lines.map((l) => l.text) : null,
      died: died?.on_text ?? null,
    },
  ).map(({ what, theirs, ours }) => {
    const said = (v: string): string => (what === 'manner' || what === 'sex' ? text(what, v) : v)
    return cx.say(`death.differs-${what}`, { theirs: said(theirs), ours: said(ours) })
  })
}
