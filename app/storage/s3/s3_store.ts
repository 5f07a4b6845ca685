import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListObjectsV2Command,
} from '@aws-sdk/client-s3'
import { DiskStore } from '#storage/disk_store'
import { isArriving, type StorePrefix } from '#storage/keys'
import { bringFile } from '#storage/s3/bring_file'
import { abortUpload } from '#storage/s3/keep_in_parts'
import { keepFile } from '#storage/s3/keep_file'
import { openObject, readOn } from '#storage/s3/read_object'
import { SignedAddresses } from '#storage/s3/signed_addresses'
import { S3Bucket } from '#storage/s3/s3_bucket'
import { statusOf } from '#storage/s3/s3_faults'
import { USUAL_PATIENCE, type S3Patience, type S3Settings } from '#storage/s3/s3_settings'
import {
  MediaStore,
  type ByteRange,
  type SentAs,
  type StoredFile,
  type UnfinishedFile,
} from '#storage/media_store'

const READ_AHEAD_BYTES = 1024 * 1024

/** Keeps files in a bucket of S3 or what speaks like it; what is being received stays in a folder of this machine. */
export class S3Store extends MediaStore {
  readonly isRemote = true
  readonly #bucket: S3Bucket
  readonly #arriving: DiskStore
  readonly #signed: SignedAddresses

  constructor(settings: S3Settings, folder: string, patience: S3Patience = USUAL_PATIENCE) {
    super()
    this.#bucket = new S3Bucket(settings, patience)
    this.#arriving = new DiskStore(folder)
    this.#signed = new SignedAddresses(settings)
  }

  newIncomingPath() {
    return this.#arriving.newIncomingPath()
  }

  keep(localPath: string, key: string, signal?: AbortSignal) {
    return keepFile(this.#bucket, { localPath, key, signal })
  }

  bring(key: string, localPath: string, signal?: AbortSignal) {
    const { workMs: forMs } = this.#bucket.patience
    return bringFile(this.#bucket, { key, forMs, signal }, localPath)
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    if (isArriving(key)) return this.#arriving.read(key, range)
    const closed = new AbortController()
    const reading = { key, range, ...this.#shortly(), signal: closed.signal }
    const bytes = readOn(this.#bucket, await openObject(this.#bucket, reading), reading)
    const stream = Readable.from(bytes, { objectMode: false, highWaterMark: READ_AHEAD_BYTES })
    return stream.once('close', () => closed.abort())
  }

  async sizeOf(key: string): Promise<number | null> {
    if (isArriving(key)) return this.#arriving.sizeOf(key)
    const command = new HeadObjectCommand(this.#bucket.at(key))
    try {
      const { ContentLength } = await this.#bucket.ask(
        (s3, o) => s3.send(command, o),
        this.#shortly()
      )
      return ContentLength ?? 0
    } catch (error) {
      if (statusOf(error) !== 404) throw this.#bucket.explain(error)
      await this.#bucket.mustExist(this.#shortly())
      return null
    }
  }

  override async addressOf(key: string, as: SentAs): Promise<string | null> {
    return isArriving(key) ? null : this.#signed.of(this.#bucket.at(key), as)
  }

  async remove(key: string): Promise<void> {
    if (isArriving(key)) return this.#arriving.remove(key)
    const command = new DeleteObjectCommand(this.#bucket.at(key))
    await this.#ask((client, options) => client.send(command, options))
  }

  async *list(prefix: StorePrefix): AsyncIterable<StoredFile> {
    if (isArriving(prefix)) return yield* this.#arriving.list(prefix)
    const { Bucket, Key: Prefix } = this.#bucket.at(prefix)
    let ContinuationToken: string | undefined
    do {
      const command = new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken })
      const page = await this.#ask((client, options) => client.send(command, options))
      for (const { Key, Size, LastModified } of page.Contents ?? []) {
        yield { key: this.#ours(Key!), sizeBytes: Size ?? 0, storedAt: LastModified ?? new Date() }
      }
      ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined
    } while (ContinuationToken)
  }

  override async *listUnfinished(): AsyncIterable<UnfinishedFile> {
    const { Bucket, Key: Prefix } = this.#bucket.at('')
    let markers: { KeyMarker?: string; UploadIdMarker?: string } | null = {}
    while (markers) {
      const command: ListMultipartUploadsCommand = new ListMultipartUploadsCommand({
        Bucket,
        Prefix,
        ...markers,
      })
      const page: ListMultipartUploadsCommandOutput = await this.#ask((s3, o) =>
        s3.send(command, o)
      )
      for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
        yield { key: this.#ours(Key!), id: UploadId!, startedAt: Initiated ?? new Date() }
      }
      const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page
      markers = page.IsTruncated ? { KeyMarker, UploadIdMarker } : null
    }
  }

  override async abandon({ key, id }: UnfinishedFile): Promise<void> {
    await abortUpload(this.#bucket, { key, uploadId: id }).catch((error) => {
      throw this.#bucket.explain(error)
    })
  }

  /** @throws StorageUnreachable */
  #ask<T>(request: Parameters<typeof S3Bucket.prototype.ask<T>>[0]): Promise<T> {
    return this.#bucket.ask(request, this.#shortly()).catch((error) => {
      throw this.#bucket.explain(error)
    })
  }

  #shortly() {
    return { forMs: this.#bucket.patience.answerMs }
  }

  #ours(key: string): string {
    return key.slice(this.#bucket.settings.prefix.length)
  }
}
