/** How forms of identity ask for a unit. */
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
