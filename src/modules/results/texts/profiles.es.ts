/** What profiles and the indexes of the DNA law say, in Spanish. */
import type { profilesEn } from './profiles.en.ts'

export const profilesEs: Record<keyof typeof profilesEn, string> = {
  'op.results.record-profile': 'Registrar un perfil',
  'op.results.check-profile': 'Verificar el perfil',
  'op.results.enter-index': 'Ingresar en un índice',
  'op.results.search-index': 'Buscar en un índice',
  'op.results.confirm-candidate': 'Juzgar un candidato',
  'op.results.compare-profiles': 'Comparar dos perfiles',
  'op.results.propose-removal': 'Proponer el retiro',
  'op.results.remove-from-index': 'Retirar y destruir',
  'op.results.destruction-certificate': 'Certificado de destrucción',
  'op.results.find-profiles': 'Perfiles de ADN',
  'op.results.indexes': 'Índices de la ley de ADN',
  'op.results.export-index': 'Exportar un índice',
  'op.results.exported-index': 'Archivo de una exportación',
  'op.results.oversight-report': 'Informe de supervisión de ADN',
  'op.results.profile': 'Perfil de ADN',
  'results.side-criminal': 'Penal',
  'results.side-humanitarian': 'Humanitario',
  'results.side-elimination': 'Descarte de personal',
  'results.profile-unreviewed': 'El resultado de esta muestra no ha sido revisado.',
  'results.next-review-first': 'Haga revisar la hoja de trabajo y registre entonces el perfil.',
  'results.sample-other-side':
    'Un perfil de esta muestra está del lado {side, select, criminal {penal} humanitarian {humanitario} other {de descarte}} y no puede pasar al {other, select, criminal {penal} humanitarian {humanitario} other {de descarte}}.',
  'results.sample-one-side': 'El perfil está del otro lado del muro entre índices penales y humanitarios.',
  'results.next-wall':
    'Los perfiles de los dos lados nunca se ingresan, comparan ni buscan juntos. Tome otra muestra con su propio fundamento si la ley lo pide.',
  'results.no-reference-sample':
    '«{index}» contiene perfiles de personas; este indicio no es una muestra tomada a una persona con un fundamento registrado.',
  'results.next-take-sample':
    'Registre la toma de la muestra de referencia con su consentimiento, orden o ley.',
  'results.one-specimen':
    'El archivo contiene {n} muestras; un perfil tiene su propio archivo, para poder destruirlo con él.',
  'results.profile-file-used': 'Estos bytes ya están en el registro, para otra cosa.',
  'results.next-export-again':
    'Exporte solo esta muestra desde el programa de genotipado y envíe ese archivo.',
  'results.locus-twice': 'El marcador {locus} aparece dos veces en el archivo.',
  'results.profile-empty': 'Ningún marcador autosómico de {kit} tiene alelos en este archivo.',
  'results.no-snp': '{locus} es un marcador de un solo nucleótido; solo se guardan marcadores STR.',
  'results.no-str-locus':
    '{locus} no está entre los marcadores STR de este laboratorio; nada más se lee, menos aún lo que habla de salud o de aspecto.',
  'results.next-str-only': 'Exporte solo los marcadores STR del kit.',
  'results.locus-not-of-kit': 'El marcador {locus} no es del kit {kit}.',
  'results.next-choose-kit': 'Elija el kit con que se tipificó.',
  'results.no-allele':
    'Un valor en {locus} no es un alelo: un número de repeticiones como 14, una microvariante como 9.3, o X e Y para la amelogenina.',
  'results.next-settle-allele':
    'Resuelva las lecturas fuera de la escalera en el programa de genotipado y exporte de nuevo.',
  'results.too-many-alleles':
    '{locus} tiene más alelos de los que {n, plural, one {una persona puede} other {# personas pueden}} tener.',
  'results.next-contributors': 'Diga cuántas personas contribuyeron, o revise el marcador.',
  'results.law-from':
    'La ley para los índices {side, select, criminal {penales} humanitarian {humanitarios} other {de descarte}} rige desde el {from}.',
  'results.law-not-in-force':
    'La ley para los índices {side, select, criminal {penales} humanitarian {humanitarios} other {de descarte}} no está en vigor.',
  'results.law-in-force': 'La ley está en vigor.',
  'results.next-law':
    'Cuando se publique, una persona propone su fecha en la lista «Ley de ADN en vigor» y otra la aprueba. Hasta entonces los perfiles quedan en sus casos.',
  'results.profile-checked': 'El perfil ya fue verificado.',
  'results.next-see-profile': 'Abra el perfil y lea lo que se dijo.',
  'results.check-own': 'Usted registró este perfil; otra persona lo verifica.',
  'results.next-another': 'Pídalo a otra persona de la sección o a un segundo custodio.',
  'results.differs-in-what': 'Diga en qué marcador lee otra cosa.',
  'results.next-say': 'Escríbalo en la observación.',
  'results.not-checked-yet': 'Ninguna segunda persona ha verificado este perfil.',
  'results.not-checked-differs': 'La segunda persona leyó otra cosa en el archivo.',
  'results.next-check': 'Hágalo verificar, o regístrelo de nuevo desde otra exportación.',
  'results.profile-removed': 'El perfil fue retirado y destruido.',
  'results.enter-own': 'Usted registró este perfil; otra persona lo ingresa en un índice.',
  'results.wall':
    '«{index}» es un índice {other, select, criminal {penal} humanitarian {humanitario} other {de descarte}}; este perfil es {side, select, criminal {penal} humanitarian {humanitario} other {de descarte}}, y la ley los mantiene separados.',
  'results.index-holds':
    '«{index}» contiene perfiles de {holds, select, person {personas} trace {rastros} other {restos}}.',
  'results.next-other-index': 'Elija un índice para esta clase de muestra.',
  'results.indexed-already': 'El perfil ya está en «{index}».',
  'results.minor-ground':
    'El perfil es de una persona menor; «{index}» no lo acepta con {ground, select, consent {consentimiento} order {una orden} other {la sola ley}}.',
  'results.other-ground':
    '«{index}» no acepta un perfil con {ground, select, consent {consentimiento} order {una orden} other {la sola ley}}.',
  'results.next-ground': 'Pida el fundamento que nombra la ley y agregue su documento al caso.',
  'results.ground-without-paper':
    '{ground, select, consent {El consentimiento} other {Una orden}} consta en un documento del caso; no se nombra ninguno.',
  'results.next-paper': 'Agregue el documento al caso y nómbrelo.',
  'results.taken-otherwise':
    'La muestra se tomó con {taken, select, consent {consentimiento} order {una orden} other {la ley}}, no con {ground, select, consent {consentimiento} order {una orden} other {la ley}}.',
  'results.ground-ahead': 'La fecha del fundamento aún no llega.',
  'results.next-day-of-ground': 'Escriba la fecha del consentimiento, la orden o la sentencia.',
  'results.not-indexed': 'El perfil no está en ningún índice.',
  'results.next-enter': 'Haga que el custodio lo ingrese antes en un índice.',
  'results.index-moved': 'El índice «{index}» no es lo que era cuando ingresó el perfil.',
  'results.not-against': 'La ley no permite buscar este índice contra «{index}».',
  'results.against-nothing': 'La ley no permite buscar este índice contra ningún otro.',
  'results.next-against': 'Elija entre los índices que se ofrecen, o ninguno.',
  'results.other-purpose':
    '{purpose} no es un propósito del lado {side, select, criminal {penal} humanitarian {humanitario} other {de descarte}}.',
  'results.next-purpose': 'Elija un propósito de este lado.',
  'results.candidate-judged': 'Alguien ya juzgó este candidato.',
  'results.judge-own': 'Usted hizo esta búsqueda; otra persona juzga lo hallado.',
  'results.removal-proposed': 'El retiro de este perfil ya está propuesto.',
  'results.next-second': 'Una segunda persona lo retira.',
  'results.not-due': 'Su plazo no ha vencido y ningún tribunal ha puesto fin a su fundamento.',
  'results.next-other-why': 'Elija por qué debe irse.',
  'results.removal-without-paper':
    'El retiro del consentimiento o la orden consta en un documento del caso; no se nombra ninguno.',
  'results.not-proposed': 'Nadie ha propuesto el retiro de este perfil.',
  'results.next-propose': 'Un custodio lo propone y dice por qué.',
  'results.remove-own': 'Usted propuso el retiro; otra persona lo lleva a cabo.',
  'results.left-due': 'su fundamento terminó: espera ser retirado',
  'results.left-mixture': 'contribuyeron varias personas',
  'results.left-few': '{n} loci; se necesitan al menos {least}',
  'results.index-stays': '«{index}» no sale de la casa.',
  'results.export-empty': 'Nada de esta exportación sigue en pie.',
  'results.compare-one-case': 'Los perfiles de casos distintos se comparan solo en los índices.',
  'results.compare-wall':
    'Un perfil es {side, select, criminal {penal} humanitarian {humanitario} other {de descarte}} y el otro {other, select, criminal {penal} humanitarian {humanitario} other {de descarte}}; la ley los mantiene separados.',
  'results.compared-says': '{matched} de {shared} loci autosómicos en común tienen los mismos alelos.',
  'results.search-leads':
    '{n, plural, one {Una pista} other {# pistas}} entre {compared, number} perfiles. Una pista no es un resultado: otra persona la juzga.',
  'results.search-none':
    'Nada hallado entre {compared, number} perfiles. Eso no dice que la persona no esté en ninguno.',
  'results.chance-low':
    'Solo se pidió un alelo en común en cada locus: muchas personas sin parentesco comparten otros tantos. {matched} de {shared} loci entre {compared, number} perfiles.',
  'results.chance-moderate':
    'Se toleraron alelos faltantes; las coincidencias por azar son más probables. {matched} de {shared} loci entre {compared, number} perfiles.',
  'results.chance-differs': '{shared} loci en común y {matched} coinciden: uno habla en contra.',
  'results.chance-few':
    '{matched} loci coinciden, menos de {sure}: entre {compared, number} perfiles no se puede descartar una coincidencia por azar.',
  'results.kept-no-clock': 'Sin plazo: hasta que la ley o una orden lo termine',
  'results.kept-years':
    '{years, plural, one {# año} other {# años}}; menores {minor, plural, one {# año} other {# años}}',
  'results.lead-waiting': 'en espera',
  'results.lead-confirmed': 'confirmada como pista',
  'results.lead-eliminated': 'descartado',
  'results.why-expired': 'venció su plazo',
  'results.why-acquitted': 'absolución',
  'results.why-not-charged': 'sin acusación',
  'results.why-consent-withdrawn': 'consentimiento retirado',
  'results.why-order': 'por orden',
  'results.why-mistake': 'ingresado por error',
  'results.dd-title': 'Certificado de destrucción de un perfil de ADN',
  'results.dd-profile': 'Perfil',
  'results.dd-item': 'Indicio',
  'results.dd-indexes': 'Índice',
  'results.dd-no-index': 'ninguno',
  'results.dd-why': 'Por qué',
  'results.dd-paper': 'Documento',
  'results.dd-words': 'En palabras',
  'results.dd-commitment': 'Su resumen con sal en el registro',
  'results.dd-file': 'SHA-256 del archivo destruido',
  'results.dd-states':
    'Los alelos de este perfil y los bytes del archivo del que se leyeron fueron destruidos. Lo hecho con el perfil queda en el registro bajo su número, sin ningún alelo.',
  'results.dd-backups':
    'Un respaldo hecho antes de este día contiene el perfil en forma cifrada hasta que se reemplace.',
  'results.dd-proposed': 'lo propuso',
  'results.dd-carried-out': 'lo llevó a cabo',
  'results.dd-twin': 'Lo mismo para máquinas',
  'results.dd-reason': 'Destruido: {number}',
}
