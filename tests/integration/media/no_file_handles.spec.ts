import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test } from '@japa/runner'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Opens files until there is no handle left, then asks for a program. */
const SCRIPT = `
  const { openSync, closeSync } = await import('node:fs')
  const { runBounded } = await import('#media/run/run_bounded')
  const asked = () => runBounded('true', [], { timeoutMs: 5_000 })
  await asked()
  const held = []
  try { while (true) held.push(openSync('/dev/null')) } catch {}
  const refused = await asked().catch((error) => error.code)
  held.forEach((handle) => closeSync(handle))
  const { exitCode } = await asked()
  console.log(refused, exitCode)
`

test.group('no file handles', () => {
  test('a program that cannot be started is told, and the next one is', async ({ assert }) => {
    const node = [process.execPath, '--import=@poppinss/ts-exec', '--input-type=module']
    const argv = ['-c', 'ulimit -n 256; exec "$@"', 'sh', ...node, '-e', SCRIPT]
    const { stdout } = await promisify(execFile)('sh', argv, { cwd: ROOT })

    assert.equal(stdout.trim(), 'EMFILE 0')
  })
})
