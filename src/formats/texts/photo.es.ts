/** Lo que se dice de una fotografía, en español. */
import type { photoEn } from './photo.en.ts'

export const photoEs: Record<keyof typeof photoEn, string> = {
  'formats.photo.too-large':
    'El archivo «{file}» supera {limit} MB. No se leyó; guárdelo en su soporte y registre el soporte.',
  'formats.photo.not-a-picture':
    'El archivo «{file}» no es una imagen de una clase que se conozca aquí. Se conserva byte por byte y se puede descargar.',
  'formats.photo.shown': 'Se muestra a partir del original, que se conserva byte por byte.',
  'formats.photo.shown-in-part':
    'Se muestra hasta donde llega el archivo: termina antes que la imagen. Busque el archivo en la cámara o en la tarjeta y agréguelo de nuevo.',
  'formats.photo.kept-only':
    'Se conserva byte por byte, pero un navegador no muestra {form}. Agregue al lado un JPEG; el original sigue siendo el original.',
  'formats.photo.kept-raw':
    'Es un archivo en bruto de la cámara ({form}), conservado byte por byte. Un navegador no lo muestra: agregue el JPEG que la cámara hizo con él.',
  'formats.photo.kept-too-many-pixels':
    'Se conserva byte por byte, pero no se muestra: {pixels, number} píxeles son más de lo que cabe en un teléfono.',
  'formats.photo.cut-off': 'El archivo termina antes que su imagen: está cortado o dañado.',
  'formats.photo.no-size': 'El archivo no dice cuántos píxeles tiene: su comienzo está dañado.',
  'formats.photo.facts-not-read':
    'Los datos que la cámara escribió en un archivo {form} no se leen aquí; están en el archivo.',
  'formats.photo.facts-damaged':
    'Los datos que la cámara escribió en este archivo están dañados y no se tomó ninguno.',
  'formats.photo.no-facts': 'El archivo no lleva datos de una cámara: ni hora, ni cámara, ni lugar.',
  'formats.photo.clock-not-set': 'La cámara escribió «{written}» como hora: su reloj no estaba ajustado.',
  'formats.photo.clock-differs':
    'El reloj de la cámara decía {camera}, los satélites {satellite}: ningún huso horario los concilia. El reloj de la cámara estaba mal.',
  'formats.photo.edited':
    'El archivo dice que lo escribió {program}: no está como salió de la cámara. Pida el original.',
  'formats.photo.position-not-understood':
    'El lugar que lleva el archivo no está completo o no es posible, y no se tomó.',
}
