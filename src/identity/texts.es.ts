/** Lo que dice la identidad. */
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = {
  'op.identity.sign-in': 'Iniciar sesión',
  'op.identity.who-am-i': 'Quién soy',
  'op.identity.add-person': 'Añadir una persona',
  'op.identity.add-unit': 'Añadir una unidad',
  'op.identity.register-agency': 'Registrar una institución',
  'op.identity.grant-role': 'Conceder una función',
  'op.identity.set-pin': 'Fijar mi PIN',
  'op.identity.step-up': 'Mostrar otra vez quién soy',
  'identity.wrong-sign-in': 'El nombre, la contraseña o el código no coinciden.',
  'identity.sign-in-paused': 'Demasiados intentos. Espere {minutes, plural, one {# minuto} other {# minutos}} o pregunte al administrador.',
  'identity.username-taken': 'Ese nombre de usuario ya está en uso. Elija otro.',
  'identity.agency-exists': 'Ya hay una institución con ese nombre.',
  'identity.unit-code-exists': 'Ya hay una unidad con ese código.',
  'identity.no-such-role': 'No existe la función {role}.',
  'identity.password-short': 'La contraseña tiene menos de {least} caracteres. Use una más larga; tres o cuatro palabras sirven bien.',
  'identity.wrong-password': 'La contraseña no coincide.',
  'identity.wrong-pin': 'El PIN no coincide.',
  'identity.no-pin': 'Aún no tiene PIN. Fíjelo bajo su nombre y vuelva a intentar.',
}
