import { MACHINE_ROWS } from './rows/machine.js'
import { PEOPLE_ROWS } from './rows/people.js'
import { PROCESS_ROWS } from './rows/processes.js'
import { SERVER_ROWS } from './rows/servers.js'
import type { Row } from './row.js'

export const ROWS: Row[] = [...PROCESS_ROWS, ...SERVER_ROWS, ...MACHINE_ROWS, ...PEOPLE_ROWS].sort(
  (one, other) => one.row - other.row
)
