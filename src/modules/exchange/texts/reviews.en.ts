/** Looking again at cases of older registers, in English. */
export const reviewsEn = {
  'op.exchange.seed-reviews': 'Seed days of review',
  'op.exchange.reviews-due': 'Older cases to look at',
  'op.exchange.review-case': 'Look at an older case',
  'exchange.review-not-imported': 'This case did not come with an import: it has no day of review.',
  'exchange.review-in-past': 'The next day of review is past.',
  'exchange.next-review-day': 'Choose a later day, or none.',
  'exchange.review-show-due': 'Due',
  'exchange.review-show-all': 'All',
  'exchange.review-show-none': 'Without a day',
  'exchange.review-none': 'No older case is to be looked at',
  'exchange.review-case': 'Case',
  'exchange.review-title': 'Title',
  'exchange.review-due': 'Looked at on',
  'exchange.review-rule': 'Rule',
  'exchange.review-words': 'What was found',
  'exchange.review-next': 'When it is looked at again',
  'exchange.review-next-help': 'Nothing here: nobody needs to look again.',
  'exchange.review-seeded':
    '{seeded, plural, one {# case has} other {# cases have}} a day now; {left, plural, =0 {none is} one {# is} other {# are}} left without.',
} as const
