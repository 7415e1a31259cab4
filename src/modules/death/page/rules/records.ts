/** Who may get which papers of a death, and when: the laboratory's own rule for each asker, and how the death stands. Pure. */
import { type Verdict, no, unless, yes } from '#kernel/verdict.ts'

export const recordParts = [
  'certificate',
  'examination-report',
  'toxicology',
  'pictures',
  'effects-list',
] as const
export type RecordPart = (typeof recordParts)[number]

/** A code of the list `death-records-rule`, which names an asker. */
export interface RecordsRule {
  /** Which parts this asker may ever have. */
  readonly parts: readonly RecordPart[]
  /** A homicide that no court has ended is not told to this asker. */
  readonly homicideHold: boolean
  /** `final`: not before the cause is final; `any`: at any stage. */
  readonly stage: 'final' | 'any'
  /** Whether the asker must stand among the relatives as entitled. */
  readonly entitled: boolean
}
export function recordsRuleOf(data: unknown): RecordsRule {
  const said = (data ?? {}) as Record<string, unknown>
  const parts = Array.isArray(said['parts']) ? said['parts'].map(String) : []
  return {
    parts: recordParts.filter((p) => parts.includes(p)),
    // What nobody said is held: a rule is written to open, not to close.
    homicideHold: said['homicide'] !== 'give',
    stage: said['stage'] === 'any' ? 'any' : 'final',
    entitled: said['entitled'] === true,
  }
}

export interface RecordsStanding {
  readonly manner: string | null
  /** A verdict of the inquest stands, or the case is over before a court. */
  readonly ended: boolean
  readonly cause: 'pending' | 'final' | 'amended' | null
  readonly examination: 'none' | 'open' | 'done'
  /** What a cause or a report still waits for from the sections. */
  readonly waiting: number
  readonly pictures: number
  readonly effects: number
  /** Relatives who are entitled. */
  readonly entitled: number
}

/** Whether this asker may have papers of this death now at all. */
export function mayAskRecords(rule: RecordsRule, d: RecordsStanding): Verdict {
  if (rule.parts.length === 0) return no('death.records-none')
  if (rule.homicideHold && d.manner === 'homicide' && !d.ended)
    return no('death.records-homicide', {}, 'death.next-records-homicide')
  if (rule.entitled && d.entitled === 0)
    return no('death.records-nobody-entitled', {}, 'death.next-records-entitled')
  if (rule.stage === 'final' && d.cause !== 'final' && d.cause !== 'amended')
    return no('death.records-pending', {}, 'death.next-records-pending')
  // Nobody has said yet that it is none: until a manner is given or a court has spoken, it is held like one.
  if (rule.homicideHold && (d.manner === null || d.manner === 'pending') && !d.ended)
    return no('death.records-manner-open', {}, 'death.next-records-manner')
  return yes
}

/** Whether a part is there to be given; `absent`: there is none, and none is waited for. */
export function partOf(part: RecordPart, d: RecordsStanding): 'ready' | 'waits' | 'absent' {
  switch (part) {
    case 'certificate':
      return d.cause === 'final' || d.cause === 'amended' ? 'ready' : 'waits'
    case 'examination-report':
      return d.examination === 'none' ? 'absent' : d.examination === 'done' ? 'ready' : 'waits'
    case 'toxicology':
      return d.waiting > 0 ? 'waits' : 'ready'
    case 'pictures':
      return d.pictures > 0 ? 'ready' : 'absent'
    case 'effects-list':
      return d.effects > 0 ? 'ready' : 'absent'
  }
}

/** Given once and whole: while a part of it is still to come, nothing of it goes. */
export function mayGiveWhole(rule: RecordsRule, d: RecordsStanding): Verdict {
  const asked = mayAskRecords(rule, d)
  if (!asked.ok) return asked
  const states = rule.parts.map((p) => partOf(p, d))
  if (states.includes('waits')) return no('death.records-not-whole', {}, 'death.next-records-whole')
  return unless(states.includes('ready'), no('death.records-nothing-there'))
}
