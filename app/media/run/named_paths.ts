import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** What a command line needs of the disk. */
export interface NamedPaths {
  /** Files (or folders) that it reads. */
  reads: string[]
  /** Folders that it writes into. */
  writes: string[]
}

/**
 * The local files that a command line of ffmpeg or ffprobe names: what stands after `-i` is read, other files are
 * written. ffprobe has no `-i`: what it names is read.
 */
export function namedPaths(args: readonly string[]): NamedPaths {
  const paths: NamedPaths = { reads: [], writes: [] }
  const isProbe = !args.includes('-i')
  args.forEach((arg, at) => {
    const isInput = isProbe || args[at - 1] === '-i'
    const path = isInput ? inputPath(arg) : absolutePath(arg)
    if (!path || path.startsWith('/dev/')) return
    if (isInput) paths.reads.push(isPattern(path) ? dirname(path) : path)
    else if (dirname(path) !== '/') paths.writes.push(dirname(path))
  })
  return { reads: [...new Set(paths.reads)], writes: [...new Set(paths.writes)] }
}

function absolutePath(arg: string): string | null {
  const path = arg.startsWith('file:') ? arg.slice('file:'.length) : arg
  return path.startsWith('/') ? resolve(path) : null
}

/** Also one from where we stand, if there is such a file. */
function inputPath(arg: string): string | null {
  return absolutePath(arg) ?? (arg && existsSync(arg) ? resolve(arg) : null)
}

/** `frame_%03d.png` names many files. */
function isPattern(path: string): boolean {
  return path.includes('%') && !existsSync(path)
}
