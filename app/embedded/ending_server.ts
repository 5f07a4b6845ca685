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
 * A web server that ends without its clients taking that for a failure. On a listening socket that was given to it, and to
 * others that go on listening, nothing is refused meanwhile.
 */
export class EndingServer {
  readonly #server: HttpServer
  readonly #isShared: boolean
  readonly #open = new Set<Socket>()
  readonly #answers = new Map<ServerResponse, Socket>()
  #isDraining = false

  /** @param given the socket to listen on, whatever port is asked for; null: one of its own */
  constructor(server: HttpServer, given: number | null) {
    this.#server = server
    this.#isShared = given !== null
    if (given !== null) {
      const listen = server.listen.bind(server)
      server.listen = (() => listen({ fd: given })) as HttpServer['listen']
    }
    server.on('connection', (socket: Socket) => this.#follow(socket))
    server.prependListener('request', (_request, answer) => this.#followAnswer(answer))
  }

  /**
   * Ends connections with a word in their next answer, for a client that always has one more request would keep the
   * process for ever. Where others listen too, it takes no more and leaves idle ones the time that clients were told;
   * else `close` of the server cuts them. Answers under way are left.
   */
  async drain(): Promise<void> {
    this.#isDraining = true
    for (const answer of this.#answers.keys()) answer.shouldKeepAlive = false
    if (!this.#isShared) return
    NetServer.prototype.close.call(this.#server) // http's own would cut idle ones under a client's next request
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
