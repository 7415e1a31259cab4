/** Lo que dice un documento cuando no se puede hacer: las mismas frases en español. */
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = {
  'document-demo': 'DEMOSTRACIÓN',
  'document-page': 'Página {page} de {pages}',
  'document-end': 'Fin del formulario',
  'document-character-missing':
    'El carácter «{character}» ({code}) en {where} no se puede imprimir: nuestra tipografía no lo tiene.',
  'document-character-refused':
    'El carácter {code} en {where} no se puede imprimir: es invisible y podría cambiar la lectura del texto.',
  'document-text-broken': 'El texto en {where} está dañado: contiene medio carácter.',
  'document-character-next': 'Escríbalo con otras letras y vuelva a hacer el documento.',
  'document-picture-unreadable': 'La imagen {name} no se puede imprimir. Use un archivo PNG, JPEG o SVG.',
  'barcode-too-long': 'Esto es demasiado largo para un código de barras: {text}',
  'barcode-empty': 'Un código de barras necesita al menos un carácter.',
  'label-no-number': 'Una etiqueta necesita un número.',
  'sign-key-does-not-fit': 'La clave de firma no corresponde al certificado de {name}.',
  'sign-not-yet-valid': 'El certificado de firma de {name} vale de {from} a {until}, no el {at}.',
  'sign-not-yet-valid-next': 'Pida al administrador que emita un nuevo certificado de firma.',
  'sign-not-a-pdf':
    'Este archivo no es un PDF hecho aquí y por eso no se puede firmar. Haga de nuevo el documento y fírmelo.',
  'sign-time-stamp-refused': 'El servicio de sellado de tiempo no dio un sello: {why}. No se firmó nada.',
  'sign-time-stamp-next':
    'Inténtelo de nuevo en un momento, o pida al administrador que revise el servicio de sellado.',
}
