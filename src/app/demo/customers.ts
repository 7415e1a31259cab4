/** What customers ask of the service besides examinations: questions, help, complaints, records with their fees, kits on their way, copies of what goes on. */
import type { Actor } from '#platform/cx.ts'
import { at, dayOf, later } from './days.ts'
import type { Desk, World } from './desk.ts'
import { one } from './people.ts'
import { workday } from './requests.ts'
import { ago, planAt } from './telling.ts'
import type { Year } from './year.ts'

/** Until fees are set by the service there are none: the one of the demonstration says that it is made up. */
const fee = {
  list: 'record-request',
  code: 'certified-copy',
  en: 'Certified copy, with a fee (made up)',
  es: 'Copia certificada, con tarifa (inventada)',
  data: {
    proof: ['account', 'document'],
    days: 10,
    fee: '15.00',
    per: 'paper',
    currency: 'BZD',
    free: ['prosecution', 'court'],
  },
} as const

export function planCustomers(year: Year): void {
  const { world } = year
  planAt(year, 30, 500, async (desk) => {
    await desk.act(one(world.cast, 'quality'), 'catalogue.define-code', fee)
  })
  kitsOnTheirWay(year)
  planAt(year, 12, 615, (desk) => helpAndComplaints(desk, world))
  // Over since long, and one that comes: nothing stands above the pages of a demonstration that somebody opens.
  planAt(year, 20, 480, async (desk) => {
    const quality = one(world.cast, 'quality')
    await desk.act(quality, 'portal.put-up-banner', {
      en: 'No samples are received on Monday, September Celebrations',
      es: 'El lunes no se reciben muestras, Celebraciones de Septiembre',
      until: new Date(at(ago(year, 18), 1_020)).toISOString(),
    })
    await desk.act(quality, 'portal.put-up-banner', {
      en: 'The counter closes at noon for the count of the store',
      es: 'La recepción cierra al mediodía por el inventario del almacén',
      tone: 'maize',
      whom: 'outside',
      from: new Date(world.until + 20 * 86_400_000).toISOString(),
      until: new Date(world.until + 21 * 86_400_000).toISOString(),
    })
  })
}

/** By their serials alone: how far each came, and those that wait too long. */
function kitsOnTheirWay(year: Year): void {
  const { world } = year
  const [nurse, officer, counter] = ['nurse', 'cib-dg', 'counter'].map((name) => one(world.cast, name))
  const police = world.units.get('DG')
  const laboratory = world.units.get('EVM')
  const ways = [
    { back: 34, steps: 4 },
    { back: 21, steps: 3 },
    { back: 14, steps: 2 },
    { back: 9, steps: 1 },
    { back: 4, steps: 0 },
    { back: 1, steps: 0 },
  ]
  Array.from({ length: world.plenty }, () => ways)
    .flat()
    .forEach(({ back, steps }, n) => {
      const serial = `SAK-26-${String(101 + n)}`
      planAt(year, back, 700 + (n % 6) * 7, async (desk) => {
        await desk.act(nurse as Actor, 'portal.begin-kit', { serial, to: police })
      })
      const scans: readonly (readonly [Actor | undefined, number, string | undefined])[] = [
        [officer, 1, laboratory],
        [counter, 2, undefined],
        [counter, 4, undefined],
        [counter, 6, police],
      ]
      scans.slice(0, steps).forEach(([by, after, to], step) =>
        planAt(year, back - after, 640 + (n % 6) * 9 + step, async (desk) => {
          await desk.act(by as Actor, 'portal.scan-kit', { serial, ...(to ? { to } : {}) })
        }),
      )
    })
}

async function helpAndComplaints(desk: Desk, world: World): Promise<void> {
  const { cast, units } = world
  const ask = (who: string, unit: string, text: string): Promise<{ id: string }> =>
    desk.act(one(cast, who), 'portal.ask-for-help', { unit: units.get(unit), text })
  const wet = await ask('cib-sp', 'EVM', 'A shirt is still wet with blood. How is it packed for the boat?')
  desk.pass(35)
  await desk.act(one(cast, 'counter'), 'portal.answer-help', {
    help: wet.id,
    text: 'In paper, never in plastic; let it dry in the open where nobody passes. The drying cabinet here has room.',
  })
  desk.pass(15)
  await desk.act(one(cast, 'counter'), 'portal.close-help', { help: wet.id, outcome: 'answered' })
  await ask('cib-pg', 'EVM', 'Is the counter open on the morning of 24 December? The bus leaves at five.')
  await ask('cib-ow', 'CHEM', 'Six parcels from one bag: one request for all, or one each?')
  const late = await desk.act(one(cast, 'prosecutor'), 'portal.complain', {
    text: 'A certificate was promised for the first hearing and came two days after it.',
  })
  desk.pass(50)
  await desk.act(one(cast, 'quality'), 'portal.answer-help', {
    help: late.id,
    text: 'The balance was out of service that week. We look into why nobody wrote to you.',
  })
  const rude = await desk.act(one(cast, 'cib-bmp'), 'portal.complain', {
    text: 'Nobody answered the telephone of the counter for a whole morning.',
  })
  desk.pass(30)
  await desk.act(one(cast, 'quality'), 'portal.answer-help', {
    help: rude.id,
    text: 'The line was down from eight to noon; a second number stands on the door and on this page now.',
  })
  await desk.act(one(cast, 'quality'), 'portal.close-help', { help: rude.id, outcome: 'upheld' })
}

interface Paper {
  readonly case: string
  readonly report: string
}
/** Cases of an officer with a certificate that stands, as that officer sees them. */
async function papersOf(desk: Desk, officer: Actor): Promise<Paper[]> {
  const { items } = await desk.act<{ items: { id: string; certificates: number }[] }>(
    officer,
    'portal.my-cases',
    { show: 'all', limit: 100 },
  )
  const found: Paper[] = []
  for (const { id } of items.filter((one) => one.certificates > 0).slice(0, 8)) {
    const { papers } = await desk.act<{
      papers: { report: string; withdrawn: boolean; kept: string | null }[]
    }>(officer, 'portal.case-status', { case: id })
    const paper = papers.find((one) => !one.withdrawn && one.kept === null)
    if (paper) found.push({ case: id, report: paper.report })
  }
  return found
}

/** After the year, when certificates are there: who asks for copies, what is owed, paid and let off; what is asked on a case. */
export async function serveCustomers(desk: Desk, world: World): Promise<void> {
  const officer = one(world.cast, 'officer')
  const papers = await papersOf(desk, officer)
  await records(desk, world, papers)
  await questions(desk, world, papers)
  const day = workday(dayOf(world.until), 1)
  const book = (who: string, days: number, minutes: number): Promise<{ id: string }> =>
    desk.act(one(world.cast, who), 'portal.book-appointment', {
      counter: world.units.get('EVM'),
      at: new Date(at(workday(later(day, days), 0), minutes)).toISOString(),
    })
  await book('cib-czl', 0, 600)
  await book('cib-pg', 1, 810)
  const given = await book('cib-si', 0, 660)
  await desk.act(one(world.cast, 'cib-si'), 'portal.withdraw-appointment', { appointment: given.id })
}

async function records(desk: Desk, world: World, papers: readonly Paper[]): Promise<void> {
  const { cast } = world
  const [counter, director] = [one(cast, 'counter'), one(cast, 'director')]
  const atCounter = (name: string, document: string, text: string, kind: string = fee.code) =>
    desk.act(counter, 'portal.ask-for-records', {
      kind,
      numbers: 'DG-26',
      text,
      asker: { name, proof: 'document', document },
    })
  const grant = async (request: string, paper: Paper | undefined): Promise<string | undefined> =>
    paper &&
    (
      await desk.act<{ charge: { id: string } | null }>(director, 'portal.decide-records', {
        request,
        decision: 'granted',
        reports: [paper.report],
      })
    ).charge?.id
  const [first, second, third] = papers
  const owing = await atCounter('Emelda Chi', 'Passport P-0114', 'For the insurer of the vehicle')
  await grant(owing.id, first)
  const paid = await atCounter('Orlin Pott', 'Social security card', 'For the attorney of his son')
  const charge = await grant(paid.id, second ?? first)
  if (charge) {
    await desk.act(counter, 'portal.record-payment', { charge, receipt: 'R-20117' })
    await desk.act(counter, 'portal.release-records', { request: paid.id })
  }
  const kin = await atCounter('Lavern Swift', 'Passport P-0882', 'Asked by the mother of the deceased')
  const spared = await grant(kin.id, third ?? first)
  if (spared)
    await desk.act(director, 'portal.waive-charge', { charge: spared, words: 'Next of kin without income' })
  const stranger = await atCounter(
    'Santos Leslie',
    'Driver’s licence',
    'Wants to know what was found',
    'copy',
  )
  await desk.act(director, 'portal.decide-records', {
    request: stranger.id,
    decision: 'refused',
    reason: 'Is no party of the case; the trial is open, the certificate can be heard there.',
  })
  await desk.act(one(cast, 'prosecutor'), 'portal.ask-for-records', {
    kind: 'subpoena',
    numbers: 'DG-26-0003',
    authority: 'Subpoena 114/2026, Magistrates’ Court, Dangriga',
    text: 'The certificate and the notes of the bench, for the hearing of next month',
  })
  if (first)
    await desk.act(one(cast, 'officer'), 'portal.ask-for-records', {
      kind: 'copy',
      case: first.case,
      text: 'A second certified copy for the file of the prosecution',
    })
}

async function questions(desk: Desk, world: World, papers: readonly Paper[]): Promise<void> {
  const { cast } = world
  const officer = one(cast, 'officer')
  const [first, second] = papers
  if (!first) return
  const asked = await desk.act(officer, 'portal.ask-question', {
    case: first.case,
    text: 'The defence asks which balance was used. Does the certificate say so?',
  })
  desk.pass(10)
  await desk.act(one(cast, 'counter'), 'portal.answer-question', {
    question: asked.id,
    text: 'The worksheet does: BAL-03, with its check of that morning. The packet of the case has it.',
  })
  await desk.act(officer, 'portal.ask-question', {
    case: (second ?? first).case,
    text: 'Can the exhibit be fetched together with that of the other case on Thursday?',
  })
  await desk.act(officer, 'portal.rate-service', {
    case: first.case,
    score: 5,
    text: 'Clear, and in time for court.',
  })
  if (second)
    await desk.act(officer, 'portal.rate-service', {
      case: second.case,
      score: 3,
      text: 'Good work; it took long until somebody said which day.',
    })
  await desk.act(officer, 'portal.name-follower', {
    case: first.case,
    person: one(cast, 'cib-dg').id,
    follows: 'copy',
  })
}
