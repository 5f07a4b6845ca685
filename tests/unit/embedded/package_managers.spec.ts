import { test } from '@japa/runner'
import { installCommands, PACKAGE_MANAGERS, PROGRAMS } from '#embedded/machine/package_managers'

test.group('installCommands', () => {
  test('apt reads its lists first and takes no recommendations', ({ assert }) => {
    const apt = PACKAGE_MANAGERS.find(({ name }) => name === 'apt-get')!

    const commands = installCommands(apt, ['ffmpeg', 'redis-server'])

    assert.deepEqual(commands, [
      ['apt-get', 'update', '-qq'],
      [
        ...['apt-get', 'install', '-y', '-qq', '--no-install-recommends'],
        ...['ffmpeg', 'redis-server'],
      ],
    ])
  })

  test('names a package once that brings two programs', ({ assert }) => {
    const brew = PACKAGE_MANAGERS.find(({ name }) => name === 'brew')!

    const commands = installCommands(brew, ['ffmpeg', 'ffprobe'])

    assert.deepEqual(commands, [['brew', 'install', '--quiet', 'ffmpeg']])
  })

  test('every manager knows every program', ({ assert }) => {
    for (const { packages } of PACKAGE_MANAGERS)
      assert.containsSubset(Object.keys(packages), PROGRAMS)
  })
})
