/** Asks a hospital for blood or other specimens taken in life, before they are thrown away. */
import { command } from '#platform/define.ts'
import { askHospital } from '../hospital.ts'
import { Done, RequestHospitalSpecimen } from '../contract.ts'
import { investigators } from '../../roles.ts'

export const requestHospitalSpecimen = command({
  name: 'death.request-hospital-specimen',
  summary: 'Asks a hospital for blood or other specimens taken in life, before they are thrown away.',
  who: investigators,
  input: RequestHospitalSpecimen,
  output: Done,
  run: (cx, input) => askHospital(cx, 'ante-mortem-specimen', input),
})
