import type { ProcessIdentity } from '#embedded/machine/process_identity'

/** A private Postgres or Redis that answers. */
export interface RunningServer {
  identity: ProcessIdentity
  host: string
  port: number
}

export interface ServerOptions {
  password: string
  /** The password was made just now, so data that is older knows another one. */
  secretsAreNew: boolean
  /** The port of last time, taken again when it is free. */
  wantedPort: number | null
  signal?: AbortSignal
}
