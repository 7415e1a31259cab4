/** The last words of a test run: why something was skipped, and then one plain line that a person or a script can read. */
import type { Reporter, TestCase, TestModule } from 'vitest/node'

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 }
    const reasons = new Map<string, number>()
    for (const module of modules) {
      // A file that could not be loaded, or whose set-up failed, counts as a failure even when its tests never ran.
      if (module.errors().length > 0) count.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') count.passed += 1
        else if (state === 'failed') count.failed += 1
        else {
          count.skipped += 1
          const reason = `${module.relativeModuleId} › ${why(test)}`
          reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
        }
      }
    }
    count.failed += errors.length
    const lines = [...reasons].map(([reason, times]) => `skipped${times > 1 ? ` (${times})` : ''}: ${reason}`)
    const closing = `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`
    // The other reporter prints its summary at the same event; ours has to be the last line of all.
    process.once('exit', () => process.stdout.write(`\n${[...lines, closing].join('\n')}\n`))
  }
}

function why(test: TestCase): string {
  const result = test.result()
  const note = result.state === 'skipped' ? result.note : undefined
  return note ?? `${test.fullName}: no reason given`
}
