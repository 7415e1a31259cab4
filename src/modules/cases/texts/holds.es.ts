/** Lo que pesa sobre un caso, y que uno fue retirado, en español. */
import type { holdsEn } from './holds.en.ts'

export const holdsEs: Record<keyof typeof holdsEn, string> = {
  'cases.hold-kind-legal': 'Por ley',
  'cases.hold-kind-court': 'Tribunal',
  'cases.hold-kind-appeal': 'Apelación',
  'cases.hold-kind-review': 'Revisión',
  'cases.withdrawn':
    'Este caso llegó con una importación que se deshizo. Nada se puede registrar en él; busque el caso que llegó de nuevo.',
}
