import { existsSync } from 'node:fs'
import ace from '@adonisjs/core/services/ace'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { PLACE_GROUPS } from '#http/words/places'
import { knownCauses } from '#jobs/failure_causes'
import { OTHER_GROUPS, SETTINGS } from '#start/settings/all'
import { documents, targetOf, type Document } from '#tests/functional/docs/markdown'

/** Each thing that some document says, with where it does. */
function said(all: Document[], pattern: RegExp): { words: string[]; path: string }[] {
  return all.flatMap(({ path, code }) =>
    code.flatMap((one) => [...one.matchAll(pattern)].map(([, ...words]) => ({ words, path })))
  )
}

test.group('Documents', (group) => {
  let all: Document[]
  group.setup(async () => {
    await ace.boot()
    all = await documents()
  })

  test('every link leads somewhere', ({ assert }) => {
    const lost = all.flatMap((document) =>
      document.links
        .filter((link) => !/^[a-z]+:/.test(link))
        .filter((link) => !leads(document, link))
        .map((link) => `${document.path}: ${link}`)
    )

    assert.isAtLeast(all.length, 10)
    assert.deepEqual(lost, [])
  })

  function leads(document: Document, link: string): boolean {
    const { path, anchor } = targetOf(document, link)
    if (!existsSync(app.makePath(path))) return false
    const target = all.find((one) => one.path === path)
    return !anchor || !target || target.anchors.has(anchor)
  }

  test('every command and every flag is there', ({ assert }) => {
    const calls = said(all, /\.\/ace ([a-z][\w:]*)((?: [^|#>;&]*)?)/g)
    const wrong = calls.flatMap(({ words: [name, rest], path }) => {
      const command = commandOf(name)
      if (!command) return [`${path}: ./ace ${name}`]
      const known = command.flags.flatMap((flag) => [flag.flagName, `no-${flag.flagName}`, 'help'])
      const flags = [...rest.matchAll(/(?<=\s)--([a-z][a-z-]*)/g)].map(([, flag]) => flag)
      return flags
        .filter((flag) => !known.includes(flag))
        .map((flag) => `${path}: ${name} --${flag}`)
    })

    assert.isAtLeast(calls.length, 80)
    assert.deepEqual(wrong, [])
  })

  function commandOf(name: string) {
    return ace
      .getCommands()
      .find(({ commandName, aliases }) => commandName === name || aliases.includes(name))
  }

  test('every call of the API is there', ({ assert }) => {
    const known = everyRoute()
    const calls = said(all, /^(GET|POST|PUT|PATCH|DELETE) (\/[\w/:.-]+)/g).filter(isOurs)
    const wrong = calls
      .filter(({ words: [method, path] }) => !known.some((one) => one(method, path)))
      .map(({ words, path }) => `${path}: ${words.join(' ')}`)

    assert.isAtLeast(calls.length, 90)
    assert.deepEqual(wrong, [])
  })

  test('every setting is there', ({ assert }) => {
    const settings = [
      ...Object.keys(SETTINGS),
      ...OTHER_GROUPS.flatMap((one) => Object.keys(one.settings)),
    ]
    const known = new Set([...settings, ...knownCauses()])
    const names = said(all, /(?<![\w$/])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?![\w-])/g)
    const wrong = names
      .filter(({ words: [name] }) => !known.has(name) && !NO_SETTINGS.test(name))
      .map(({ words: [name], path }) => `${path}: ${name}`)

    assert.isAtLeast(names.length, 80)
    assert.deepEqual([...new Set(wrong)], [])
  })

  test('every page of the console that is named to administrators is there', ({ assert }) => {
    const { text } = all.find(({ path }) => path === 'docs/administrators.md')!
    const named = [...text.matchAll(/\*\*([A-Z][^*]+)\*\*/g)].map(([, name]) => name)
    const places = PLACE_GROUPS.flatMap((one) => one.places.map(({ name }) => name))

    assert.includeMembers([...places, ...THEMES], named)
    assert.includeMembers(
      named,
      places.filter((name) => name !== 'Queue inspector')
    )
  })
})

/** In the administrators' document, what is no page of its own. */
const THEMES = ['Retention', 'Watched folders', 'Work windows']

/** Codes of errors, and what OpenTelemetry's specification describes. */
const NO_SETTINGS = /^(E|OTEL)_/

/** Other systems' calls stand in the README, too; ours say where they begin. */
function isOurs({ words: [, call], path }: { words: string[]; path: string }): boolean {
  return path !== 'README.md' || call.startsWith('/api/v1')
}

type Fits = (method: string, path: string) => boolean

/** By method and address; that of the API may be left away. */
function everyRoute(): Fits[] {
  const routes = Object.values(router.toJSON()).flat()
  return routes.map(({ methods, pattern }) => {
    const words = pattern.replace('/api/v1', '').replace(/:\w+\??|\*/g, '[\\w:.-]+')
    const address = new RegExp(`^(/api/v1)?${words}$`)
    return (method, path) => methods.includes(method) && address.test(path)
  })
}
