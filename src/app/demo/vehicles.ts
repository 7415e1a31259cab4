/** A vehicle of the demonstration: brought in after a collision, with a bay that is kept for it. */
import type { Actor } from '#platform/cx.ts'
import type { Desk } from './desk.ts'
import { one } from './people.ts'
import type { Year } from './year.ts'

/** The car of a collision is brought in and a bay is kept for it; its driver showed a passport (the specimen that ICAO prints). */
export async function vehicle(year: Year, desk: Desk, by: Actor, attendance: string): Promise<void> {
  const { cast, units } = year.world
  await desk.act(by, 'scenes.record-identity', {
    attendance,
    raw: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
    role: 'witness',
    name: 'Anna Maria Eriksson',
    born: '1974-08-12',
    sex: 'female',
    document: 'L898902C3',
  })
  const { id: thing } = await desk.act(by, 'scenes.collect-item', {
    attendance,
    description: 'Red car, plate SC-C-01482',
    type: 'vehicle',
    how: 'Tow truck',
    answers: {
      plate: { value: 'SC-C-01482' },
      make: { value: 'Toyota' },
      model: { absent: 'unknown' },
      colour: { absent: 'unknown' },
      vinState: 'not-seen',
    },
  })
  const { id: place } = await desk.act(one(cast, 'soc-head'), 'evidence.define-location', {
    code: 'BAY-DG',
    name: 'Vehicle bay, Dangriga',
    kind: 'room',
    unit: units.get('SOC-DG'),
    capacity: 1,
  })
  const hours = (n: number): string => new Date(desk.now() + n * 3_600_000).toISOString()
  await desk.act(by, 'scenes.book-bay', {
    thing,
    place,
    from: hours(2),
    until: hours(24 * 9),
    words: 'Prints, paint, brakes',
  })
}
