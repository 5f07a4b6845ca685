import db from '@adonisjs/lucid/services/db'
import type { FilesAndBytes } from '#app/library/move/stores_use'

/** How the move that ended last left the library. */
export interface LastMove {
  endedAt: Date
  /** Still in the former store alone, and in it at all. */
  unmoved: FilesAndBytes
  left: FilesAndBytes
}

/** Null: none has ended. */
export async function lastMove(): Promise<LastMove | null> {
  const row = await db
    .from('audit')
    .where('action', 'storage.moved')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .first()
  if (!row) return null
  const { unmoved, left } = row.details as Pick<LastMove, 'unmoved' | 'left'>
  return { endedAt: row.at, unmoved, left }
}
