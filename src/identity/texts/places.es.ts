/** Instituciones, unidades y barreras. */
import type { places as en } from './places.en.ts'

export const places: Record<keyof typeof en, string> = {
  'identity.agency-kind-service': 'El propio servicio',
  'identity.agency-kind-police': 'Policía',
  'identity.agency-kind-prosecution': 'Fiscalía',
  'identity.agency-kind-court': 'Tribunal',
  'identity.agency-kind-health': 'Salud',
  'identity.agency-kind-prison': 'Prisiones',
  'identity.agency-kind-observatory': 'Observatorio',
  'identity.agency-kind-laboratory': 'Laboratorio',
  'identity.agency-kind-other': 'Otra',
  'identity.unit-kind-service': 'Servicio',
  'identity.unit-kind-office': 'Oficina',
  'identity.unit-kind-section': 'Sección',
  'identity.unit-kind-formation': 'Formación',
  'identity.unit-kind-branch': 'Rama',
  'identity.unit-kind-registry': 'Registro',
  'identity.field-short-name': 'Nombre corto',
  'identity.agreement': 'Acuerdo',
  'identity.agreement-none': 'Ninguno',
  'identity.field-parent': 'Parte de',
  'identity.help-parent': 'Déjelo vacío si no depende de otra.',
  'identity.help-unit-code': 'Mayúsculas, cifras y guiones; figura en etiquetas y listas.',
  'identity.conflicts-of': 'Conflictos de interés',
  'identity.no-conflicts': 'No hay ninguno declarado.',
  'identity.column-matter': 'Caso',
  'identity.field-about': 'Por qué',
  'identity.matter-all': 'Todos los casos',
  'identity.help-about': 'Por ejemplo: primo del acusado. Lo lee quien puede ver la barrera.',
  'identity.conflict-text':
    'Desde ese momento esta persona no ve nada del caso, sea cual sea su función. Solo la Dirección o la Gerencia de Calidad retiran la barrera.',
  'identity.will-lift':
    'Se retira la barrera «{about}»; esta persona podrá ver el caso otra vez según su función.',
}
