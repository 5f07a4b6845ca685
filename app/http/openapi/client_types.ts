import { openApiDocument } from '#http/openapi/document'

/** Where the client keeps them, from the root of the repository. */
export const CLIENT_TYPES = 'client/src/api.ts'

const HEAD = '/* Made by ./ace openapi --types from the description of the API: do not edit. */\n'

/** The types of client/, made from the description as it is now. The program for it is there while developing only. */
export async function clientTypes(): Promise<string> {
  const { astToString, default: openapiTypes } = await import('openapi-typescript')
  const document = JSON.stringify(openApiDocument('https://mediakeep.invalid'))
  const nodes = await openapiTypes(document, {
    ...{ defaultNonNullable: false, rootTypes: true, rootTypesNoSchemaPrefix: true },
    silent: true,
  })
  return HEAD + astToString(nodes)
}
