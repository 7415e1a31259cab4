/** Lo que se dice de las subvenciones y de los informes a sus donantes. */
import type { grantsEn } from './grants.en.ts'

export const grantsEs: Record<keyof typeof grantsEn, string> = {
  'op.observatory.record-grant':
    'Registrar o modificar una subvención',
  'op.observatory.record-spending':
    'Registrar lo gastado',
  'op.observatory.report-grant':
    'Hacer un informe al donante',
  'op.observatory.grants':
    'Subvenciones',
  'op.observatory.get-grant':
    'Subvención',
  'op.observatory.grant-report-file':
    'Informe a un donante',
  'observatory.grants-title':
    'Subvenciones',
  'observatory.grants-note':
    'Lo que dieron los donantes y para qué, lo gastado y lo informado: cada cifra congelada y redondeada como todo lo que sale.',
  'observatory.grants-none':
    'No hay ninguna subvención registrada',
  'observatory.grants-none-note':
    'Registre una con sus renglones y los indicadores que nombra el convenio.',
  'observatory.grant-amend':
    'Modificar',
  'observatory.grant-amendment':
    'Modificación {n}',
  'observatory.grant-donor':
    'Donante',
  'observatory.grant-agreement':
    'Convenio',
  'observatory.grant-title':
    'Título',
  'observatory.grant-period':
    'Período',
  'observatory.grant-from':
    'Desde',
  'observatory.grant-until':
    'Hasta',
  'observatory.grant-currency':
    'Moneda',
  'observatory.grant-currency-help':
    'Tres letras: USD, EUR, BZD.',
  'observatory.grant-lines':
    'Renglones del presupuesto',
  'observatory.grant-line':
    'Renglón',
  'observatory.grant-code':
    'Código',
  'observatory.grant-name':
    'Nombre',
  'observatory.grant-amount':
    'Monto',
  'observatory.grant-indicators':
    'Indicadores',
  'observatory.grant-indicator':
    'Indicador',
  'observatory.grant-definition':
    'Definición',
  'observatory.grant-question':
    'Pregunta',
  'observatory.grant-baseline':
    'Línea de base',
  'observatory.grant-baseline-year':
    'Año de la línea de base',
  'observatory.grant-baseline-help':
    'Si queda vacío: lo que dice el indicador de ese año.',
  'observatory.grant-target':
    'Meta',
  'observatory.grant-target-year':
    'Año de la meta',
  'observatory.grant-now':
    'Ahora',
  'observatory.grant-gone':
    'Camino recorrido',
  'observatory.grant-value':
    'Valor',
  'observatory.grant-figures':
    'Cifras, cómo se preguntó cada una y su huella',
  'observatory.grant-care':
    'Los conteos de personas se redondean a cinco y se ocultan los que la política de datos llama pequeños. Cada cifra se guarda con su definición, su pregunta, el instante y su huella, y se puede calcular de nuevo.',
  'observatory.grant-money':
    'Dinero por renglón',
  'observatory.grant-budget':
    'Presupuesto',
  'observatory.grant-spent-period':
    'Gastado en el período',
  'observatory.grant-spent':
    'Gastado en total',
  'observatory.grant-left':
    'Queda',
  'observatory.grant-on':
    'Fecha del gasto',
  'observatory.grant-corrects':
    'Corrige',
  'observatory.grant-corrected-entry':
    'corregido',
  'observatory.grant-entries':
    'Lo gastado',
  'observatory.grant-no-entries':
    'Aún no se registró nada.',
  'observatory.grant-report':
    'Informe al donante',
  'observatory.grant-reports':
    'Informes',
  'observatory.grant-no-reports':
    'Aún no se hizo ningún informe.',
  'observatory.grant-report-number':
    'Informe {n}',
  'observatory.grant-words':
    'Lo que se hizo',
  'observatory.grant-words-help':
    'En sus palabras: lo que se hizo y lo que significan las cifras.',
  'observatory.grant-by':
    'Informa',
  'observatory.grant-as-of':
    'Según lo conocido el',
  'observatory.grant-change':
    'Qué cambió y por qué',
  'observatory.grant-not-known':
    'ya no está en la lista de indicadores',
  'observatory.grant-line-twice':
    'Un renglón está dos veces.',
  'observatory.grant-indicator-twice':
    'Un indicador está dos veces.',
  'observatory.grant-there':
    'Ya hay una subvención con ese convenio.',
  'observatory.grant-no-line':
    'El convenio {agreement} no tiene el renglón {line}.',
  'observatory.grant-outside':
    '{on} está fuera del período del convenio {agreement}.',
  'observatory.next-amend-grant':
    'Si el donante aceptó un cambio, modifique primero la subvención.',
  'observatory.grant-not-yet':
    '{on} aún no llega.',
  'observatory.grant-report-outside':
    'El convenio {agreement} va del {from} al {until}.',
  'observatory.grant-corrected':
    'Ese registro ya fue corregido.',
  'observatory.next-correct-newest':
    'Corrija el registro que lo reemplazó.',
}
