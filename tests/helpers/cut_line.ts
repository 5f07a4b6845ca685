import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A line to a server that can be cut as a network is: nobody is told, nothing passes, and what was sent comes late. */
export interface CutLine {
  port: number
  cut(): void
  /** What was on its way arrives now. */
  mend(): void
  close(): void
}

/** @param target such as `127.0.0.1:5432` */
export async function cutLine(target: { host: string; port: number }): Promise<CutLine> {
  const sockets = new Set<Socket>()
  let isCut = false
  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket)
    if (isCut) socket.pause()
    socket.on('data', (piece) => other.write(piece))
    socket.on('end', () => other.end())
    socket.on('error', () => other.destroy())
    socket.on('close', () => sockets.delete(socket) && other.destroy())
  }
  const server = createServer((near) => {
    const far = connect(target)
    keep(near, far)
    keep(far, near)
    if (isCut) near.pause()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as { port: number }).port,
    cut: () => {
      isCut = true
      for (const socket of sockets) socket.pause()
    },
    mend: () => {
      isCut = false
      for (const socket of sockets) socket.resume()
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
