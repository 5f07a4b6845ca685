import { join } from 'node:path'
import { mustRun } from '#embedded/machine/run_program'

export interface AceContext {
  root: string
  env: NodeJS.ProcessEnv
  signal?: AbortSignal
}

/** The administrator that a fresh database gets; null where there is one already. */
export type FirstAdmin = { email: string; password: string } | null

/** Brings the tables up to date and seeds them; safe to repeat. */
export async function prepareDatabase(context: AceContext): Promise<FirstAdmin> {
  await runAce(context, ['migration:run', '--force', '--no-schema-generate'])
  const output = await runAce(context, ['setup', '--json', '--no-ansi'])
  const answer = JSON.parse(output.trim().split('\n').at(-1) ?? '')
  return answer.created ? { email: answer.email, password: answer.password } : null
}

/** Runs one of our commands to its end; answers its standard output. */
async function runAce({ root, env, signal }: AceContext, args: string[]): Promise<string> {
  const argv = [process.execPath, join(root, 'ace.js'), ...args]
  const { output } = await mustRun(`ace ${args[0]}`, argv, { cwd: root, env, signal })
  return output
}
