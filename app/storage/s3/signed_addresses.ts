import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { clientConfigOf } from '#storage/s3/s3_bucket'
import type { SentAs } from '#storage/media_store'
import type { S3Settings } from '#storage/s3/s3_settings'

/** Addresses that open one object for a while, without a key; made here, the server is not asked. */
export class SignedAddresses {
  readonly #client: S3Client

  constructor(settings: S3Settings) {
    const endpoint = settings.publicEndpoint ?? settings.endpoint ?? undefined
    this.#client = new S3Client({ ...clientConfigOf(settings), endpoint })
  }

  of(
    at: { Bucket: string; Key: string },
    { mimeType, disposition, forS }: SentAs
  ): Promise<string> {
    const answered = { ResponseContentType: mimeType, ResponseContentDisposition: disposition }
    const command = new GetObjectCommand({ ...at, ...answered })
    return getSignedUrl(this.#client, command, { expiresIn: forS })
  }
}
