/** A call as it lies flat on the page, and in the shape in which it is sent; back again where a refused one is taken up anew. */
import type { Values } from '#ui/fields.ts'

export function callOf(values: Values): Values {
  const { caller, dead, found, answers, ...rest } = values as Record<string, Values | undefined>
  const { age, ageUnit, ...person } = dead ?? {}
  const told = age as { value?: number; absent?: string } | undefined
  return {
    ...rest,
    ...person,
    ...(told ? { age: told.absent ? told : { value: Number(told.value), unit: ageUnit ?? 'years' } } : {}),
    caller: caller ?? {},
    found: found ?? {},
    ...(answers ? { answers } : {}),
  }
}

export function pageOf(call: Values): Values {
  // The id and the beginning belong to the call, not to what was typed.
  const { id: _, began: __, name, sex, age, ...rest } = call
  const told = age as { value?: number; unit?: string; absent?: string } | undefined
  return {
    ...rest,
    dead: {
      ...(name === undefined ? {} : { name }),
      ...(sex === undefined ? {} : { sex }),
      ...(told ? { age: told.absent ? told : { value: told.value } } : {}),
      ageUnit: told?.unit ?? 'years',
    },
  }
}
