import type { Server as HttpServer, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** The first that systemd hands over; see sd_listen_fds(3). */
const FIRST_GIVEN = 3
const LOOK_EVERY_MS = 50
/** Node closes a connection by itself that was idle for `keepAliveTimeout`; a little more for the way. */
const SPARE_MS = 1_500
/** Whoever took or sent no byte for as long has stopped, as a player does that holds enough of a film. It may ask again. */
const STALLED_MS = 30_000

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
  /** And what each had read when its last answer was over, bytes. */
  readonly #open = new Map<Socket, number>()
  readonly #answers = new Map<ServerResponse, Socket>()
  #isDraining = false

  /** @param given the socket to listen on, whatever port is asked for; null: one of its own */
  constructor(
    server: HttpServer,
    given: number | null,
    private readonly stalledMs = STALLED_MS
  ) {
    this.#server = server
    this.#isShared = given !== null
    if (given !== null) {
      const listen = server.listen.bind(server)
      server.listen = (() => listen({ fd: given })) as HttpServer['listen']
    }
    server.closeIdleConnections = () => this.#endIdle() // http's own cuts answers that are still on their way
    server.on('connection', (socket: Socket) => this.#follow(socket))
    server.prependListener('request', (_request, answer) => this.#followAnswer(answer))
  }

  /**
   * Ends connections with a word in their next answer, for a client that always has one more request would keep the
   * process for ever. Where others listen too, it takes no more and leaves idle ones the time that clients were told;
   * else `close` of the server ends them. Answers under way are left, as long as their clients go on.
   */
  async drain(): Promise<void> {
    this.#isDraining = true
    for (const answer of this.#answers.keys()) answer.shouldKeepAlive = false
    const patienceMs = this.#isShared ? this.#server.keepAliveTimeout + SPARE_MS : SPARE_MS
    const deadline = performance.now() + patienceMs
    this.#endSilent(deadline)
    if (!this.#isShared) return
    NetServer.prototype.close.call(this.#server) // http's own would cut idle ones under a client's next request
    while (this.#unanswered().length > 0 && performance.now() < deadline) await delay(LOOK_EVERY_MS)
  }

  /**
   * Ends connections that nobody else would: http looks after no client any more, once it is closed, that stops in the
   * middle of a request or of its answer.
   * @param deadline when one without an answer under way has had its time
   */
  #endSilent(deadline: number) {
    const stalls = new Map<ServerResponse, { bytes: number; since: number }>()
    const look = () => {
      const now = performance.now()
      if (now > deadline) this.#unanswered().forEach((socket) => socket.destroy())
      for (const [answer, socket] of this.#answers) {
        const bytes = socket.bytesRead + socket.bytesWritten
        const stall = stalls.get(answer)
        if (!waitsForClient(answer, socket)) stalls.delete(answer)
        else if (stall?.bytes !== bytes) stalls.set(answer, { bytes, since: now })
        else if (now - stall.since > this.stalledMs) socket.destroy()
      }
    }
    const looking = setInterval(look, LOOK_EVERY_MS).unref() // open connections keep the process
    this.#server.once('close', () => clearInterval(looking))
  }

  /** Those, too, that never asked for anything, as browsers open them ahead; not those whose request is on its way. */
  #endIdle() {
    for (const socket of this.#unanswered()) {
      if (socket.bytesRead === this.#open.get(socket)) socket.destroy()
    }
  }

  #unanswered(): Socket[] {
    const busy = new Set(this.#answers.values())
    return [...this.#open.keys()].filter((socket) => !busy.has(socket))
  }

  #follow(socket: Socket) {
    this.#open.set(socket, 0)
    socket.once('close', () => this.#open.delete(socket))
  }

  #followAnswer(answer: ServerResponse) {
    const { socket } = answer
    if (!socket) return
    this.#answers.set(answer, socket)
    if (this.#isDraining) answer.shouldKeepAlive = false
    answer.once('close', () => {
      this.#answers.delete(answer)
      if (this.#open.has(socket)) this.#open.set(socket, socket.bytesRead)
      if (this.#isDraining && !this.#isShared) socket.destroySoon() // it may have been told that it lasts
    })
  }
}

/** Not for what the server itself is about to do. */
function waitsForClient({ req }: ServerResponse, { writableLength }: Socket): boolean {
  const isToSend = !req.complete && req.readableLength === 0
  return isToSend || writableLength > 0
}
