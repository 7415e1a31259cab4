/**
 * The task that carries masters to a cold store and back. Out: a reading copy of each page is made, each file is written and read back, and
 * only then is it told that the batch is cold; a file leaves the online store after that, when its cold copy was read once more and nobody
 * else needs it. Back: each file is read, written, and counted by the online store itself. Whatever ends the worker, nothing is lost: the
 * order stands and is carried out again.
 */
import { perform } from '#platform/operation.ts'
import { systemActor } from '#identity/authority.ts'
import type { AnyOperation, Cx, Ground } from '#platform/cx.ts'
import type { Files } from '#platform/files.ts'
import { isSilent } from '#platform/checked-bytes.ts'
import { carryFiles, coldStoreOf, counted, sentence } from '#platform/carrying.ts'
import { keepFile } from '#platform/uploads.ts'
import { holdLong } from './store/reading.ts'
import { makeScreenCopies } from '#modules/scenes/public.ts'
import { saidBy } from './words.ts'
import type { Bundle } from './contract.ts'
import {
  type ColdPlaceNamed,
  type ColdPlaceRow,
  type ColdRow,
  bundleRef,
  coldNow,
  coldStep,
  filesOf,
  forgetLeft,
  isAlone,
  keepView,
  leftOnline,
  ordered,
  pagesToView,
  placesOf,
} from './store/cold.ts'

export const coldTask = 'archive.move-masters'
export const coldFixityTask = 'archive.check-cold'
/** As large as a screen, which is what keying, looking over and the search show. */
export const VIEW_EDGE = 2_200

const YEARS = 2
/** Photographs of a case that was closed later than this stay; the laboratory says how many years that is. */
export async function closedBefore(cx: Cx): Promise<string> {
  const years = Number((await saidBy(cx, 'archive-cold', 'photographs', 'years')) ?? YEARS)
  return `${Number(cx.now.slice(0, 4)) - years}${cx.now.slice(4)}`
}

/** Told and queued: the worker does the rest. */
export async function orderMove(
  cx: Cx,
  b: ColdRow,
  place: ColdPlaceRow,
  to: { kind: 'ordered'; state: 'leaving' } | { kind: 'ordered-back'; state: 'coming-back' },
) {
  await coldStoreOf(cx.ground, place)
  const step = coldStep(cx, b, { ...to, place: place.id })
  await cx.record({
    subject: bundleRef(b),
    root: b.root,
    facts: { number: b.number, place: place.label },
    rows: { 'archive.cold_step': [step] },
  })
  await coldNow(cx, step)
  await cx.ground.queue(cx.tx, coldTask, {}, { key: coldTask })
  return { id: b.id, number: b.number, state: to.state }
}

/** One worker carries at a time: what one brings back another must not take away. */
export async function moveMasters(ground: Ground): Promise<void> {
  await ground.db.transaction(async (tx) => {
    if (!(await isAlone(tx))) return
    const hold = (): Promise<unknown> => holdLong(tx)
    await hold()
    await carryOrdered(ground, hold)
    await letGo(ground, hold)
  })
}
async function carryOrdered(ground: Ground, hold: () => Promise<unknown>): Promise<void> {
  for (const b of await ordered(ground)) {
    const done = await carry(ground, b, hold).catch((fault: unknown) => {
      // The order stands while a store does not answer, and the next run goes on with it.
      if (isSilent(fault)) ground.log.warn({ bundle: b.id, fault: String(fault) }, 'masters wait for a store')
      return isSilent(fault) ? null : { files: 0, bytes: 0, problem: sentence(ground, fault) }
    })
    if (!done) continue
    await perform(ground, ground.operations.get('archive.record-move') as AnyOperation, {
      actor: systemActor,
      input: { [b.kind]: b.id, ...done },
    })
  }
}
/** Every night each cold store that can be reached is counted on from where the last count ended. */
export async function checkColdStores(ground: Ground): Promise<void> {
  for (const { id, label } of await placesOf(ground))
    if (await ground.cold?.there(label))
      await perform(ground, ground.operations.get('archive.check-cold') as AnyOperation, {
        actor: systemActor,
        input: { place: id },
      })
}
async function carry(
  ground: Ground,
  b: Bundle & { state: string; place: ColdPlaceNamed },
  hold: () => Promise<unknown>,
): Promise<{ files: number; bytes: number; problem: null }> {
  const cold = await coldStoreOf(ground, b.place)
  const files = await filesOf(ground.db.direct, b)
  const [from, to] = b.state === 'leaving' ? [ground.files, cold] : [cold, ground.files]
  if (b.state === 'leaving')
    await (b.kind === 'batch' ? makeViews(ground, b.id, hold) : makeScreenCopies(ground, b.id, hold))
  return { files: files.length, bytes: await carryFiles(from, to, files, hold), problem: null }
}
async function makeViews(ground: Ground, batch: string, hold: () => Promise<unknown>): Promise<void> {
  const { drawnPage } = await import('#formats/pages/picture-pages.ts')
  for (const page of await pagesToView(ground, batch)) {
    const drawn = await drawnPage(await ground.files.read(page.sha256), {
      longest: VIEW_EDGE,
      turn: page.turned as 0,
      lean: Number(page.lean),
      thin: true,
    })
    const { sha256 } = await keepFile(ground, drawn.bytes, drawn.mime)
    await keepView(ground, page.id, sha256)
    await hold()
  }
}
async function letGo(ground: Ground, hold: () => Promise<unknown>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await leftOnline(ground, after)
    for (const { sha256, label, needed } of rows) {
      after = sha256
      if (needed) {
        await forgetLeft(ground, sha256)
        continue
      }
      const { places } = ground.files
      try {
        await counted(ground.cold?.of(label) as Files, sha256)
        // Where files stand in two places the second keeps its own; one that is not there yet leaves nothing.
        if (places) await counted(places.far, sha256)
      } catch (fault) {
        ground.log.warn(
          { sha256, label, fault: String(fault) },
          'a file stays online: a copy of it did not hold',
        )
        continue
      }
      await (places?.near ?? ground.files).destroy(sha256)
      await hold()
      await forgetLeft(ground, sha256)
    }
    if (rows.length === 0) return
  }
}
