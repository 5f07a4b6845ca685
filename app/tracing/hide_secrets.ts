const HIDDEN = '***'

/** Shorter ones would blank words that are no secret. */
const SHORTEST_SECRET = 6

const SECRET_NAMES = [
  ...['password', 'passphrase', 'token', 'secret', 'api_?key', 'app_?key', 'private_?key'],
  ...['authorization', 'cookie', 'set-cookie', 'x-api-key', 'signature', 'webhook-signature'],
  ...['access_?key_?id', 'secret_?access_?key', 'session_?token', 'access_?token'],
].join('|')

/** A query's, of our own links and of those that a store signs. */
const SECRET_QUERIES =
  'x-amz-(?:signature|credential|security-token)|awsaccesskeyid|signature|sig|token|secret|password|key|api_?key|access_?token'

/** What gives a secret away by its looks, wherever it stands. */
const SHAPES: [RegExp, string][] = [
  [/\b([a-z][\w+.-]*:\/\/)[^\s/?#"'@]*@/gi, `$1${HIDDEN}@`],
  [/\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi, `$1 ${HIDDEN}`],
  [/\b(mk_|whsec_)[\w+/=.-]{8,}/g, `$1${HIDDEN}`],
  [/(\/(?:media|password)\/)[\w.-]{24,}/g, `$1${HIDDEN}`],
  [new RegExp(`([?&](?:${SECRET_QUERIES})=)[^&\\s"'\\\\#]+`, 'gi'), `$1${HIDDEN}`],
  [new RegExp(`"(${SECRET_NAMES})"\\s*:\\s*"(?:[^"\\\\]|\\\\.)*"`, 'gi'), `"$1":"${HIDDEN}"`],
  // the same within a text of its own
  [
    new RegExp(`\\\\"(${SECRET_NAMES})\\\\"\\s*:\\s*\\\\"[^"\\\\]*\\\\"`, 'gi'),
    `\\"$1\\":\\"${HIDDEN}\\"`,
  ],
]

/**
 * Makes what blanks secrets in a line of the log, after it was put into words: in a field, a message, an error or an
 * address, at any depth.
 *
 * @param values the installation's own secrets, blanked wherever they stand
 */
export function secretHider(values: (string | null | undefined)[]): (line: string) => string {
  const literals = [...new Set(values.filter(isLong))]
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)])
    .sort((one, other) => other.length - one.length)
  return (line) => {
    const bare = literals.reduce((text, value) => text.replaceAll(value, HIDDEN), line)
    return SHAPES.reduce((text, [shape, shown]) => text.replace(shape, shown), bare)
  }
}

/** The password of an address; null where it has none. */
export function passwordIn(address: string | undefined): string | null {
  if (!address || !URL.canParse(address)) return null
  return decodeURIComponent(new URL(address).password) || null
}

function isLong(value: string | null | undefined): value is string {
  return Boolean(value && value.length >= SHORTEST_SECRET)
}
