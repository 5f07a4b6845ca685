import { existsSync, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { mustRun } from '#embedded/machine/run_program'

const MANIFEST = 'public/assets/.vite/manifest.json'
const SOURCES = ['resources', 'vite.config.ts', 'package-lock.json']

/** Builds scripts and styles when they are missing or older than what they are made of. */
export async function buildFrontEnd(
  root: string,
  say: (line: string) => void,
  signal?: AbortSignal
): Promise<void> {
  if (await isFrontEndFresh(root)) return
  say('Building scripts and styles')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  await mustRun('vite build', [process.execPath, vite, 'build'], { cwd: root, env, signal })
}

export async function isFrontEndFresh(root: string): Promise<boolean> {
  const manifest = join(root, MANIFEST)
  if (!existsSync(manifest)) return false
  const changedAt = await Promise.all(SOURCES.map((name) => newestChange(join(root, name))))
  return statSync(manifest).mtimeMs >= Math.max(...changedAt)
}

/** Milliseconds since 1970 of the newest file in there; 0 where nothing is. */
async function newestChange(path: string): Promise<number> {
  if (!existsSync(path)) return 0
  const self = await stat(path)
  if (!self.isDirectory()) return self.mtimeMs
  const entries = await readdir(path, { recursive: true })
  const stats = await Promise.all(entries.map((entry) => stat(join(path, entry))))
  return Math.max(self.mtimeMs, ...stats.map(({ mtimeMs }) => mtimeMs))
}
