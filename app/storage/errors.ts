export class FileMissing extends Error {
  constructor(readonly key: string) {
    super(`The stored file "${key}" is missing`)
  }
}

export class StorageUnreachable extends Error {
  /** A clause for people: what to do. */
  readonly remedy: string

  constructor(what: string, options?: ErrorOptions & { remedy?: string }) {
    super(`The store cannot be used: ${what}`, options)
    this.remedy = options?.remedy ?? 'check STORAGE_PATH'
  }
}

/** Other bytes than were kept. */
export class FileDamaged extends Error {
  constructor(
    readonly key: string,
    what: string
  ) {
    super(`The stored file "${key}" is not what was kept: ${what}`)
  }
}

/** A key is never written twice. */
export class KeyTaken extends Error {
  constructor(readonly key: string) {
    super(`Other bytes are stored under "${key}" already: nothing was replaced`)
  }
}

export class StoreNotSet extends Error {
  constructor() {
    super('No bucket is named: set S3_BUCKET, and what else begins with S3_')
  }
}
