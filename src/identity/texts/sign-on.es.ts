/** What is said of sign-on with the account of another house, in Spanish. */
import type { signOn as en } from './sign-on.en.ts'

export const signOn: Record<keyof typeof en, string> = {
  'op.identity.sign-on-provider': 'De quién se aceptan cuentas',
  'op.identity.begin-sign-on': 'Ir al proveedor',
  'op.identity.sign-on': 'Entrar con otra cuenta',
  'op.identity.link-sign-on': 'Enlazar una cuenta del proveedor',
  'op.identity.unlink-sign-on': 'Quitar el enlace con el proveedor',
  'identity.method-sign-on': 'Cuenta del proveedor',
  'identity.sign-on-with': 'Entrar con {name}',
  'identity.sign-on-coming': 'Preguntando a {name} quién es usted…',
  'identity.sign-on-again': 'Entrar de nuevo',
  'identity.sign-on-title': 'Entrar con otra cuenta',
  'identity.sign-on-account': 'Cuenta del proveedor',
  'identity.field-sign-on-code': 'Código que se le mostró a la persona',
  'identity.sign-on-code-help':
    'A quien llega por primera vez del proveedor se le muestra un código que vale un día. Que la persona se lo diga en persona o por teléfono.',
  'identity.sign-on-linked-as': 'Enlazada. El proveedor llama a esta persona {name}.',
  'identity.will-unlink': 'Quien tenga esa cuenta ya no entra con ella, y lo que abrió con ella termina.',
  'identity.no-provider': 'Este servicio no acepta cuentas de otros.',
  'identity.next-local-way': 'Entre con una llave de acceso, o con nombre y contraseña.',
  'identity.sign-on-refused': 'El proveedor no dijo quién es usted, o esta respuesta ya se usó.',
  'identity.next-sign-on-anew': 'Empiece de nuevo desde la puerta.',
  'identity.sign-on-down': 'El proveedor no responde.',
  'identity.sign-on-unknown':
    'El proveedor lo conoce; aquí nadie ha dicho aún quién es usted. Su código es {code}.',
  'identity.next-tell-administrator': 'Diga este código a quien administra, dentro de un día.',
  'identity.sign-on-stopped': 'La cuenta de esta entrada está detenida.',
  'identity.sign-on-one-factor':
    'Usted tiene aquí un segundo factor, y el proveedor no dice que allá haya mostrado uno.',
  'identity.sign-on-code': 'Bajo este código no espera ninguna cuenta del proveedor.',
  'identity.sign-on-linked': 'Esta cuenta o esta persona ya está enlazada.',
}
