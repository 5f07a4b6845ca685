import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/**
 * A program of its own that stands for systemd: it holds the listening socket that it was given as its third file, never
 * takes a connection from it, and hands it to each command that it is told to run, a line of standard input each.
 */
const SOCKET = 3

for await (const command of createInterface({ input: process.stdin })) {
  const asSystemd = `LISTEN_PID=$$ LISTEN_FDS=1 exec ${command}`
  spawn('sh', ['-c', asSystemd], { stdio: ['ignore', 'inherit', 'inherit', SOCKET] })
}
