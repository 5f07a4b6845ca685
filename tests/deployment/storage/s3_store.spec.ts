import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Store } from '#storage/s3/s3_store'
import { s3Server } from '#tests/helpers/s3_server'
import { storeContract } from '#tests/deployment/storage/store_contract'

async function openIn(prefix: string) {
  const server = await s3Server()
  const folder = await mkdtemp(join(tmpdir(), 'mk-store-'))
  const store = new S3Store(await server.newBucket(prefix), folder)
  return { store, end: () => rm(folder, { recursive: true, force: true }) }
}

storeContract('A bucket', () => openIn(''))
