/** Which questions a death asks beside the body (the “petals” of the OSAC model: core form, and more by circumstance): pure. */

export interface Asked {
  readonly setting: string
  readonly circumstances: readonly string[]
  readonly manner: string | null
  readonly age: { readonly value: number; readonly unit: string } | null
  readonly identity: string
}
const ELDER = 65

/** Codes under which a form may say that it is for this death: its setting and circumstances, `manner-…`, `age-…`, `unidentified`. */
export function marksOf(d: Asked): string[] {
  const child = d.age !== null && (d.age.unit !== 'years' || d.age.value < 18)
  const infant = d.age !== null && (d.age.unit !== 'years' || d.age.value < 1)
  const elder = d.age !== null && d.age.unit === 'years' && d.age.value >= ELDER
  return [
    d.setting,
    ...d.circumstances,
    ...(d.manner ? [`manner-${d.manner}`] : []),
    ...(child ? ['age-child'] : []),
    ...(infant ? ['age-infant'] : []),
    ...(elder ? ['age-elder'] : []),
    ...(d.identity === 'none' ? ['unidentified'] : []),
  ]
}

/** Because of which marks a form is asked; undefined: it is not asked. A form for nobody in particular is asked of all. */
export function becauseOf(form: readonly string[], marks: readonly string[]): string[] | undefined {
  if (form.length === 0) return []
  const because = form.filter((mark) => marks.includes(mark))
  return because.length > 0 ? because : undefined
}
