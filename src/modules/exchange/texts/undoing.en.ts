/** Undoing an import, in English. */
export const undoingEn = {
  'op.exchange.undo-import': 'Undo the import',
  'exchange.state-undone': 'Undone',
  'exchange.import-undone': 'This import was undone.',
  'exchange.next-import-again': 'The same file can be imported again.',
  'exchange.undo-dry-run': 'A dry run changed nothing: there is nothing to undo.',
  'exchange.undo-deaths':
    'An import of deaths is not undone in one act: statistics and registers may stand on each of them.',
  'exchange.next-undo-deaths': 'Correct the deaths one by one, each with its reason.',
  'exchange.undo-running': 'This import is running, or was cut off within the last hour.',
  'exchange.next-undo-running':
    'Wait until it has its receipt; one that was cut off can be undone an hour after its last rows.',
  'exchange.undo-not-yours': 'Somebody else brought this import.',
  'exchange.next-undo-ask': 'Ask the person who brought it, or an administrator.',
  'exchange.undo-needs-second': 'Somebody else brought this import: a second person must consent.',
  'exchange.next-undo-second': 'Choose a colleague who may import, and let them type their PIN.',
  'exchange.undo-second-may-not': 'The second person may not import, and so may not consent.',
  'exchange.undo-too-many':
    'More than {most} cases came with this import: they are not withdrawn in one act.',
  'exchange.undo-built-on':
    'Something was built on {count, plural, one {# case} other {# cases}} of this import{listed, plural, =0 {} other {: {list}}}{more, plural, =0 {.} one {, and one more.} other {, and # more.}}',
  'exchange.next-undo-built-on': 'Mend those cases one by one. An import is undone only whole.',
  'exchange.undone-told':
    'Undone by {by} on {at}; {cases, plural, one {# case was} other {# cases were}} withdrawn.',
  'exchange.undone-second': 'Consented: {second}.',
  'exchange.undo-why': 'Why it is undone',
  'exchange.undo-note':
    'All {cases} cases of this import are withdrawn, if nothing was built on any of them. Entries and receipt stay; the file can be imported again.',
  'exchange.undo-second': 'Who consents',
  'exchange.undo-pin': 'Their PIN',
} as const
