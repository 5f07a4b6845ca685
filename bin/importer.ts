/** Root of the application, with a closing slash. */
export const APP_ROOT = new URL('../', import.meta.url)

/** Imports application files relative to the root, packages by name. */
export function importer(filePath: string) {
  const isOurs = filePath.startsWith('./') || filePath.startsWith('../')
  return import(isOurs ? new URL(filePath, APP_ROOT).href : filePath)
}
