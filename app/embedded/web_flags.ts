/**
 * How Node runs a web process. What streams through it are new buffers all the time, which die at once; a small nursery for
 * them (MiB) is swept sooner. With it the compiled web process held 167 to 187 MiB
 * at most while it took 2 GB, and 252 without (`tests/console/large_uploads.spec.ts` looks).
 */
export const WEB_FLAGS = ['--max-semi-space-size=2']
