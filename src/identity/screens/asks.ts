/** How forms of identity ask for a unit, an agency, a person. */
import type { Field } from '#ui/Form.tsx'
import type { Say } from '#ui/say.ts'

interface UnitLine {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly agencyName: string
}
export const unitAsk = {
  name: 'identity.list-units',
  params: { limit: 50 },
  label: (u: UnitLine) => u.name,
  note: (u: UnitLine) => `${u.code} · ${u.agencyName}`,
  value: (u: UnitLine) => u.id,
}
interface AgencyLine {
  readonly id: string
  readonly name: string
  readonly shortName: string
}
const agencyAsk = {
  name: 'identity.list-agencies',
  params: { limit: 50 },
  label: (g: AgencyLine) => g.name,
  note: (g: AgencyLine) => g.shortName,
  value: (g: AgencyLine) => g.id,
}
export const agencyField = (say: Say): Field => ({
  key: 'agency',
  label: say('identity.column-agency'),
  kind: 'ref',
  required: true,
  ask: agencyAsk as unknown as Field['ask'],
})
