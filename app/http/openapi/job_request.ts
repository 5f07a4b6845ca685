import type { Schema } from '#http/openapi/described'
import { object, ref } from '#http/openapi/schemas'
import { OPERATIONS } from '#media/operations/operations'
import type { Operation } from '#media/operations/operation'
import type { Parameter } from '#media/operations/parameters'

type Fields = Record<string, Schema>

/** What may be asked of a video: a preset, or one of the operations with its own parameters. */
export function jobRequestSchemas(fields: Fields): Fields {
  const { preset, priority } = fields
  const further = { priority, worker_tags: fields.worker_tags }
  const byPreset = object({ preset, ...further }, { optional: Object.keys(further) })
  const byOperation = [...OPERATIONS.values()].map((operation) => {
    return [nameOf(operation), operationRequest(operation, further)] as const
  })
  return {
    PresetJobRequest: { ...byPreset, description: 'By a preset, as it is now' },
    ...Object.fromEntries(byOperation),
    JobRequest: {
      anyOf: [ref('PresetJobRequest'), ...byOperation.map(([name]) => ref(name))],
      description: 'A preset, or an operation with its parameters',
    },
  }
}

/** `extract_audio`: `ExtractAudioJobRequest` */
function nameOf({ name }: Operation): string {
  const words = name.split('_').map((word) => word[0].toUpperCase() + word.slice(1))
  return `${words.join('')}JobRequest`
}

function operationRequest({ name, description, parameters }: Operation, further: Fields): Schema {
  const needed = Object.keys(parameters).some((of) => parameters[of].default === undefined)
  const optional = [...Object.keys(further), ...(needed ? [] : ['parameters'])]
  const operation = { type: 'string', const: name, description }
  return object(
    { operation, parameters: parametersSchema(parameters), ...further },
    { description, optional }
  )
}

function parametersSchema(parameters: Operation['parameters']): Schema {
  const all = Object.entries(parameters).map(([name, one]) => [name, parameterSchema(one)] as const)
  const optional = Object.keys(parameters).filter((of) => parameters[of].default !== undefined)
  return { ...object(Object.fromEntries(all), { optional }), additionalProperties: false }
}

function parameterSchema(parameter: Parameter): Schema {
  const { about: description, default: usual } = parameter
  const told = { description, ...(usual !== undefined && { default: usual }) }
  return { ...rulesOf(parameter), ...told }
}

function rulesOf(parameter: Parameter): Schema {
  const orNull = <T extends string>(type: T) =>
    parameter.default === null ? { type: [type, 'null'] } : { type }
  switch (parameter.kind) {
    case 'number': {
      const { min: minimum, max: maximum } = parameter
      return { ...orNull(parameter.isWhole ? 'integer' : 'number'), minimum, maximum }
    }
    case 'choice':
      return { type: 'string', enum: parameter.choices }
    case 'text':
      return { ...orNull('string'), maxLength: parameter.maxLength }
    case 'picture':
      return orNull('string')
    case 'flag':
      return { type: 'boolean' }
  }
}
