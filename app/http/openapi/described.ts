import type { Scope } from '#accounts/scopes'

/** A JSON Schema of 2020-12, as OpenAPI 3.1 has it. */
export type Schema = { readonly [keyword: string]: unknown }

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  description: string
  required: boolean
  schema: Schema
  /** Of an object in the query: `metadata[case]=4711`. */
  style?: 'deepObject'
  explode?: boolean
}

/** What comes back with one status. */
export interface Answer {
  description: string
  /** By content type; left out: no body. Of files the schema says nothing. */
  content?: Record<string, { schema: Schema }>
  /** Names of headers.ts. */
  headers?: readonly string[]
}

/** What one method of one path does. */
export interface Operation {
  /** Unique, a verb and a noun, such as `startJob`. */
  id: string
  /** A few words: the title in the docs. */
  summary: string
  /** What is worth knowing besides, in Markdown of paragraphs, `code` and lists alone. */
  description?: string
  /** Null: nobody has to say who they are. */
  scope: Scope | null
  /** The least role of the token's user; left out: any. */
  role?: 'operator' | 'admin'
  path?: Parameter[]
  query?: Parameter[]
  headers?: Parameter[]
  /** By content type. */
  body?: { content: Record<string, { schema: Schema }>; isOptional?: boolean }
  answers: Record<number, Answer>
  /** Statuses with codes, such as `404 E_VIDEO_NOT_FOUND`, that not every operation knows: the others are added. */
  problems?: readonly string[]
}

/** What the API has of one kind: a chapter of the docs. */
export interface Resource {
  /** The chapter's title. */
  tag: string
  description: string
  /** By name, for `ref`; unique over all resources. */
  schemas?: Record<string, Schema>
  /** What codes mean that stand in no other resource, as a sentence. */
  problems?: Record<string, string>
  /** By method and path below `/api/v1`, such as `GET /videos/{id}`. */
  operations: Record<string, Operation>
}
