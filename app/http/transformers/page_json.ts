interface Page<T> {
  all(): T[]
  currentPage: number
  perPage: number
  total: number
  lastPage: number
}

/** A page of a list with what is needed to ask for the others. */
export function pageJson<T>(page: Page<T>, itemJson: (item: T) => unknown) {
  return {
    data: page.all().map(itemJson),
    meta: {
      page: page.currentPage,
      per_page: page.perPage,
      total: page.total,
      last_page: page.lastPage,
    },
  }
}
