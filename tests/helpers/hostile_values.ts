const LONG = 'x'.repeat(70_000)

/** What programs send by mistake or on purpose where another kind of value is meant. */
export const HOSTILE_VALUES: unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\0',
  'a\0b',
  '\u{1f3ac}\ud800',
  '\u202e\u0301\r\nSet-Cookie: a=b',
  '../../../../etc/passwd',
  "'; drop table videos; --",
  '{{ 7*7 }}<script>alert(1)</script>',
  'NaN',
  '2024-13-45T99:99:99Z',
  LONG,
  [],
  [null],
  [[['x']]],
  {},
  { a: { b: { c: [] } } },
  { $gt: '' },
  { toString: 1, constructor: { prototype: { isAdmin: true } } },
]

/** Where an id, a name or a file is meant. */
export const HOSTILE_IDS = [
  '0',
  '-1',
  '1e400',
  '99999999999999999999',
  '%00',
  '%0d%0aX-Injected:%201',
  '..%2f..%2fetc%2fpasswd',
  "1'%20or%20'1'%3d'1",
  '%F0%9F%8E%AC',
  '__proto__',
  'x'.repeat(3000),
]

/** Bodies that say that they are JSON. */
export const HOSTILE_BODIES: Buffer[] = [
  Buffer.from(''),
  Buffer.from('{'),
  Buffer.from('null'),
  Buffer.from('"text"'),
  Buffer.from('[1,2,3]'),
  Buffer.from('{"a":1,"a":2,"__proto__":{"isAdmin":true},"constructor":{"prototype":1}}'),
  Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22, 0x7d]),
  Buffer.from(`${'['.repeat(50_000)}${']'.repeat(50_000)}`),
  Buffer.from(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
  Buffer.from(JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [n, n])))),
]
