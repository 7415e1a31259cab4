/** Undoes an import while nothing was built on it: its cases are withdrawn, entries and receipt stay, and the file may come again. */
import { actorOfPerson } from '#identity/authority.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { alone, builtOn, withdrawCases } from '#modules/cases/public.ts'
import { checkCoSigner } from '#modules/evidence/public.ts'
import type { Actor } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { ImportUndone, UndoImport } from '../contract.ts'
import { importers } from '../roles.ts'
import { MOST_UNDONE, mayBeWithdrawn, mayUndo, mayUndoFor } from '../rules/undoing.ts'
import { importRef } from '../steps.ts'
import { importToUndo, rootsOfImport } from '../store/undoing.ts'

const holds = (actor: Actor | undefined, roles: readonly string[]): boolean =>
  actor?.grants.some((g) => roles.includes(g.role)) ?? false

export const undoImport = command({
  name: 'exchange.undo-import',
  summary:
    'Undoes an import while nothing was built on it: its cases are withdrawn, the file may come again.',
  who: importers,
  reason: 'required',
  stepUp: true,
  input: UndoImport,
  output: ImportUndone,
  async run(cx, { import: id, coSigner }) {
    cx.allow(null)
    await cx.lock([importRef(id)])
    const of = await importToUndo(cx, id)
    refuseUnless(mayUndo(of, cx.now))
    refuseUnless(
      mayUndoFor(of, cx.actor.id, holds(cx.actor, ['administrator', 'director']), coSigner !== undefined),
    )
    if (coSigner) {
      await checkCoSigner(cx, coSigner)
      const second = await actorOfPerson(cx.tx, coSigner.person, cx.now)
      refuseUnless(
        unless(holds(second, importers), no('exchange.undo-second-may-not', {}, 'exchange.next-undo-second')),
      )
    }
    const roots = await rootsOfImport(cx, id)
    refuseUnless(unless(roots.length <= MOST_UNDONE, no('exchange.undo-too-many', { most: MOST_UNDONE })))
    // The heads first, then alone: who records on one of these cases either has ended, or waits and finds it withdrawn.
    await cx.lock(roots.map((root) => ref('cases.case', root)))
    await alone(cx)
    const built = await builtOn(cx, roots, 'exchange.import-records')
    refuseUnless(mayBeWithdrawn(built, (action) => cx.say(`op.${action}`)))
    await withdrawCases(cx, roots)
    await cx.record({
      subject: importRef(id),
      facts: { cases: roots.length, second: coSigner?.person ?? null },
      rows: {
        'exchange.import_undone': [
          {
            id: cx.newId(),
            import: id,
            cases: roots.length,
            why: cx.reason ?? '',
            second: coSigner?.person ?? null,
          },
        ],
      },
    })
    return { id, cases: roots.length }
  },
})
