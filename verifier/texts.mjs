/** The sentences of the verifier, in English and Spanish: what was found, for somebody who did not write the format. */

const en = {
  'line-json': 'Line {line} of the export cannot be read: it is not JSON.',
  'line-form': 'Line {line} of the export has not the form that the format prescribes.',
  'line-end': 'The last line of the export is cut off.',
  'entry-form': 'Line {line}: the entry in it has not the form that the format prescribes.',
  'file-broken': 'The file {name} cannot be read to its end: it is damaged or cut off.',
  'file-large': 'The file {name} is larger than any certificate: it was not read.',
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
  'struck-unfounded': 'Words are called struck out of a row that no earlier entry of this case recorded.',
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
  'paper-changed':
    '{name} was changed after it was issued: the log says SHA-256 {expected}, the file has {sha}.',
  'paper-other':
    '{name} (SHA-256 {sha}) is not what was issued as {numbers}: it was changed, or the proof given is of another certificate.',
  'paper-unproved':
    'Nothing given speaks of {name} (SHA-256 {sha}): give the proof that came with it, or an export.',
  'twin-form':
    'The data file {name} is not in its one form (canonical JSON): a member twice, or written otherwise.',
  'twin-number': 'The data file {name} bears another number than {number}, under which it was issued.',
  'twin-head': 'The data file {name} quotes a signed head that the key you gave did not sign.',
  'issue-moved':
    'When {name} was made, the log had {size} entries; the entry that issued it says to be number {at}. History was rewritten.',
  'signature-none': 'The PDF {name} carries no signature.',
  'signature-part':
    'The signature in {name} does not cover the whole file: something was added, cut off or left out.',
  'signature-form': 'The signature in {name} is not in its one form: bytes in or behind it were changed.',
  'signature-bytes': 'The signature in {name} is over other bytes than those of the file.',
  'signature-false': 'The signature in {name} does not fit the certificate of the signer.',
  'signature-time': 'The PDF {name} says to be signed when the certificate of the signer was not valid.',
  'signature-other': 'The PDF {name} is signed by {signer}, with another certificate than the log names.',
  'not-issued': 'The log knows {name}, but not as an issued certificate ({action}).',
  withdrawn: 'The certificate {name} was withdrawn.',
  superseded: 'The certificate {name} was replaced by {by} and is in force no longer.',
  'leaf-not-found': '{name} rests on an entry that the export does not hold.',
  ok: 'Everything holds.',
  bad: '{n} problems were found.',
  one: 'One problem was found.',
  'sum-export':
    'Looked at: {entries} entries on {subjects} subjects, {rows} rows, {checkpoints} signed heads.',
  'sum-root': 'Root of the tree: {root}',
  'sum-proof':
    '{proof}: entry {entry} ({action}, recorded {recordedAt}) is one of the {treeSize} that were signed.',
  'sum-paper': '{name}: exactly the bytes that were issued as {number} (SHA-256 {sha256}).',
  'sum-signed': '{name}: signed by {signer} on {signedAt}, over the whole file.',
  later: 'A certificate may have been withdrawn or replaced since: the address printed on it tells.',
  more: '… and {n} more.',
}

const es = {
  'line-json': 'La línea {line} de la exportación no se puede leer: no es JSON.',
  'line-form': 'La línea {line} de la exportación no tiene la forma que el formato prescribe.',
  'line-end': 'La última línea de la exportación está cortada.',
  'entry-form': 'Línea {line}: el asiento que contiene no tiene la forma que el formato prescribe.',
  'file-broken': 'El archivo {name} no se puede leer hasta el final: está dañado o cortado.',
  'file-large': 'El archivo {name} es más grande que cualquier certificado: no se leyó.',
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
  'struck-unfounded':
    'Se dice que se tacharon palabras de una fila que ningún asiento anterior de este caso registró.',
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
  'paper-changed':
    '{name} fue cambiado después de emitirse: el registro dice SHA-256 {expected}, el archivo tiene {sha}.',
  'paper-other':
    '{name} (SHA-256 {sha}) no es lo que se emitió como {numbers}: fue cambiado, o la prueba dada es de otro certificado.',
  'paper-unproved':
    'Nada de lo entregado habla de {name} (SHA-256 {sha}): dé la prueba que vino con él, o una exportación.',
  'twin-form':
    'El archivo de datos {name} no está en su única forma (JSON canónico): un miembro dos veces, o escrito de otro modo.',
  'twin-number': 'El archivo de datos {name} lleva otro número que {number}, con el que fue emitido.',
  'twin-head': 'El archivo de datos {name} cita una cabeza firmada que la clave que usted dio no firmó.',
  'issue-moved':
    'Cuando se hizo {name}, el registro tenía {size} asientos; el asiento que lo emitió dice ser el número {at}. La historia fue reescrita.',
  'signature-none': 'El PDF {name} no lleva ninguna firma.',
  'signature-part': 'La firma de {name} no abarca todo el archivo: algo fue agregado, cortado u omitido.',
  'signature-form':
    'La firma de {name} no está en su única forma: se cambiaron bytes en ella o detrás de ella.',
  'signature-bytes': 'La firma de {name} es sobre otros bytes que los del archivo.',
  'signature-false': 'La firma de {name} no corresponde al certificado de quien firma.',
  'signature-time': 'El PDF {name} dice estar firmado cuando el certificado de quien firma no era válido.',
  'signature-other':
    'El PDF {name} está firmado por {signer}, con otro certificado que el que el registro nombra.',
  'not-issued': 'El registro conoce {name}, pero no como certificado emitido ({action}).',
  withdrawn: 'El certificado {name} fue retirado.',
  superseded: 'El certificado {name} fue reemplazado por {by} y ya no está en vigor.',
  'leaf-not-found': '{name} se apoya en un asiento que la exportación no contiene.',
  ok: 'Todo se sostiene.',
  bad: 'Se hallaron {n} problemas.',
  one: 'Se halló un problema.',
  'sum-export':
    'Se examinaron: {entries} asientos sobre {subjects} objetos, {rows} filas, {checkpoints} cabezas firmadas.',
  'sum-root': 'Raíz del árbol: {root}',
  'sum-proof':
    '{proof}: el asiento {entry} ({action}, registrado {recordedAt}) es uno de los {treeSize} que se firmaron.',
  'sum-paper': '{name}: exactamente los bytes que se emitieron como {number} (SHA-256 {sha256}).',
  'sum-signed': '{name}: firmado por {signer} el {signedAt}, sobre todo el archivo.',
  later:
    'Un certificado puede haber sido retirado o reemplazado después: lo dice la dirección impresa en él.',
  more: '… y {n} más.',
}

const languages = { en, es }
/** What comes out of files is shown so that it cannot command a terminal, turn the reading or hide. */
export const shown = (value) =>
  String(value ?? '')
    .slice(0, 300)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (c) => `\\u{${c.codePointAt(0).toString(16)}}`)
export function say(language, code, values = {}) {
  return (languages[language] ?? en)[code].replace(/\{(\w+)\}/g, (_all, name) => shown(values[name]))
}

/** Problems as they leave: `detail` is the sentence, `kind` is for programs. */
export function worded(language, { kind, code, values, ...where }) {
  return { kind, ...where, detail: say(language, code, values) }
}

/** Where a finding lies: subject, entry, row, as far as they are known. */
export const placeOf = ({ kind, subject, entry, table, row }, names = {}) =>
  [
    kind,
    subject && `${names.subject ?? ''} ${shown(subject)}`,
    entry && `${names.entry ?? 'entry'} ${shown(entry)}`,
    table && `${names.row ?? ''} ${shown(table)}/${shown(row)}`,
  ]
    .filter(Boolean)
    .map((part) => part.trim())

/** The problems as lines for people, the first fifty. */
export function findings(language, { problems, problemCount }) {
  const lines = problems.slice(0, 50).flatMap((p) => [`  ${placeOf(p).join('  ')}`, `      ${p.detail}`])
  return problemCount > 50 ? [...lines, `  ${say(language, 'more', { n: problemCount - 50 })}`] : lines
}

/** What was looked at and what it is, as lines for people; the first says whether it holds. */
export function summary(language, report) {
  const lines = []
  if (report.entries > 0 || report.root)
    lines.push(say(language, 'sum-export', report), say(language, 'sum-root', report))
  for (const certificate of report.certificates) {
    lines.push(say(language, 'sum-proof', certificate))
    for (const paper of certificate.papers) {
      lines.push(say(language, 'sum-paper', { ...paper, number: certificate.number }))
      if (paper.signer) lines.push(say(language, 'sum-signed', paper))
    }
  }
  if (report.certificates.length > 0) lines.push(say(language, 'later'))
  const n = report.problemCount
  return [
    n === 0 ? say(language, 'ok') : n === 1 ? say(language, 'one') : say(language, 'bad', { n }),
    ...lines,
  ]
}
export const textKeys = { en: Object.keys(en), es: Object.keys(es) }
