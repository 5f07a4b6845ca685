import { AddressInvalid } from '#outbound/errors'

const MAX_LENGTH = 4096

/**
 * Reads an address that somebody gave, which must be http or https without a name or password in it. Other ways to write
 * an IP address (`0x7f.1`, `2130706433`) become the usual one. Nothing is looked up yet.
 *
 * @param base what a relative address is relative to
 * @throws AddressInvalid
 */
export function readAddress(address: string, base?: URL): URL {
  if (address.length > MAX_LENGTH) {
    throw new AddressInvalid(address, `it is longer than ${MAX_LENGTH} characters`)
  }
  if (!URL.canParse(address, base?.href)) {
    throw new AddressInvalid(address, 'give one such as https://example.com/film.mp4')
  }
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AddressInvalid(address, 'it must begin with http:// or https://')
  }
  if (url.username || url.password) {
    throw new AddressInvalid(withoutSecrets(url), 'leave out the name and password before the @')
  }
  url.hash = ''
  return url
}

function withoutSecrets(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`
}
