/**
 * The order of the files in a run: longest first, so that its last minutes are not one worker's alone. A clean clone remembers
 * no durations, and a file's size says little of them: what takes more than twenty seconds is named here.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const longest = [
  'test/e2e/pages.test.ts',
  'test/command-line.test.ts',
  'src/modules/scenes/device.test.ts',
  'src/ledger/tamper.test.ts',
  'src/modules/observatory/known-answers.test.ts',
  'test/need-to-know.test.ts',
  'src/platform/embedded.test.ts',
  'test/bad-input/of-others.test.ts',
  'test/e2e/remote.test.ts',
  'src/formats/pages/open-pages.test.ts',
  'src/modules/portal/telephone.test.ts',
  'test/e2e/offline.test.ts',
  'test/crash.test.ts',
  'test/killed-readers.test.ts',
  'src/modules/scenes/many-photographs.test.ts',
  'test/everything.test.ts',
  'test/bad-input/twice.test.ts',
  'test/processes.test.ts',
  'test/e2e/tour.test.ts',
  'test/bad-input/values-',
  'test/copies.test.ts',
  'src/modules/scenes/phone.test.ts',
  'test/e2e/death.test.ts',
  'test/simulation/',
  'test/postgres-15.test.ts',
  'src/modules/scenes/wall.test.ts',
  'src/modules/scenes/letting-go.test.ts',
  'src/modules/evidence/evidence.test.ts',
  'src/formats/pages/look.test.ts',
  'src/modules/scenes/deep-zoom.test.ts',
]
const placeOf = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((path) => moduleId.includes(path))
  return at === -1 ? longest.length : at
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
