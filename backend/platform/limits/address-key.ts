// Which network addresses count as one.
import { isIPv6 } from 'node:net'

/**
 * An IPv4 address, or the first 64 bits of an IPv6 address: whoever has one of those has all of them. An IPv4 address that
 * is written as IPv6 counts as what it is.
 */
export function addressKey(address: string): string {
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return plain
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (mapped) return mapped
  const [head = '', tail] = plain.split('::')
  const groups = head === '' ? [] : head.split(':')
  // What `::` stands for are zeros; the groups behind it matter only when it is a short one.
  const behind = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - groups.length - behind.length
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...behind]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
