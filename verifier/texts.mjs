/** The sentences of the verifier, in English and Spanish: what was found, for somebody who did not write the format. */

const en = {
  'line-json': 'Line {line} of the export cannot be read: it is not JSON.',
  'line-form': 'Line {line} of the export has not the form that the format prescribes.',
  'line-end': 'The last line of the export is cut off.',
  'entry-form': 'Line {line}: the entry in it has not the form that the format prescribes.',
  'file-broken': 'The file {name} cannot be read to its end: it is damaged or cut off.',
  'file-unknown':
    'The file {name} is of no kind that can be verified (export, PDF, twin, proof, signed head).',
  position:
    'Where entry number {position} should stand, the export has {other}: an entry is missing, doubled or moved.',
  'chain-seq': 'Entry {seq} of this subject follows entry {last}: an entry is missing, doubled or moved.',
  'chain-prev': 'The entry names another predecessor than the one that stands before it.',
  'row-extra': 'No entry speaks of this row: it was added past the ledger.',
  'row-doubled': 'This row is in the export twice.',
  'row-twice': 'Two entries claim to have recorded this row.',
  'row-changed': 'The row is not the one that was recorded: it was changed afterwards.',
  'row-missing': 'The row that was recorded is gone, and no lawful destruction is recorded.',
  'destroyed-unfounded': 'The row is called destroyed by order, but the entry named does not say so.',
  'header-none': 'The export does not begin with its first line.',
  'header-differs': 'The first line of the export says something else about {name} than what was found.',
  'header-rows': 'The first line says that there are no rows, and here is one.',
  'note-form': 'A signed head has not the form that the format prescribes.',
  'note-key': 'A signed head is not signed by the key you gave.',
  'note-signature': 'The signature of a signed head does not fit its text: one of them was changed.',
  'note-head': 'A signed text is not a tree head.',
  'note-origin': 'A signed head is of another log.',
  'cut-off': 'A signed head speaks of {size} entries, the export holds {entries}: the newest were cut off.',
  rewritten:
    'History was rewritten: {unfit} of {heads} signed heads do not fit. The first change lies after entry {good} and not after entry {size}, counted from one.',
  'other-root': 'Two signed heads of {size} entries contradict each other: history was rewritten.',
  'head-missing': 'No signed head covers all {entries} entries: the newest of them are not vouched for.',
  'not-cosigned': 'The witness {name} has not signed the newest head.',
  'proof-form': 'The proof {name} cannot be read.',
  'proof-path': 'The proof {name} does not lead to the signed head: the entry in it is not in the log.',
  'proof-entry': 'The proof {name} proves something that is not an entry of this format.',
  'pdf-changed':
    'Nothing given speaks of the PDF {name} (SHA-256 {sha}): it was changed, or its proof is not here.',
  'twin-changed':
    'Nothing given speaks of the data file {name} (SHA-256 {sha}): it was changed, or its proof is not here.',
  'not-issued': 'The log knows {name}, but not as an issued report ({action}).',
  withdrawn: 'The report {name} was withdrawn.',
  'leaf-not-found': '{name} rests on an entry that the export does not hold.',
  ok: 'Everything holds.',
  bad: '{n} problems were found.',
  one: 'One problem was found.',
  'sum-export':
    'Looked at: {entries} entries on {subjects} subjects, {rows} rows, {checkpoints} signed heads.',
  'sum-root': 'Root of the tree: {root}',
  'sum-proof':
    '{proof}: entry {entry} ({action}, recorded {recordedAt}) is one of the {treeSize} that were signed.',
  'sum-paper': '{name}: exactly the bytes that were issued (SHA-256 {sha256}).',
  later: 'A report may have been withdrawn or replaced since: the address printed on it tells.',
  more: '… and {n} more.',
}

const es = {
  'line-json': 'La línea {line} de la exportación no se puede leer: no es JSON.',
  'line-form': 'La línea {line} de la exportación no tiene la forma que el formato prescribe.',
  'line-end': 'La última línea de la exportación está cortada.',
  'entry-form': 'Línea {line}: el asiento que contiene no tiene la forma que el formato prescribe.',
  'file-broken': 'El archivo {name} no se puede leer hasta el final: está dañado o cortado.',
  'file-unknown':
    'El archivo {name} no es de ningún tipo verificable (exportación, PDF, gemelo, prueba, cabeza firmada).',
  position:
    'Donde debería estar el asiento número {position}, la exportación tiene {other}: un asiento falta, está repetido o fue movido.',
  'chain-seq':
    'El asiento {seq} de este objeto sigue al asiento {last}: un asiento falta, está repetido o fue movido.',
  'chain-prev': 'El asiento nombra otro antecesor que el que está antes de él.',
  'row-extra': 'Ningún asiento habla de esta fila: se agregó al margen del libro.',
  'row-doubled': 'Esta fila está dos veces en la exportación.',
  'row-twice': 'Dos asientos dicen haber registrado esta fila.',
  'row-changed': 'La fila no es la que se registró: fue cambiada después.',
  'row-missing': 'La fila que se registró ya no está, y no consta destrucción legal alguna.',
  'destroyed-unfounded': 'Se dice que la fila fue destruida por orden, pero el asiento nombrado no lo dice.',
  'header-none': 'La exportación no empieza con su primera línea.',
  'header-differs': 'La primera línea de la exportación dice sobre {name} algo distinto de lo hallado.',
  'header-rows': 'La primera línea dice que no hay filas, y aquí hay una.',
  'note-form': 'Una cabeza firmada no tiene la forma que el formato prescribe.',
  'note-key': 'Una cabeza firmada no está firmada con la clave que usted dio.',
  'note-signature': 'La firma de una cabeza firmada no corresponde a su texto: uno de los dos fue cambiado.',
  'note-head': 'Un texto firmado no es una cabeza de árbol.',
  'note-origin': 'Una cabeza firmada es de otro registro.',
  'cut-off':
    'Una cabeza firmada habla de {size} asientos, la exportación tiene {entries}: se cortaron los más nuevos.',
  rewritten:
    'La historia fue reescrita: {unfit} de {heads} cabezas firmadas no corresponden. El primer cambio está después del asiento {good} y no después del asiento {size}, contando desde uno.',
  'other-root': 'Dos cabezas firmadas de {size} asientos se contradicen: la historia fue reescrita.',
  'head-missing': 'Ninguna cabeza firmada abarca los {entries} asientos: nadie responde por los más nuevos.',
  'not-cosigned': 'El testigo {name} no ha firmado la cabeza más nueva.',
  'proof-form': 'La prueba {name} no se puede leer.',
  'proof-path': 'La prueba {name} no lleva a la cabeza firmada: su asiento no está en el registro.',
  'proof-entry': 'La prueba {name} prueba algo que no es un asiento de este formato.',
  'pdf-changed':
    'Nada de lo entregado habla del PDF {name} (SHA-256 {sha}): fue cambiado, o su prueba no está aquí.',
  'twin-changed':
    'Nada de lo entregado habla del archivo de datos {name} (SHA-256 {sha}): fue cambiado, o su prueba no está aquí.',
  'not-issued': 'El registro conoce {name}, pero no como informe emitido ({action}).',
  withdrawn: 'El informe {name} fue retirado.',
  'leaf-not-found': '{name} se apoya en un asiento que la exportación no contiene.',
  ok: 'Todo se sostiene.',
  bad: 'Se hallaron {n} problemas.',
  one: 'Se halló un problema.',
  'sum-export':
    'Se examinaron: {entries} asientos sobre {subjects} objetos, {rows} filas, {checkpoints} cabezas firmadas.',
  'sum-root': 'Raíz del árbol: {root}',
  'sum-proof':
    '{proof}: el asiento {entry} ({action}, registrado {recordedAt}) es uno de los {treeSize} que se firmaron.',
  'sum-paper': '{name}: exactamente los bytes que se emitieron (SHA-256 {sha256}).',
  later: 'Un informe puede haber sido retirado o reemplazado después: lo dice la dirección impresa en él.',
  more: '… y {n} más.',
}

const languages = { en, es }
export function say(language, code, values = {}) {
  return (languages[language] ?? en)[code].replace(/\{(\w+)\}/g, (_all, name) => String(values[name] ?? ''))
}

/** Problems as they leave: `detail` is the sentence, `kind` is for programs. */
export function worded(language, { kind, code, values, ...where }) {
  return { kind, ...where, detail: say(language, code, values) }
}

/** The findings as lines for people. */
export function summary(language, report) {
  const lines = []
  if (report.entries > 0 || report.root)
    lines.push(say(language, 'sum-export', report), say(language, 'sum-root', report))
  for (const certificate of report.certificates) {
    lines.push(say(language, 'sum-proof', certificate))
    for (const paper of certificate.papers) lines.push(say(language, 'sum-paper', paper))
  }
  if (report.certificates.length > 0) lines.push(say(language, 'later'))
  const n = report.problemCount
  return [
    n === 0 ? say(language, 'ok') : n === 1 ? say(language, 'one') : say(language, 'bad', { n }),
    ...lines,
  ]
}
export const textKeys = { en: Object.keys(en), es: Object.keys(es) }
