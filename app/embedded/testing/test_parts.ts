import type { Program } from '#embedded/machine/package_managers'

/** A tool that looks at the code; counts as one test. */
export interface CheckPart {
  kind: 'check'
  name: string
  /** Script under node_modules and its arguments. */
  argv: string[]
}

/** A suite of tests in a process of its own. */
export interface SuitePart {
  kind: 'suite'
  name: string
  /** Programs that it needs. */
  programs: Program[]
  /** After so long it hangs and is ended; 20 minutes unless told. */
  limitMs?: number
}

export type TestPart = CheckPart | SuitePart

const MEDIA: Program[] = ['ffmpeg', 'ffprobe']
/** A Ceph RADOS gateway: the S3 that the store is tried on. */
const S3_SERVER: Program[] = ['ceph-mon', 'ceph-osd', 'radosgw', 'radosgw-admin']
const CODE = ['app', 'bin', 'commands', 'config', 'database', 'providers', 'start', 'tests']

/** In its short form, unless CHAOS_FULL is set. */
export const chaosPart: SuitePart = { kind: 'suite', name: 'chaos', programs: MEDIA }

export const TEST_PARTS: TestPart[] = [
  { kind: 'check', name: 'lint', argv: ['eslint/bin/eslint.js', '.'] },
  { kind: 'check', name: 'types', argv: ['typescript/bin/tsc', '--noEmit'] },
  {
    kind: 'check',
    name: 'imports',
    argv: ['dependency-cruiser/bin/dependency-cruiser.mjs', ...CODE, '--output-type', 'err'],
  },
  { kind: 'suite', name: 'unit', programs: MEDIA },
  { kind: 'suite', name: 'integration', programs: MEDIA, limitMs: 40 * 60_000 },
  { kind: 'suite', name: 'functional', programs: [...MEDIA, 'nginx'] },
  { kind: 'suite', name: 'console', programs: [...MEDIA, 'nginx'] },
  {
    kind: 'suite',
    name: 'deployment',
    programs: [...MEDIA, ...S3_SERVER, 'prometheus', 'promtool', 'docker-compose', 'chromium'],
  },
  chaosPart,
  { kind: 'suite', name: 'browser', programs: [...MEDIA, 'chromium'] },
]

/** The parts with these names in their own order; all for none. Null for a name that is no part. */
export function partsNamed(names: string[]): TestPart[] | null {
  const known = TEST_PARTS.map(({ name }) => name)
  if (names.some((name) => !known.includes(name))) return null
  return names.length === 0 ? TEST_PARTS : TEST_PARTS.filter(({ name }) => names.includes(name))
}
