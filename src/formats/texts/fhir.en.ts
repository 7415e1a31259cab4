/** What is said of a FHIR message: why it was not read, and which rule of its profile it breaks. */
export const fhirEn = {
  'formats.fhir.too-large':
    'The file “{file}” is larger than {limit} MB. Send papers by their address instead of within the message.',
  'formats.fhir.not-utf8': 'The file “{file}” is not UTF-8 text, which FHIR asks for. Export it again.',
  'formats.fhir.xml':
    'The file “{file}” is XML. Only the JSON form of FHIR is read here: ask the sender for application/fhir+json.',
  'formats.fhir.not-json': 'The file “{file}” is not JSON: {why}. Ask the sender to send it again.',
  'formats.fhir.not-fhir': 'The file “{file}” is JSON, but no FHIR resource: it does not say its type.',
  'formats.fhir.too-deep':
    'In “{file}” values stand within values more than {limit} deep: this is no message of a laboratory.',
  'formats.fhir.too-many-values':
    'The file “{file}” holds more than {limit, number} values: send one case at a time.',
  'formats.fhir.not-toxicology':
    'The file “{file}” is a FHIR {found}, but no toxicology message: that is a Bundle of type “message” with a report in it.',
  'formats.fhir.too-few': '{path}: {found} found, at least {least} needed.',
  'formats.fhir.too-many': '{path}: {found} found, at most {most} allowed.',
  'formats.fhir.too-few-of-slice': '{path}: {found} of the kind “{slice}” found, at least {least} needed.',
  'formats.fhir.too-many-of-slice': '{path}: {found} of the kind “{slice}” found, at most {most} allowed.',
  'formats.fhir.must-be-list': '{path}: must be a list in JSON, even with one value.',
  'formats.fhir.must-not-be-list': '{path}: holds one value and must not be a list.',
  'formats.fhir.unknown': '{path}: there is no element of this name here.',
  'formats.fhir.outside-slices': '{path}: is of none of the kinds that are allowed here.',
  'formats.fhir.profile-unknown':
    '{path}: claims the profile {profile}, which is not among the definitions at hand.',
  'formats.fhir.other-type': '{path}: claims the profile {profile}, which is for a {type}.',
  'formats.fhir.fixed': '{path}: must be {wanted}.',
  'formats.fhir.type-not-allowed': '{path}: a value of type {type} is not allowed here.',
  'formats.fhir.not-of-type': '{path}: {found} is no {type}.',
  'formats.fhir.code-not-in-set': '{path}: {found} is not among the codes of {set}.',
  'formats.fhir.too-long': '{path}: {found} characters, at most {most} allowed.',
  'formats.fhir.out-of-range': '{path}: {found} is not between {least} and {most}.',
  'formats.fhir.empty': '{path}: is empty.',
  'formats.fhir.extension-holds': '{path}: an extension holds a value or other extensions, and not both.',
  'formats.fhir.reference-type': '{path}: leads to a {found}, where one of these is wanted: {wanted}.',
  'formats.fhir.invariant': '{path}: breaks the rule {key}: {rule}.',
  'formats.fhir.address-differs': '{path}: the address {address} is not that of the entry, {found}.',
  'formats.fhir.head-missing': '{path}: must be the {wanted} of this bundle.',
  'formats.fhir.points-outside': '{path}: points at {reference}, which does not come with the bundle.',
  'formats.mdi.too-many-causes':
    'The certificate has more than {most} lines of cause; the registrar’s document carries {most}.',
  'formats.mdi.cause-empty': 'Line {line} of the cause is empty. Fill it, or leave the line out.',
  'formats.mdi.cause-too-long':
    'Line {line} of the cause has {found} characters; the registrar’s document carries {most}. Say it shorter on the certificate: nothing is cut.',
  'formats.mdi.interval-empty': 'The interval of line {line} is empty. Give it, or say that it is not known.',
  'formats.mdi.interval-too-long':
    'The interval of line {line} has {found} characters; the registrar’s document carries {most}. Say it shorter: nothing is cut.',
  'formats.mdi.other-too-long':
    'The other conditions have {found} characters; the registrar’s document carries {most}. Say it shorter: nothing is cut.',
  'formats.mdi.certifier-needed':
    'Nobody is named who certified. Certify the cause first, or send it as a draft.',
  'formats.mdi.identifier-needed': 'The dead person has no number. Give at least the number of the case.',
  'formats.mdi.number-without-giver':
    'The number {found} goes without the address of who gives it: set it for the laboratory.',
  'formats.mdi.cause-needed': 'No cause is certified yet. Certify it first, or send it as a draft.',
  'formats.mdi.manner-needed': 'No manner is given yet. Give it, if only “pending”, or send it as a draft.',
  'formats.mdi.not-an-instant': '“{found}” is no instant with a zone.',
  'formats.mdi.not-an-id':
    '“{found}” cannot name a part of a message: letters, figures, points and hyphens, at most 64.',
  'formats.mdi.no-such-specimen': 'A result names the specimen “{found}”, which is not in the report.',
  'formats.mdi.not-an-amount': '“{found}” is no amount in figures.',
  'formats.mdi.not-a-document':
    'The file “{file}” is no death investigation document: that is a Bundle of type “document” that begins with a Composition.',
  'formats.mdi.state-unknown':
    'The report says of itself that it is “{found}”, which is not known here; it was taken as a draft.',
  'formats.mdi.word-taken-as':
    'The laboratory wrote “{written}”, which was taken as {word, select, detected {detected} other {not detected}}. Compare with its report.',
} as const
