/** Por qué un archivo escaneado, o una página de él, no se abrió. */
import type { pagesEn } from './pages.en.ts'

export const pagesEs: Record<keyof typeof pagesEn, string> = {
  'formats.pages.empty': 'El archivo «{file}» está vacío (0 bytes). Escanéelo de nuevo.',
  'formats.pages.too-large':
    'El archivo «{file}» pesa más de {limit} MB. Escanee la caja en varios archivos.',
  'formats.pages.not-paper':
    'El archivo «{file}» no es TIFF, PDF, JPEG ni PNG. Escanee en uno de estos formatos, o guárdelo como adjunto.',
  'formats.pages.damaged':
    'El archivo «{file}» está dañado y no se puede abrir. Consérvelo, y escanee el papel de nuevo o pídalo a quien lo envió.',
  'formats.pages.page-damaged':
    'La página {page, number} de «{file}» está dañada y no se puede mostrar. Escanee esa página de nuevo; las demás no se ven afectadas.',
  'formats.pages.needs-password':
    'El archivo «{file}» está protegido con contraseña. Pida a quien lo envió la contraseña o un archivo sin ella.',
  'formats.pages.no-pages': 'El archivo «{file}» no tiene páginas. Escanéelo de nuevo.',
  'formats.pages.too-many-pages':
    'El archivo «{file}» tiene más de {limit, number} páginas. Escanee la caja en varios archivos.',
  'formats.pages.too-many-pixels':
    'Una página de «{file}» pide {pixels, number} píxeles, más de los que tiene una hoja de papel con cualquier resolución útil. Escanéela a 300 puntos por pulgada.',
  'formats.pages.took-too-long':
    'El archivo «{file}» se abandonó después de {seconds, number} segundos. Escanee el papel de nuevo, o divida el archivo.',
  'formats.pages.no-such-page':
    'El archivo «{file}» tiene {count, number} páginas, y la página {page, number} no es una de ellas.',
  'formats.pages.closed': 'El archivo «{file}» ya se cerró. Ábralo de nuevo.',
  'formats.recognition.took-too-long':
    'La lectura de la página {page, number} se abandonó después de {seconds, number} segundos. Se conserva como imagen; transcríbala a mano, o hágala leer de nuevo cuando el equipo esté menos ocupado.',
  'formats.recognition.engine-failed':
    'El programa de lectura tropezó con la página {page, number}. Se conserva como imagen; transcríbala a mano.',
  'formats.tables.too-large': 'La tabla tiene más de {limit, number} celdas. Divídala.',
  'formats.tables.damaged': 'El archivo está dañado y no se puede leer como tabla. Expórtelo de nuevo.',
  'formats.tables.not-a-workbook':
    'El archivo es un paquete comprimido y no un libro de Excel. Desempaquételo, o guarde la tabla como CSV.',
  'formats.tables.too-old': 'El libro es anterior a Excel 97. Ábralo y guárdelo como CSV.',
  'formats.tables.locked': 'El libro pide una contraseña. Guárdelo sin ella o como CSV.',
  'formats.tables.no-table': 'Ninguna hoja del libro contiene una tabla. Guarde la correcta como CSV.',
  'formats.tables.deleted-rows':
    '{deleted, plural, one {Una fila está marcada} other {# filas están marcadas}} como borradas en el archivo y se omitieron.',
  'formats.tables.cut-short':
    'El archivo dice {declared, number} filas y contiene {there, number}: se cortó. Cópielo de nuevo.',
  'formats.tables.memos-not-read': 'Los memos están en un segundo archivo y no se leen: {fields}.',
  'formats.tables.other-sheets': 'Se leyó la hoja {sheet}; no se leyeron {others}.',
}
