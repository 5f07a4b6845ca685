import { Metrics, type Figure, type Role } from '#metrics/metrics'

/** Figures of libraries, which they document themselves. */
const OF_LIBRARIES = /^(nodejs|process)_/

/** All figures of ours that a process of that role tells. */
export async function figuresOf(role: Role): Promise<Figure[]> {
  const nothing = { rooms: async () => [], library: () => Promise.reject(new Error('away')) }
  const of = { version: '0', role, repairKinds: [], ...nothing, pool: () => null }
  return new Metrics(of).figures().filter(({ name }) => !OF_LIBRARIES.test(name))
}

/** As docs/monitoring/README.md has it. */
export function rowOf({ name, labels, help, type }: Figure): string {
  const told = labels.map((label) => `\`${label}\``).join(', ')
  return `| \`${name}\` (${type}) |${told && ` ${told}`} | ${help} |`
}
