import type { paths } from './api.js'

interface PageAnswer {
  content: { 'application/json': { data: unknown[]; meta: { next_cursor: string | null } } }
}

/** Addresses of lists that come in pages. */
export type ListPath = {
  [Path in keyof paths]: paths[Path] extends { get: { responses: { 200: PageAnswer } } }
    ? Path
    : never
}[keyof paths]

type Get<Path extends ListPath> = paths[Path] extends { get: infer Operation } ? Operation : never

/** One of what a list holds. */
export type ItemOf<Path extends ListPath> =
  Get<Path> extends {
    responses: { 200: { content: { 'application/json': { data: (infer Item)[] } } } }
  }
    ? Item
    : never

/** What narrows and orders a list, and what its address needs. */
export type ListOptions<Path extends ListPath> =
  Get<Path> extends { parameters: infer Parameters }
    ? Pick<Parameters, Extract<keyof Parameters, 'query' | 'path'>>
    : never
