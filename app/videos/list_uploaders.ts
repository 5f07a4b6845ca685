import db from '@adonisjs/lucid/services/db'

/** Nobody chooses from more. */
const MOST = 200

/** People who may have brought videos in, by name. */
export async function listUploaders(): Promise<{ id: number; name: string }[]> {
  return db.from('users').select('id', 'full_name as name').orderBy('full_name').limit(MOST)
}
