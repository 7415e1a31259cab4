/** What the lists of the DNA law ask beside a name: indexes, purposes, markers, kits. */
import { type Asked, ask, choice } from './asked.ts'

const sides = [
  choice('criminal', 'criminal', 'penal'),
  choice('humanitarian', 'humanitarian', 'humanitario'),
  choice('elimination', 'elimination of staff', 'descarte de personal'),
]
const grounds = [
  choice('consent', 'consent', 'consentimiento'),
  choice('order', 'an order', 'una orden'),
  choice('statute', 'the law itself', 'la ley misma'),
]

export const dnaData: Readonly<Record<string, readonly Asked[]>> = {
  'dna-index': [
    ask('side', 'choice', 'Side of the wall', 'Lado del muro', { options: sides, required: true }),
    ask('holds', 'choice', 'Holds profiles of', 'Contiene perfiles de', {
      required: true,
      options: [
        choice('person', 'people', 'personas'),
        choice('trace', 'traces', 'rastros'),
        choice('remains', 'remains', 'restos'),
      ],
    }),
    ask('grounds', 'choices', 'Entered on', 'Se ingresa con', { options: grounds, kept: true }),
    ask('minorGrounds', 'choices', 'Minors, only on', 'Menores, solo con', { options: grounds, kept: true }),
    ask('search', 'codes', 'Searched against', 'Se busca contra', { list: 'dna-index', kept: true }),
    ask('years', 'number', 'Years it is kept', 'Años que se conserva', {
      helpEn: 'Nothing here: until the law or an order says so.',
      helpEs: 'Nada aquí: hasta que lo diga la ley o una orden.',
    }),
    ask('minorYears', 'number', 'Years for minors', 'Años para menores'),
    ask('removeOn', 'codes', 'Ends with these outcomes', 'Termina con estos resultados', {
      list: 'court-outcome',
    }),
    ask('least', 'number', 'Loci that make a lead', 'Loci que hacen una pista'),
    ask(
      'sure',
      'number',
      'Fewer loci than this are told as few',
      'Menos loci que estos se advierten como pocos',
    ),
    ask('category', 'text', 'Category of specimen of CODIS', 'Categoría de muestra de CODIS', {
      helpEn: 'Nothing here: the index does not leave the house.',
      helpEs: 'Nada aquí: el índice no sale de la casa.',
    }),
  ],
  'dna-purpose': [
    ask('side', 'choice', 'Side of the wall', 'Lado del muro', { options: sides, required: true }),
  ],
  'str-locus': [
    ask('kind', 'choice', 'Kind', 'Tipo', {
      options: [
        choice('autosomal', 'autosomal', 'autosómico'),
        choice('y', 'of the Y chromosome', 'del cromosoma Y'),
        choice('sex', 'says a sex', 'indica un sexo'),
      ],
    }),
    ask('aliases', 'prose', 'Also written, one a line', 'También se escribe, uno por línea', { as: 'lines' }),
  ],
  'str-kit': [ask('loci', 'codes', 'Loci, in their order', 'Loci, en su orden', { list: 'str-locus' })],
}
