/** The operations of the observatory, and how its sums follow the record. */
import type { Module } from '#platform/cx.ts'
import { plain } from '#platform/define.ts'
import { approveRelease } from './operations/approve-release.ts'
import { codeVictim } from './operations/code-victim.ts'
import { cubeFile } from './operations/cube-file.ts'
import { cube } from './operations/cube.ts'
import { dictionary } from './operations/dictionary.ts'
import { explainDifference } from './operations/explain-difference.ts'
import { figures } from './operations/figures.ts'
import { freezeFigure } from './operations/freeze-figure.ts'
import { getFigure } from './operations/get-figure.ts'
import { getRelease } from './operations/get-release.ts'
import { indicators } from './operations/indicators.ts'
import { map } from './operations/map.ts'
import { openData } from './operations/open-data.ts'
import { prepareRelease } from './operations/prepare-release.ts'
import { publishRelease } from './operations/publish-release.ts'
import { qualityOfData } from './operations/quality-of-data.ts'
import { reconciliation } from './operations/reconciliation.ts'
import { recordExternalCount } from './operations/record-external-count.ts'
import { releaseData } from './operations/release-data.ts'
import { releases } from './operations/releases.ts'
import { returnRelease } from './operations/return-release.ts'
import { victimsToCode } from './operations/victims-to-code.ts'
import { withdrawRelease } from './operations/withdraw-release.ts'
import { FOLLOWER } from './store/datasets.ts'
import { refreshVictims } from './store/victims.ts'

export const observatory: Module = {
  name: 'observatory',
  operations: [
    plain(approveRelease),
    plain(codeVictim),
    plain(cube),
    plain(cubeFile),
    plain(dictionary),
    plain(explainDifference),
    plain(figures),
    plain(freezeFigure),
    plain(getFigure),
    plain(getRelease),
    plain(indicators),
    plain(map),
    plain(openData),
    plain(prepareRelease),
    plain(publishRelease),
    plain(qualityOfData),
    plain(reconciliation),
    plain(recordExternalCount),
    plain(releaseData),
    plain(releases),
    plain(returnRelease),
    plain(victimsToCode),
    plain(withdrawRelease),
  ],
  followers: [{ name: FOLLOWER, run: async (cx, roots) => void (await refreshVictims(cx, roots)) }],
  constraints: {
    observatory_coding_order: 'somebody-was-faster',
    observatory_release_number: 'somebody-was-faster',
    observatory_release_order: 'somebody-was-faster',
    figure_pkey: 'observatory.already-there',
    release_pkey: 'observatory.already-there',
    external_count_pkey: 'observatory.already-there',
  },
}
