// The MD2 digest, which Google still offers and OpenSSL no longer has (RFC 1319).

/** The table of the algorithm: a permutation that the digits of pi shuffle (Durstenfeld, as the RFC's errata derive it). */
const table = substitution()

/** The 16 bytes of a message's digest. */
export function md2(message: Buffer): Buffer {
  const padding = 16 - (message.length % 16)
  const padded = Buffer.concat([message, Buffer.alloc(padding, padding)])
  const checksum = Buffer.alloc(16)
  let last = 0
  for (let block = 0; block < padded.length; block += 16)
    for (let index = 0; index < 16; index++) {
      checksum[index]! ^= table[padded[block + index]! ^ last]!
      last = checksum[index]!
    }
  const state = Buffer.alloc(48)
  const whole = Buffer.concat([padded, checksum])
  for (let block = 0; block < whole.length; block += 16) {
    for (let index = 0; index < 16; index++) {
      state[16 + index] = whole[block + index]!
      state[32 + index] = state[16 + index]! ^ state[index]!
    }
    let carry = 0
    for (let round = 0; round < 18; round++) {
      for (let index = 0; index < 48; index++) {
        state[index]! ^= table[carry]!
        carry = state[index]!
      }
      carry = (carry + round) % 256
    }
  }
  return state.subarray(0, 16)
}

/** 722 digits of pi choose, one after the other, which two places of 0..255 change. */
function substitution(): number[] {
  const digits = piDigits(800)
  const places = Array.from({ length: 256 }, (_, index) => index)
  let used = 0
  const below = (limit: number): number => {
    const [size, count] = limit <= 10 ? [10, 1] : limit <= 100 ? [100, 2] : [1000, 3]
    const value = Number(digits.slice(used, used + count))
    used += count
    const most = limit * Math.floor(size / limit)
    return value < most ? value % limit : below(limit)
  }
  for (let index = 2; index <= 256; index++) {
    const other = below(index)
    ;[places[index - 1], places[other]] = [places[other]!, places[index - 1]!]
  }
  return places
}

/** The first digits of pi with the leading 3, by Machin's formula in whole numbers. */
function piDigits(count: number): string {
  const unit = 10n ** BigInt(count + 10)
  const arctan = (inverse: bigint) => {
    let term = unit / inverse
    let sum = term
    for (let odd = 3n; term !== 0n; odd += 2n) {
      term = -term / (inverse * inverse)
      sum += term / odd
    }
    return sum
  }
  return String(4n * (4n * arctan(5n) - arctan(239n))).slice(0, count)
}
