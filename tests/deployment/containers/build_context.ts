import { cp, readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import app from '@adonisjs/core/services/app'

/**
 * The files that would be sent to a build, by the rules of `.dockerignore`: the last line that fits decides, and a line that
 * fits a folder fits all below it. Its lines are paths without wild cards, and `*`.
 */
export async function filesSent(): Promise<string[]> {
  const rules = await ignoreRules()
  const top = (await readdir(app.makePath())).filter((name) => isSent(name, rules))
  const found = await Promise.all(top.map((name) => filesBelow(name)))
  return found.flat().filter((path) => isSent(path, rules))
}

/** Copies them, as a build would begin with them. */
export async function sendTo(folder: string) {
  for (const path of await filesSent()) await cp(app.makePath(path), join(folder, path))
}

interface Rule {
  path: string
  isKept: boolean
}

async function ignoreRules(): Promise<Rule[]> {
  const text = await readFile(app.makePath('.dockerignore'), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return lines.map((line) => ({ path: line.replace(/^!/, ''), isKept: line.startsWith('!') }))
}

function isSent(path: string, rules: Rule[]): boolean {
  const last = rules.findLast((rule) => rule.path === '*' || `${path}/`.startsWith(`${rule.path}/`))
  return last?.isKept ?? true
}

async function filesBelow(name: string): Promise<string[]> {
  const entries = await readdir(app.makePath(name), { recursive: true, withFileTypes: true }).catch(
    () => null
  )
  if (entries === null) return [name]
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => relative(app.makePath(), join(entry.parentPath, entry.name)))
}
