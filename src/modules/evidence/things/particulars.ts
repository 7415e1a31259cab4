/** A thing described by the form of its kind: checked against the version of the day, found by what identifies it, told with that version. */
import { type Answered, answersSaid, checkAnswers, formOfType } from '#modules/catalogue/public.ts'
import type { Handle } from '#modules/cases/public.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { ItemSeen } from './contract.ts'
import type { WholeItem } from './store/chain.ts'
import { itemRef } from './store/items.ts'

interface Described {
  readonly id: string
  readonly root: string
  readonly type?: string | null | undefined
}

/** Refuses what does not fit; no row where nothing was answered, because much is taken in before anybody looks closely. */
export async function particularsRow(
  cx: Cx,
  thing: Described,
  answers: Answered['answers'] | null | undefined,
  before?: { readonly id: string; readonly seq: number },
): Promise<CoveredRow | null> {
  if (!answers) return null
  const checked = await checkAnswers(cx, thing.type, answers)
  if (!checked) return null
  return {
    id: cx.newId(),
    thing: thing.id,
    root: thing.root,
    seq: (before?.seq ?? 0) + 1,
    form: checked.form,
    answers: checked.answers,
    corrects: before?.id ?? null,
  }
}

/** Serial numbers, plates and the like, so that the thing is found by them. */
export async function particularHandles(
  cx: Cx,
  thing: Described & { readonly number: string },
  answers: Answered['answers'] | null | undefined,
): Promise<Handle[]> {
  if (!answers || !thing.type) return []
  const form = await formOfType(cx, thing.type)
  return (form?.questions ?? [])
    .filter((q) => q.searched)
    .flatMap((q) => {
      const answer = answers[q.key]
      const text = answer && typeof answer === 'object' && 'value' in answer ? answer.value : answer
      return typeof text === 'string'
        ? [{ text, kind: 'particular', subject: itemRef(thing.id), root: thing.root, label: thing.number }]
        : []
    })
}

/** Newest first; `due` where things of this kind have a form and nobody has answered it yet. */
export async function particularsSeen(
  cx: Cx,
  item: Pick<WholeItem, 'particulars' | 'form_due'>,
  language = cx.actor.language,
): Promise<ItemSeen['particulars']> {
  const given = item.particulars.map((p) => ({ ...p, answers: JSON.parse(p.answers) as Answered['answers'] }))
  const said = given.length > 0 ? await answersSaid(cx, given, language) : []
  const newest = given[0]
  return {
    due: newest ? null : item.form_due,
    now: newest ? newest.answers : null,
    told: said.map(({ form, answers }, i) => ({
      form: form.name,
      version: form.version,
      at: given[i]?.recorded_at ?? '',
      by: given[i]?.by ?? null,
      answers: [...answers],
    })),
  }
}
