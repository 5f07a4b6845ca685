/** What stands at a path such as `video.vp9.speed`; undefined where there is nothing. */
export function at(of: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    return typeof inner === 'object' && inner !== null
      ? (inner as Record<string, unknown>)[key]
      : undefined
  }, of)
}

/** The name of a form's field for a path: `renditions[0][video][crf]`. */
export function inputName(path: string): string {
  const [first, ...rest] = path.split('.')
  return first + rest.map((key) => `[${key}]`).join('')
}
