/** What the bench and its reviewer read on the worksheet. */
export const bench = {
  'results.which-balance': 'Choose the balance.',
  'results.nothing-read': 'Write at least one reading.',
  'results.cell-of': '{what}, parcel {parcel}',
  'results.readings-found': 'Readings that you had begun were found on this device.',
  'results.weigh-by-keys':
    'Enter goes on and makes the next row; Ctrl + Enter records. Two columns can be pasted. A parcel weighed again corrects its reading; the old one stays.',
  'results.as-planned': 'Part of the sequence of this exhibit; nothing was left out.',
  'results.all-used': 'All of these runs are used',
  'results.help-all-used': 'Then each is accounted for at once. Otherwise say of each what became of it.',
  'results.then-searched': 'The library is searched at once; what it proposes waits for you.',
  'results.attach-files': '{n, plural, one {Attach the file} other {Attach # files}}',
  'results.portion-that-ran': 'Portion that ran',
  'results.portion': '{n, select, 1 {First portion} 2 {Second portion} other {Third portion}}',
  'results.then-written-as-test': 'Confirming also writes this run as a test, with its portion.',
  'results.add-finding': 'Add a finding',
  'results.whole-worksheet': 'The worksheet as a whole',
  'results.finding-place': 'Finding {n}: where',
  'results.finding-words': 'Finding {n}: what',
  'results.drop-finding': 'Take finding {n} away',
  'results.since-review': 'Written since the last review',
  'results.nothing-since': 'Nothing was written since; the answers to the findings stand with the review.',
  'results.concluded-before-change':
    'Something that a conclusion rests on was changed after it: {conclusions}.',
  'results.next-conclude-again': 'Its analyst writes the conclusion again; it then says what stands now.',
  'results.weighed-since': 'Weighed again since: write the conclusion anew, or it will not pass the review.',
  'results.no-limit-of-it':
    'The catalogue holds no limit of weight for the substance that the tests point to.',
} as const
