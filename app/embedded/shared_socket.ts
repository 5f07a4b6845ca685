import type { Server as HttpServer, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** The first that systemd hands over; see sd_listen_fds(3). */
const FIRST_GIVEN = 3
const LOOK_EVERY_MS = 50
/** Node closes a connection by itself that was idle for `keepAliveTimeout`; a little more for the way. */
const SPARE_MS = 1_500

/** The listening socket that systemd, or who speaks as it does, handed to this process; null: none. */
export function givenSocket(env: NodeJS.ProcessEnv = process.env): number | null {
  const isForMe = env.LISTEN_PID === String(process.pid)
  return isForMe && Number(env.LISTEN_FDS) >= 1 ? FIRST_GIVEN : null
}

/**
 * A web server on a listening socket that other processes listen on, too, and that outlives each of them: while one is
 * restarted the others take what comes, and nothing is refused.
 */
export class SharedSocket {
  readonly #server: HttpServer
  readonly #open = new Set<Socket>()
  readonly #answers = new Map<ServerResponse, Socket>()
  #isDraining = false

  constructor(server: HttpServer, fd: number) {
    this.#server = server
    const listen = server.listen.bind(server)
    server.listen = (() => listen({ fd })) as HttpServer['listen'] // whatever port is asked for
    server.on('connection', (socket: Socket) => this.#follow(socket))
    server.prependListener('request', (_request, answer) => this.#followAnswer(answer))
  }

  /**
   * Takes no more connections, and ends those that are there in the way that no client takes for a failure: with a word in
   * an answer, or after the time that clients were told. Those with an answer under way are left.
   */
  async drain(): Promise<void> {
    this.#isDraining = true
    NetServer.prototype.close.call(this.#server) // http's own would cut idle ones under a client's next request
    for (const answer of this.#answers.keys()) answer.shouldKeepAlive = false
    const deadline = performance.now() + this.#server.keepAliveTimeout + SPARE_MS
    while (this.#hasIdle() && performance.now() < deadline) await delay(LOOK_EVERY_MS)
  }

  #hasIdle(): boolean {
    const busy = new Set(this.#answers.values())
    return [...this.#open].some((socket) => !busy.has(socket))
  }

  #follow(socket: Socket) {
    this.#open.add(socket)
    socket.once('close', () => this.#open.delete(socket))
  }

  #followAnswer(answer: ServerResponse) {
    if (answer.socket) this.#answers.set(answer, answer.socket)
    if (this.#isDraining) answer.shouldKeepAlive = false
    answer.once('close', () => this.#answers.delete(answer))
  }
}
