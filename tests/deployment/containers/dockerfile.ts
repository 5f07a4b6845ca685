import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'

/** One instruction, its lines put together. */
export interface Instruction {
  word: string
  text: string
  /** From 0: the how manieth FROM it follows. */
  stage: number
}

/** The Dockerfile's instructions, without its comments. */
export async function instructions(): Promise<Instruction[]> {
  const text = await readFile(app.makePath('Dockerfile'), 'utf8')
  const lines = text.replace(/^\s*#.*\n/gm, '').replace(/\\\n\s*/g, ' ')
  let stage = -1
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [word, ...rest] = line.trim().split(/\s+/)
      if (word === 'FROM') stage += 1
      return { word, text: rest.join(' '), stage }
    })
}

/** What `ENV` says in the last stage. */
export function environmentOf(all: Instruction[]): Record<string, string> {
  const last = all.filter(({ word, stage }) => word === 'ENV' && stage === all.at(-1)!.stage)
  const pairs = last.flatMap(({ text }) => text.split(' ')).map((pair) => pair.split('='))
  return Object.fromEntries(pairs.map(([name, ...value]) => [name, value.join('=')]))
}
