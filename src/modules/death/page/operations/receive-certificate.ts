/** Takes a registrar's certificate of death: it becomes a call that a person decides, goes to the death that it is about, or waits with a sentence. */
import type { z } from 'zod'
import type { No } from '#kernel/verdict.ts'
import { type ReceivedDeath, readDeathFile } from '#formats/fhir/mdi/read-death-document.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { investigators } from '../../roles.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'
import { callRows, certificateRow, deathsNamed, seenByOffice, settleCall } from '../certificates.ts'
import { CertificateReceived, ReceiveCertificate } from '../contract.ts'
import { courseOf, numberOf } from '../certificate-course.ts'
import { type CertificateRow, certificateOfFile, certificateRef } from '../store/certificates.ts'

type Received = z.input<typeof CertificateReceived>

export const receiveCertificate = command({
  name: 'death.receive-certificate',
  summary:
    'Takes a registrar’s certificate of death: it becomes a call, goes to the death that it is about, or waits.',
  who: investigators,
  input: ReceiveCertificate,
  output: CertificateReceived,
  async run(cx, input) {
    cx.allow(null)
    const file = await uploadedFile(cx, input.file)
    const before = await certificateOfFile(cx, file.sha256)
    if (before) return cameAgain(cx, before)
    const got = readDeathFile(await cx.ground.files.read(file.sha256), file.name)
    const c = { id: input.id ?? cx.newId(), file }
    if (!got.ok) return putAside(cx, c, null, got)
    const course = courseOf(got, await deathsNamed(cx, got))
    if (course.state === 'laid') return layTo(cx, c, got, course.death)
    return course.state === 'called' ? makeCall(cx, c, got) : putAside(cx, c, got, course.why)
  },
})

interface Coming {
  readonly id: string
  readonly file: { readonly sha256: string; readonly name: string }
}
const told = (c: Coming, became: string): Record<string, string> => ({
  certificate: c.id,
  file: c.file.sha256,
  became,
})

/** Nothing is made anew; that it came again is an entry all the same. */
async function cameAgain(cx: Cx, before: CertificateRow): Promise<Received> {
  await cx.record({
    subject: certificateRef(before.id),
    root: before.root,
    facts: { again: true, file: before.file },
  })
  const death = before.death ? await seeDeath(cx, before.death) : null
  return {
    id: before.id,
    state: before.state,
    death: death?.may_see ? death.id : null,
    about: death?.may_see ? (death.number ?? death.call_number) : null,
    why: before.why && !before.decision ? cx.say(before.why, before.why_values ?? {}) : null,
    again: true,
  }
}

async function layTo(cx: Cx, c: Coming, read: ReceivedDeath, of: string): Promise<Received> {
  const death = await seeDeath(cx, of, { lock: true })
  cx.allow(death)
  const row = await certificateRow(cx, { ...c, root: death.root, state: 'laid', read, why: null })
  await cx.record({
    subject: deathRef(death.id),
    root: death.root,
    facts: told(c, 'laid'),
    rows: { 'death.certificate': [row] },
  })
  const about = death.number ?? death.call_number
  return { id: c.id, state: 'laid', death: death.id, about, why: null, again: false }
}

async function makeCall(cx: Cx, c: Coming, read: ReceivedDeath): Promise<Received> {
  const death = cx.newId()
  const { number, rows, facts } = await callRows(cx, death, read.facts)
  const row = await certificateRow(cx, { ...c, root: death, state: 'called', read, why: null })
  await cx.record({
    subject: deathRef(death),
    root: death,
    facts: { ...told(c, 'called'), ...facts },
    rows: { ...rows, 'death.certificate': [row] },
  })
  await settleCall(cx, death, { call: number, registrar: numberOf(read) }, 'death.receive-certificate')
  return { id: c.id, state: 'called', death, about: number, why: null, again: false }
}

async function putAside(cx: Cx, c: Coming, read: ReceivedDeath | null, why: No): Promise<Received> {
  const row = await certificateRow(cx, { ...c, root: c.id, state: 'waits', read, why })
  await cx.record({
    subject: certificateRef(c.id),
    root: c.id,
    facts: { ...told(c, 'waits'), why: why.code },
    rows: { 'death.certificate': [row] },
  })
  await seenByOffice(cx, c.id, 'death.receive-certificate')
  return {
    id: c.id,
    state: 'waits',
    death: null,
    about: null,
    why: cx.say(why.code, why.values ?? {}),
    again: false,
  }
}
