/** The kinds of rules in the order in which a laboratory thinks of them. */
import type { IconName } from '#ui/Icon.tsx'

export interface Section {
  readonly name: string
  readonly icon: IconName
  /** Something new of this kind can begin here. */
  readonly fresh: boolean
}
const one = (name: string, icon: IconName, fresh = true): Section => ({ name, icon, fresh })

export const groups: readonly { readonly name: string; readonly sections: readonly Section[] }[] = [
  {
    name: 'things',
    sections: [
      one('list.item-type', 'package'),
      one('form', 'checklist'),
      one('kit', 'box'),
      one('label', 'barcode'),
      one('store', 'store'),
    ],
  },
  {
    name: 'cases',
    sections: [
      one('list.case-type', 'files'),
      one('list.offence', 'gavel'),
      one('list.request-template', 'requests'),
      one('numbering', 'line', false),
    ],
  },
  { name: 'law', sections: [one('limit', 'scale'), one('list.retention-rule', 'archive')] },
  {
    name: 'words',
    sections: [
      one('paper', 'certificate', false),
      one('custody', 'route', false),
      one('statement', 'answer', false),
      one('notice', 'bell', false),
      one('letterhead', 'print', false),
    ],
  },
]
export const all = groups.flatMap((g) => g.sections)
/** A list of codes that has no place of its own among them. */
export const sectionOf = (name: string): Section =>
  all.find((s) => s.name === name) ?? one(name, 'list', name.startsWith('list.'))
export const isShortcut = (list: string): boolean => all.some((s) => s.name === `list.${list}`)
