/** Lo que se dice de una radiografía, en español. */
import type { dicomEn } from './dicom.en.ts'

export const dicomEs: Record<keyof typeof dicomEn, string> = {
  'formats.dicom.too-large': 'El archivo «{file}» supera {limit} MB. Exporte una serie a la vez.',
  'formats.dicom.not-dicom':
    'El archivo «{file}» no es un archivo DICOM: le falta la marca del comienzo. Expórtelo del equipo como DICOM.',
  'formats.dicom.damaged':
    'El archivo «{file}» está dañado en su comienzo y no se puede leer. Se conserva byte por byte; expórtelo de nuevo.',
  'formats.dicom.shown': 'Se muestra a partir del original, que se conserva byte por byte.',
  'formats.dicom.shown-in-part':
    'Se muestra hasta donde llega el archivo; falta el resto de la imagen. Expórtelo de nuevo.',
  'formats.dicom.no-picture': 'No hay imagen en este archivo; se enumeran sus datos.',
  'formats.dicom.compression-unknown':
    'Se conserva byte por byte, pero no se muestra: su forma de compresión ({syntax}) no se lee aquí. Expórtelo sin compresión.',
  'formats.dicom.size-odd':
    'Se conserva byte por byte, pero no se muestra: el archivo dice {rows} por {columns} píxeles.',
  'formats.dicom.bits-not-shown':
    'Se conserva byte por byte, pero no se muestra: aquí no se dibujan píxeles de {bits} bits.',
  'formats.dicom.colour-not-shown':
    'Se conserva byte por byte, pero no se muestra: aquí no se dibujan colores en la forma «{form}».',
  'formats.dicom.not-decoded':
    'Se conserva byte por byte, pero no se muestra: su imagen ({form}) no se pudo descomprimir. Expórtelo sin compresión.',
  'formats.dicom.no-such-picture':
    'El archivo tiene {frames, plural, one {una imagen} other {# imágenes}}, y no esta.',
  'formats.dicom.cut-off': 'El archivo termina antes que su último elemento: está cortado.',
  'formats.dicom.too-few-pixels': 'A la imagen le faltan {missing, number} de sus {wanted, number} bytes.',
  'formats.dicom.frames-odd':
    'El archivo dice que contiene «{written}» imágenes, lo que no es un número; se toma la primera.',
  'formats.dicom.date-odd': 'La fecha «{written}» no lo es, y se dejó como está escrita.',
  'formats.dicom.charset-unknown':
    'El juego de caracteres «{charset}» no se conoce aquí: los nombres pueden verse mal.',
  'formats.dicom.too-many-tags':
    'El archivo contiene más de {limit, number} elementos; los demás no se enumeran.',
}
