/**
 * What comes from outside, whatever chance gives the laboratory to do: each day a death is told and a scene is called, and
 * on the first the paper of the past is registered. The words beside the main job then have records of their own.
 */
import { keepPaper } from '../../src/app/demo/paper.ts'
import { one } from '../../src/app/demo/people.ts'
import type { Simulation } from './laboratory.ts'

export async function fromOutside(sim: Simulation, day: number): Promise<void> {
  if (day === 0) await keepPaper(sim.house.ground, sim.world)
  await tellDeath(sim, day)
  await callToScene(sim, day)
}

async function tellDeath(sim: Simulation, day: number): Promise<void> {
  const now = sim.house.clock.now()
  const { id: death } = await sim.act('investigator', 'death.take-call', {
    way: 'telephone',
    began: now,
    caller: { kind: 'police', name: `Sgt ${sim.seal()}`, phone: '501-600-0100' },
    setting: 'home',
    circumstances: [],
    name: `Nobody ${sim.seal()}`,
    sex: day % 2 === 0 ? 'male' : 'female',
    age: { value: 40 + day, unit: 'years' },
    found: { on: now.slice(0, 10), text: 'Mile 6', district: 'BZ-SC', byWhom: 'A neighbour' },
    words: 'As told by the caller',
    answers: {
      safe: { value: true },
      moved: { value: 'not-moved' },
      guarded: { value: true },
      family: { value: 'told' },
    },
  })
  const pathologist = one(sim.cast, 'pathologist')
  await sim.act('investigator', 'death.record-notification', {
    death,
    whom: 'pathologist',
    name: pathologist.name,
    outcome: 'reached',
  })
  await (day % 2 === 0
    ? sim.act(pathologist, 'death.accept-jurisdiction', {
        death,
        profile: 'coroner',
        authority: { kind: 'order', number: `CO-${sim.seal()}`, by: 'Magistrate' },
      })
    : sim.act(pathologist, 'death.decline-jurisdiction', {
        death,
        reason: 'natural-attended',
        signs: 'The attending physician',
      }))
}

async function callToScene(sim: Simulation, day: number): Promise<void> {
  const where = { sceneType: 'burglary', place: `House ${sim.seal()}, Dangriga`, district: 'BZ-SC' }
  const { id: callOut } = await sim.act('soc-head', 'scenes.receive-call-out', {
    newCase: { title: `Burglary, ${where.place}`, type: 'property', summary: 'Told by the duty officer' },
    unit: sim.world.units.get('SOC-DG'),
    ...where,
    caller: { name: 'Duty officer' },
    words: 'A window was forced',
  })
  // The last of the week still waits.
  if (day % 3 === 2) return
  const technician = one(sim.cast, 'scenes')
  await sim.act('soc-head', 'scenes.dispatch', { callOut, people: [technician.id], vehicle: 'Truck 1' })
  const { id: attendance } = await sim.act(technician, 'scenes.open-attendance', { callOut, ...where })
  await sim.act(technician, 'scenes.arrive', { attendance, words: 'Cordon in place' })
}
