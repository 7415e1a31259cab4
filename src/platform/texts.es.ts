/** Las frases del suelo común: lo que cualquier operación puede responder. */
import { faults } from './texts/faults.es.ts'
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = {
  ...faults,
  'not-found': 'No existe ese registro, o no está abierto para usted.',
  'not-signed-in': 'No ha iniciado sesión.',
  'right-missing':
    'Sus funciones no incluyen «{act}».{roles, select, none {} other { Corresponde a: {roles}.}}',
  'right-missing-next':
    'Pregunte a quien da las funciones en su oficina, o a alguien que tenga una de estas.',
  'kiosk-only': 'Este equipo es para anunciar una entrega.',
  'kiosk-only-next': 'Para todo lo demás entre en su propio dispositivo.',
  'scope-missing': 'Este token no puede hacer {scope}.',
  'second-factor-due': 'Su función pide un segundo factor, y esta cuenta aún no tiene ninguno.',
  'second-factor-due-next': 'Agregue una llave de acceso o un autenticador bajo su nombre y continúe.',
  'csrf-missing': 'Esta petición no vino de la página en la que inició sesión. Recargue la página.',
  'step-up-required': 'Muestre otra vez quién es: escriba su PIN o use su llave de acceso.',
  'input-does-not-fit': 'Parte de lo enviado no encaja. Los campos están nombrados.',
  'body-not-json': 'Lo enviado no es JSON.',
  'reason-required': 'Diga por qué: este acto necesita un motivo.',
  'key-already-used': 'Esta clave de idempotencia ya se usó para otro acto {entry}.',
  'answered-already': 'Este acto ya se hizo, como el asiento {entry}; lo que respondió no se guarda.',
  'answered-already-next': 'Mire el registro. Para actuar otra vez, envíelo con una clave nueva.',
  'time-ahead': 'Esta hora aún no llega.',
  'time-ahead-next': 'Ponga en hora este dispositivo, o diga cuándo ocurrió.',
  'somebody-was-faster': 'Otra persona actuó sobre lo mismo en el mismo momento. Mírelo de nuevo y repita.',
  'cursor-unknown': 'Esta marca de página no se conoce.',
  'cursor-unknown-next': 'Empiece la lista de nuevo.',
  'names-nothing': 'Lo enviado nombra algo que no existe. Elíjalo otra vez de la lista y repita.',
  'rows-refused': '{bad, number} de {all, number} quedan aparte. Primero: {first}',
  'next-put-aside': 'Deje esos aparte o envíe solo los demás.',
  'there-already': 'Esto ya existe. Mírelo otra vez antes de repetir.',
  'disk-full': 'El disco del servidor está lleno. Nada se perdió; llame al administrador.',
  'database-away': 'La base de datos no responde. Intente de nuevo en un momento.',
  'took-too-long': 'Esto tardó demasiado y se detuvo. Nada cambió.',
  'too-many-requests': 'Demasiadas peticiones. Espere {seconds, plural, one {# segundo} other {# segundos}}.',
  'file-too-large': 'El archivo es mayor de {limit} MB.',
  'file-empty': 'El archivo está vacío (0 bytes). Elija el archivo otra vez.',
  'file-is-malware': 'El archivo lleva la firma de un virus y no se guardó.',
  'file-not-sent-by-you': 'Usted no ha enviado este archivo. Envíe primero el archivo.',
  'file-length-missing': 'El servidor necesita saber la longitud del archivo antes de recibirlo.',
  'file-hash-missing': 'El servidor necesita el SHA-256 del archivo antes de recibirlo.',
  'file-not-as-said': 'El archivo llegó distinto de lo que se dijo que era, y no se recibió.',
  'file-not-as-said-next': 'Envíelo otra vez desde el principio.',
  'files-enough': 'En un día ha enviado {limit} GB que no están adjuntos a nada.',
  'files-enough-next': 'Adjunte lo que envió, o envíe el resto mañana.',
  'file-swapped':
    'El archivo {sha256}… del almacén no es el que se guardó con este nombre: lo cambiaron allí. No se muestra. Avise de inmediato a administración y calidad.',
  'file-store-silent': 'Un almacén de archivos no responde ({fault}).',
  'file-store-silent-next':
    'Nada se pierde, y lo ordenado sigue ordenado. Vea que se pueda llegar al almacén e intente de nuevo.',
  'file-away':
    'El archivo no está aquí: está en el almacén frío «{label}» ({whereabouts}). Lo guarda {keeper}.',
  'file-away-next':
    'Pídalo de vuelta en la página de su escena o de su expediente; mientras tanto se ve una copia del tamaño de la pantalla.',
  'file-gone': 'El archivo no está en el almacén. Diga su número al administrador.',
  'address-too-long': 'La dirección o los encabezados son demasiado largos. Envíe lo largo en el cuerpo.',
  'request-not-readable': 'La solicitud no se pudo leer como HTTP. Revise el programa que la envió.',
  'no-such-operation': 'No existe esa operación.',
  'language-code': 'es',
  'internal-error': 'Algo falló en el programa. Nada cambió. Cite el número {number}.',
  'already-set-up': 'Esta instalación ya está configurada. Inicie sesión.',
  'setup-token-wrong': 'La palabra no coincide. Está en la ventana donde se arrancó el servidor.',
  'not-set-up':
    'Esta instalación aún no está configurada. Ejecute custodia setup o abra la dirección que imprime el servidor.',
  'no-such-folder': 'No hay una carpeta {dir} que pueda leerse.',
  'no-such-user': 'Nadie inicia sesión como {user}.',
  'no-such-unit': 'No hay unidad con el código {unit}.',
  'no-such-export': 'No hay exportación llamada {kind}. Elija everything, ledger, fhir-mdi o case-uco.',
  'backup-folder-not-empty': 'La carpeta {dir} ya contiene una copia. Elija una carpeta vacía.',
  'backup-does-not-verify': 'La copia no se verifica: {problem}',
  'backup-is-damaged': 'La parte {part} de la copia está dañada. Tome otra copia.',
  'restore-over-other-keys':
    'La carpeta de datos tiene la clave de otro registro. Elija una carpeta nueva, para que esa clave no se pierda.',
  'not-an-export': 'Esta carpeta no contiene una exportación de todo.',
  'everything-is-back':
    'Recibido: {tables} tablas, {rows} filas, {files} archivos, {jobs} trabajos en espera, raíz {root}. Nadie tiene contraseña todavía: custodia user password NOMBRE --password-stdin deja entrar al primer administrador.',
  'everything-is-back-unsigned':
    'Recibido: {tables} tablas, {rows} filas, {files} archivos, {jobs} trabajos en espera, raíz {root}. La clave del registro no está aquí y nada se firma: traiga la carpeta de claves de la casa anterior (--keys). Nadie tiene contraseña todavía: custodia user password NOMBRE --password-stdin deja entrar al primer administrador.',
  'has-a-password':
    '{user} ya tiene contraseña. Solo esa persona la cambia, o un administrador le abre otra entrada.',
  'not-a-backup': 'Esta carpeta no contiene una copia de una instalación.',
  'restore-into-empty-only':
    'Una copia se restaura solo en una instalación vacía. Elija una carpeta de datos nueva.',
  'demo-into-empty-only':
    'La demostración se llena solo en una instalación vacía. Elija una carpeta de datos nueva.',
  'not-a-demonstration':
    'Esta instalación es real: nunca se convierte en demostración. No se cambió nada. Elija una carpeta de datos nueva.',
  'is-a-demonstration':
    'Esta instalación comenzó como demostración y sigue siéndolo. Elija una carpeta de datos nueva para el trabajo real.',
  'file-is-damaged': 'El archivo {sha256} está dañado.',
  'no-such-recipient': 'Esta no es una clave pública para la que se pueda sellar un archivo.',
  'no-such-recipient-next': 'Empieza con age1; pídala a quien abrirá el medio.',
  'seal-key-not-here': 'La clave que abre los secretos sellados no está en la carpeta de claves.',
  'seal-key-not-here-next':
    'Traiga seal.key de una copia, y la frase de paso si la había; mientras tanto, un código de recuperación permite entrar.',
  'sealed-otherwise': 'Lo que se selló aquí no se abre: se selló con otra clave, o para otra cosa.',
  'no-such-laboratory': 'No existe el laboratorio «{name}». Elija uno de: {names}.',
}
