import type { StatsFs } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import Video from '#videos/video'
import { folderSize } from '#media/run/folder_size'

/** A disk that Mediakeep writes to. */
export interface DiskUse {
  /** What lies on it, by the names that people know: `Store`, `Scratch`. */
  holds: { name: string; path: string }[]
  totalBytes: number
  freeBytes: number
  /** Less room than this stops workers. */
  isLow: boolean
}

export interface LargeVideo {
  id: number
  title: string
  originalBytes: number
  renditionBytes: number
}

export interface StorageReport {
  disks: DiskUse[]
  /** Below it workers take no work. */
  lowDiskBytes: number
  originals: { count: number; bytes: number }
  renditions: { count: number; bytes: number }
  /** Of this machine; other workers have scratch of their own. */
  scratchBytes: number
  /** Originals of the videos that are completed. */
  processedBytes: number
  largest: LargeVideo[]
}

export interface StoragePlaces {
  storagePath: string
  scratchPath: string
  lowDiskBytes: number
  /** Whether the store is elsewhere, and its folder only holds what is being uploaded. */
  isStoreRemote: boolean
}

const LARGEST_SHOWN = 10
const NOTHING = { count: 0, bytes: 0 }

export type StorageGlance = Pick<StorageReport, 'disks' | 'renditions' | 'processedBytes'>

/** The disks and the sums alone, which cost next to nothing however large the library is. */
export async function storageGlance({
  storagePath,
  scratchPath,
  lowDiskBytes,
  isStoreRemote,
}: StoragePlaces): Promise<StorageGlance> {
  const named = [
    { name: isStoreRemote ? 'Incoming' : 'Store', path: storagePath },
    { name: 'Scratch', path: scratchPath },
  ]
  const [disks, sums] = await Promise.all([disksOf(named, lowDiskBytes), sumsOfAllTime()])
  const { renditions_made: renditions = NOTHING } = sums
  return { disks, renditions, processedBytes: sums.videos?.bytes ?? 0 }
}

/** What the disks hold and how much room is left, from rows and not by walking the store. */
export async function storageReport(places: StoragePlaces): Promise<StorageReport> {
  const [glance, sums, scratchBytes, largest] = await Promise.all([
    storageGlance(places),
    sumsOfAllTime(),
    folderSize(places.scratchPath),
    largestVideos(),
  ])
  const { videos_added: originals = NOTHING } = sums
  return { ...glance, lowDiskBytes: places.lowDiskBytes, originals, scratchBytes, largest }
}

/** Folders on one disk are told together. */
async function disksOf(
  folders: { name: string; path: string }[],
  lowDiskBytes: number
): Promise<DiskUse[]> {
  const disks = new Map<string, DiskUse>()
  for (const folder of folders) {
    const { bavail, blocks, bsize, files } = await nearestDisk(folder.path)
    const totalBytes = blocks * bsize
    const key = `${totalBytes} ${files}`
    const disk = disks.get(key) ?? { holds: [], totalBytes, freeBytes: 0, isLow: false }
    const freeBytes = bavail * bsize
    disks.set(key, {
      ...{ holds: [...disk.holds, folder], totalBytes, freeBytes },
      isLow: freeBytes < lowDiskBytes,
    })
  }
  return [...disks.values()]
}

/** A folder that is not made yet will lie where its parent does. */
async function nearestDisk(path: string): Promise<StatsFs> {
  return statfs(path).catch((error: unknown) => {
    if (dirname(path) === path) throw error
    return nearestDisk(dirname(path))
  })
}

type Sums = Record<string, { count: number; bytes: number } | undefined>

async function sumsOfAllTime(): Promise<Sums> {
  const { rows } = await db.rawQuery(
    `select subject, sum(n)::bigint as count, sum(bytes)::bigint as bytes from tallies
     where subject in ('videos_added', 'renditions_made') or (subject = 'videos' and key = 'completed')
     group by subject`
  )
  const found = rows as { subject: string; count: number; bytes: number }[]
  return Object.fromEntries(
    found.map(({ subject, count, bytes }) => [
      subject,
      { count: Number(count), bytes: Number(bytes) },
    ])
  )
}

async function largestVideos(): Promise<LargeVideo[]> {
  const videos = await Video.query()
    .select('id', 'title', 'size_bytes')
    .whereNull('deletion_requested_at')
    .orderBy('size_bytes', 'desc')
    .limit(LARGEST_SHOWN)
  const sums = await db
    .from('renditions')
    .select('video_id')
    .sum('size_bytes as bytes')
    .whereIn(
      'video_id',
      videos.map(({ id }) => id)
    )
    .groupBy('video_id')
  const made = new Map(sums.map(({ video_id: id, bytes }) => [id, Number(bytes)]))
  return videos.map(({ id, title, sizeBytes }) => {
    return { id, title, originalBytes: sizeBytes, renditionBytes: made.get(id) ?? 0 }
  })
}
