import type { LookupFunction } from 'node:net'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import type { ResolvedHost } from '#outbound/resolve_host'

/**
 * Agents for one call: they connect to the addresses that were found before and nothing else, and look once more that each
 * is public or allowed. No socket outlives the call, so none that was opened under other rules is used again.
 */
export function pinnedAgents({ addresses, allowed }: ResolvedHost) {
  const lookup: LookupFunction = (_hostname, options, done) => {
    if (options.all) done(null, addresses)
    else done(null, addresses[0].address, addresses[0].family)
  }
  const options = { keepAlive: false, lookup, allowIPAddressList: allowed }
  return {
    http: new RequestFilteringHttpAgent(options),
    https: new RequestFilteringHttpsAgent(options),
  }
}
