interface Answer {
  ETag?: string
  ServerSideEncryption?: string
  SSECustomerAlgorithm?: string
}

/** The ETag of what was sent in one piece is its MD5, unless the server encrypts with keys of its own management. */
export function isOtherBytes(answer: Answer, md5: string): boolean {
  const isOpaque = answer.SSECustomerAlgorithm || answer.ServerSideEncryption?.startsWith('aws:')
  const etag = answer.ETag?.replaceAll('"', '').toLowerCase() ?? ''
  return !isOpaque && /^[0-9a-f]{32}$/.test(etag) && etag !== md5
}
