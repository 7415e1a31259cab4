/** A page whose master is away says where it is and from whom to ask it back. */
import { Refusal } from '#kernel/verdict.ts'

export const pageIsCold = (at: { label: string; whereabouts: string; keeper: string }): Refusal =>
  new Refusal('conflict', 'archive.page-cold', {
    values: { label: at.label, whereabouts: at.whereabouts, keeper: at.keeper },
    next: 'archive.next-ask-back',
  })
