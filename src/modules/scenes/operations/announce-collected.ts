/** What was collected at a scene is announced to the laboratory as it stands on the record: nobody writes it down again. */
import { announceHeld, announcedAs, mayAnnounceHeld, seeItems } from '#modules/evidence/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AnnounceCollected, CollectedAnnounced } from '../contract.ts'
import { handingIn } from '../roles.ts'
import { seeAttendance } from '../store/attendances.ts'
import { collectedOf } from '../store/written.ts'

export const announceCollected = command({
  name: 'scenes.announce-collected',
  summary:
    'Announces what was collected at a scene to a counter of the laboratory, as it stands on the record.',
  who: handingIn,
  input: AnnounceCollected,
  output: CollectedAnnounced,
  async run(cx, input) {
    const a = await seeAttendance(cx, input.attendance, { lock: true })
    cx.allow(a)
    const collected = (await collectedOf(cx, a.id)).map((c) => c.thing)
    refuseUnless(
      unless(
        (input.things ?? []).every((t) => collected.includes(t)),
        no('scenes.not-of-this-scene', {}, 'scenes.next-choose-collected'),
      ),
    )
    const waiting = await announcedAs(cx, collected)
    const items = await seeItems(cx, collected)
    const ready = items.filter((i) => mayAnnounceHeld(i, waiting.get(i.id)?.number ?? null).ok)
    const things = input.things ?? ready.map((i) => i.id)
    refuseUnless(unless(things.length > 0, no('scenes.nothing-to-announce', {}, 'scenes.next-collect-first')))
    const { to, comesOn, broughtBy, words } = input
    const title = `${a.number} ${a.place}`.slice(0, 200)
    const done = await announceHeld(cx, a.root, things, { to, title, comesOn, broughtBy, words }, input.id)
    return { ...done, items: things.length }
  },
})
