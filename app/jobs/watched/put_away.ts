import { constants } from 'node:fs'
import { copyFile, lstat, rename, rm, link } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { identityOf, isSameFile, type FolderFile } from '#videos/watched/folder_files'

const MOST_NAMES = 1000

export type Afterwards = { kind: 'leave' } | { kind: 'delete' } | { kind: 'move'; to: string }

/** Does with a file that was taken in what was asked. One that changed meanwhile, or is gone, is left alone. */
export async function putAway(
  folder: string,
  file: FolderFile,
  afterwards: Afterwards
): Promise<void> {
  const path = join(folder, file.name)
  if (afterwards.kind === 'leave' || !(await isStill(path, file))) return
  if (afterwards.kind === 'delete') return rm(path, { force: true })
  await moveInto(afterwards.to, path, file.name)
}

async function isStill(path: string, file: FolderFile): Promise<boolean> {
  const now = await lstat(path, { bigint: true }).catch(() => null)
  return now !== null && now.isFile() && isSameFile(identityOf(now), file)
}

/** Under its name, or `name (2)` where there is one already: nothing is ever written over. */
async function moveInto(folder: string, path: string, name: string): Promise<void> {
  for (let count = 1; count <= MOST_NAMES; count += 1) {
    const target = join(folder, numbered(name, count))
    if (await moveTo(path, target)) return
  }
  throw new Error(`"${folder}" has ${MOST_NAMES} files named like "${name}": empty it`)
}

function numbered(name: string, count: number): string {
  const { name: stem, ext } = parse(name)
  return count === 1 ? name : `${stem} (${count})${ext}`
}

/** @returns false where the name is taken */
async function moveTo(path: string, target: string): Promise<boolean> {
  try {
    await link(path, target)
    await rm(path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code === 'EXDEV' || code === 'EPERM' || code === 'ENOTSUP') return copyTo(path, target)
    throw error
  }
}

/** Another disk, or one that knows no links. */
async function copyTo(path: string, target: string): Promise<boolean> {
  const part = `${target}.part`
  if (await lstat(target).catch(() => null)) return false
  await copyFile(path, part, constants.COPYFILE_FICLONE)
  await rename(part, target)
  await rm(path)
  return true
}
