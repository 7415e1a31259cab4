/** The acts with which other modules take their parts of a laboratory: names are codes in the files and ids in the acts. */
import { Refusal } from '#kernel/verdict.ts'
import type { Laboratory } from '../contract.ts'
import { idOfWord } from '../word-id.ts'

export interface Part {
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
}

/**
 * The acts with which other modules take their parts of a laboratory, in the order in which they must be done.
 * Names of agencies, units, methods and stores are their codes in the files and ids (idOfWord) in the acts.
 */
export function partsToApply(laboratory: Laboratory): Part[] {
  return actsOf(laboratory)
}

const id = (kind: string, code: unknown): string => idOfWord(`${kind} ${String(code)}`)
/** A reference by code in the files is an id in the act; what is not referred to is left out. */
const link = (kind: string, field: string, code: unknown): Record<string, string> =>
  code == null ? {} : { [field]: id(kind, code) }

function actsOf(laboratory: Laboratory): Part[] {
  return [
    ...laboratory.agencies.map((a) => ({
      operation: 'identity.register-agency',
      input: { id: id('agency', a.shortName), ...a },
    })),
    ...laboratory.units.map(({ agency, parent, ...u }) => ({
      operation: 'identity.add-unit',
      input: {
        ...u,
        id: id('unit', u.code),
        ...link('agency', 'agency', agency),
        ...link('unit', 'parent', parent),
      },
    })),
    ...laboratory.methods.flatMap(methodActs),
    ...laboratory.equipment.flatMap(equipmentActs),
    ...laboratory.lots.flatMap(lotActs),
    ...laboratory.stores.map(({ parent, unit, ...s }) => ({
      operation: 'evidence.define-location',
      input: {
        ...s,
        id: id('store', s.code),
        ...link('store', 'parent', parent),
        ...link('unit', 'unit', unit),
      },
    })),
  ]
}

type PartOfFile = Laboratory['methods'][number]

function methodActs({ versions, ...m }: PartOfFile): Part[] {
  const method = id('method', m.code)
  const issued = (versions ?? []) as unknown as readonly Record<string, unknown>[]
  return [
    { operation: 'quality.register-method', input: { id: method, ...m } },
    ...issued.map((v) => ({
      operation: 'quality.issue-method-version',
      input: { id: id('method', `${String(m.code)} v${String(v.version)}`), method, ...v },
    })),
  ]
}

function equipmentActs({ calibration, unit, ...e }: PartOfFile): Part[] {
  const equipment = id('equipment', e.code)
  const standing = calibration as unknown as Record<string, unknown> | undefined
  return [
    {
      operation: 'quality.register-equipment',
      input: { id: equipment, ...e, ...link('unit', 'unit', unit) },
    },
    ...(standing
      ? [
          {
            operation: 'quality.record-calibration',
            input: { id: id('calibration', e.code), equipment, ...standing },
          },
        ]
      : []),
  ]
}

function lotActs({ verified, ...l }: PartOfFile): Part[] {
  const lot = id('lot', `${String(l.material)} ${String(l.number)}`)
  return [
    { operation: 'quality.receive-lot', input: { id: lot, ...l } },
    ...(verified
      ? [{ operation: 'quality.verify-lot', input: { lot, outcome: 'verified', why: verified } }]
      : []),
  ]
}

/** Does the parts through `act`; what is there already (409) is left as it is. Answers how many were new. */
export async function applyParts(
  laboratory: Laboratory,
  act: (operation: string, input: unknown) => Promise<unknown>,
): Promise<{ added: number; same: number }> {
  let added = 0
  let same = 0
  for (const part of partsToApply(laboratory)) {
    try {
      await act(part.operation, part.input)
      added += 1
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error
      same += 1
    }
  }
  return { added, same }
}
