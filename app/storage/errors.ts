export class FileMissing extends Error {
  constructor(readonly key: string) {
    super(`The stored file "${key}" is missing`)
  }
}

export class StorageUnreachable extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`The store cannot be used: ${what}`, options)
  }
}
