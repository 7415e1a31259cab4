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
} as const
