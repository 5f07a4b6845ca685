/** Something that this machine must offer is missing; the message names it and the remedy. */
export class CannotStart extends Error {
  readonly code = 'E_CANNOT_START'
}

/** The person at the terminal asked to stop while something was still starting. */
export class AskedToStop extends Error {
  readonly code = 'E_ASKED_TO_STOP'
}
