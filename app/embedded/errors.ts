/** Something that this machine must offer is missing; the message names it and the remedy. */
export class CannotStart extends Error {
  readonly code = 'E_CANNOT_START'
}
