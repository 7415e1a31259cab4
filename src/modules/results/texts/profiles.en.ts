/** What profiles and the indexes of the DNA law say, in English. */

export const profilesEn = {
  'op.results.record-profile': 'Record a profile',
  'op.results.check-profile': 'Check the profile',
  'op.results.enter-index': 'Enter in an index',
  'op.results.search-index': 'Search an index',
  'op.results.confirm-candidate': 'Judge a candidate',
  'op.results.compare-profiles': 'Compare two profiles',
  'op.results.propose-removal': 'Propose the removal',
  'op.results.remove-from-index': 'Remove and destroy',
  'op.results.destruction-certificate': 'Certificate of destruction',
  'op.results.find-profiles': 'DNA profiles',
  'op.results.indexes': 'Indexes of the DNA law',
  'op.results.export-index': 'Export an index',
  'op.results.exported-index': 'File of an export',
  'op.results.oversight-report': 'Oversight report on DNA',
  'op.results.profile': 'DNA profile',
  'results.side-criminal': 'Criminal',
  'results.side-humanitarian': 'Humanitarian',
  'results.side-elimination': 'Elimination of staff',
  'results.profile-unreviewed': 'The result of this sample has not been reviewed.',
  'results.next-review-first': 'Have the worksheet reviewed, then record the profile.',
  'results.sample-other-side':
    'A profile of this sample stands on the {side, select, criminal {criminal} humanitarian {humanitarian} other {elimination}} side and cannot go to the {other, select, criminal {criminal} humanitarian {humanitarian} other {elimination}} one.',
  'results.sample-one-side':
    'The profile stands on the other side of the wall between criminal and humanitarian indexes.',
  'results.next-wall':
    'Profiles of the two sides are never entered, compared or searched together. Take a new sample on its own ground if the law asks for one.',
  'results.no-reference-sample':
    '“{index}” holds profiles of people; this exhibit is not a sample taken from a person on a recorded ground.',
  'results.next-take-sample': 'Record the taking of the reference sample with its consent, order or statute.',
  'results.one-specimen':
    'The file holds {n} samples; a profile has a file of its own, so that it can be destroyed with it.',
  'results.profile-file-used': 'These bytes are in the record already, for something else.',
  'results.next-export-again': 'Export this sample alone from the genotyping program and send that file.',
  'results.locus-twice': 'The marker {locus} stands twice in the file.',
  'results.profile-empty': 'No autosomal marker of {kit} has an allele in this file.',
  'results.no-snp': '{locus} is a single-nucleotide marker; only STR markers are kept.',
  'results.no-str-locus':
    '{locus} is not among the STR markers of this laboratory; nothing else is read, least of all what tells of health or looks.',
  'results.next-str-only': 'Export the STR markers of the kit alone.',
  'results.locus-not-of-kit': 'The marker {locus} is not of the kit {kit}.',
  'results.next-choose-kit': 'Choose the kit with which it was typed.',
  'results.no-allele':
    'One value at {locus} is no allele: a repeat number such as 14, a microvariant such as 9.3, or X and Y for amelogenin.',
  'results.next-settle-allele': 'Settle off-ladder calls in the genotyping program, then export again.',
  'results.too-many-alleles':
    '{locus} has more alleles than {n, plural, one {one person} other {# people}} can have.',
  'results.next-contributors': 'Say how many people contributed, or look at the marker again.',
  'results.law-from':
    'The law for the {side, select, criminal {criminal} humanitarian {humanitarian} other {elimination}} indexes is in force from {from}.',
  'results.law-not-in-force':
    'The law for the {side, select, criminal {criminal} humanitarian {humanitarian} other {elimination}} indexes is not in force.',
  'results.law-in-force': 'The law is in force.',
  'results.next-law':
    'When it is gazetted, one person proposes its day in the list “DNA law in force” and another approves it. Until then profiles stay in their cases.',
  'results.profile-checked': 'The profile was checked already.',
  'results.next-see-profile': 'Open the profile and read what was said.',
  'results.check-own': 'You recorded this profile; another person checks it.',
  'results.next-another': 'Ask another person of the section or a second custodian.',
  'results.differs-in-what': 'Say at which marker you read something else.',
  'results.next-say': 'Write it in the remark.',
  'results.not-checked-yet': 'No second person has checked this profile.',
  'results.not-checked-differs': 'The second person read something else in the file.',
  'results.next-check': 'Have it checked, or record it again from a new export.',
  'results.profile-removed': 'The profile was removed and destroyed.',
  'results.enter-own': 'You recorded this profile; another person enters it in an index.',
  'results.wall':
    '“{index}” is {other, select, criminal {a criminal} humanitarian {a humanitarian} other {an elimination}} index; this profile is {side, select, criminal {criminal} humanitarian {humanitarian} other {for elimination}}, and the two are kept apart by law.',
  'results.index-holds':
    '“{index}” holds profiles of {holds, select, person {people} trace {traces} other {remains}}.',
  'results.next-other-index': 'Choose an index for this kind of sample.',
  'results.indexed-already': 'The profile stands in “{index}” already.',
  'results.minor-ground':
    'The profile is of a minor; “{index}” does not take it on {ground, select, consent {consent} order {an order} other {the law alone}}.',
  'results.other-ground':
    '“{index}” does not take a profile on {ground, select, consent {consent} order {an order} other {the law alone}}.',
  'results.next-ground': 'Ask for the ground that the law names, and add its paper to the case.',
  'results.ground-without-paper':
    '{ground, select, consent {Consent} other {An order}} stands in a paper of the case; none is named.',
  'results.next-paper': 'Add the paper to the case and name it.',
  'results.taken-otherwise':
    'The sample was taken on {taken, select, consent {consent} order {an order} other {the statute}}, not on {ground, select, consent {consent} order {an order} other {the statute}}.',
  'results.ground-ahead': 'The day of the ground is still to come.',
  'results.next-day-of-ground': 'Enter the day of the consent, order or sentence.',
  'results.not-indexed': 'The profile stands in no index.',
  'results.next-enter': 'Have the custodian enter it in an index first.',
  'results.index-moved': 'The index “{index}” is not what it was when the profile entered it.',
  'results.not-against': 'The law does not let this index be searched against “{index}”.',
  'results.against-nothing': 'The law lets this index be searched against no other.',
  'results.next-against': 'Choose among the indexes that are offered, or none.',
  'results.other-purpose':
    '{purpose} is no purpose of the {side, select, criminal {criminal} humanitarian {humanitarian} other {elimination}} side.',
  'results.next-purpose': 'Choose a purpose of this side.',
  'results.candidate-judged': 'Somebody has judged this candidate already.',
  'results.judge-own': 'You made this search; another person judges what it found.',
  'results.removal-proposed': 'The removal of this profile is proposed already.',
  'results.next-second': 'A second person removes it.',
  'results.not-due': 'Its clock has not run out, and no court has ended its ground.',
  'results.next-other-why': 'Choose why it has to go.',
  'results.removal-without-paper':
    'A withdrawn consent or an order stands in a paper of the case; none is named.',
  'results.not-proposed': 'Nobody has proposed the removal of this profile.',
  'results.next-propose': 'A custodian proposes it and says why.',
  'results.remove-own': 'You proposed the removal; another person carries it out.',
  'results.left-due': 'its ground has ended: it waits to be removed',
  'results.left-mixture': 'several people contributed',
  'results.left-few': '{n} loci; at least {least} are needed',
  'results.index-stays': '“{index}” does not leave the house.',
  'results.export-empty': 'Nothing of this export stands any more.',
  'results.compare-one-case': 'Profiles of different cases are compared in the indexes alone.',
  'results.compare-wall':
    'One profile is {side, select, criminal {criminal} humanitarian {humanitarian} other {for elimination}}, the other {other, select, criminal {criminal} humanitarian {humanitarian} other {for elimination}}; the law keeps them apart.',
  'results.compared-says': '{matched} of {shared} autosomal loci in common have the same alleles.',
  'results.search-leads':
    '{n, plural, one {One lead} other {# leads}} among {compared, number} profiles. A lead is not a result: another person judges it.',
  'results.search-none':
    'Nothing found among {compared, number} profiles. That does not say that the person is in none.',
  'results.chance-low':
    'Only one allele in common was asked at each locus: many people who are not related share as many. {matched} of {shared} loci among {compared, number} profiles.',
  'results.chance-moderate':
    'Missing alleles were borne; chance matches are more likely. {matched} of {shared} loci among {compared, number} profiles.',
  'results.chance-differs': '{shared} loci in common and {matched} agree: one speaks against it.',
  'results.chance-few':
    '{matched} loci agree, fewer than {sure}: among {compared, number} profiles a match by chance cannot be left out.',
  'results.kept-no-clock': 'No clock: until the law or an order ends it',
  'results.kept-years':
    '{years, plural, one {# year} other {# years}}; minors {minor, plural, one {# year} other {# years}}',
  'results.lead-waiting': 'waiting',
  'results.lead-confirmed': 'confirmed as a lead',
  'results.lead-eliminated': 'eliminated',
  'results.why-expired': 'its clock has run out',
  'results.why-acquitted': 'acquitted',
  'results.why-not-charged': 'not charged',
  'results.why-consent-withdrawn': 'consent withdrawn',
  'results.why-order': 'by order',
  'results.why-mistake': 'entered by mistake',
  'results.dd-title': 'Certificate of destruction of a DNA profile',
  'results.dd-profile': 'Profile',
  'results.dd-item': 'Exhibit',
  'results.dd-indexes': 'Index',
  'results.dd-no-index': 'none',
  'results.dd-why': 'Why',
  'results.dd-paper': 'Paper',
  'results.dd-words': 'In words',
  'results.dd-commitment': 'Its salted hash in the ledger',
  'results.dd-file': 'SHA-256 of the destroyed file',
  'results.dd-states':
    'The alleles of this profile and the bytes of the file from which they were read were destroyed. What was done with the profile stays in the ledger under its number, without any allele.',
  'results.dd-backups':
    'A backup made before this day holds the profile in encrypted form until it is replaced.',
  'results.dd-proposed': 'proposed it',
  'results.dd-carried-out': 'carried it out',
  'results.dd-twin': 'The same for machines',
  'results.dd-reason': 'Destroyed: {number}',
} as const
