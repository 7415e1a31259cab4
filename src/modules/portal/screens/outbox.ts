/** What an officer writes down without a connection: drafts on this device, sealed, and the announcements that wait to be sent under the one key each was given. */
import { useEffect, useMemo, useRef } from 'react'
import { newKey, tell, upload } from '#ui/client.ts'
import { keep, keepFile, letFileGo, letGo, listKept } from '#ui/offline/store.ts'
import { type Shut, useKept, useWaiting } from '#ui/offline/use-kept.ts'
import { type WaitingAct, giveUp, sendWaiting, whenSent, writeDown } from '#ui/offline/waiting.ts'

const KIND = 'prelog'

export interface Photo {
  /** Kept sealed under it until it was sent. */
  readonly sha256: string
  /** Which item of the list, from 0. */
  readonly item: number
}
export interface Draft {
  readonly id: string
  /** The act under which it is sent: a new one after a refusal, as it will be another act. */
  readonly key: string
  readonly step: number
  readonly values: Readonly<Record<string, unknown>>
  readonly photos: readonly Photo[]
  readonly at: string
}
/** A draft as it stands: still written on, waiting for the network, or brought back by a refusal. */
export interface Standing {
  readonly draft: Draft
  readonly body: { readonly [key: string]: unknown } | null
  readonly waits: boolean
  readonly refused: string | null
}

export const newDraft = (): Draft => ({
  id: newKey(),
  key: newKey(),
  step: 1,
  values: {},
  photos: [],
  at: new Date().toISOString(),
})

/** What an earlier version of these pages kept in clear is taken over once, sealed, and the clear text is removed. */
async function takeOver(me: string): Promise<void> {
  const place = `custodia.announcing.${me}`
  const clear = localStorage.getItem(place)
  localStorage.removeItem('custodia.announcing-form')
  if (clear === null) return
  interface Old extends Omit<Draft, 'photos'> {
    readonly photos: readonly { data: string | null; sha256: string | null; item: number }[]
  }
  for (const old of JSON.parse(clear) as Old[]) {
    const photos: Photo[] = []
    for (const { data, sha256, item } of old.photos) {
      const bytes = data
        ? Uint8Array.from(atob(data.slice(data.indexOf(',') + 1)), (c) => c.charCodeAt(0))
        : null
      const kept = bytes ? await keepFile(me, new Blob([bytes], { type: 'image/jpeg' })) : null
      const file = sha256 ?? kept?.sha256
      if (file) photos.push({ sha256: file, item })
    }
    const { id, key, values, at } = old
    await keep(me, KIND, id, { id, key, step: Math.min(old.step, 4), values, photos, at })
  }
  localStorage.removeItem(place)
}

const standing = (draft: Draft, acts: readonly WaitingAct[]): Standing => {
  const act = acts.find((one) => one.id === draft.key)
  return { draft, body: act?.input ?? null, waits: act?.state === 'waits', refused: act?.why ?? null }
}

export interface Drafts {
  /** Null until they have been read. */
  readonly all: readonly Standing[] | null
  readonly shut: Shut
}
/** The drafts of this person, followed as they change; what was sent is no draft any more. */
export function useDrafts(me: string): Drafts {
  const kept = useKept<Draft>(me, KIND)
  const waiting = useWaiting(me)
  useEffect(() => {
    if (me !== '') takeOver(me).catch(() => undefined)
  }, [me])
  const all = useMemo(() => {
    if (!kept.rows || !waiting.rows) return null
    const sent = new Set(waiting.rows.filter((act) => act.state === 'sent').map((act) => act.id))
    return kept.rows
      .filter((row) => !sent.has(row.value.key))
      .map((row) => standing(row.value, waiting.rows ?? []))
      .toSorted((a, b) => a.draft.id.localeCompare(b.draft.id))
  }, [kept.rows, waiting.rows])
  return { all, shut: kept.shut ?? waiting.shut }
}

/** Writes follow one another, and only the newest of what was typed meanwhile is written. */
export function draftKeeper(
  me: string,
  onKept: (at: string) => void,
  onLost: () => void,
): (draft: Draft) => void {
  let next: Draft | null = null
  let busy = false
  const write = async (): Promise<void> => {
    busy = true
    while (next) {
      const draft: Draft = next
      next = null
      try {
        await keep(me, KIND, draft.id, draft)
        onKept(draft.at)
      } catch {
        onLost()
      }
    }
    busy = false
  }
  return (draft) => {
    next = draft
    if (!busy) void write()
  }
}
export async function dropDraft(me: string, draft: Draft): Promise<void> {
  await giveUp(me, draft.key)
  await letGo(me, KIND, draft.id)
  for (const photo of draft.photos) await letFileGo(me, photo.sha256)
}

/** Sealed on the device until it is sent; where there is no seal it goes to the server at once. */
export async function keepPhoto(me: string, picture: Blob): Promise<string> {
  try {
    return (await keepFile(me, picture)).sha256
  } catch {
    return (await upload(new File([picture], 'photograph.jpg', { type: 'image/jpeg' }))).sha256
  }
}

function withPhotos(
  body: { readonly [key: string]: unknown },
  photos: readonly Photo[],
): { readonly [key: string]: unknown } {
  const items = (body.items ?? []) as { readonly [key: string]: unknown }[]
  return {
    ...body,
    items: items.map((item, i) => ({
      ...item,
      photographs: photos
        .filter((photo) => photo.item === i)
        .map((photo) => ({ file: photo.sha256, shows: 'packaging' })),
    })),
  }
}
/** Where this browser has no seal nothing waits: it is sent, or refused, while one looks. */
export const announceNow = (draft: Draft, body: { readonly [key: string]: unknown }): Promise<unknown> =>
  tell('evidence.submit-prelog', withPhotos(body, draft.photos), { key: draft.key })

/** The act as it stands after the first try. */
type Announced = Pick<WaitingAct, 'id' | 'state' | 'why'>
/** Written down to be sent, together with the draft that it was, and sent at once if there is a network. */
export async function announce(
  me: string,
  draft: Draft,
  body: { readonly [key: string]: unknown },
): Promise<Announced> {
  const key = newKey()
  const input = withPhotos(body, draft.photos)
  // After a refusal it is another act, with the same photographs.
  await letGo(me, 'act', draft.key)
  await writeDown(
    me,
    {
      id: key,
      chain: draft.id,
      operation: 'evidence.submit-prelog',
      input,
      occurredAt: draft.at,
      files: draft.photos.map(({ sha256 }) => ({ sha256, name: 'photograph.jpg', type: 'image/jpeg' })),
      label: String(draft.values.title ?? ''),
      to: `/portal/announced/${draft.id}`,
      // It had come through before the connection broke.
      there: ['evidence.prelog-there-already'],
    },
    [{ kind: KIND, id: draft.id, value: { ...draft, key } }],
  )
  await sendWaiting(me)
  const act = (await listKept<WaitingAct>(me, 'act')).find((row) => row.id === key)?.value
  if (act?.state === 'sent') await letGo(me, KIND, draft.id)
  return act ?? { id: key, state: 'sent', why: null }
}

/** What went out is no draft any more; told to the screen that waits for it. */
export function useSent(me: string, onSent: () => void): void {
  const sent = useRef(onSent)
  useEffect(() => {
    sent.current = onSent
  })
  useEffect(() => {
    if (me === '') return
    const forget = (): void => void forgetSent(me).catch(() => undefined)
    forget()
    return whenSent(() => {
      forget()
      sent.current()
    })
  }, [me])
}
async function forgetSent(me: string): Promise<void> {
  const acts = (await listKept<WaitingAct>(me, 'act')).map((row) => row.value)
  for (const { value } of await listKept<Draft>(me, KIND))
    if (acts.some((act) => act.id === value.key && act.state === 'sent')) await letGo(me, KIND, value.id)
}

const LONGEST = 1_600
/** A picture small enough for a slow line: 1,600 pixels, and without the place that a telephone writes into it. */
export async function shrunk(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve, reject) =>
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/jpeg', 0.7),
  )
}
