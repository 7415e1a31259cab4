/** What stands on a case, and that one was withdrawn, in English. */
export const holdsEn = {
  'cases.hold-kind-legal': 'By law',
  'cases.hold-kind-court': 'Court',
  'cases.hold-kind-appeal': 'Appeal',
  'cases.hold-kind-review': 'Review',
  'cases.withdrawn':
    'This case came with an import that was undone. Nothing can be recorded on it; look for the case that came again.',
} as const
