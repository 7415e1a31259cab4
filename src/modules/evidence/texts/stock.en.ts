/** What evidence says when a store is counted, in English. */
export const stock = {
  'op.evidence.start-stock-take': 'Count a store',
  'op.evidence.scan-stock': 'Scan in a count',
  'op.evidence.close-stock-take': 'Close the count',
  'op.evidence.stock-takes': 'Stock-takes',
  'op.evidence.get-stock-take': 'Show a stock-take',
  'op.evidence.stock-shelf': 'What should stand in a place',
  'op.evidence.stock-differences': 'What differs in a count',
  'evidence.stock-closed': 'Count {number} is closed.',
  'evidence.next-new-stock-take': 'Begin a new count of the place.',
  'evidence.nothing-to-draw': 'Nothing stands in {name}, so there is nothing to draw a sample from.',
  'evidence.next-count-whole': 'Count the whole place: what stands there without a record is found that way.',
  'evidence.not-in-count': 'That place does not belong to count {number}.',
  'evidence.next-scan-door': 'Scan the code of a place that is counted.',
  'evidence.not-counted-first': '{name} was not counted a first time.',
  'evidence.next-count-first': 'Count it first; the second count comes after.',
  'evidence.you-counted-first': 'You counted {name} the first time.',
  'evidence.next-other-counter': 'Ask a colleague: the second count is another person’s.',
  'evidence.places-not-counted':
    '{n, plural, one {One place was} other {# places were}} not counted in {number}.',
  'evidence.next-count-or-say-why': 'Count there, or say why the count is closed unfinished.',
  'evidence.missing-once':
    '{n, plural, one {One missing thing was} other {# missing things were}} looked for by one person only in {number}.',
  'evidence.next-second-count':
    'Let another person count those places a second time, or say why the count is closed without it.',
  'evidence.no-difference': 'An answer names a thing that does not differ.',
  'evidence.only-missing': 'Only what the count did not find is reported missing.',
  'evidence.next-look-again': 'Open the list of differences again and answer what stands there.',
  'evidence.count-is-blind': 'Count {number} is blind: what should be there is shown once it is counted.',
  'evidence.next-count-what-is-there': 'Scan what stands there.',
} as const
