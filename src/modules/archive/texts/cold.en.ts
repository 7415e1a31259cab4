/** What is said of masters that are away. */
export const en = {
  'archive.cold-title': 'Cold store',
  'archive.cold-facts': 'Masters that are seldom asked for; catalogue, text and reading copies stay here.',
  'archive.cold-none': 'No cold store is named yet',
  'archive.cold-none-how': 'Name one: a folder beside the online store, or a disk with its label.',
  'archive.cold-impossible': 'The administrator first says where cold stores stand: CUSTODIA_COLD.',
  'archive.cold-label': 'Label',
  'archive.cold-label-help': 'Small letters, figures and dashes, as it stands on the disk.',
  'archive.cold-kind': 'What it is',
  'archive.cold-kind-folder': 'A folder of the server',
  'archive.cold-kind-medium': 'A disk that is put in',
  'archive.cold-whereabouts': 'Where it stands or lies',
  'archive.cold-keeper': 'From whom it is asked back',
  'archive.cold-there': 'can be read',
  'archive.cold-not-there': 'not in',
  'archive.cold-files': '{n, plural, one {# file} other {# files}}',
  'archive.cold-checked':
    '{n, plural, one {# file} other {# files}} counted again, {wrong, plural, =0 {all as they were} one {one is not what it was} other {# are not what they were}}',
  'archive.cold-never-checked': 'never counted again',
  'archive.cold-batches': 'Batches and scenes whose masters are away',
  'archive.cold-away': 'Away',
  'archive.cold-asked': 'Asked for',
  'archive.cold-all': 'All',
  'archive.cold-empty': 'Nothing is away',
  'archive.cold-empty-how':
    'On the page of a reconciled batch its masters are sent to a cold store; photographs of old cases stand below.',
  'archive.cold-state-online': 'here',
  'archive.cold-state-leaving': 'leaving',
  'archive.cold-state-cold': 'in the cold store',
  'archive.cold-state-asked-back': 'asked for',
  'archive.cold-state-coming-back': 'coming back',
  'archive.cold-of-file':
    'Masters of its pages lie in the cold store “{label}”, {whereabouts}. {keeper} keeps it. The pages can be read here; copies and originals need the masters.',
  'archive.cold-of-batch': 'The masters of this batch: {at}.',
  'archive.cold-photographs':
    'The original photographs lie in the cold store “{label}”, {whereabouts}. {keeper} keeps it. Copies as large as a screen can be seen here; pieces of a picture and the files as the camera wrote them need the originals.',
  'archive.old-photographs-facts': 'Of cases that were closed long enough ago, the oldest first.',
  'archive.old-photographs-none': 'No photographs are old enough',
  'archive.old-photographs-line':
    '{n, plural, one {# photograph} other {# photographs}}, {size}, case closed {day}',
  'archive.field-why-back': 'What they are needed for',
  'archive.field-cold-place': 'Cold store',
} as const
