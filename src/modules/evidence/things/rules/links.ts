/** Rules of links between things; pure. */
import { allOf, no, unless, type Verdict } from '#kernel/verdict.ts'
import type { Standing } from './standing.ts'

export const mayLink = (a: Standing, b: Standing, linked: boolean): Verdict =>
  allOf(
    unless(a.id !== b.id, no('evidence.linked-to-itself', { number: a.number })),
    unless(
      !linked,
      no('evidence.linked-already', { number: a.number, other: b.number }, 'evidence.next-retract-first'),
    ),
  )
