import { readFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { createBullBoard } from '@bull-board/api'
import type { BaseAdapter } from '@bull-board/api/baseAdapter'
import type { AppControllerRoute } from '@bull-board/api/typings/app'
import type { HttpContext } from '@adonisjs/core/http'
import { CollectedBoard } from '#http/bull_board/collected_board'
import { BOARD_LOOKS, WAY_BACK } from '#http/bull_board/board_looks'
import { includesRole } from '#accounts/role'

type OpenQueues = (options: { isReadOnly: boolean }) => Promise<BaseAdapter[]>

/**
 * Bull Board behind our own router, session, roles and CSRF. There are two boards: viewers get one in
 * which nothing can be done. Queues are opened with the first request, not at boot.
 */
export class BullBoard {
  readonly #basePath: string
  readonly #openQueues: OpenQueues
  readonly #readOnly = new CollectedBoard()
  readonly #writable = new CollectedBoard()
  #opened?: Promise<void>

  constructor(basePath: string, openQueues: OpenQueues) {
    this.#basePath = basePath
    this.#openQueues = openQueues
  }

  /** What the board's pages call; the same for both boards. */
  get apiRoutes(): AppControllerRoute[] {
    if (this.#readOnly.apiRoutes.length === 0) this.#create(this.#readOnly, [])
    return this.#readOnly.apiRoutes
  }

  /** The board's one page, which finds its way by itself. */
  async page(ctx: HttpContext) {
    const board = await this.#boardFor(ctx)
    const { params } = board.entry!.handler({ basePath: this.#basePath, uiConfig: board.uiConfig })
    const template = await readFile(join(board.viewsPath, 'index.ejs'), 'utf8')
    ctx.response.header('content-type', 'text/html; charset=utf-8')
    return fill(ours(template), params)
  }

  async file(ctx: HttpContext) {
    const board = await this.#boardFor(ctx)
    const root = resolve(board.staticPath)
    const path = resolve(root, ctx.params['*'].join('/'))
    if (!path.startsWith(root + sep)) return ctx.response.notFound('There is no such file')
    ctx.response.header('cache-control', 'private, max-age=86400')
    ctx.response.download(path)
  }

  async call(ctx: HttpContext, route: AppControllerRoute) {
    const board = await this.#boardFor(ctx)
    const { request, params, response } = ctx
    const asked = {
      queues: board.queues,
      uiConfig: board.uiConfig,
      params,
      query: request.qs(),
      body: request.body(),
      headers: request.headers() as Record<string, string | undefined>,
    }
    const answer = await Promise.resolve(route.handler(asked)).catch(board.onError)
    response.status(answer.status ?? 200).json(answer.body)
  }

  async #boardFor({ auth }: HttpContext): Promise<CollectedBoard> {
    this.#opened ??= this.#open()
    await this.#opened
    return includesRole(auth.getUserOrFail().role, 'operator') ? this.#writable : this.#readOnly
  }

  async #open() {
    this.#create(this.#readOnly, await this.#openQueues({ isReadOnly: true }))
    this.#create(this.#writable, await this.#openQueues({ isReadOnly: false }))
  }

  #create(board: CollectedBoard, queues: BaseAdapter[]) {
    createBullBoard({ queues, serverAdapter: board, options: { uiConfig: BOARD_LOOKS } })
  }
}

/** The console calls no foreign server, and has a way back. */
function ours(template: string): string {
  return template
    .replace(/<link[^>]+fonts\.googleapis\.com[^>]*>/g, '')
    .replace('</body>', `${WAY_BACK}</body>`)
}

/** `<%= %>` escapes, `<%- %>` does not: all that the template uses of its language. */
function fill(template: string, values: Record<string, string | undefined>): string {
  return template.replace(/<%([=-])\s*(\w+)\s*%>/g, (_tag, kind: string, name: string) => {
    const value = values[name] ?? ''
    return kind === '=' ? escapeHtml(value) : value
  })
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
