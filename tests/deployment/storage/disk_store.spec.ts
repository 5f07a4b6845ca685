import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DiskStore } from '#storage/disk_store'
import { storeContract } from '#tests/deployment/storage/store_contract'

storeContract('A folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mk-store-'))
  return { store: new DiskStore(folder), end: () => rm(folder, { recursive: true, force: true }) }
})
