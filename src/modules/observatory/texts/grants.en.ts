/** What is said of grants and of the reports to their donors. */
export const grantsEn = {
  'op.observatory.record-grant':
    'Enter or amend a grant',
  'op.observatory.record-spending':
    'Enter what was spent',
  'op.observatory.report-grant':
    'Make a report to the donor',
  'op.observatory.grants':
    'Grants',
  'op.observatory.get-grant':
    'Grant',
  'op.observatory.grant-report-file':
    'Report to a donor',
  'observatory.grants-title':
    'Grants',
  'observatory.grants-note':
    'What donors gave and for what, what was spent, and what was reported: each figure frozen, rounded as everything that leaves.',
  'observatory.grants-none':
    'No grant is entered',
  'observatory.grants-none-note':
    'Enter one with its budget lines and the indicators that the agreement names.',
  'observatory.grant-amend':
    'Amend',
  'observatory.grant-amendment':
    'Amendment {n}',
  'observatory.grant-donor':
    'Donor',
  'observatory.grant-agreement':
    'Agreement',
  'observatory.grant-title':
    'Title',
  'observatory.grant-period':
    'Period',
  'observatory.grant-from':
    'From',
  'observatory.grant-until':
    'Until',
  'observatory.grant-currency':
    'Currency',
  'observatory.grant-currency-help':
    'Three letters: USD, EUR, BZD.',
  'observatory.grant-lines':
    'Budget lines',
  'observatory.grant-line':
    'Budget line',
  'observatory.grant-code':
    'Code',
  'observatory.grant-name':
    'Name',
  'observatory.grant-amount':
    'Amount',
  'observatory.grant-indicators':
    'Indicators',
  'observatory.grant-indicator':
    'Indicator',
  'observatory.grant-definition':
    'Definition',
  'observatory.grant-question':
    'Question',
  'observatory.grant-baseline':
    'Baseline',
  'observatory.grant-baseline-year':
    'Year of the baseline',
  'observatory.grant-baseline-help':
    'Left empty: what the indicator says of that year.',
  'observatory.grant-target':
    'Target',
  'observatory.grant-target-year':
    'Year of the target',
  'observatory.grant-now':
    'Now',
  'observatory.grant-gone':
    'Way gone',
  'observatory.grant-value':
    'Value',
  'observatory.grant-figures':
    'Figures, how each was asked, and its hash',
  'observatory.grant-care':
    'Counts of people are rounded to five and those that the data policy calls small are hidden. Each figure is kept with its definition, its question, the instant and its hash, and can be computed again.',
  'observatory.grant-money':
    'Money by budget line',
  'observatory.grant-budget':
    'Budget',
  'observatory.grant-spent-period':
    'Spent in the period',
  'observatory.grant-spent':
    'Spent in all',
  'observatory.grant-left':
    'Left',
  'observatory.grant-on':
    'Spent on',
  'observatory.grant-corrects':
    'Corrects',
  'observatory.grant-corrected-entry':
    'corrected',
  'observatory.grant-entries':
    'What was spent',
  'observatory.grant-no-entries':
    'Nothing was entered yet.',
  'observatory.grant-report':
    'Report to the donor',
  'observatory.grant-reports':
    'Reports',
  'observatory.grant-no-reports':
    'No report was made yet.',
  'observatory.grant-report-number':
    'Report {n}',
  'observatory.grant-words':
    'What was done',
  'observatory.grant-words-help':
    'In your words: what was done, and what the figures mean.',
  'observatory.grant-by':
    'Reported by',
  'observatory.grant-as-of':
    'As known on',
  'observatory.grant-change':
    'What changed and why',
  'observatory.grant-not-known':
    'no longer in the list of indicators',
  'observatory.grant-line-twice':
    'A budget line stands twice.',
  'observatory.grant-indicator-twice':
    'An indicator stands twice.',
  'observatory.grant-there':
    'A grant with that agreement is there already.',
  'observatory.grant-no-line':
    'Agreement {agreement} has no budget line {line}.',
  'observatory.grant-outside':
    '{on} is outside the period of agreement {agreement}.',
  'observatory.next-amend-grant':
    'If the donor agreed to a change, amend the grant first.',
  'observatory.grant-not-yet':
    '{on} has not come yet.',
  'observatory.grant-report-outside':
    'Agreement {agreement} runs from {from} until {until}.',
  'observatory.grant-corrected':
    'That entry was corrected already.',
  'observatory.next-correct-newest':
    'Correct the entry that replaced it.',
} as const
