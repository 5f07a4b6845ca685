import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { persist } from '#storage/s3/persist'
import { explainFault, isPassing, statusOf } from '#storage/s3/s3_faults'
import { StorageUnreachable } from '#storage/errors'
import type { S3Patience, S3Settings } from '#storage/s3/s3_settings'

export interface Asking {
  forMs: number
  signal?: AbortSignal
}

type Request<T> = (client: S3Client, options: { abortSignal?: AbortSignal }) => Promise<T>

/** Everybody who watches a film holds a connection. */
const MAX_SOCKETS = 1000
/** That the bucket is there is believed for so long. */
const SEEN_MS = 30_000

/** One bucket, asked with our own time limits and patience: those of the client are none and 0.3 s. */
export class S3Bucket {
  readonly #client: S3Client
  #seenAt = -Infinity
  /** Whether the server knows `If-None-Match`; until it says that it does not. */
  isConditional = true

  constructor(
    readonly settings: S3Settings,
    readonly patience: S3Patience
  ) {
    this.#client = clientOf(settings, patience)
  }

  /** The key as requests name it. */
  at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.settings.bucket, Key: this.settings.prefix + key }
  }

  /** Makes a request, again and again where the fault may pass. @throws what the client throws */
  async ask<T>(request: Request<T>, { forMs, signal }: Asking): Promise<T> {
    const { firstPauseMs, longestPauseMs } = this.patience
    const attempt = () => request(this.#client, { abortSignal: signal })
    return persist(attempt, { forMs, firstPauseMs, longestPauseMs, signal, isPassing })
  }

  /** The error in words, or as it is where it is not the client's. */
  explain(error: unknown): unknown {
    const isFromClient = statusOf(error) !== null || isPassing(error)
    return isFromClient && !(error instanceof StorageUnreachable)
      ? explainFault(error, this.settings)
      : error
  }

  /** A missing bucket answers HEAD as a missing key does. @throws StorageUnreachable */
  async mustExist(asking: Asking): Promise<void> {
    if (performance.now() - this.#seenAt < SEEN_MS) return
    const { bucket: Bucket } = this.settings
    await this.ask((client, o) => client.send(new HeadBucketCommand({ Bucket }), o), asking).catch(
      (error) => {
        const isMissing = statusOf(error) === 404
        throw this.explain(isMissing ? Object.assign(error, { name: 'NoSuchBucket' }) : error)
      }
    )
    this.#seenAt = performance.now()
  }
}

function clientOf(settings: S3Settings, { connectMs, idleMs, requestMs }: S3Patience): S3Client {
  const agent = { keepAlive: true, maxSockets: MAX_SOCKETS }
  return new S3Client({
    ...clientConfigOf(settings),
    endpoint: settings.endpoint ?? undefined,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: connectMs,
      socketTimeout: idleMs,
      requestTimeout: requestMs,
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
  })
}

/** What every client of the bucket needs, whichever address it is reached by. */
export function clientConfigOf({ credentials, isPathStyle, region }: S3Settings) {
  return {
    region,
    forcePathStyle: isPathStyle,
    credentials: credentials
      ? {
          accessKeyId: credentials.accessKeyId,
          secretAccessKey: credentials.secretAccessKey.release(),
        }
      : undefined,
    // checksums of 2025 in trailers are refused, or stored within the file, by servers that do not know them
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  } as const
}
