import { BlockList, isIPv6 } from 'node:net'

/**
 * Addresses that are not of the public internet, by IANA's registries of special purpose:
 * https://www.iana.org/assignments/iana-ipv4-special-registry and .../iana-ipv6-special-registry, with multicast, what
 * was once site-local, and the address at which Azure tells a machine its secrets, which looks public.
 * 169.254.169.254 and fd00:ec2::254, where other clouds do that, lie within ranges.
 */
const REFUSED = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  // unspecified, loopback, and what holds an IPv4 address: compatible, mapped, translated, NAT64, Teredo, 6to4
  '::/96',
  '::ffff:0:0/96',
  '::ffff:0:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/63',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]

/** A list for each family, for to Node the range of mapped addresses holds every IPv4 address. */
const ranges = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const range of REFUSED) {
  const [address, prefix] = range.split('/')
  const family = familyOf(address)
  ranges[family].addSubnet(address, Number(prefix), family)
}

/** @returns whether an IP address is private, reserved, of this machine or otherwise not of the public internet */
export function isRefused(address: string): boolean {
  const family = familyOf(address)
  return ranges[family].check(withoutZone(address), family)
}

export function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4'
}

/** `fe80::1%eth0` without its zone, which no list of ranges understands. */
function withoutZone(address: string): string {
  return address.replace(/%.*$/, '')
}
