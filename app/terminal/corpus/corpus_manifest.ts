import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { WrongUsage } from '#app/terminal/errors'

const MANIFEST = 'manifest.json'

export interface CorpusFile {
  /** Relative to the folder that was asked for. */
  name: string
  path: string
  /** In the manifest's words, such as `ok` or `reject`; null where nothing is said. */
  expected: string | null
  /** Any of these is right for a refusal; empty where the manifest names none. */
  rejectCodes: string[]
}

/**
 * The files of a folder: what its manifests list, those in folders below included, or else every file.
 *
 * @throws WrongUsage where the folder or a manifest cannot be read
 */
export async function readCorpus(folder: string): Promise<CorpusFile[]> {
  const paths = await filesBelow(folder)
  const manifests = paths.filter((path) => path.split(sep).at(-1) === MANIFEST)
  const listed = await Promise.all(manifests.map((path) => readManifest(folder, path)))
  if (listed.length > 0) return uniqueByName(listed.flat())
  return paths.map((path) => ({
    name: relative(folder, path),
    path,
    expected: null,
    rejectCodes: [],
  }))
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    throw new WrongUsage(`${folder} cannot be read: ${(error as Error).message}`)
  })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function readManifest(folder: string, path: string): Promise<CorpusFile[]> {
  const files = await readFile(path, 'utf8')
    .then((text) => entriesOf(JSON.parse(text)))
    .catch((error: Error) => {
      throw new WrongUsage(`${path} is no manifest: ${error.message}`)
    })
  return files.map((entry) => toFile(folder, join(dirname(path), entry.file), entry))
}

interface Entry {
  file: string
  expected?: unknown
  reject_code?: unknown
}

function entriesOf(manifest: unknown): Entry[] {
  const list = Array.isArray(manifest) ? manifest : (manifest as { files?: unknown } | null)?.files
  if (!Array.isArray(list)) throw new Error('it has no list of files')
  const isEntry = (entry: unknown): entry is Entry =>
    typeof (entry as Entry | null)?.file === 'string'
  if (!list.every(isEntry)) throw new Error('an entry names no file')
  return list
}

function toFile(folder: string, path: string, entry: Entry): CorpusFile {
  const { expected, reject_code: codes } = entry
  return {
    name: relative(folder, path),
    path,
    expected: typeof expected === 'string' ? expected : null,
    rejectCodes: [codes].flat().filter((code) => typeof code === 'string'),
  }
}

function uniqueByName(files: CorpusFile[]): CorpusFile[] {
  return [...new Map(files.map((file) => [file.name, file])).values()]
}
