import app from '@adonisjs/core/services/app'
import { programPath } from '#embedded/machine/ensure_programs'
import { mustRun, runProgram } from '#embedded/machine/run_program'

export const SECRETS = { APP_KEY: 'a'.repeat(32), POSTGRES_PASSWORD: 'b'.repeat(32) }
export const PROFILES = ['s3', 'monitoring']

/** A service as docker-compose understands it. */
export interface Service {
  name: string
  /** The text below each of its keys, or beside it. */
  says: Map<string, string>
  environment: Record<string, string>
}

/** The file as docker-compose reads it, with what an operator sets. */
export function compose(args: string[], env: NodeJS.ProcessEnv = SECRETS) {
  const program = programPath('docker-compose', { ...process.env } as Record<string, string>)
  const argv = [program ?? 'docker-compose', '--file', app.makePath('docker-compose.yml'), ...args]
  return runProgram(argv, { cwd: app.makePath(), env: { ...process.env, ...env } })
}

let asItStands: Promise<Service[]> | null = null

/** Every service of every profile. @param env left out: the secrets alone */
export function composed(env?: NodeJS.ProcessEnv): Promise<Service[]> {
  if (env) return read(env)
  asItStands ??= read(SECRETS)
  return asItStands
}

async function read(env: NodeJS.ProcessEnv): Promise<Service[]> {
  const profiles = PROFILES.flatMap((name) => ['--profile', name])
  const { exitCode, output, transcript } = await compose([...profiles, 'config'], env)
  if (exitCode !== 0) throw new Error(transcript)
  const services = below(output.split('\n'), 0).get('services')!
  return [...below(services, 2)].map(([name, lines]) => {
    const says = below(lines, 4)
    const environment = [...below(says.get('environment') ?? [], 6)]
    return {
      name,
      says: new Map([...says].map(([key, text]) => [key, text.join('\n').trim()])),
      environment: Object.fromEntries(environment.map(([key, text]) => [key, plain(text)])),
    }
  })
}

/** What docker-compose prints is indented by two for each level: the lines of each key of one level. */
function below(lines: string[], indent: number): Map<string, string[]> {
  const found = new Map<string, string[]>()
  let current: string[] = []
  for (const line of lines) {
    const key = new RegExp(`^ {${indent}}([\\w.-]+):(.*)$`).exec(line)
    if (key) found.set(key[1], (current = [key[2]]))
    else current.push(line)
  }
  return found
}

function plain(text: string[]): string {
  return text
    .join(' ')
    .trim()
    .replace(/^(['"])(.*)\1$/, '$2')
}

/** Whether an engine runs here that could build the image. */
export async function hasEngine(): Promise<boolean> {
  return (await runProgram(['docker', 'info'])).exitCode === 0
}

/** Builds the image and starts it, where an engine runs. */
export function docker(...args: string[]) {
  return mustRun('docker', ['docker', ...args], { cwd: app.makePath() })
}
