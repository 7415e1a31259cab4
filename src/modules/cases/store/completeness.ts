/** What is still open on a case: counts and holds that every module pushed down, so that nobody has to ask around. */
import type { Cx } from '#platform/cx.ts'
import { holdsOfRoot, progressOf } from './holds.ts'

export interface OpenItem {
  readonly kind: string
  readonly subject: string | null
  readonly text: string
  readonly since: string | null
}
export interface Completeness {
  readonly complete: boolean
  readonly open: OpenItem[]
  readonly counts: { kind: string; open: number; done: number }[]
}

const kinds = ['submission', 'scene', 'item', 'request', 'result', 'report', 'question'] as const
/** Court, legal and appeal holds keep exhibits from disposal, not a case from being closed; what is born held is lifted after closing. */
const closing: readonly string[] = ['work', 'review']

export async function completenessOf(cx: Pick<Cx, 'tx' | 'say'>, root: string): Promise<Completeness> {
  const steps = await progressOf(cx, root)
  const holds = (await holdsOfRoot(cx, root)).filter((h) => closing.includes(h.kind))
  // Work that is open says so itself and holds the case with the same words: one thing is told once.
  const said = new Set(steps.filter((s) => s.state === 'open').map((s) => cx.say(s.text, s.values ?? {})))
  const open: OpenItem[] = [
    ...steps
      .filter((s) => s.state === 'open')
      .map((s) => ({
        kind: s.kind,
        subject: s.subject,
        text: cx.say(s.text, s.values ?? {}),
        since: s.since,
      })),
    ...holds
      .filter((h) => !said.has(cx.say(h.why, h.values ?? {})))
      .map((h) => ({
        kind: 'hold',
        subject: h.subject,
        text: cx.say(h.why, h.values ?? {}),
        since: h.since,
      })),
  ]
  const counts = kinds.map((kind) => ({
    kind,
    open: steps.filter((s) => s.kind === kind && s.state === 'open').length,
    done: steps.filter((s) => s.kind === kind && s.state === 'done').length,
  }))
  return { complete: open.length === 0, open, counts: counts.filter((c) => c.open + c.done > 0) }
}
