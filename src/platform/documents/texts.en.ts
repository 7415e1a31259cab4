/** What a document says when it cannot be made: sentences for the person whose text it was. */
export const en = {
  'document-demo': 'DEMONSTRATION',
  'document-page': 'Page {page} of {pages}',
  'document-end': 'End of the form',
  'document-character-missing':
    'The character “{character}” ({code}) in {where} cannot be printed: our typeface does not have it.',
  'document-character-refused':
    'The character {code} in {where} cannot be printed: it is invisible and could change how the text is read.',
  'document-text-broken': 'The text in {where} is damaged: it holds half a character.',
  'document-character-next': 'Write it with other letters, then make the document again.',
  'document-picture-unreadable': 'The picture {name} cannot be printed. Use a PNG, JPEG or SVG file.',
  'barcode-too-long': 'This is too long for a barcode: {text}',
  'barcode-empty': 'A barcode needs at least one character.',
  'label-no-number': 'A label needs a number.',
  'sign-key-does-not-fit': 'The signing key does not belong to the certificate of {name}.',
  'sign-not-yet-valid': 'The signing certificate of {name} is valid from {from} to {until}, not at {at}.',
  'sign-not-yet-valid-next': 'Ask the administrator to issue a new signing certificate.',
  'sign-not-a-pdf':
    'This file is not a PDF made here, so it cannot be signed. Make the document again, then sign it.',
  'sign-time-stamp-refused': 'The time stamp service did not give a time stamp: {why}. Nothing was signed.',
  'sign-time-stamp-next': 'Try again in a moment, or have the administrator look at the time stamp service.',
} as const
