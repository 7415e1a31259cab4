/** What is said of a radiograph: shown, in part, or kept and why; and what in it is odd. */
export const dicomEn = {
  'formats.dicom.too-large': 'The file “{file}” is larger than {limit} MB. Export one series at a time.',
  'formats.dicom.not-dicom':
    'The file “{file}” is no DICOM file: it lacks the mark at its beginning. Export it from the equipment as DICOM.',
  'formats.dicom.damaged':
    'The file “{file}” is damaged at its beginning and cannot be read. It is kept byte for byte; export it again.',
  'formats.dicom.shown': 'Shown from the original, which is kept byte for byte.',
  'formats.dicom.shown-in-part':
    'Shown as far as the file goes; the rest of the picture is missing from it. Export it again.',
  'formats.dicom.no-picture': 'There is no picture in this file; its data are listed.',
  'formats.dicom.compression-unknown':
    'Kept byte for byte, but not shown: its form of compression ({syntax}) is not read here. Export it without compression.',
  'formats.dicom.size-odd': 'Kept byte for byte, but not shown: the file says {rows} by {columns} pixels.',
  'formats.dicom.bits-not-shown':
    'Kept byte for byte, but not shown: pixels of {bits} bits are not drawn here.',
  'formats.dicom.colour-not-shown':
    'Kept byte for byte, but not shown: colours in the form “{form}” are not drawn here.',
  'formats.dicom.not-decoded':
    'Kept byte for byte, but not shown: its picture ({form}) could not be decoded. Export it without compression.',
  'formats.dicom.no-such-picture':
    'The file has {frames, plural, one {one picture} other {# pictures}}, and not this one.',
  'formats.dicom.cut-off': 'The file ends before its last element does: it was cut off.',
  'formats.dicom.too-few-pixels': 'The picture lacks {missing, number} of its {wanted, number} bytes.',
  'formats.dicom.frames-odd':
    'The file says that it holds “{written}” pictures, which is no number; the first is taken.',
  'formats.dicom.date-odd': 'The date “{written}” is none, and was left as it is written.',
  'formats.dicom.charset-unknown':
    'The character set “{charset}” is not known here: names may be shown wrongly.',
  'formats.dicom.too-many-tags':
    'The file holds more than {limit, number} elements; the rest are not listed.',
} as const
