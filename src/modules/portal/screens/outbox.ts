/** What an officer writes down without a connection: drafts and announcements that wait, on this device, per person; each is sent under the one key that it was given. */
import { useEffect, useRef, useState } from 'react'
import { Problem, newKey, tell, upload } from '#ui/client.ts'

export interface Photo {
  /** The picture as it will be sent, until the server has it. */
  readonly data: string | null
  readonly sha256: string | null
  /** Which item of the list, from 0. */
  readonly item: number
}
export interface Draft {
  readonly id: string
  readonly key: string
  readonly step: number
  readonly values: Readonly<Record<string, unknown>>
  readonly photos: readonly Photo[]
  /** Written once, when it is sent the first time: sent again it is the same act. */
  readonly body: { readonly [key: string]: unknown } | null
  readonly at: string
  /** The refusal of the server, in its own words. */
  readonly refused: string | null
}

const place = (me: string): string => `custodia.announcing.${me}`
const heard = new Set<() => void>()

export function draftsOf(me: string): readonly Draft[] {
  try {
    return JSON.parse(localStorage.getItem(place(me)) ?? '[]') as Draft[]
  } catch {
    return []
  }
}
function keep(me: string, drafts: readonly Draft[]): void {
  localStorage.setItem(place(me), JSON.stringify(drafts))
  for (const hear of heard) hear()
}
export function keepDraft(me: string, draft: Draft): void {
  const others = draftsOf(me).filter((d) => d.id !== draft.id)
  keep(me, [...others, draft])
}
export const dropDraft = (me: string, id: string): void =>
  keep(
    me,
    draftsOf(me).filter((d) => d.id !== id),
  )
export const newDraft = (): Draft => ({
  id: newKey(),
  key: newKey(),
  step: 1,
  values: {},
  photos: [],
  body: null,
  at: new Date().toISOString(),
  refused: null,
})

/** The drafts of this person, followed as they change. */
export function useDrafts(me: string): readonly Draft[] {
  const [drafts, setDrafts] = useState(() => draftsOf(me))
  useEffect(() => {
    const hear = (): void => setDrafts(draftsOf(me))
    heard.add(hear)
    return () => void heard.delete(hear)
  }, [me])
  return drafts
}

const fileOf = (data: string): File => {
  const bytes = Uint8Array.from(atob(data.slice(data.indexOf(',') + 1)), (c) => c.charCodeAt(0))
  return new File([bytes], 'photograph.jpg', { type: 'image/jpeg' })
}

/** Pictures first, each once; then the announcement. True when the server has it. */
async function send(me: string, draft: Draft): Promise<boolean> {
  const photos: Photo[] = []
  for (const [i, photo] of draft.photos.entries()) {
    const sha256 = photo.sha256 ?? (photo.data ? (await upload(fileOf(photo.data))).sha256 : null)
    photos.push({ ...photo, data: null, sha256 })
    keepDraft(me, { ...draft, photos: [...photos, ...draft.photos.slice(i + 1)] })
  }
  const items = (draft.body?.items ?? []) as { readonly [key: string]: unknown }[]
  const body = {
    ...draft.body,
    items: items.map((item, i) => ({
      ...item,
      photographs: photos
        .filter((p) => p.item === i && p.sha256)
        .map((p) => ({ file: p.sha256, shows: 'packaging' })),
    })),
  }
  try {
    await tell('evidence.submit-prelog', body, { key: draft.key, occurredAt: draft.at }).catch((problem) => {
      // The telephone's clock is ahead: it is announced when it comes, not refused for that.
      if (!(problem instanceof Problem) || problem.code !== 'time-ahead') throw problem
      return tell('evidence.submit-prelog', body, { key: draft.key })
    })
  } catch (problem) {
    // It had come through before the connection broke.
    const there = problem instanceof Problem && problem.code === 'evidence.prelog-there-already'
    if (!there) throw problem
  }
  dropDraft(me, draft.id)
  return true
}

let sending = false
/** Sends what waits, one after another; a lost connection leaves the rest for later, a refusal is kept beside its draft. */
export async function sendWaiting(me: string): Promise<number> {
  if (sending) return 0
  sending = true
  let sent = 0
  try {
    for (const draft of draftsOf(me).filter((d) => d.body !== null && d.refused === null)) {
      try {
        if (await send(me, draft)) sent += 1
      } catch (problem) {
        if (
          !(problem instanceof Problem) ||
          problem.status === 0 ||
          problem.status >= 500 ||
          problem.status === 401
        )
          break
        const now = draftsOf(me).find((d) => d.id === draft.id) ?? draft
        // What was refused is written anew: under a new key, as it will be another act.
        keepDraft(me, {
          ...now,
          key: newKey(),
          body: null,
          step: 4,
          refused: [problem.detail, problem.next].filter(Boolean).join(' '),
        })
      }
    }
  } finally {
    sending = false
  }
  return sent
}

/** Tries now, whenever the network comes back, and every twenty seconds. */
export function useSending(me: string, onSent: () => void): void {
  const sent = useRef(onSent)
  useEffect(() => {
    sent.current = onSent
  })
  useEffect(() => {
    const go = (): void => void sendWaiting(me).then((n) => (n > 0 ? sent.current() : undefined))
    go()
    window.addEventListener('online', go)
    const timer = setInterval(go, 20_000)
    return () => {
      window.removeEventListener('online', go)
      clearInterval(timer)
    }
  }, [me])
}

const LONGEST = 1_600
/** A picture small enough for a slow line: 1,600 pixels, and without the place that a telephone writes into it. */
export async function shrunk(file: File): Promise<string> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return canvas.toDataURL('image/jpeg', 0.7)
}
