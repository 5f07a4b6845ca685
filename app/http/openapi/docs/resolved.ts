import type { Schema } from '#http/openapi/described'

export type Schemas = Record<string, Schema>

/** What a schema says, also where it only refers to another one. */
export function resolved(schema: Schema, schemas: Schemas): Schema {
  const { $ref, ...rest } = schema
  return typeof $ref === 'string' ? { ...schemas[nameOf($ref)], ...rest } : schema
}

/** `Job` of `#/components/schemas/Job` */
export function nameOf(ref: string): string {
  return ref.split('/').at(-1)!
}

/** The schemas that it may be, without null; itself where there is no choice. */
export function choicesOf(schema: Schema, schemas: Schemas): Schema[] {
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined
  const told = choices ?? [schema]
  return told.map((one) => resolved(one, schemas)).filter(({ type }) => type !== 'null')
}

export function isNullable({ type, anyOf }: Schema): boolean {
  const types = [type].flat()
  return types.includes('null') || ((anyOf as Schema[]) ?? []).some((one) => one.type === 'null')
}

export function propertiesOf({ properties }: Schema): [string, Schema][] {
  return Object.entries((properties ?? {}) as Record<string, Schema>)
}

export function isRequired(name: string, { required }: Schema): boolean {
  return ((required as string[]) ?? []).includes(name)
}
