/** Makes the bucket of S3_BUCKET where it is not there: docker-compose.yml runs it with the profile s3. */
import {
  CreateBucketCommand,
  HeadBucketCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'

const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = process.env

if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
  throw new Error('No bucket is made: set S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY')
}

const client = new S3Client({
  ...{ endpoint: S3_ENDPOINT, region: S3_REGION || 'us-east-1', forcePathStyle: true },
  credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
})

async function isThere(): Promise<boolean> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: S3_BUCKET }))
    return true
  } catch (error) {
    const is404 = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404
    if (is404) return false
    throw error
  }
}

if (await isThere()) {
  console.log(`The bucket ${S3_BUCKET} is there`)
} else {
  await client.send(new CreateBucketCommand({ Bucket: S3_BUCKET }))
  console.log(`The bucket ${S3_BUCKET} is made`)
}
client.destroy()
