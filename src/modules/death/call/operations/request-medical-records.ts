/** Asks a hospital or ambulance for what it wrote about somebody. */
import { command } from '#platform/define.ts'
import { askHospital } from '../hospital.ts'
import { Done, RequestMedicalRecords } from '../contract.ts'
import { investigators } from '../../roles.ts'

export const requestMedicalRecords = command({
  name: 'death.request-medical-records',
  summary: 'Asks a hospital or ambulance for what it wrote about somebody.',
  who: investigators,
  input: RequestMedicalRecords,
  output: Done,
  run: (cx, input) => askHospital(cx, input.kind, input),
})
