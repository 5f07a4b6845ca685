import { flag, listOf, nullable, object, oneOf, text, whole } from '#http/openapi/schemas'

const field = object({
  field: text('Its path in the body or the query', 'limit'),
  message: text('What it should be, for people', 'The limit field must be between 1 and 100'),
  rule: text('Which rule it broke', 'range'),
})

/** What no resource has to itself. */
export const COMMON_SCHEMAS = {
  Problem: object(
    {
      type: oneOf('Always this', ['about:blank']),
      title: text('The status in words', 'Unprocessable Entity'),
      status: whole('The HTTP status', 422),
      code: text('Does not change: for programs', 'E_VALIDATION'),
      detail: text('What is wrong and what helps, for people', 'Some fields are wrong'),
      request_id: nullable(
        text('Stands in the log of the web process', '01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10')
      ),
      errors: listOf(field, 'Of `E_VALIDATION`: each field that is wrong'),
    },
    { description: 'What went wrong, as RFC 9457 has it', optional: ['errors'] }
  ),
  PageMeta: object({
    limit: whole('At most so many on a page', 25),
    next_cursor: nullable(
      text('For `after`: the next page. Null: this is the last one', '-created_at.WyIyMDI2LTA1Il0')
    ),
    total: whole('On all pages together', 3),
    is_total_exact: flag('Or about so many, where they are too many to count', true),
  }),
  Cause: object(
    {
      code: text('Does not change', 'INPUT_TRUNCATED'),
      message: nullable(text('What happened this time', 'The file ends within a picture')),
      sentence: text('What the code means', 'The file is incomplete.'),
      remedy: text('What helps', 'Upload the file again from its source.'),
      can_retry_help: { type: 'boolean', description: 'Whether the same again may succeed' },
    },
    { description: 'Why something failed' }
  ),
}
