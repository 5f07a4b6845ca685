/** Programs that Mediakeep runs and does not bring along. */
export const PROGRAMS = [
  'ffmpeg',
  'ffprobe',
  'redis-server',
  'chromium',
  'nginx',
  'ceph-mon',
  'ceph-osd',
  'radosgw',
  'radosgw-admin',
  'prometheus',
  'promtool',
  'docker-compose',
] as const
export type Program = (typeof PROGRAMS)[number]

export interface PackageManager {
  /** The program that shows that the system has it. */
  name: string
  packages: Record<Program, string>
  /** Commands in order; the packages are added to the last. */
  commands: string[][]
  /** Whether it wants root; Homebrew refuses it. */
  needsRoot: boolean
}

const USUAL_PACKAGES = {
  'ffmpeg': 'ffmpeg',
  'ffprobe': 'ffmpeg',
  'redis-server': 'redis',
  'chromium': 'chromium',
  'nginx': 'nginx',
  'ceph-mon': 'ceph-mon',
  'ceph-osd': 'ceph-osd',
  'radosgw': 'radosgw',
  'radosgw-admin': 'radosgw',
  'prometheus': 'prometheus',
  'promtool': 'prometheus',
  'docker-compose': 'docker-compose',
}

export const PACKAGE_MANAGERS: PackageManager[] = [
  {
    name: 'apt-get',
    packages: { ...USUAL_PACKAGES, 'redis-server': 'redis-server', 'nginx': 'nginx-light' },
    commands: [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', '--no-install-recommends'],
    ],
    needsRoot: true,
  },
  {
    name: 'dnf',
    packages: USUAL_PACKAGES,
    commands: [['dnf', 'install', '-y', '-q']],
    needsRoot: true,
  },
  {
    name: 'apk',
    packages: USUAL_PACKAGES,
    commands: [['apk', 'add', '--quiet']],
    needsRoot: true,
  },
  {
    name: 'brew',
    packages: USUAL_PACKAGES,
    commands: [['brew', 'install', '--quiet']],
    needsRoot: false,
  },
]

/** What to run, in order, to get the programs. */
export function installCommands(manager: PackageManager, programs: Program[]): string[][] {
  const packages = new Set(programs.map((program) => manager.packages[program]))
  const last = manager.commands.length - 1
  return manager.commands.map((command, index) =>
    index === last ? [...command, ...packages] : command
  )
}
