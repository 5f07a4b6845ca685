import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import app from '@adonisjs/core/services/app'

/** A document, with what it says in code. */
export interface Document {
  /** From the root of the checkout. */
  path: string
  text: string
  /** Spans of code, and each line of blocks. */
  code: string[]
  links: string[]
  anchors: Set<string>
}

/** Documents for people; decisions tell what was so at their time. */
export async function documents(): Promise<Document[]> {
  const paths = globSync(['*.md', 'docs/**/*.md', 'client/*.md'], { cwd: app.makePath() })
  return Promise.all(paths.filter((path) => !path.startsWith('docs/adr/')).map(read))
}

/** @returns the path of the file from the root, and the anchor in it */
export function targetOf(from: Document, link: string): { path: string; anchor: string | null } {
  const [file, anchor = null] = link.split('#')
  return { path: file ? join(dirname(from.path), file) : from.path, anchor }
}

async function read(path: string): Promise<Document> {
  const text = await readFile(app.makePath(path), 'utf8')
  const blocks = [...text.matchAll(/^(?: {4,}\S.*)$/gm)].map(([line]) => line.trim())
  const fences = [...text.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].flatMap(([, body]) =>
    body.split('\n')
  )
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code)
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link)
  return { path, text, code: [...spans, ...blocks, ...fences], links, anchors: anchorsOf(text) }
}

/** As readers of Markdown make them of headings, and those that are set. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title
      .toLowerCase()
      .replace(/<[^>]*>/g, '')
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-')
  )
  const set = [...text.matchAll(/<a id="([\w-]+)">/g)].map(([, anchor]) => anchor)
  return new Set([...headings, ...set])
}
