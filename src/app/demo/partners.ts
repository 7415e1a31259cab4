/** Other agencies: what was signed with them, who is told of what, cases that the police's system sends, records that leave each month. */
import { dayOf, later } from './days.ts'
import type { Desk, World } from './desk.ts'
import { one } from './people.ts'

const clause = 'Clause 4 of the agreement on the sharing of data (made up)'

export async function meetPartners(
  desk: Desk,
  world: World,
  agencies: ReadonlyMap<string, string>,
): Promise<Record<'observatory' | 'police', { agency: string | undefined; agreement: string }>> {
  const director = one(world.cast, 'director')
  const today = dayOf(world.until)
  const sign = (shortName: string, more: object): Promise<{ id: string }> =>
    desk.act(director, 'identity.sign-agreement', {
      agency: agencies.get(shortName),
      kind: 'data-sharing',
      title: 'Sharing of data',
      signedOn: later(today, -200),
      validFrom: later(today, -200),
      forService: 'Marisol Quan, Executive Director',
      forAgency: 'The head of the agency',
      ...more,
    })
  const police = await sign('BPD', { forAgency: 'The Commissioner of Police', validUntil: later(today, 900) })
  const hospital = await sign('KHMH', { forAgency: 'The Chief Executive Officer' })
  const prosecution = await sign('DPP', { forAgency: 'The Director of Public Prosecutions' })
  const observatory = await sign('BCO', { validUntil: later(today, 41) })
  // What its own system reads (a hospital's HL7 v2), or the signed paper alone.
  for (const [shortName, agreement, form] of [
    ['KHMH', hospital.id, 'hl7-v2'],
    ['DPP', prosecution.id, 'pdf'],
  ] as const)
    await desk.act(one(world.cast, 'director'), 'exchange.agree-form', {
      agency: agencies.get(shortName),
      agreement,
      form,
    })
  await tellThem(desk, world, { agencies, police: police.id, prosecution: prosecution.id })
  await sendCases(desk, world)
  return {
    observatory: { agency: agencies.get('BCO'), agreement: observatory.id },
    police: { agency: agencies.get('BPD'), agreement: police.id },
  }
}

/** The police are told already; what the prosecution asked for waits for a second person. */
async function tellThem(
  desk: Desk,
  world: World,
  at: { agencies: ReadonlyMap<string, string>; police: string; prosecution: string },
): Promise<void> {
  const admin = one(world.cast, 'admin')
  const asked = await desk.act(admin, 'exchange.subscribe', {
    agency: at.agencies.get('BPD'),
    agreement: at.police,
    receiver: one(world.cast, 'exhibits').id,
    // Nobody answers at an address of this kind (RFC 2606): nothing of a demonstration is told to anybody.
    address: 'https://told.police.example/custodia',
    events: [
      'evidence.receive-submission',
      'evidence.return-item',
      'reports.issue-report',
      'cases.open-case',
    ],
    purpose: 'The case file of the police follows its exhibits',
    legalBasis: clause,
  })
  await desk.act(one(world.cast, 'director'), 'exchange.approve-subscription', { subscription: asked.id })
  await desk.act(admin, 'exchange.subscribe', {
    agency: at.agencies.get('DPP'),
    agreement: at.prosecution,
    receiver: one(world.cast, 'prosecutor').id,
    address: 'https://told.prosecution.example/custodia',
    events: ['reports.issue-report', 'reports.amend-report', 'reports.withdraw-report'],
    purpose: 'Certificates reach the file of the trial on the day they are issued',
    legalBasis: clause,
  })
}

/** Opened at once, waiting for a person because the office is unknown or the case is known, rejected, and sent again with another word. */
async function sendCases(desk: Desk, world: World): Promise<void> {
  const year = dayOf(world.until).slice(2, 4)
  const send = (number: string, office: string, more: object): Promise<{ id: string }> =>
    desk.act(one(world.cast, 'cib-bmp'), 'exchange.receive-case', {
      case: {
        number,
        kind: 'police',
        office,
        incident: { on: later(dayOf(world.until), -1) },
        ...more,
      },
    })
  const burglary = {
    type: 'property',
    title: 'Burglary at a pharmacy, Belmopan',
    offences: [{ code: 'burglary' }],
  }
  await send(`BMP-${year}-0904`, 'BMP', burglary)
  desk.pass(11)
  await send(`BMP-${year}-0911`, 'BMP-NORTH', {
    type: 'assault',
    title: 'Wounding at a football ground, Belmopan',
    parties: [{ role: 'victim', name: 'Elvis Tush' }],
  })
  const known = await send(`BMP-${year}-0904`, 'BMP', {
    ...burglary,
    summary: 'A second door was found forced; the owner names a cash box that is missing.',
  })
  const wrong = await send(`BMP-${year}-0912`, 'BMP-NORTH', { type: 'other', title: 'Lost licence' })
  desk.pass(20)
  const counter = one(world.cast, 'counter')
  if (known.id !== wrong.id)
    await desk.act(counter, 'exchange.decide-arrival', {
      arrival: wrong.id,
      decision: 'reject',
      words: 'Nothing of it is for a laboratory; sent back to the station',
    })
}

/** Records for the observatory: approved, made once, taken once. */
export async function openFeed(
  desk: Desk,
  world: World,
  at: { agency: string | undefined; agreement: string },
): Promise<void> {
  const observer = one(world.cast, 'observer')
  const asked = await desk.act(observer, 'observatory.open-feed', {
    ...at,
    since: dayOf(world.until).slice(0, 4),
    purpose: 'Monthly analysis of violence by district',
    legalBasis: clause,
  })
  await desk.act(one(world.cast, 'director'), 'observatory.approve-feed', { feed: asked.id })
  const batch = await desk.act(one(world.cast, 'director'), 'observatory.make-feed-batch', { feed: asked.id })
  await desk.act(observer, 'observatory.take-feed-batch', { batch: batch.id, as: 'csv' })
}
