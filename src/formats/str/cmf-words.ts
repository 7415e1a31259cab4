/**
 * What a CODIS CMF 3.3 file may say: categories of specimen, names of loci, lengths. Public list of the schema `urn:CODISImportFile-schema` as OSIRIS
 * (NCBI) carries it, 2017; a word that is not here is refused by whoever imports the file.
 */
export const CMF_CATEGORIES: readonly string[] = (
  'Alleged Father; Alleged Mother; Arrestee; Biological Child; Biological Father; Biological Mother; Biological Sibling; CO Duplicate; Convicted Offender; ' +
  'Deceased; Deduced Missing Person; Deduced Suspect; Detainee; Elimination, Known; Forensic Mixture; Forensic Partial; Forensic Targeted; Forensic, Unknown; ' +
  'Juvenile; Legal; Maternal Relative; Missing Person; Multi-allelic Offender; Other; Paternal Relative; Population; Proficiency; Spouse; Staff; ' +
  'Suspect, Known; Unidentified Person; Unreviewed Offender; Victim, Known; Volunteer'
).split('; ')

const autosomal =
  'CSF1PO D10S1248 D12S391 D13S317 D16S539 D18S51 D19S433 D1S1656 D21S11 D22S1045 D2S1338 D2S441 D3S1358 D5S818 D7S820 D8S1179 FGA SE33 TH01 TPOX vWA'
const ofMen =
  'DYF387S1 DYS19 DYS385 DYS390 DYS391 DYS392 DYS393 DYS437 DYS438 DYS439 DYS448 DYS449 DYS456 DYS458 DYS460 DYS481 DYS518 DYS533 DYS549 DYS570 DYS576 DYS627 DYS635 DYS643 YGATAH4 Yindel'
/** One name for each; the older spellings AMEL, THO1 and TP0X are allowed as well and never written. */
export const CMF_LOCI: readonly string[] = [
  ...autosomal.split(' '),
  ...ofMen.split(' '),
  'Amelogenin',
  'Penta D',
  'Penta E',
  'DYS389 I',
  'DYS389 II',
]

export const CMF_MOST = {
  laboratory: 10,
  user: 20,
  specimen: 24,
  allele: 10,
  loci: 64,
  alleles: 8,
} as const

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '')
const byPlain = new Map(CMF_LOCI.map((name) => [plain(name), name]))
/** How the format spells a locus that the laboratory knows under these names; nothing: it has no word for it. */
export const cmfLocus = (names: readonly string[]): string | undefined =>
  names.map((name) => byPlain.get(plain(name))).find((name) => name !== undefined)
