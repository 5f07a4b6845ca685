import { hash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { PreconditionFailed } from '#http/versions/precondition_failed'

/**
 * An `ETag` is `"<version>.<answer>"`: the first part stands for what people can change of a thing, the second for all that
 * was answered. So `If-None-Match` sees every change, and `If-Match` those of people alone: a worker that goes on with a video
 * meanwhile is in nobody's way.
 */
const TAG = /(?:W\/)?"([^"]*)"/g

/** 66 bits: nobody meets the same one twice by chance. */
const LENGTH = 11

const versions = new WeakMap<HttpContext, string>()

/** Says which version a request is answered with. @param editable what people can change of the thing, as it is */
export function saysVersion(ctx: HttpContext, editable: object): void {
  versions.set(ctx, tagOf(JSON.stringify(editable)))
}

/** The tag of an answer. */
export function etagOf(ctx: HttpContext, text: string): string {
  const version = versions.get(ctx)
  return version ? `"${version}.${tagOf(text)}"` : `"${tagOf(text)}"`
}

/** Whether the sender has that answer already. */
export function isKnown({ request }: HttpContext, etag: string): boolean {
  const said = request.header('if-none-match')
  if (said === undefined) return false
  return said.trim() === '*' || tagsIn(said).includes(etag.slice(1, -1))
}

/**
 * For changes with `If-Match`: what a change calls, in its transaction, with the thing as nobody else can change it any more.
 *
 * @param editable what people can change of it, as `saysVersion` is told
 * @returns undefined where the sender does not mind
 */
export function unlessChanged<T>(
  { request }: HttpContext,
  editable: (thing: T) => object
): ((thing: T) => void) | undefined {
  const said = request.header('if-match')
  if (said === undefined || said.trim() === '*') return undefined
  const wanted = tagsIn(said).map((tag) => tag.split('.')[0])
  return (thing) => {
    const version = tagOf(JSON.stringify(editable(thing)))
    if (!wanted.includes(version)) throw new PreconditionFailed(`"${version}"`)
  }
}

function tagsIn(header: string): string[] {
  return [...header.matchAll(TAG)].map(([, tag]) => tag)
}

function tagOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, LENGTH)
}
