import { isAbsolute, relative } from 'node:path'
import { ok, warning, wrong, type Diagnosis } from '#app/doctor/diagnosis'

export interface Settings {
  softTimeS: number
  hardTimeS: number
  noProgressS: number
  memoryBytes: number
  concurrency: number
  totalMemoryBytes: number
  storagePath: string
  scratchPath: string
}

/** Settings that are each allowed and together make no sense. Pure. */
export function checkSettings(settings: Settings): Diagnosis[] {
  const found = [times(settings), silence(settings), memory(settings), places(settings)].flat()
  return found.length > 0 ? found : [ok('settings', 'No settings contradict each other')]
}

function times({ softTimeS, hardTimeS }: Settings): Diagnosis[] {
  if (softTimeS <= hardTimeS) return []
  const sentence = `SOFT_TIME_LIMIT (${softTimeS} s) is more than TIME_LIMIT (${hardTimeS} s): it never strikes`
  return [
    warning('settings', sentence, 'Set SOFT_TIME_LIMIT below TIME_LIMIT', 'settings-contradict'),
  ]
}

function silence({ noProgressS, hardTimeS }: Settings): Diagnosis[] {
  if (noProgressS <= hardTimeS) return []
  const sentence = `NO_PROGRESS_LIMIT (${noProgressS} s) is more than TIME_LIMIT (${hardTimeS} s): it never strikes`
  return [
    warning('settings', sentence, 'Set NO_PROGRESS_LIMIT below TIME_LIMIT', 'settings-contradict'),
  ]
}

function memory({ memoryBytes, concurrency, totalMemoryBytes }: Settings): Diagnosis[] {
  const needed = memoryBytes * concurrency
  if (needed <= totalMemoryBytes) return []
  const sentence =
    `WORKER_CONCURRENCY (${concurrency}) times WORKER_MAX_MEMORY (${mib(memoryBytes)}) is ${mib(needed)}; ` +
    `this machine has ${mib(totalMemoryBytes)}`
  return [warning('settings', sentence, 'Lower one of them', 'settings-contradict')]
}

/** The store is kept and scratch is emptied. */
function places({ storagePath, scratchPath }: Settings): Diagnosis[] {
  if (!lies(scratchPath, storagePath) && !lies(storagePath, scratchPath)) return []
  const sentence = `SCRATCH_PATH (${scratchPath}) and STORAGE_PATH (${storagePath}) lie in each other`
  return [
    wrong(
      'settings',
      sentence,
      'Give each a folder of its own, best on one disk',
      'settings-contradict'
    ),
  ]
}

function lies(inner: string, outer: string): boolean {
  const way = relative(outer, inner)
  return !way.startsWith('..') && !isAbsolute(way)
}

function mib(sizeBytes: number): string {
  return `${Math.round(sizeBytes / 1024 ** 2)} MiB`
}
