import { lstat, readdir } from 'node:fs/promises'
import { join, matchesGlob } from 'node:path'
import type { BigIntStats } from 'node:fs'

/** A file as it is at one look: while none of these changes it is the same, unchanged. */
export interface FileIdentity {
  device: string
  inode: string
  sizeBytes: number
  modifiedNs: string
}

export interface FolderFile extends FileIdentity {
  name: string
}

/** What programs call files that they still write, and what is nobody's film. */
const UNFINISHED = /^[.~]|~$|\.(part|partial|crdownload|download|tmp|temp|filepart|!ut|aria2)$/i

/** Whether a name is that of a finished file that people can see. Pure. */
export function isFinishedName(name: string): boolean {
  return !UNFINISHED.test(name)
}

/**
 * The finished files of a folder itself, by name: no folders, no links, nothing that is empty.
 *
 * @param pattern such as `*.mov`, or several as `*.{mov,mp4}`; null: every name
 */
export async function folderFiles(folder: string, pattern: string | null): Promise<FolderFile[]> {
  const names = (await readdir(folder)).filter(isFinishedName).sort()
  const wanted = pattern === null ? names : names.filter((name) => isMeant(name, pattern))
  const files: FolderFile[] = []
  for (const name of wanted) {
    const found = await lstat(join(folder, name), { bigint: true }).catch(() => null)
    if (found?.isFile() && found.size > 0n) files.push({ name, ...identityOf(found) })
  }
  return files
}

export function identityOf(found: BigIntStats): FileIdentity {
  return {
    device: String(found.dev),
    inode: String(found.ino),
    sizeBytes: Number(found.size),
    modifiedNs: String(found.mtimeNs),
  }
}

export function isSameFile(one: FileIdentity, other: FileIdentity): boolean {
  return (
    one.device === other.device &&
    one.inode === other.inode &&
    one.sizeBytes === other.sizeBytes &&
    one.modifiedNs === other.modifiedNs
  )
}

/** In any case: cameras write `.MOV`. */
function isMeant(name: string, pattern: string): boolean {
  return matchesGlob(name.toLowerCase(), pattern.toLowerCase())
}
