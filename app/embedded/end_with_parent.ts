const GRACE_MS = 45_000

/**
 * Ends this process when the supervisor is gone, however it went: the ipc channel closes even
 * when the supervisor is killed with SIGKILL. Does nothing in a process that nobody supervises.
 */
export function endWithParent(): void {
  if (!process.env.MEDIAKEEP_SUPERVISED || !process.connected) return

  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref()
  })
  process.channel?.unref()
}
