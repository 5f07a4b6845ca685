import type { Parameter, Schema } from '#http/openapi/described'

/** A VineJS validator. */
interface Validator<Output> {
  validate(data: unknown): Promise<Output>
  toJSONSchema(): object
}

/** What a field is for, or that with what its rules cannot tell, such as the format of a date. */
export type Words = string | Schema

type WordsFor<Output> = { [Field in keyof Output]-?: Words }

interface ObjectSchema {
  properties: Record<string, Schema>
  required: string[]
}

/** A validator's own rules as a schema, with words for each field; fields that it does not know are passed over. */
export function schemaOf<Output extends object>(
  validator: Validator<Output>,
  words: WordsFor<Output>
): Schema {
  const { properties, required } = told(validator.toJSONSchema()) as unknown as ObjectSchema
  const described = Object.entries(properties).map(([name, rules]) => {
    return [name, withWords(rules, words[name as keyof Output])] as const
  })
  return { type: 'object', properties: Object.fromEntries(described), required }
}

/** The same as a JSON body. */
export function bodyOf<Output extends object>(
  validator: Validator<Output>,
  words: WordsFor<Output>
) {
  const schema = schemaOf(validator, words)
  const isOptional = (schema.required as string[]).length === 0
  return { content: { 'application/json': { schema } }, isOptional }
}

/** The same as parameters of the address. */
export function queryOf<Output extends object>(
  validator: Validator<Output>,
  words: WordsFor<Output>
): Parameter[] {
  const { properties, required } = schemaOf(validator, words) as unknown as ObjectSchema
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    description: String(description),
    required: required.includes(name),
    schema,
    ...(schema.type === 'object' && { style: 'deepObject' as const, explode: true }),
  }))
}

/** Rules as they read best: what is said in two ways by VineJS is said in one. */
export function told(rules: unknown): Schema {
  if (Array.isArray(rules)) return rules.map(told) as unknown as Schema
  if (rules === null || typeof rules !== 'object') return rules as Schema
  const entries = Object.entries(rules).map(([keyword, value]) => [keyword, told(value)])
  return asPeopleSay(Object.fromEntries(entries))
}

/** Any spelling of true and false is taken; unknown fields are passed over, not refused. */
function asPeopleSay({ additionalProperties, ...rules }: Schema): Schema {
  const { enum: choices, ...others } = rules
  const open = additionalProperties === true ? { additionalProperties } : {}
  if (!Array.isArray(choices)) return { ...rules, ...open }
  if (choices.includes(true) && choices.includes(false)) return { type: 'boolean', ...others }
  return { type: typeof choices[0], ...rules }
}

/** Words of a field inside a field are given as its `properties`; a reference takes the place of the rules. */
function withWords(rules: Schema, words: Words): Schema {
  if (typeof words === 'string') return { ...rules, description: words }
  if ('$ref' in words) return words
  const { properties, ...rest } = words as { properties?: Record<string, Words> } & Schema
  if (!properties) return { ...rules, ...rest }
  const inner = Object.entries(rules.properties as Record<string, Schema>).map(([name, rule]) => {
    return [name, withWords(rule, properties[name])] as const
  })
  return { ...rules, ...rest, properties: Object.fromEntries(inner) }
}
