import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { AddressRefused, AddressUnknown } from '#outbound/errors'
import { bareHost, type AllowedAddresses } from '#outbound/allowed_addresses'
import { isRefused } from '#outbound/refused_ranges'

export interface FoundAddress {
  address: string
  family: number
}

/** Asks for all addresses of a name. @throws where there is none */
export type FindAddresses = (hostname: string) => Promise<FoundAddress[]>

export const askTheSystem: FindAddresses = (hostname) => lookup(hostname, { all: true })

/** Where a call may go: these addresses and no other, whatever the name comes to mean meanwhile. */
export interface ResolvedHost {
  addresses: FoundAddress[]
  /** Those of them that may be called though they are private. */
  allowed: string[]
}

/**
 * Finds the addresses behind a host, once, and refuses all of them where one is not public.
 *
 * @throws AddressUnknown, AddressRefused
 */
export async function resolveHost(
  url: URL,
  by: { find: FindAddresses; allowed: AllowedAddresses }
): Promise<ResolvedHost> {
  const hostname = bareHost(url.hostname)
  const addresses = await addressesOf(url, hostname, by.find)
  const isHostAllowed = by.allowed.allowsHost(hostname)
  const found = addresses.map(({ address }) => address)
  const allowed = found.filter((one) => isHostAllowed || by.allowed.allowsAddress(one))
  const refused = found.find((one) => !allowed.includes(one) && isRefused(one))
  if (refused) throw new AddressRefused(url.href, refused)
  return { addresses, allowed }
}

async function addressesOf(url: URL, hostname: string, find: FindAddresses) {
  const family = isIP(hostname)
  if (family !== 0) return [{ address: hostname, family }]
  const found = await find(hostname).catch((cause) => {
    throw new AddressUnknown(url.href, { cause })
  })
  if (found.length === 0) throw new AddressUnknown(url.href)
  return found
}
