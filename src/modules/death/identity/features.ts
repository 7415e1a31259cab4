/** What tells a person apart, as covered rows: of a body as seen, of a missing person as told. */
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { Feature } from './contract.ts'

export const featureRows = (
  cx: Pick<Cx, 'newId'>,
  root: string,
  features: readonly Feature[],
): CoveredRow[] =>
  features.map((f) => ({
    id: cx.newId(),
    root,
    kind: f.kind,
    site: f.site ?? null,
    words: f.words ?? null,
    value: f.value ?? null,
    spread: f.spread ?? null,
    withdrawn: null,
  }))
