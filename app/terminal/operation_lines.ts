import { makeTable } from '#app/terminal/make_table'
import type { Operation } from '#media/operations/operation'
import type { Parameter } from '#media/operations/parameters'

type Dim = (text: string) => string

/** What there is to choose from. */
export function operationTable(operations: Operation[], dim: Dim): string {
  const rows = operations.map(({ name, description }) => [name, description])
  return makeTable(['Operation', 'Does'], rows, dim)
}

/** What one operation may be told. */
export function parameterTable({ parameters }: Operation, dim: Dim): string {
  const rows = Object.entries(parameters).map(([name, of]) => rowOf(name, of))
  return makeTable(['Parameter', 'Takes', 'Default', 'Is'], rows, dim)
}

function rowOf(name: string, of: Parameter): string[] {
  return [name, takes(of), told(of.default), of.about]
}

function takes(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number':
      return `${parameter.min} to ${parameter.max}`
    case 'choice':
      return parameter.choices.join(', ')
    case 'text':
      return `text, ${parameter.maxLength} characters at most`
    case 'picture':
      return 'name or id (./ace watermarks)'
    case 'flag':
      return 'true or false'
    default:
      return parameter satisfies never
  }
}

function told(value: unknown): string {
  if (value === undefined) return 'needed'
  return value === null ? '' : String(value)
}
