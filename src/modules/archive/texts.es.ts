/** Lo que dice el archivo: sus actos, lo que los impide, sus documentos, sus pantallas. */
import type { en } from './texts.en.ts'
import { es as papers } from './texts/papers.es.ts'
import { es as rules } from './texts/rules.es.ts'
import { es as screens } from './texts/screens.es.ts'

export const es: Record<keyof typeof en, string> = {
  'op.archive.register-box': 'Registrar una caja',
  'op.archive.move-box': 'Mover una caja',
  'op.archive.find-boxes': 'Cajas',
  'op.archive.get-box': 'Caja',
  'op.archive.box-labels': 'Imprimir etiquetas',
  'op.archive.register-file': 'Registrar un expediente de papel',
  'op.archive.file-inventory': 'Expedientes de papel',
  'op.archive.get-file': 'Expediente de papel',
  'op.archive.propose-cases': 'Casos que pueden ser el mismo',
  'op.archive.link-to-case': 'Vincular a un caso',
  'op.archive.move-file': 'Pasar a otra caja',
  'op.archive.check-out-file': 'Sacar',
  'op.archive.return-file': 'Devolver a la caja',
  'op.archive.report-file-missing': 'Reportar extraviado',
  'op.archive.change-tier': 'Cambiar el nivel',
  'op.archive.request-scan': 'Solicitar un escaneo',
  'op.archive.scan-requests': 'Solicitudes de escaneo',
  'op.archive.certify-search': 'Certificar búsqueda sin resultado',
  'op.archive.mark-sensitive': 'Revisar si hay algo reservado',
  'op.archive.certify-copy': 'Hacer una copia certificada',
  'op.archive.archive-paper': 'Documento firmado del archivo',
  'op.archive.progress': 'Avance del archivo',
  ...papers,
  ...rules,
  ...screens,
}
