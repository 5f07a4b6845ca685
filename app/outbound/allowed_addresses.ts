import { BlockList, isIP, isIPv6 } from 'node:net'
import { familyOf } from '#outbound/refused_ranges'

/** What a setting allows of addresses that are otherwise refused: single ones, ranges and names of hosts. */
export class AllowedAddresses {
  readonly #ranges = new BlockList()
  readonly #hosts = new Set<string>()

  /**
   * @param entries such as `10.0.5.0/24`, `fd00::7`, `intranet.example`
   * @throws Error that names the entry that is none of these
   */
  constructor(entries: string[]) {
    for (const entry of entries) this.#add(entry)
  }

  allowsHost(hostname: string): boolean {
    return this.#hosts.has(bareHost(hostname))
  }

  allowsAddress(address: string): boolean {
    return this.#ranges.check(address, familyOf(address))
  }

  #add(entry: string): void {
    const [address, prefix, ...more] = entry.split('/')
    if (isIP(address) === 0 && isHostName(entry)) this.#hosts.add(bareHost(entry))
    else if (isIP(address) === 0 || more.length > 0 || !fits(address, prefix)) throw wrong(entry)
    else if (prefix === undefined) this.#ranges.addAddress(address, familyOf(address))
    else this.#ranges.addSubnet(address, Number(prefix), familyOf(address))
  }
}

/** A host's name as it is compared: without brackets of IPv6 and the dot that may stand at its end. */
export function bareHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
}

function fits(address: string, prefix: string | undefined): boolean {
  if (prefix === undefined) return true
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIPv6(address) ? 128 : 32)
}

/** Letters somewhere, for `10.0.5` is a slip and no name. */
function isHostName(entry: string): boolean {
  return /^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/i.test(entry) && /[a-z]/i.test(entry)
}

function wrong(entry: string): Error {
  return new Error(
    `"${entry}" is neither an IP address, a range such as 10.0.5.0/24, nor the name of a host`
  )
}
