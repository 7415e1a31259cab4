/** Fields that a call and an attendance share: kind of scene, place, district, and the case. */
import { type OwnCard, ownCardOf } from '../rules/identity/own-card.ts'
import type { Field } from '#ui/fields.ts'
import { useMe } from '#ui/me.ts'
import { useAskOrKept } from '#ui/offline/ask-kept.ts'
import type { Say } from '#ui/say.ts'

export interface Lists {
  readonly sceneTypes: readonly { readonly value: string; readonly label: string }[]
  readonly districts: readonly { readonly value: string; readonly label: string }[]
  readonly caseTypes: readonly { readonly value: string; readonly label: string }[]
}
interface CodeSeen {
  readonly code: string
  readonly name: string
  readonly data?: unknown
}
/** A list of the laboratory, kept on the device: a form opens without a network too. */
export const useCodes = (list: string): readonly { value: string; label: string }[] =>
  useList(list).map((c) => ({ value: c.code, label: c.name }))
function useList(list: string): readonly CodeSeen[] {
  useMe()
  const asked = useAskOrKept<{ items: CodeSeen[] }>(
    'catalogue.get-code-list',
    { list },
    { kind: 'codes', id: list, always: true },
  )
  return asked.data?.items ?? []
}
/** Cards of no standard, as the laboratory describes them; a laboratory that has none has no such list. */
export const useCards = (): readonly OwnCard[] =>
  useList('identity-card').flatMap((c) => ownCardOf(c.code, c.data) ?? [])
export const useSceneLists = (): Lists => ({
  sceneTypes: useCodes('scene-type'),
  districts: useCodes('district'),
  caseTypes: useCodes('case-type'),
})

export const whereFields = (say: Say, lists: Lists): Field[] => [
  {
    key: 'sceneType',
    label: say('scenes.field-type'),
    kind: 'choice',
    required: true,
    options: lists.sceneTypes,
  },
  { key: 'district', label: say('scenes.field-district'), kind: 'choice', options: lists.districts },
  {
    key: 'place',
    label: say('scenes.field-place'),
    help: say('scenes.field-place-help'),
    kind: 'text',
    required: true,
    span: 2,
  },
  { key: 'words', label: say('scenes.field-words'), kind: 'prose', rows: 3, span: 2 },
]

interface CaseLine {
  readonly id: string
  readonly number: string
  readonly title: string
}
export const caseFields = (say: Say, lists: Lists, given: string | undefined): Field[] =>
  given
    ? []
    : [
        {
          key: 'whichCase',
          label: say('scenes.which-case'),
          kind: 'choice',
          required: true,
          options: [
            { value: 'new', label: say('scenes.case-new') },
            { value: 'there', label: say('scenes.case-there') },
          ],
          span: 2,
        },
        {
          key: 'case',
          label: say('scenes.field-case'),
          kind: 'ref',
          required: true,
          show: (v) => v['whichCase'] === 'there',
          ask: {
            name: 'cases.find-cases',
            label: (c: CaseLine) => `${c.number} ${c.title}`,
            value: (c: CaseLine) => c.id,
          },
        },
        {
          key: 'newTitle',
          label: say('scenes.field-new-case'),
          kind: 'text',
          required: true,
          show: (v) => v['whichCase'] === 'new',
        },
        {
          key: 'newType',
          label: say('scenes.field-case-type'),
          kind: 'choice',
          required: true,
          options: lists.caseTypes,
          show: (v) => v['whichCase'] === 'new',
        },
      ]

type Values = Record<string, unknown>
export function caseFrom(values: Values): Values {
  const { whichCase, newTitle, newType, case: there, ...rest } = values
  const kept = Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== '' && v !== undefined))
  return whichCase === 'new'
    ? { ...kept, newCase: { title: newTitle, type: newType } }
    : { ...kept, ...(there ? { case: there } : {}) }
}
