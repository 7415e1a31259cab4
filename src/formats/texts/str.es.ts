/** What files of STR profiles say, in Spanish. */
import type { strEn } from './str.en.ts'

export const strEs: Record<keyof typeof strEn, string> = {
  'formats.str.no-specimen':
    'El archivo «{file}» está bien formado pero no contiene ninguna muestra. Revise qué se eligió al exportarlo.',
  'formats.str.own-entities':
    'El archivo «{file}» declara un tipo de documento propio, que el formato no tiene. Expórtelo de nuevo desde el programa que lo hizo.',
  'formats.str.other-schema':
    'El archivo «{file}» no es del esquema {schema}. Expórtelo como STR CMF 3.2 o 3.3, o como tabla de genotipos.',
  'formats.str.too-many': 'El archivo «{file}» contiene más de {limit, number}. Exporte una sola muestra.',
  'formats.str.not-recognised':
    'El archivo «{file}» no es CODIS CMF ni una tabla con columnas de muestra, marcador y alelos. Expórtelo en una de estas formas.',
  'formats.str.marker-twice':
    'En «{file}» el marcador {marker} aparece dos veces para la muestra {sample}. Exporte una sola corrida de la muestra.',
  'formats.str.no-category': '«{category}» no es una categoría de muestra de CODIS CMF 3.3.',
  'formats.str.next-category': 'Corrija la categoría del índice en la lista de índices de la ley de ADN.',
  'formats.str.long-number': 'su número pasa de los {most} caracteres que permite CODIS CMF',
  'formats.str.no-locus': 'CODIS CMF 3.3 no tiene palabra para su marcador {locus}',
  'formats.str.locus-twice': 'dos de sus marcadores tienen el mismo nombre en CODIS CMF',
  'formats.str.next-locus':
    'Dé al marcador su escritura de CODIS en la lista de marcadores STR, o envíe este perfil por otra vía.',
  'formats.str.too-much': 'no tiene alelos, o tiene más o más largos de los que caben en CODIS CMF',
  'formats.str.next-by-hand': 'Envíe este perfil por otra vía.',
}
