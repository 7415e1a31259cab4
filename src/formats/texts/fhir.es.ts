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
}
