/** The sentences of this folder in English: why a file was not read, what was odd in it, why a plan or a weighing was refused. */
import { dicomEn } from './texts/dicom.en.ts'
import { fhirEn } from './texts/fhir.en.ts'
import { pagesEn } from './texts/pages.en.ts'
import { photoEn } from './texts/photo.en.ts'
import { strEn } from './texts/str.en.ts'

export const en = {
  ...dicomEn,
  ...fhirEn,
  ...pagesEn,
  ...photoEn,
  ...strEn,
  'formats.empty': 'The file “{file}” is empty (0 bytes). Export it again from the instrument.',
  'formats.too-large': 'The file “{file}” is larger than {limit} MB. Export one run at a time.',
  'formats.too-many-points':
    'The file “{file}” holds more than {limit, number} points. Export one run at a time, or centroid data instead of profiles.',
  'formats.too-many-spectra':
    'The file “{file}” holds more than {limit, number} spectra. Split the library or the run.',
  'formats.line-too-long':
    'The file “{file}” has a line of more than {limit, number} characters and is not a spectrum file. Look at it in a text editor.',
  'formats.not-recognised':
    'The file “{file}” is none of the kinds that are read here: MassBank, MSP, JCAMP-DX, ANDI (netCDF), or text with columns of numbers. Export it in one of these; the original can be kept as an attachment.',
  'formats.nothing-inside':
    'The file “{file}” is well formed but holds no spectrum and no trace. Check what was selected when it was exported.',
  'formats.packed':
    'The file “{file}” is a packed archive or a workbook. Unpack it and send the files inside, or save the sheet as CSV.',
  'formats.reader-defect':
    'The file “{file}” could not be read because the program stumbled over it. Nothing was changed; keep the file and report its name to the administrator.',
  'formats.line-not-understood':
    '{times, plural, one {One line was} other {# lines were}} not understood and left out, for example “{line}”.',
  'formats.peak-not-understood':
    'Peaks were not understood in {times, plural, one {one place} other {# places}}, for example at “{line}”.',
  'formats.peak-count-differs':
    '{times, plural, one {One record says} other {# records say}} another number of peaks than there are, for example {record}: {declared} said, {found} found.',
  'formats.no-peaks':
    '{times, plural, one {One record has} other {# records have}} no peaks, for example {record}.',
  'formats.points-left-open': '{points, number} points have no value in the file and were left out.',
  'formats.massbank.no-end': 'Record {record} does not end with “//”; the file may be cut off.',
  'formats.jcamp.no-end': 'The block “{title}” has no ##END; the file may be cut off.',
  'formats.jcamp.too-deep':
    'In “{file}” blocks stand within blocks more than {limit} deep: the ##END lines are missing. Export it again.',
  'formats.jcamp.no-title': 'The file does not begin with ##TITLE.',
  'formats.jcamp.point-count-differs':
    'The block “{title}” says {declared, number} points and has {found, number}; the points were placed by what each line begins with.',
  'formats.jcamp.first-y-differs':
    'The block “{title}” says that it begins at {declared}, and begins at {found}. Compare it with the curve on the instrument.',
  'formats.jcamp.x-check-failed':
    'In the block “{title}” {lines, plural, one {one line does} other {# lines do}} not begin where it should: points may be missing.',
  'formats.jcamp.y-check-failed':
    'The check digit fails in {lines, plural, one {one line} other {# lines}}: the data were changed or damaged. Export the file again.',
  'formats.jcamp.signs-not-understood':
    '{signs, plural, one {One sign} other {# signs}} in the data could not be understood and were left out.',
  'formats.jcamp.half-a-pair': 'A table of pairs ends with half a pair, which was left out.',
  'formats.jcamp.form-not-read': 'A table in the form “{form}” is not read here and was left out.',
  'formats.jcamp.assignments-not-read':
    'Of the peak assignments only position and height were taken (1 where no height is given).',
  'formats.jcamp.structure-not-read': 'The file also holds a chemical structure, which is not read here.',
  'formats.netcdf.cut-short':
    'The file “{file}” is shorter than its own header says: it was cut off. Export or copy it again.',
  'formats.netcdf.header': 'The header of the netCDF file “{file}” is damaged. Export it again.',
  'formats.netcdf.not-andi':
    'The file “{file}” is netCDF, but not an ANDI run or chromatogram. Export it as AIA/ANDI from the instrument software.',
  'formats.netcdf.version-four':
    'The file “{file}” is netCDF-4 (HDF5). Export it as classic AIA/ANDI (.cdf).',
  'formats.andi.scan-outside':
    '{scans, plural, one {One scan points} other {# scans point}} outside the data and was shortened: the file may be damaged.',
  'formats.andi.scans-overlap': 'The scans of “{file}” overlap, so the file is damaged. Export it again.',
  'formats.andi.time-missing':
    '{scans, plural, one {One scan has} other {# scans have}} no time; the number of the scan stands instead.',
  'formats.andi.total-missing':
    '{scans, plural, one {One scan has} other {# scans have}} no total ion current; the sum of the peaks stands instead.',
  'formats.andi.total-differs':
    'In {scans, plural, one {one scan} other {# scans}} the total ion current is not the sum of the peaks: the instrument kept only part of them.',
  'formats.andi.interval-missing':
    'The chromatogram does not say how far apart its points are; they are numbered instead.',
  'formats.csv.decimal-comma': 'The comma was read as the decimal sign.',
  'formats.csv.comma-ambiguous':
    'In “{file}” a value such as 1,234 could be one and a bit or more than a thousand. Export it with a decimal point, or without thousands separators.',
  'formats.csv.taken-for-mass-spectrum':
    'The columns have no heading; they were taken for m/z and intensity because the first rises in uneven steps. Check this.',
  'formats.sampling.population':
    'The number of units must be a whole number from 1 to {limit, number}. Count the units that look alike.',
  'formats.sampling.fraction':
    'The share that is claimed must be a decimal above 0 and at most 1, such as 0.9.',
  'formats.sampling.confidence': 'The confidence must be a decimal between 0 and 1, such as 0.95.',
  'formats.sampling.negatives':
    'The number of negatives that are allowed must be a whole number from 0 to {limit, number}.',
  'formats.sampling.negatives-deny-the-claim':
    'With {negatives} negatives the claim that {claim, number} of {population, number} are positive cannot be shown, even if every unit is examined. Claim less.',
  'formats.sampling.examined':
    'The number of units examined must be a whole number and not more than the {population, number} there are.',
  'formats.sampling.examined-too-many':
    'With more than {limit, number} units examined the claim is not computed here. Report the units examined as they are.',
  'formats.sampling.seed': 'A seed is needed, so that the choice of units can be repeated.',
  'formats.portions.too-few':
    '{wanted, plural, one {One portion is} other {# portions are}} needed; {found} {found, plural, one {was} other {were}} read.',
  'formats.portions.not-a-figure': 'A portion is not a figure.',
  'formats.portions.apart':
    'The portions lie too far apart ({least} and {most}): at most {share} % of their mean.',
  'formats.weighing.no-parcels': 'Give at least one weighing (and at most {limit, number}).',
  'formats.weighing.not-a-weight':
    'The weighing of parcel {parcel} is not a plain decimal number. Write it as 12.50.',
  'formats.weighing.not-a-figure':
    'Value, uncertainty and limit must be plain decimal numbers, such as 10.02.',
  'formats.weighing.tare-above-gross':
    'Parcel {parcel} weighs less ({gross} {unit}) than its packaging ({tare} {unit}). Weigh it again.',
  'formats.weighing.balance-uncertainty':
    'The standard uncertainty of the balance is missing or zero. Take it from the budget of the balance.',
  'formats.weighing.degrees-of-freedom': 'The degrees of freedom of the balance must be a number from 1 up.',
  'formats.weighing.population':
    'The whole must be a whole number of units and not less than the {weighed} that were weighed.',
  'formats.weighing.one-is-no-sample':
    'From a single unit the weight of the others cannot be estimated. Weigh at least two.',
  'formats.search.tolerance':
    'Give one tolerance, above zero: in Da (at most {maxDa}) or in ppm (at most {maxPpm}).',
  'formats.search.insufficient':
    'The spectrum has {ions, plural, =0 {no ion} one {only one independent ion} other {only # independent ions}}; at least {needed} are needed before a library may speak.',
  'formats.search.no-match':
    'Nothing in the library explains this spectrum well enough (best score {score} of 999).',
  'formats.search.single':
    'Only {name} explains the spectrum (score {score} of 999). Other compounds that are not in the library are not excluded.',
  'formats.search.distinguished':
    'The spectrum shows the ions of {name} that set it apart from {rivals}, and none of theirs.',
  'formats.search.mixture':
    'The spectrum shows ions that belong to {name} only and ions that belong to {rivals} only: a mixture is possible. Separate before you conclude.',
  'formats.search.ambiguous':
    '{name} and {rivals} explain the spectrum alike, and it shows no ion that would tell them apart. Use other conditions or another technique.',
} as const
