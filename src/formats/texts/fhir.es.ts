/** Lo que se dice de un mensaje FHIR, en español. */
import type { fhirEn } from './fhir.en.ts'

export const fhirEs: Record<keyof typeof fhirEn, string> = {
  'formats.fhir.too-large':
    'El archivo «{file}» supera {limit} MB. Envíe los documentos por su dirección y no dentro del mensaje.',
  'formats.fhir.not-utf8':
    'El archivo «{file}» no es texto UTF-8, que es lo que FHIR exige. Expórtelo de nuevo.',
  'formats.fhir.xml':
    'El archivo «{file}» es XML. Aquí solo se lee la forma JSON de FHIR: pida al remitente application/fhir+json.',
  'formats.fhir.not-json': 'El archivo «{file}» no es JSON: {why}. Pida al remitente que lo envíe de nuevo.',
  'formats.fhir.not-fhir': 'El archivo «{file}» es JSON, pero no un recurso FHIR: no dice su tipo.',
  'formats.fhir.too-deep':
    'En «{file}» hay valores dentro de valores a más de {limit} niveles: no es un mensaje de un laboratorio.',
  'formats.fhir.too-many-values':
    'El archivo «{file}» contiene más de {limit, number} valores: envíe un caso a la vez.',
  'formats.fhir.not-toxicology':
    'El archivo «{file}» es un {found} de FHIR, pero no un mensaje de toxicología: este es un Bundle de tipo «message» con un informe.',
  'formats.fhir.too-few': '{path}: se encontraron {found}; se necesitan al menos {least}.',
  'formats.fhir.too-many': '{path}: se encontraron {found}; se permiten a lo sumo {most}.',
  'formats.fhir.too-few-of-slice':
    '{path}: se encontraron {found} de la clase «{slice}»; se necesitan al menos {least}.',
  'formats.fhir.too-many-of-slice':
    '{path}: se encontraron {found} de la clase «{slice}»; se permiten a lo sumo {most}.',
  'formats.fhir.must-be-list': '{path}: debe ser una lista en JSON, aunque tenga un solo valor.',
  'formats.fhir.must-not-be-list': '{path}: tiene un solo valor y no debe ser una lista.',
  'formats.fhir.unknown': '{path}: aquí no hay ningún elemento con este nombre.',
  'formats.fhir.outside-slices': '{path}: no es de ninguna de las clases que se permiten aquí.',
  'formats.fhir.profile-unknown':
    '{path}: declara el perfil {profile}, que no está entre las definiciones disponibles.',
  'formats.fhir.other-type': '{path}: declara el perfil {profile}, que es para un {type}.',
  'formats.fhir.fixed': '{path}: debe ser {wanted}.',
  'formats.fhir.type-not-allowed': '{path}: aquí no se permite un valor de tipo {type}.',
  'formats.fhir.not-of-type': '{path}: {found} no es un valor de tipo {type}.',
  'formats.fhir.code-not-in-set': '{path}: {found} no está entre los códigos de {set}.',
  'formats.fhir.too-long': '{path}: {found} caracteres; se permiten a lo sumo {most}.',
  'formats.fhir.out-of-range': '{path}: {found} no está entre {least} y {most}.',
  'formats.fhir.empty': '{path}: está vacío.',
  'formats.fhir.extension-holds':
    '{path}: una extensión tiene un valor u otras extensiones, y no ambas cosas.',
  'formats.fhir.reference-type': '{path}: lleva a un {found}, donde se espera uno de estos: {wanted}.',
  'formats.fhir.invariant': '{path}: incumple la regla {key}: {rule}.',
  'formats.fhir.address-differs': '{path}: la dirección {address} no es la de la entrada, {found}.',
  'formats.fhir.head-missing': '{path}: debe ser el {wanted} de este conjunto.',
  'formats.fhir.points-outside': '{path}: señala {reference}, que no viene con el conjunto.',
  'formats.mdi.too-many-causes':
    'El certificado tiene más de {most} líneas de causa; el documento del registro admite {most}.',
  'formats.mdi.cause-empty': 'La línea {line} de la causa está vacía. Complétela o quítela.',
  'formats.mdi.cause-too-long':
    'La línea {line} de la causa tiene {found} caracteres; el documento del registro admite {most}. Dígalo más corto en el certificado: nada se recorta.',
  'formats.mdi.interval-empty':
    'El intervalo de la línea {line} está vacío. Indíquelo o diga que no se conoce.',
  'formats.mdi.interval-too-long':
    'El intervalo de la línea {line} tiene {found} caracteres; el documento del registro admite {most}. Dígalo más corto: nada se recorta.',
  'formats.mdi.other-too-long':
    'Las otras afecciones tienen {found} caracteres; el documento del registro admite {most}. Dígalo más corto: nada se recorta.',
  'formats.mdi.certifier-needed':
    'No consta quién certificó. Certifique primero la causa o envíelo como borrador.',
  'formats.mdi.identifier-needed':
    'La persona fallecida no tiene número. Indique al menos el número del caso.',
  'formats.mdi.number-without-giver':
    'El número {found} va sin la dirección de quien lo da: indíquela para el laboratorio.',
  'formats.mdi.cause-needed':
    'Todavía no hay causa certificada. Certifíquela primero o envíelo como borrador.',
  'formats.mdi.manner-needed':
    'Todavía no hay manera de muerte. Indíquela, aunque sea «pendiente», o envíelo como borrador.',
  'formats.mdi.not-an-instant': '«{found}» no es un instante con huso horario.',
  'formats.mdi.not-an-id':
    '«{found}» no puede nombrar una parte de un mensaje: letras, cifras, puntos y guiones, a lo sumo 64.',
  'formats.mdi.no-such-specimen': 'Un resultado nombra la muestra «{found}», que no está en el informe.',
  'formats.mdi.not-an-amount': '«{found}» no es una cantidad en cifras.',
  'formats.mdi.not-a-document':
    'El archivo «{file}» no es un documento de investigación de muerte: este es un Bundle de tipo «document» que comienza con una Composition.',
  'formats.mdi.state-unknown':
    'El informe dice de sí mismo que es «{found}», lo que aquí no se conoce; se tomó como borrador.',
  'formats.mdi.word-taken-as':
    'El laboratorio escribió «{written}», que se tomó como {word, select, detected {detectado} other {no detectado}}. Compárelo con su informe.',
}
