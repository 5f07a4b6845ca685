const EXIT_AFTER_MS = 5_000

/** All work has ended: what a library left open, such as a connection that is being made anew, keeps nobody alive. */
export function exitSoon(code: number | string = process.exitCode ?? 0): void {
  setTimeout(() => process.exit(code), EXIT_AFTER_MS).unref()
}
