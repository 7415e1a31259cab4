/** One scene as the server told it last, kept on this device, with what was written here since and waits to be sent. */
import { useMe } from '#ui/me.ts'
import { type AskedOrKept, useAskOrKept, useKeptOne } from '#ui/offline/ask-kept.ts'
import { useWaiting } from '#ui/offline/use-kept.ts'
import { type WaitingAct, isOver } from '#ui/offline/waiting.ts'
import { newKey } from '#ui/client.ts'
import type { AttendanceSeen } from '../contract/seen.ts'

export type Scene = AttendanceSeen
export const KIND = 'scene'

export interface SceneHere extends AskedOrKept<Scene> {
  /** What waits on this device for this scene. */
  readonly waiting: readonly WaitingAct[]
  /** Acts that went out, whose files stay here until the house has proved them. */
  readonly unproved: number
}
export function useScene(id: string): SceneHere {
  const person = useMe()?.person.id ?? ''
  const acts = useWaiting(person).rows ?? []
  const here = acts.filter((a) => a.to === `/scenes/${id}`)
  const waiting = here.filter((a) => a.state !== 'sent')
  const unproved = here.filter((a) => a.state === 'sent' && !isOver(a)).length
  const asked = useAskOrKept<Scene>(
    'scenes.get-attendance',
    { attendance: id },
    { kind: KIND, id, always: true, every: waiting.length > 0 ? 6_000 : 30_000 },
  )
  const own = useKeptOne<Scene>(person, KIND, id)
  // A scene that was opened here without a network is not known to the server until its opening was handed in.
  const unknown = asked.data === undefined && asked.error?.status === 404 && own
  return unknown
    ? { ...asked, data: own.value, keptAt: own.at, error: null, isPending: false, waiting, unproved }
    : { ...asked, waiting, unproved }
}

/** What this device knows of a scene that it opened by itself. */
export function newScene(
  about: { id: string; sceneType: string; sceneTypeName: string; place: string; words: string | null },
  me: { id: string; name: string },
): Scene {
  const may = (operation: string): { operation: string; ok: true } => ({ operation, ok: true })
  const now = new Date().toISOString()
  return {
    id: about.id,
    number: '…',
    case: { id: '', number: '…', title: about.place },
    sceneType: about.sceneType,
    sceneTypeName: about.sceneTypeName,
    place: about.place,
    state: 'open',
    version: 0,
    unit: null,
    lead: me,
    openedAt: now,
    photographs: 0,
    items: 0,
    district: null,
    position: null,
    words: about.words,
    callOut: null,
    steps: [{ kind: 'opened', at: now, recordedAt: now, by: me.name, words: null }],
    log: [],
    inside: [],
    marks: [],
    collected: [],
    measurements: [],
    sketches: [],
    statements: [],
    identities: [],
    vehicle: null,
    checklists: [],
    hasChecklist: true,
    conflicts: [],
    records: [],
    mended: [],
    actions: [
      'scenes.arrive',
      'scenes.leave-scene',
      'scenes.log-entry',
      'scenes.add-photograph',
      'scenes.mark-evidence',
      'scenes.collect-item',
      'scenes.lift-print',
      'scenes.add-sketch',
      'scenes.add-measurement',
      'scenes.record-statement',
      'scenes.record-identity',
      'scenes.complete-checklist',
    ].map(may),
  }
}
export const newId = newKey
/** Marks that were set here and are not sent yet can be named all the same. */
export const inputOf = (act: WaitingAct): { operation: string; input: Record<string, unknown> } => {
  if (act.operation !== 'identity.present-claim') return { operation: act.operation, input: { ...act.input } }
  try {
    const said = JSON.parse(String(act.input?.['payload'] ?? '{}')) as {
      operation: string
      input: Record<string, unknown>
    }
    return { operation: said.operation, input: said.input ?? {} }
  } catch {
    return { operation: act.operation, input: {} }
  }
}

/** Marks that only this device knows. */
export function marksOnlyHere(
  scene: Scene,
  waiting: readonly WaitingAct[],
): { readonly id: string; readonly label: string; readonly words: string }[] {
  return waiting.flatMap((act) => {
    const { operation, input } = inputOf(act)
    if (operation !== 'scenes.mark-evidence' || scene.marks.some((m) => m.id === input['id'])) return []
    return [{ id: String(input['id']), label: String(input['label']), words: String(input['words'] ?? '') }]
  })
}
