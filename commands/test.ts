import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { PartResult } from '#embedded/testing/part_result'
import type { TestPart } from '#embedded/testing/test_parts'

/** Every check and test, with servers of their own; nothing needs to be prepared. */
export default class Test extends BaseCommand {
  static commandName = 'test'
  static description = 'Run checks and tests, all or the named parts, with servers of their own'
  static options: CommandOptions = { startApp: false }
  static help = [
    'Parts: lint, types, imports, unit, integration, functional, console, deployment, chaos, browser.',
    '  {{ binaryName }} test lint types',
    '  {{ binaryName }} test unit --files encode_plan',
  ]

  @args.spread({ required: false, description: 'Parts to run; all when none is named' })
  declare parts?: string[]

  @flags.array({ description: 'Only test files whose name ends so' })
  declare files?: string[]

  @flags.array({ description: 'Only tests with this title' })
  declare tests?: string[]

  @flags.array({ description: 'Only groups with this title' })
  declare groups?: string[]

  async run() {
    const { partsNamed, TEST_PARTS } = await import('#embedded/testing/test_parts')
    const { closingLine, failedLines } = await import('#embedded/testing/part_result')
    const parts = partsNamed(this.parts ?? [])
    if (!parts) {
      const known = TEST_PARTS.map(({ name }) => name).join(', ')
      this.logger.error(`${this.parts?.join(' ')}: the parts are ${known}`)
      this.exitCode = 2
      return
    }
    const results = await this.#runParts(parts)
    this.exitCode = results.every(({ failed }) => failed === 0) ? 0 : 1
    for (const line of failedLines(results)) console.log(`${this.colors.red('✗')} ${line}`)
    console.log(closingLine(results))
  }

  /** What keeps the tests from starting is a failure too, and is counted as one. */
  async #runParts(parts: TestPart[]): Promise<PartResult[]> {
    const { CannotStart } = await import('#embedded/errors')
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const { runTests } = await import('#embedded/testing/run_tests')
    const stop = listenForStop()
    const results: PartResult[] = []
    try {
      const onResult = (result: PartResult) => this.#show(results[results.push(result) - 1])
      await runTests({ ...(await this.#request(parts)), signal: stop.signal, onResult })
    } catch (error) {
      if (!stop.signal.aborted && !(error instanceof CannotStart)) throw error
      const problem = stop.signal.aborted ? 'stopped' : (error as Error).message
      const counts = { passed: 0, failed: 1, skipped: 0, failures: [] }
      results.push({ name: 'start', ...counts, durationMs: 0, problem })
      this.#show(results.at(-1)!)
    } finally {
      stop.forget()
    }
    return results
  }

  /** The tests live under var/test, apart from an instance that may run under var. */
  async #request(parts: TestPart[]) {
    const { join } = await import('node:path')
    const { instancePaths } = await import('#embedded/instance_paths')
    const { namedSettings } = await import('#embedded/named_settings')
    const home = join(instancePaths().home, 'test')
    return {
      parts,
      paths: instancePaths({ MEDIAKEEP_VAR: home }),
      named: namedSettings(),
      filters: this.#filters(),
      say: (line: string) => this.logger.log(line),
    }
  }

  #filters(): string[] {
    const { files = [], tests = [], groups = [] } = this
    const flag = (name: string) => (value: string) => `--${name}=${value}`
    return [files.map(flag('files')), tests.map(flag('tests')), groups.map(flag('groups'))].flat()
  }

  #show({ name, passed, failed, skipped, durationMs, problem }: PartResult) {
    const mark = failed > 0 ? this.colors.red('✗') : this.colors.green('✓')
    const counts = [`${passed} passed`]
    if (failed > 0) counts.push(this.colors.red(`${failed} failed`))
    if (skipped > 0) counts.push(this.colors.yellow(`${skipped} skipped`))
    const time = this.colors.dim(`${(durationMs / 1000).toFixed(1)} s`)
    this.logger.log(`${mark} ${name.padEnd(12)} ${counts.join(', ')}  ${time}`)
    if (problem) this.logger.log(`  ${problem}`)
  }
}
