/** Puts a drafted version in force from a day. */
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { handsOf } from '../alone.ts'
import { Created, PublishVersion } from '../contract.ts'
import { definitionRef } from '../defining.ts'
import { mayPublish } from '../rules.ts'
import { mayPublishAlone } from '../rules/alone.ts'
import { findDefinition } from '../store/definitions.ts'

export const publishVersion = command({
  name: 'catalogue.publish-version',
  summary: 'Puts a drafted version of a form, template, kit, label or numbering in force from a day.',
  who: ['administrator', 'quality-manager', 'director'],
  input: PublishVersion,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    const draft = await findDefinition(cx.tx, input.definition)
    if (!draft) throw notFound()
    refuseUnless(mayPublish(draft.from_on))
    refuseUnless(mayPublishAlone(draft.recorded_by, cx.actor.id, await handsOf(cx)))

    const id = cx.newId()
    await cx.record({
      subject: definitionRef(draft.kind, draft.key),
      facts: { kind: draft.kind, key: draft.key, version: draft.version },
      rows: { 'catalogue.publication': [{ id, definition: draft.id, from_on: input.from }] },
    })
    return { id }
  },
})
