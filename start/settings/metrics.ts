import { wholeNumber } from '#start/settings/rules'
import type { Rule, Settings } from '#start/settings/setting'

const LEAST_LENGTH = 16

/** What nobody may see and nobody need set. */
function optionalToken(): Rule<string | null> {
  const read = (name: string, value?: string) => {
    const said = value?.trim() ?? ''
    if (said === '') return null
    if (said.length >= LEAST_LENGTH && /^[\x20-\x7e]+$/.test(said)) return said
    throw new Error(
      `"${name}" is too short, or not plain text: give ${LEAST_LENGTH} characters or more, such as from openssl rand -hex 32`
    )
  }
  const range = `${LEAST_LENGTH} characters or more`
  return { read, kind: 'secret', default: null, range, example: 'openssl rand -hex 32' }
}

/** Who watches this installation. */
export const METRICS = {
  METRICS_TOKEN: {
    rule: optionalToken(),
    meaning: 'Who reads /metrics must send it as a bearer token',
    readBy: 'all',
    without: 'only this machine and its private network may read, and none through a proxy',
  },
  METRICS_PORT: {
    rule: wholeNumber({ default: 0, min: 0, max: 65_535 }),
    meaning:
      'Each process tells its metrics on this port of HOST, or on the next of ten that is free, and the console tells none without METRICS_TOKEN; 0: the console alone tells those of web processes',
    readBy: 'all',
  },
} satisfies Settings
