/** What is said of a photograph: shown, or kept and why it is not shown; and what in it a person should know. */
export const photoEn = {
  'formats.photo.too-large':
    'The file “{file}” is larger than {limit} MB. It was not read; keep it on its medium and register the medium.',
  'formats.photo.not-a-picture':
    'The file “{file}” is no picture of a kind that is known here. It is kept byte for byte, and can be downloaded.',
  'formats.photo.shown': 'Shown from the original, which is kept byte for byte.',
  'formats.photo.shown-in-part':
    'Shown as far as the file goes: it ends before the picture does. Look for the file on the camera or the card, and add it again.',
  'formats.photo.kept-only':
    'Kept byte for byte, but a browser does not show {form}. Add a JPEG of it beside; the original stays the original.',
  'formats.photo.kept-raw':
    'A raw file of the camera ({form}), kept byte for byte. A browser does not show it: add the JPEG that the camera made with it.',
  'formats.photo.kept-too-many-pixels':
    'Kept byte for byte, but not shown: {pixels, number} pixels are more than a telephone can hold.',
  'formats.photo.cut-off': 'The file ends before its picture does: it was cut off or is damaged.',
  'formats.photo.no-size': 'The file does not say how many pixels it has: its beginning is damaged.',
  'formats.photo.facts-not-read':
    'The facts that the camera wrote into a {form} file are not read here; they are in the file.',
  'formats.photo.facts-damaged':
    'The facts that the camera wrote into this file are damaged, and none were taken.',
  'formats.photo.no-facts': 'The file carries no facts of a camera: no time, no camera, no place.',
  'formats.photo.clock-not-set': 'The camera wrote “{written}” as the time: its clock was not set.',
  'formats.photo.clock-differs':
    'The camera’s clock said {camera}, the satellites {satellite}: no time zone makes them agree. The camera’s clock was wrong.',
  'formats.photo.edited':
    'The file says that {program} wrote it: it is not as it left the camera. Ask for the original.',
  'formats.photo.position-not-understood':
    'The place in the file is not complete or not possible, and was not taken.',
} as const
