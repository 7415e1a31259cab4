/** What is said about amounts measured in portions, in English. */
export const measuringEn = {
  'op.results.record-portions': 'Write measured portions',
  'results.portions': 'Measured portions',
  'results.portions-none': 'Nothing was measured in portions yet.',
  'results.portion-no': 'Portion',
  'results.portion-value': 'Read',
  'results.measured': 'Measured',
  'results.portion-read': 'Portion {portion} was read already.',
  'results.next-correct-portion': 'Correct the reading by name.',
  'results.portions-mixed': 'The portions were read by two techniques or in two units.',
  'results.not-measured-so': 'This version of the method does not measure it by {technique}.',
  'results.next-other-method': 'Choose a technique of the method, or have a version issued that measures it.',
  'results.unit-of-method': 'The method measures in {unit}.',
  'results.statement-below-least':
    '{substance}: less than {least} {unit}, the least that the method measures.',
  'results.statement-measured':
    '{substance}: {value} ± {uncertainty} {unit}, k = {k}, of {portions, plural, one {one portion} other {# portions}}.',
  'results.statement-measured-above':
    '{substance}: {value} ± {uncertainty} {unit}, k = {k}, of {portions, plural, one {one portion} other {# portions}}: above {limit} {limitUnit}.',
  'results.statement-measured-not-shown-above':
    '{substance}: {value} ± {uncertainty} {unit}, k = {k}, of {portions, plural, one {one portion} other {# portions}}: not shown to be above {limit} {limitUnit}.',
  'results.statement-measured-below':
    '{substance}: {value} ± {uncertainty} {unit}, k = {k}, of {portions, plural, one {one portion} other {# portions}}: below {limit} {limitUnit}.',
} as const
