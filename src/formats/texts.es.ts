/** The sentences of this folder in Spanish; the same keys as in English. */
import { dicomEs } from './texts/dicom.es.ts'
import { fhirEs } from './texts/fhir.es.ts'
import { pagesEs } from './texts/pages.es.ts'
import { photoEs } from './texts/photo.es.ts'
import { strEs } from './texts/str.es.ts'
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = {
  ...dicomEs,
  ...fhirEs,
  ...pagesEs,
  ...photoEs,
  ...strEs,
  'formats.empty': 'El archivo «{file}» está vacío (0 bytes). Expórtelo de nuevo desde el instrumento.',
  'formats.too-large': 'El archivo «{file}» supera {limit} MB. Exporte una corrida a la vez.',
  'formats.too-many-points':
    'El archivo «{file}» contiene más de {limit, number} puntos. Exporte una corrida a la vez, o datos centroides en lugar de perfiles.',
  'formats.too-many-spectra':
    'El archivo «{file}» contiene más de {limit, number} espectros. Divida la biblioteca o la corrida.',
  'formats.line-too-long':
    'El archivo «{file}» tiene una línea de más de {limit, number} caracteres y no es un archivo de espectros. Mírelo en un editor de texto.',
  'formats.not-recognised':
    'El archivo «{file}» no es de ningún tipo que aquí se lea: MassBank, MSP, JCAMP-DX, ANDI (netCDF) o texto con columnas de números. Expórtelo en uno de estos; el original puede guardarse como anexo.',
  'formats.nothing-inside':
    'El archivo «{file}» está bien formado, pero no contiene ningún espectro ni trazo. Revise qué se seleccionó al exportar.',
  'formats.packed':
    'El archivo «{file}» es un archivo comprimido o un libro de cálculo. Descomprímalo y envíe los archivos que contiene, o guarde la hoja como CSV.',
  'formats.reader-defect':
    'El archivo «{file}» no pudo leerse porque el programa tropezó con él. Nada se cambió; conserve el archivo e informe su nombre al administrador.',
  'formats.line-not-understood':
    '{times, plural, one {No se entendió una línea, que se omitió} other {No se entendieron # líneas, que se omitieron}}, por ejemplo «{line}».',
  'formats.peak-not-understood':
    'Hay picos que no se entendieron en {times, plural, one {un lugar} other {# lugares}}, por ejemplo en «{line}».',
  'formats.peak-count-differs':
    '{times, plural, one {Un registro declara} other {# registros declaran}} otro número de picos del que hay, por ejemplo {record}: declara {declared}, hay {found}.',
  'formats.no-peaks':
    '{times, plural, one {Un registro no tiene} other {# registros no tienen}} picos, por ejemplo {record}.',
  'formats.points-left-open': '{points, number} puntos no tienen valor en el archivo y se omitieron.',
  'formats.massbank.no-end': 'El registro {record} no termina con «//»; el archivo puede estar cortado.',
  'formats.jcamp.no-end': 'El bloque «{title}» no tiene ##END; el archivo puede estar cortado.',
  'formats.jcamp.too-deep':
    'En «{file}» hay bloques dentro de bloques a más de {limit} niveles: faltan las líneas ##END. Expórtelo de nuevo.',
  'formats.jcamp.no-title': 'El archivo no comienza con ##TITLE.',
  'formats.jcamp.point-count-differs':
    'El bloque «{title}» declara {declared, number} puntos y tiene {found, number}; los puntos se ubicaron según el comienzo de cada línea.',
  'formats.jcamp.first-y-differs':
    'El bloque «{title}» declara que comienza en {declared} y comienza en {found}. Compárelo con la curva en el instrumento.',
  'formats.jcamp.x-check-failed':
    'En el bloque «{title}» {lines, plural, one {una línea no comienza} other {# líneas no comienzan}} donde debería: pueden faltar puntos.',
  'formats.jcamp.y-check-failed':
    'El dígito de control falla en {lines, plural, one {una línea} other {# líneas}}: los datos fueron cambiados o dañados. Exporte el archivo de nuevo.',
  'formats.jcamp.signs-not-understood':
    '{signs, plural, one {Un signo} other {# signos}} de los datos no se entendieron y se omitieron.',
  'formats.jcamp.half-a-pair': 'Una tabla de pares termina con medio par, que se omitió.',
  'formats.jcamp.form-not-read': 'Una tabla en la forma «{form}» no se lee aquí y se omitió.',
  'formats.jcamp.assignments-not-read':
    'De las asignaciones de picos solo se tomaron posición y altura (1 donde no se da altura).',
  'formats.jcamp.structure-not-read':
    'El archivo contiene también una estructura química, que aquí no se lee.',
  'formats.netcdf.cut-short':
    'El archivo «{file}» es más corto de lo que dice su encabezado: fue cortado. Expórtelo o cópielo de nuevo.',
  'formats.netcdf.header': 'El encabezado del archivo netCDF «{file}» está dañado. Expórtelo de nuevo.',
  'formats.netcdf.not-andi':
    'El archivo «{file}» es netCDF, pero no una corrida ni un cromatograma ANDI. Expórtelo como AIA/ANDI desde el programa del instrumento.',
  'formats.netcdf.version-four':
    'El archivo «{file}» es netCDF-4 (HDF5). Expórtelo como AIA/ANDI clásico (.cdf).',
  'formats.andi.scan-outside':
    '{scans, plural, one {Un barrido apunta} other {# barridos apuntan}} fuera de los datos y se acortó: el archivo puede estar dañado.',
  'formats.andi.scans-overlap':
    'Los barridos de «{file}» se superponen, por lo que el archivo está dañado. Expórtelo de nuevo.',
  'formats.andi.time-missing':
    '{scans, plural, one {Un barrido no tiene} other {# barridos no tienen}} tiempo; en su lugar está el número del barrido.',
  'formats.andi.total-missing':
    '{scans, plural, one {Un barrido no tiene} other {# barridos no tienen}} corriente iónica total; en su lugar está la suma de los picos.',
  'formats.andi.total-differs':
    'En {scans, plural, one {un barrido} other {# barridos}} la corriente iónica total no es la suma de los picos: el instrumento guardó solo una parte.',
  'formats.andi.interval-missing':
    'El cromatograma no dice a qué distancia están sus puntos; en su lugar están numerados.',
  'formats.csv.decimal-comma': 'La coma se leyó como signo decimal.',
  'formats.csv.comma-ambiguous':
    'En «{file}» un valor como 1,234 podría ser uno y fracción o más de mil. Expórtelo con punto decimal o sin separador de miles.',
  'formats.csv.taken-for-mass-spectrum':
    'Las columnas no tienen título; se tomaron por m/z e intensidad porque la primera crece en pasos desiguales. Verifíquelo.',
  'formats.sampling.population':
    'El número de unidades debe ser un entero de 1 a {limit, number}. Cuente las unidades de igual aspecto.',
  'formats.sampling.fraction':
    'La proporción que se afirma debe ser un decimal mayor que 0 y no mayor que 1, como 0.9.',
  'formats.sampling.confidence': 'La confianza debe ser un decimal entre 0 y 1, como 0.95.',
  'formats.sampling.negatives':
    'El número de negativos permitidos debe ser un entero de 0 a {limit, number}.',
  'formats.sampling.negatives-deny-the-claim':
    'Con {negatives} negativos no puede demostrarse que {claim, number} de {population, number} son positivas, ni examinando todas. Afirme menos.',
  'formats.sampling.examined':
    'El número de unidades examinadas debe ser un entero y no mayor que las {population, number} que hay.',
  'formats.sampling.examined-too-many':
    'Con más de {limit, number} unidades examinadas la afirmación no se calcula aquí. Informe las unidades examinadas tal como están.',
  'formats.sampling.seed': 'Se necesita una semilla, para que la elección de unidades pueda repetirse.',
  'formats.portions.too-few':
    '{wanted, plural, one {Hace falta una porción} other {Hacen falta # porciones}}; se {found, plural, one {leyó # } other {leyeron # }}.',
  'formats.portions.not-a-figure': 'Una porción no es una cifra.',
  'formats.portions.apart':
    'Las porciones difieren demasiado ({least} y {most}): como máximo el {share} % de su media.',
  'formats.weighing.no-parcels': 'Dé al menos una pesada (y no más de {limit, number}).',
  'formats.weighing.not-a-weight':
    'La pesada del paquete {parcel} no es un número decimal simple. Escríbala como 12.50.',
  'formats.weighing.not-a-figure':
    'El valor, la incertidumbre y el límite deben ser números decimales simples, como 10.02.',
  'formats.weighing.tare-above-gross':
    'El paquete {parcel} pesa menos ({gross} {unit}) que su envoltorio ({tare} {unit}). Péselo de nuevo.',
  'formats.weighing.balance-uncertainty':
    'Falta la incertidumbre estándar de la balanza, o es cero. Tómela del presupuesto de la balanza.',
  'formats.weighing.degrees-of-freedom': 'Los grados de libertad de la balanza deben ser un número desde 1.',
  'formats.weighing.population':
    'El total debe ser un número entero de unidades y no menor que las {weighed} que se pesaron.',
  'formats.weighing.one-is-no-sample':
    'Con una sola unidad no puede estimarse el peso de las demás. Pese al menos dos.',
  'formats.search.tolerance':
    'Dé una tolerancia mayor que cero: en Da (hasta {maxDa}) o en ppm (hasta {maxPpm}).',
  'formats.search.insufficient':
    'El espectro tiene {ions, plural, =0 {ningún ion} one {un solo ion independiente} other {solo # iones independientes}}; se necesitan al menos {needed} antes de que una biblioteca pueda opinar.',
  'formats.search.no-match':
    'Nada en la biblioteca explica bien este espectro (mejor puntuación {score} de 999).',
  'formats.search.single':
    'Solo {name} explica el espectro (puntuación {score} de 999). No se excluyen otros compuestos que no están en la biblioteca.',
  'formats.search.distinguished':
    'El espectro muestra los iones de {name} que lo distinguen de {rivals}, y ninguno de los de estos.',
  'formats.search.mixture':
    'El espectro muestra iones que solo son de {name} e iones que solo son de {rivals}: es posible una mezcla. Separe antes de concluir.',
  'formats.search.ambiguous':
    '{name} y {rivals} explican el espectro por igual, y no muestra ningún ion que los distinga. Use otras condiciones u otra técnica.',
}
