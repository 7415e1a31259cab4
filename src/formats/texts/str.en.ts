/** What files of STR profiles say, in English. */
export const strEn = {
  'formats.str.no-specimen':
    'The file “{file}” is well formed but holds no specimen. Check what was selected when it was exported.',
  'formats.str.own-entities':
    'The file “{file}” declares a document type of its own, which the format does not have. Export it again from the program that made it.',
  'formats.str.other-schema':
    'The file “{file}” is not of the schema {schema}. Export it as STR CMF 3.2 or 3.3, or as a table of genotypes.',
  'formats.str.too-many': 'The file “{file}” holds more than {limit, number}. Export one sample.',
  'formats.str.not-recognised':
    'The file “{file}” is neither CODIS CMF nor a table with columns for sample, marker and alleles. Export it as one of these.',
  'formats.str.marker-twice':
    'In “{file}” the marker {marker} stands twice for the sample {sample}. Export one run of the sample.',
  'formats.str.no-category': '“{category}” is no category of specimen in CODIS CMF 3.3.',
  'formats.str.next-category': 'Correct the category of the index in the list of indexes of the DNA law.',
  'formats.str.long-number': 'its number is longer than the {most} characters that CODIS CMF allows',
  'formats.str.no-locus': 'CODIS CMF 3.3 has no word for its marker {locus}',
  'formats.str.locus-twice': 'two of its markers have one name in CODIS CMF',
  'formats.str.next-locus':
    'Give the marker its CODIS spelling in the list of STR markers, or send this profile on another way.',
  'formats.str.too-much': 'it has no alleles, or more or longer ones than CODIS CMF has room for',
  'formats.str.next-by-hand': 'Send this profile on another way.',
} as const
