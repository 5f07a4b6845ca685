import { DATABASE_FAULTS } from './faults_of_database.js'
import { PEOPLE_FAULTS } from './faults_of_people.js'
import { PROCESS_FAULTS } from './faults_of_processes.js'
import { QUEUE_FAULTS } from './faults_of_queue.js'
import { MACHINE_FAULTS } from './faults_of_machine.js'
import type { Fault } from './fault.js'

export const FAULTS: Fault[] = [
  ...PROCESS_FAULTS,
  ...QUEUE_FAULTS,
  ...DATABASE_FAULTS,
  ...MACHINE_FAULTS,
  ...PEOPLE_FAULTS,
]

/** @throws for a name that no fault has */
export function faultNamed(name: string): Fault {
  const fault = FAULTS.find((one) => one.name === name)
  if (!fault) throw new Error(`There is no fault ${name}`)
  return fault
}
